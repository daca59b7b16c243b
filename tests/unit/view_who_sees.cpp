// Who sees what of the state of play: the seats of the small scenario, a facilitator, and somebody
// who only watches.
#include "readers.hpp"

using namespace dealtafel;
using namespace dealtafel::tests;

namespace {

using Holds = std::function<bool(const rules::GameView&)>;

Readers who_sees(const Play& play, const Holds& holds) {
    return readers(play.scenario, [&](const rules::Viewer& viewer) {
        return holds(rules::view(play.scenario, play.state, viewer));
    });
}

const Readers the_table = {"rijk", "city", "farmers", "ministry", "facilitator"};

}  // namespace

TEST_CASE(
    "a table's ambitions, supports, backing and stances are seen by who sits at it, and by "
    "the facilitator") {
    Play play;
    play.begin(Stage::agenda);
    REQUIRE(play.ask(city, command::Ambition{valley, health, 70}) == "");
    play.agree_on_agenda();
    const int version = play.on_table(play.sound_deal());
    REQUIRE(play.ask(city, command::Back{valley, version}) == "");
    REQUIRE(play.ask(farmers, command::Stance{valley, false, rules::Obstacle::conditions, {}}) ==
            "");
    REQUIRE(play.ask(rijk, command::Stance{valley, true, {}, {}}) == "");
    CHECK(who_sees(play, [](const auto& view) { return view.tables.size() == 1; }) == the_table);
    const auto table = rules::view(play.scenario, play.state, rules::Viewer{rijk}).tables.at(0);
    CHECK(table.ambitions.get(city).get(health) == 70);
    CHECK(table.ambitions.find(farmers) == nullptr);
    CHECK(table.backing.get(city) == version);
    CHECK(table.backing.find(farmers) == nullptr);
    CHECK(table.versions == version);
    CHECK(table.stances.could_sign == 1);
    CHECK(table.stances.not_yet == 1);
    REQUIRE(table.stances.obstacles.size() == 1);
    CHECK(table.stances.obstacles[0].obstacle == rules::Obstacle::conditions);
    CHECK(table.stances.obstacles[0].count == 1);
}

TEST_CASE("equal obstacles are counted together, each challenge apart") {
    Play play;
    play.negotiate();
    rules::Deal deal = play.sound_deal();
    deal.lines.push_back(deal.lines[0]);
    deal.lines[1].challenge = protein;
    play.on_table(deal);
    for (const PartyId party : {city, farmers}) {
        REQUIRE(play.ask(party, command::Stance{valley, false, rules::Obstacle::line, homes}) ==
                "");
    }
    REQUIRE(play.ask(rijk, command::Stance{valley, false, rules::Obstacle::line, protein}) == "");
    const auto counts =
        rules::view(play.scenario, play.state, rules::Viewer{rijk}).tables.at(0).stances;
    REQUIRE(counts.obstacles.size() == 2);
    // In the order of the challenges' ids: homes was counted twice.
    CHECK(counts.obstacles[0].challenge == protein);
    CHECK(counts.obstacles[0].count == 1);
    CHECK(counts.obstacles[1].challenge == homes);
    CHECK(counts.obstacles[1].count == 2);
}

TEST_CASE("a seat alone sees its urgencies, supports, looks, votes and points") {
    Play play;
    play.begin(Stage::agenda);
    REQUIRE(play.ask(city, command::Support{homes}) == "");
    const auto of = [&](PartyId party) {
        return *rules::view(play.scenario, play.state, rules::Viewer{party}).own;
    };
    CHECK(of(city).supports == set_of({homes}));
    CHECK(of(farmers).supports.empty());
    CHECK(of(city).votes_left == play.scenario.agenda_votes - 1);
    CHECK(of(farmers).votes_left == play.scenario.agenda_votes);
    CHECK(of(city).looks_left == play.scenario.forecast_exact);
    CHECK(of(city).urgency.find(homes) != nullptr);
    CHECK(of(city).urgency.find(protein) == nullptr);
    CHECK(who_sees(play, [](const auto& view) { return view.own.has_value(); }) ==
          Readers{"rijk", "city", "farmers", "ministry", "school"});
}

TEST_CASE("points, interests and reserves are shown to all at the debrief and not before") {
    Play play;
    play.begin(Stage::reflection);
    const auto revealed = [](const auto& view) { return !view.revealed.empty(); };
    CHECK(who_sees(play, revealed).empty());
    play.skip_to(Stage::debrief, 2);
    CHECK(who_sees(play, revealed).size() == 7);
    REQUIRE(play.act(act::End{}) == "");
    CHECK(who_sees(play, revealed).size() == 7);
}

TEST_CASE("who is ready and which events happened the facilitator alone sees of others") {
    Play play;
    play.begin(Stage::agenda);
    CHECK(who_sees(play, [](const auto& view) { return !view.seats.empty(); }) ==
          Readers{"facilitator"});
    play.state.events_happened.insert(EventId{0});
    CHECK(who_sees(play, [](const auto& view) { return !view.events_happened.empty(); }) ==
          Readers{"facilitator"});
}

TEST_CASE("a proposal's urgency is told when submissions close, not when it is submitted") {
    Play play;
    play.begin(Stage::agenda);
    auto& contest = play.state.regions[valley.value].contest;
    contest.proposal.emplace();
    contest.proposal->challenges.insert(homes);
    const auto seen = [&] {
        return rules::view(play.scenario, play.state, rules::Viewer{}).regions.at(0).proposal;
    };
    REQUIRE(seen());
    CHECK(seen()->urgency.empty());
    contest.scored.emplace();
    CHECK(seen()->urgency.get(homes) == play.state.urgency[homes.value]);
}
