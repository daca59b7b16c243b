// The phase `proposal`: pledges, submissions, scores, what the centre decides and what follows.
#include "contest.hpp"

namespace dealtafel::tests {

namespace {

rules::Deal coast_deal(int centre_tenths) {
    rules::Deal deal;
    deal.region = coast;
    rules::Line line;
    line.challenge = dikes;
    line.partners = {town, traders};
    line.money[town] = Money{100};
    line.money[traders] = Money{100};
    line.money[rijk] = Money{centre_tenths};
    deal.lines = {line};
    return deal;
}

std::vector<std::string> codes(const std::vector<rules::Problem>& problems) {
    std::vector<std::string> words;
    for (const rules::Problem& problem : problems) {
        words.push_back(std::string(to_word(problem.code)) + " " + problem.where);
    }
    return words;
}

}  // namespace

TEST_CASE("the phase proposal is there with selection alone, between agenda and negotiation") {
    Play without;
    without.begin(Stage::agenda);
    without.act(act::Skip{});
    CHECK(without.state.stage == Stage::negotiation);
    Contest play;
    play.begin(Stage::agenda);
    play.set_agendas();
    play.act(act::Skip{});
    CHECK(play.state.stage == Stage::proposal);
    play.submit_both();
    play.act(act::Skip{});
    CHECK(play.state.stage == Stage::negotiation);
}

TEST_CASE("where every region is named there is no contest and no phase for it") {
    Scenario scenario = contest_scenario();
    for (Region& region : scenario.regions) region.named = true;
    Contest play(scenario);
    play.begin(Stage::agenda);
    play.set_agendas();
    play.act(act::Skip{});
    CHECK(play.state.stage == Stage::negotiation);
    CHECK(rules::negotiates(play.state, valley));
    CHECK(rules::negotiates(play.state, coast));
}

TEST_CASE("weights come with the framework, as ten whole points, and only with selection") {
    rules::Weights weights;
    weights.urgency = 10;
    Play without;
    without.begin(Stage::framework);
    CHECK(without.ask(rijk, command::Publish{{}, {}, weights}) == "bad-value");
    Contest play;
    play.begin(Stage::framework);
    weights.urgency = 9;
    CHECK(play.ask(rijk, command::Publish{{}, {}, weights}) == "bad-value");
    weights.urgency = 10;
    CHECK(play.ask(rijk, command::Publish{{}, {}, weights}) == "");
    CHECK(play.state.framework.weights == weights);
    CHECK(rules::view(play.scenario, play.state, {}).weights == weights);
    play.skip_to(Stage::framework, 2);
    CHECK_FALSE(play.state.framework.weights);
}

TEST_CASE("who sits at a table pledges there, up to its budget; the last pledge counts") {
    Contest play;
    play.propose();
    CHECK(play.ask(city, command::Pledge{valley, Money{-1}}) == "bad-value");
    CHECK(play.ask(city, command::Pledge{valley, Money{201}}) == "over-budget");
    CHECK(play.ask(city, command::Pledge{coast, Money{10}}) == "not-at-table");
    CHECK(play.ask(rijk, command::Pledge{valley, Money{10}}) == "not-at-table");
    CHECK(play.ask(city, command::Pledge{valley, Money{50}}) == "");
    CHECK(play.ask(city, command::Pledge{valley, Money{30}}) == "");
    CHECK(play.contest(valley).pledges.get(city) == Money{30});
}

TEST_CASE("a pledge is seen at its table and by nobody else") {
    Contest play;
    play.propose();
    CHECK(play.ask(city, command::Pledge{valley, Money{50}}) == "");
    const auto at_table = rules::view(play.scenario, play.state, {farmers, false});
    REQUIRE(at_table.tables.size() == 1);
    CHECK(at_table.tables.front().pledges.get(city) == Money{50});
    const auto elsewhere_seen = rules::view(play.scenario, play.state, {town, false});
    REQUIRE(elsewhere_seen.tables.size() == 1);
    CHECK(elsewhere_seen.tables.front().region == coast);
    CHECK(elsewhere_seen.tables.front().pledges.empty());
    CHECK(rules::view(play.scenario, play.state, {}).tables.empty());
}

TEST_CASE("the lead submits what is on its agenda, with who is at its table, and may do so again") {
    Contest play;
    play.propose();
    const command::Submit good = play.proposal(valley, {protein, homes}, 120);
    CHECK(play.ask(farmers, good) == "wrong-seat");
    CHECK(play.ask(town, good) == "wrong-seat");
    command::Submit bad = good;
    bad.challenges.insert(crime);
    CHECK(play.ask(city, bad) == "not-on-agenda");
    bad = good;
    bad.challenges = {};
    CHECK(play.ask(city, bad) == "bad-value");
    bad = good;
    bad.partners.insert(school);
    CHECK(play.ask(city, bad) == "not-at-table");
    bad = good;
    bad.partners.insert(rijk);
    CHECK(play.ask(city, bad) == "bad-value");
    bad = good;
    bad.asked = Money{-10};
    CHECK(play.ask(city, bad) == "bad-value");
    bad = good;
    bad.pitch = {};
    CHECK(play.ask(city, bad) == "empty-text");
    CHECK(play.ask(city, good) == "");
    CHECK(play.ask(city, play.proposal(valley, {homes}, 90)) == "");
    CHECK(play.contest(valley).proposal->asked == Money{90});
    CHECK(play.contest(valley).proposal->challenges == set_of({homes}));
}

TEST_CASE("submissions close when every lead has submitted or is ready, and nobody stays ready") {
    Contest play;
    play.propose();
    CHECK(play.ask(farmers, command::Ready{true}) == "");
    CHECK(play.ask(city, play.proposal(valley, {protein}, 120)) == "");
    CHECK_FALSE(play.state.submissions_closed);
    CHECK(play.ask(town, command::Ready{true}) == "");
    CHECK(play.state.submissions_closed);
    CHECK_FALSE(play.state.seats[farmers.value].ready);
    CHECK(play.ask(town, play.proposal(coast, {dikes}, 100)) == "submissions-closed");
    CHECK(play.ask(city, play.proposal(valley, {homes}, 100)) == "submissions-closed");
    CHECK(play.ask(city, command::Pledge{valley, Money{50}}) == "submissions-closed");
}

TEST_CASE("submissions close at half of the phase") {
    Contest play;
    play.propose();
    play.ask(city, play.proposal(valley, {protein}, 120));
    play.pass(149'999);
    CHECK_FALSE(play.state.submissions_closed);
    play.pass(1);
    CHECK(play.state.submissions_closed);
    CHECK(play.state.stage == Stage::proposal);
}

TEST_CASE("a phase that nobody submitted anything in ends when submissions close") {
    Contest play;
    play.propose();
    play.pass(150'000);
    // And then nothing is left to negotiate either.
    CHECK(play.state.stage == Stage::outcome);
    const auto ends = play.happened<event::StageEnded>();
    CHECK(ends[ends.size() - 2].reason == event::EndReason::nothing_to_do);
    CHECK(ends.back().reason == event::EndReason::nothing_to_do);
}

TEST_CASE("proposals are scored in public, with the urgency of their challenges") {
    Contest play;
    play.propose();
    play.ask(city, command::Pledge{valley, Money{60}});
    play.ask(ministry, command::Pledge{valley, Money{30}});
    play.ask(city, play.proposal(valley, {protein}, 120));
    const auto before = rules::view(play.scenario, play.state, {});
    REQUIRE(before.regions[valley.value].proposal);
    CHECK_FALSE(before.regions[valley.value].proposal->score);
    CHECK(before.regions[valley.value].proposal->urgency.empty());
    play.ask(town, play.proposal(coast, {dikes, harbour}, 100));
    const auto ranking = play.happened<event::SubmissionsClosed>().back().ranking;
    REQUIRE(ranking.size() == 2);
    // Of the valley: 0.6 urgent, 6 of 6, nothing demanded, business and government, an old circle,
    // 6.0 of 12.0 pledged (the ministry is the Rijk), all of the harm that there is.
    CHECK(ranking[0].region == valley);
    CHECK(ranking[0].score == near((0.6 + 1 + 1 + 2.0 / 3 + 1 + 0.5 + 0) / 7));
    // Of the coast: (0.8 + 0.4) / 2, (5 + 3) / 2 of 6, no circle, no pledge, no harm.
    CHECK(ranking[1].score == near((0.6 + 4.0 / 6 + 1 + 2.0 / 3 + 0 + 0 + 1) / 7));
    CHECK(ranking[1].urgency.get(harbour) == 0.4);
    const auto after = rules::view(play.scenario, play.state, {});
    CHECK(after.regions[coast.value].proposal->score == ranking[1].score);
    CHECK(after.regions[coast.value].proposal->urgency.get(dikes) == 0.8);
    CHECK(after.regions[coast.value].proposal->parts == ranking[1].parts);
}

TEST_CASE("a framework's weights and demands decide the scores") {
    Contest play;
    play.begin(Stage::framework);
    rules::Weights weights;
    weights.national_goals = 10;
    REQUIRE(play.ask(rijk, command::Publish{{}, {{valley, crime}}, weights}) == "");
    play.skip_to(Stage::agenda);
    play.set_agendas();
    play.skip_to(Stage::proposal);
    play.submit_both();
    CHECK(play.contest(valley).scored->score == 0.0);
    CHECK(play.contest(coast).scored->score == 1.0);
}

TEST_CASE("the centre decides on scored proposals, with a motivation, and may change its mind") {
    Contest play;
    play.propose();
    CHECK(play.decide(valley, true) == "not-scored");
    play.submit_both();
    CHECK(play.ask(city, command::Decide{valley, true, some_words()}) == "wrong-seat");
    CHECK(play.ask(rijk, command::Decide{valley, true, {}}) == "empty-text");
    CHECK(play.decide(valley, true) == "");
    CHECK(play.decide(valley, false) == "");
    CHECK(play.decide(coast, true) == "");
    play.skip_to(Stage::negotiation);
    const auto made = play.happened<event::SelectionMade>();
    REQUIRE(made.size() == 1);
    CHECK(made[0].selected == set_of({coast}));
    CHECK(made[0].rejected == set_of({valley}));
}

TEST_CASE("the asked amounts of what is selected fit within the tranche's budget") {
    Contest play;
    play.propose();
    play.submit_both(120, 81);
    CHECK(play.decide(coast, true) == "");
    CHECK(play.decide(valley, true) == "over-tranche");
    // A region's own amount does not count twice, and what is rejected after all leaves room.
    CHECK(play.decide(coast, true) == "");
    CHECK(play.decide(coast, false) == "");
    CHECK(play.decide(valley, true) == "");
}

TEST_CASE("what the centre leaves open is selected down the ranking") {
    Contest play;
    play.propose();
    play.submit_both(120, 120);
    play.pass(300'000);
    CHECK(play.state.stage == Stage::negotiation);
    CHECK(play.contest(coast).selected);
    CHECK(play.contest(valley).rejected);
    CHECK(play.state.against_ranking == 0);
    const auto seen = rules::view(play.scenario, play.state, {});
    REQUIRE(seen.regions[coast.value].selection);
    CHECK(seen.regions[coast.value].selection->selected);
    CHECK_FALSE(seen.regions[coast.value].selection->motivation);
    CHECK_FALSE(seen.regions[valley.value].selection->selected);
}

TEST_CASE("a rejected region does not negotiate, nothing can be demanded there, no trust moves") {
    Contest play;
    play.propose();
    play.submit_both();
    play.decide(valley, false);
    play.skip_to(Stage::negotiation);
    CHECK_FALSE(rules::negotiates(play.state, valley));
    CHECK(play.region().versions.empty());
    CHECK(play.ask(city, command::Amend{valley, 1, play.sound_deal()}) == "no-negotiation");
    CHECK(play.ask(rijk, command::Demand{valley, crime}) == "no-negotiation");
    CHECK_FALSE(play.state.regions[coast.value].versions.empty());
    play.skip_to(Stage::outcome);
    CHECK(play.state.trust.get(rijk, city) == 0.5);
    CHECK(play.state.trust.get(rijk, town) == doctest::Approx(0.45).epsilon(1e-12));
    for (const event::NoDeal& none : play.happened<event::NoDeal>()) {
        CHECK(none.negotiated == (none.region == coast));
    }
}

TEST_CASE("a region without a proposal is rejected, and the others are not") {
    Contest play;
    play.propose();
    play.ask(town, play.proposal(coast, {dikes}, 100));
    play.skip_to(Stage::negotiation);
    CHECK(play.contest(valley).rejected);
    CHECK(play.contest(coast).selected);
}

TEST_CASE("a region whose agenda is empty is rejected, and nobody waits for its lead") {
    Contest play;
    play.begin(Stage::agenda);
    // Nobody supported anything: nothing to propose, nothing to decide, nothing to negotiate.
    play.act(act::Skip{});
    CHECK(play.state.stage == Stage::outcome);
    CHECK(play.contest(valley).rejected);
    CHECK(play.happened<event::SubmissionsClosed>().size() == 1);
    CHECK(play.ask(rijk, command::Demand{valley, crime}) == "wrong-stage");
}

TEST_CASE("a named region skips the contest and negotiates whatever it would cost") {
    Scenario scenario = contest_scenario();
    scenario.regions[valley.value].named = true;
    Contest play(scenario);
    play.propose();
    CHECK(play.ask(city, play.proposal(valley, {protein}, 120)) == "no-contest");
    CHECK(play.ask(city, command::Pledge{valley, Money{10}}) == "no-contest");
    CHECK(play.ask(town, play.proposal(coast, {dikes}, 201)) == "");
    CHECK(play.decide(valley, true) == "no-contest");
    CHECK(play.decide(coast, true) == "over-tranche");
    play.skip_to(Stage::negotiation);
    CHECK(rules::negotiates(play.state, valley));
    CHECK_FALSE(rules::negotiates(play.state, coast));
    CHECK(play.happened<event::SelectionMade>().back().rejected == set_of({coast}));
}

TEST_CASE("in a selected region the centre pays at most what was asked") {
    Contest play;
    play.propose();
    play.submit_both(100, 100);
    play.skip_to(Stage::negotiation);
    CHECK(rules::problems_now(play.scenario, play.state, coast_deal(100)).empty());
    CHECK(codes(rules::problems_now(play.scenario, play.state, coast_deal(101))) ==
          std::vector<std::string>{"over-asked lines"});
}

TEST_CASE("pledges bind nobody") {
    Contest play;
    play.propose();
    play.ask(town, command::Pledge{coast, Money{200}});
    play.submit_both(100, 100);
    play.skip_to(Stage::negotiation);
    rules::Deal deal = coast_deal(40);
    deal.lines[0].money[town] = Money{0};
    CHECK(rules::problems_now(play.scenario, play.state, deal).empty());
}

TEST_CASE("a forecast knows the urgency of what was submitted, whoever looks") {
    Contest play;
    play.propose();
    CHECK_FALSE(rules::urgency_known(play.state, farmers).contains(dikes));
    play.submit_both();
    CHECK(rules::urgency_known(play.state, farmers).contains(dikes));
    CHECK_FALSE(rules::urgency_known(play.state, farmers).contains(harbour));
    play.skip_to(Stage::framework, 2);
    CHECK_FALSE(rules::urgency_known(play.state, farmers).contains(dikes));
}

TEST_CASE("a selection against the ranking costs governance ten points, and none if rounds pass") {
    std::vector<double> governance;
    for (const bool against : {false, true}) {
        Contest play;
        play.begin(Stage::framework);
        rules::StatedPositions stated;
        stated.partnership = rules::Stated{0, some_words()};
        REQUIRE(play.ask(rijk, command::Publish{stated, {}, std::nullopt}) == "");
        play.skip_to(Stage::agenda);
        play.set_agendas();
        play.skip_to(Stage::proposal);
        // The ranking would select the coast; 12.0 each do not fit in 20.0 together.
        play.submit_both();
        if (against) {
            REQUIRE(play.decide(coast, false) == "");
            REQUIRE(play.decide(valley, true) == "");
        }
        play.skip_to(Stage::negotiation);
        CHECK(play.state.against_ranking == (against ? 1 : 0));
        const RegionId region = against ? valley : coast;
        const PartyId lead = against ? city : town;
        rules::Deal deal = coast_deal(100);
        deal.region = region;
        if (against) {
            deal.lines[0] = make_line(protein, {city, farmers},
                                      {{city, 100}, {farmers, 100}, {rijk, 100}});
        }
        deal.lines[0].result.empty = false;
        REQUIRE(play.ask(lead, command::Amend{region, 1, deal}) == "");
        REQUIRE(play.ask(lead, command::Put{region, 2}) == "");
        for (const PartyId party : rules::signatories(play.scenario, deal)) {
            REQUIRE(play.ask(party, command::Sign{region, 2}) == "");
        }
        play.skip_to(Stage::outcome);
        const event::CommonResult common = play.happened<event::MovedOn>().back().common;
        double sum = 0;
        double taken = 0;
        for (const rules::Part& part : common.governance_parts) {
            sum += part.amount;
            if (part.rule == rules::Rule::against_ranking) taken += part.amount;
        }
        REQUIRE(common.governance);
        CHECK(sum == near(*common.governance));
        CHECK(taken == (against ? -10.0 : 0.0));
        play.skip_to(Stage::framework, 2);
        CHECK(play.state.against_ranking == 0);
    }
}

TEST_CASE("the next round knows nothing of the last one's contest") {
    Contest play;
    play.propose();
    play.ask(city, command::Pledge{valley, Money{60}});
    play.submit_both();
    play.skip_to(Stage::framework, 2);
    CHECK(play.contest(valley) == rules::ContestState{});
    CHECK_FALSE(play.state.submissions_closed);
    CHECK_FALSE(play.state.selection_made);
}

}  // namespace dealtafel::tests
