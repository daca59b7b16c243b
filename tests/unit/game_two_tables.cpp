// Two regions that negotiate at the same time with one centre, without a contest.
#include "contest.hpp"

namespace dealtafel::tests {

namespace {

Scenario two_tables() {
    Scenario made = contest_scenario();
    made.selection = false;
    made.tranche_budget.reset();
    return made;
}

rules::Deal deal_of(RegionId region, ChallengeId challenge, int centre_tenths) {
    const bool here = region == valley;
    const PartyId lead = here ? city : town;
    const PartyId other = here ? farmers : traders;
    rules::Deal deal;
    deal.region = region;
    deal.lines = {make_line(challenge, {lead, other},
                            {{lead, 100}, {other, 100}, {rijk, centre_tenths}})};
    return deal;
}

class TwoTables : public Contest {
public:
    explicit TwoTables(Scenario made = two_tables()) : Contest(std::move(made)) {
        begin(Stage::agenda);
        set_agendas();
        skip_to(Stage::negotiation);
    }
    int put(const rules::Deal& deal) {
        const PartyId lead = *scenario[deal.region].lead;
        REQUIRE(ask(lead, command::Amend{deal.region, 1, deal}) == "");
        const int version = static_cast<int>(state.regions[deal.region.value].versions.size());
        REQUIRE(ask(lead, command::Put{deal.region, version}) == "");
        return version;
    }
    void conclude(const rules::Deal& deal) {
        const int version = put(deal);
        for (const PartyId party : rules::signatories(scenario, deal)) {
            REQUIRE(ask(party, command::Sign{deal.region, version}) == "");
        }
    }
};

}  // namespace

TEST_CASE("without selection both regions negotiate at once, the centre at each table") {
    TwoTables play;
    for (const RegionId region : {valley, coast}) {
        CHECK(rules::negotiates(play.state, region));
        CHECK(rules::at_table(play.scenario, play.state, region).contains(rijk));
        CHECK(play.state.regions[region.value].versions.size() == 1);
    }
    CHECK_FALSE(rules::at_table(play.scenario, play.state, valley).contains(town));
    CHECK(rules::view(play.scenario, play.state, {rijk, false}).tables.size() == 2);
    CHECK(rules::view(play.scenario, play.state, {town, false}).tables.size() == 1);
}

TEST_CASE("the centre's budget counts over the signatures and the deals of all tables") {
    TwoTables play;
    const int here = play.put(deal_of(valley, homes, 120));
    const int there = play.put(deal_of(coast, dikes, 81));
    CHECK(play.ask(rijk, command::Sign{valley, here}) == "");
    CHECK(play.ask(rijk, command::Sign{coast, there}) == "over-budget");
    CHECK(play.ask(rijk, command::Unsign{valley}) == "");
    CHECK(play.ask(rijk, command::Sign{coast, there}) == "");
    for (const PartyId party : {town, traders}) play.ask(party, command::Sign{coast, there});
    CHECK(play.state.regions[coast.value].concluded == there);
    CHECK(play.ask(rijk, command::Sign{valley, here}) == "over-budget");
    const int less = play.put(deal_of(valley, homes, 119));
    CHECK(play.ask(rijk, command::Sign{valley, less}) == "");
}

TEST_CASE("a seat's stance is told for each table where it sits") {
    TwoTables play;
    play.put(deal_of(valley, homes, 100));
    play.put(deal_of(coast, dikes, 100));
    CHECK(play.ask(rijk, command::Stance{valley, true, {}, {}}) == "");
    CHECK(play.ask(rijk, command::Stance{coast, false, rules::Obstacle::money, {}}) == "");
    const auto own = rules::view(play.scenario, play.state, {rijk, false}).own;
    CHECK(own->could_sign.get(valley) == true);
    REQUIRE(own->could_sign.find(coast) != nullptr);
    CHECK(own->could_sign.get(coast, true) == false);
}

TEST_CASE("who walks away from one table ends that negotiation alone") {
    TwoTables play;
    CHECK(play.ask(rijk, command::WalkAway{valley}) == "");
    play.pass(60'000);
    CHECK_FALSE(rules::negotiates(play.state, valley));
    CHECK(rules::negotiates(play.state, coast));
    CHECK(play.state.stage == Stage::negotiation);
    CHECK(play.ask(town, command::WalkAway{coast}) == "");
    play.pass(60'000);
    CHECK(play.state.stage == Stage::outcome);
    CHECK(play.happened<event::StageEnded>().back().reason == event::EndReason::nothing_to_do);
}

TEST_CASE("one region's deal harms another, whose parties feel it beside their own deal") {
    Scenario scenario = two_tables();
    scenario.parties[town.value].interests = {{coast, work, 1.0}};
    TwoTables play(scenario);
    play.conclude(deal_of(valley, protein, 100));
    play.conclude(deal_of(coast, dikes, 80));
    play.skip_to(Stage::outcome);
    const auto told = play.happened<event::OutcomeTold>();
    REQUIRE(told.size() == 2);
    CHECK(told[0].region == valley);
    // The deal is not coordinated: the harm of 1 comes with all of its reach, and dikes bring
    // nothing for work.
    const double reach = told[0].outcome.lines[0].reach;
    CHECK(told[0].delta.find(coast)->get(work) == near(-reach));
    CHECK(told[1].delta.find(coast)->get(work) == 0.0);
    const double before = scenario.regions[coast.value].start[work.value];
    CHECK(play.state.regions[coast.value].wellbeing[work.value] == near(before - reach));
    const event::CommonResult common = play.happened<event::MovedOn>().back().common;
    CHECK(common.elsewhere == near(-reach));
    double felt = 0;
    for (const event::Scored& scored : play.happened<event::Scored>()) {
        if (scored.party != town) continue;
        for (const rules::Part& part : scored.parts) {
            if (part.rule == rules::Rule::interest) felt += part.amount;
        }
    }
    CHECK(felt == near(-reach));
}

TEST_CASE("governance weighs how alike the deals of one centre are") {
    TwoTables play;
    rules::Deal here = deal_of(valley, homes, 100);
    here.form = Form::specific;
    play.conclude(here);
    play.conclude(deal_of(coast, dikes, 80));
    play.skip_to(Stage::outcome);
    // Nothing was stated: 25 for each deal. Partnership is 1 - 1/2 here (the old circle, of whom
    // one can build) and 0 - 1 there; steering is equal; hierarchy is 0.6 here and -0.6 there.
    // Their spans by 2 are 0.75, 0 and 0.6: 1 - 1.35 / 3 = 0.55. Less 10 without a framework.
    REQUIRE(play.state.governance);
    CHECK(*play.state.governance == near(0.7 * 25 + 30 * 0.55 - 10));
}

TEST_CASE("a reserve counts where the own region has no deal, without a region where none has") {
    Scenario scenario = two_tables();
    for (const PartyId party : {city, town, ministry, rijk}) {
        scenario.parties[party.value].reserve = 3.5;
    }
    TwoTables play(scenario);
    play.conclude(deal_of(valley, homes, 100));
    play.skip_to(Stage::outcome);
    for (const event::Scored& scored : play.happened<event::Scored>()) {
        bool reserve = false;
        for (const rules::Part& part : scored.parts) {
            reserve = reserve || part.rule == rules::Rule::reserve;
        }
        if (scored.party == town) CHECK(reserve);
        if (scored.party == city || scored.party == ministry || scored.party == rijk) {
            CHECK_FALSE(reserve);
        }
    }
    TwoTables without(scenario);
    without.skip_to(Stage::outcome);
    for (const PartyId party : {city, town, ministry, rijk}) {
        CHECK(without.state.seats[party.value].points == 3.5);
    }
}

}  // namespace dealtafel::tests
