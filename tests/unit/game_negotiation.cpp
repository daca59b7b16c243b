// The negotiation: versions, what comes on the table, signatures, conclusions, walking away, and
// the last call.
#include "play.hpp"

namespace dealtafel::tests {

TEST_CASE("anybody at the table makes versions, and nobody else; they are numbered in order") {
    Play play;
    play.negotiate();
    CHECK(play.ask(school, command::Amend{valley, 1, play.sound_deal()}) == "not-at-table");
    CHECK(play.ask(farmers, command::Amend{valley, 9, play.sound_deal()}) == "no-such-version");
    CHECK(play.ask(farmers, command::Amend{valley, 1, play.sound_deal()}) == "");
    CHECK(play.ask(rijk, command::Amend{valley, 2, play.sound_deal()}) == "");
    CHECK(play.region().versions.size() == 3);
    CHECK(play.region().versions[2].by == rijk);
    CHECK(play.region().versions[2].base == 2);
    rules::Deal other = play.sound_deal();
    other.region = elsewhere;
    CHECK(play.ask(city, command::Amend{valley, 1, other}) == "wrong-region");
}

TEST_CASE(
    "a version names a challenge that its maker cannot know of: refused like one that is not "
    "there") {
    Play play;
    play.begin(Stage::agenda);
    CHECK(play.ask(city, command::Support{homes}) == "");
    play.scenario.agenda_support = 0.3;  // of three: 0.9, so one
    play.skip_to(Stage::negotiation);
    rules::Deal deal = play.sound_deal();
    deal.lines[0].challenge = protein;  // on no agenda, and not seen by the city
    CHECK(play.ask(city, command::Amend{valley, 1, deal}) == "not-seen");
    deal.lines[0].challenge = ChallengeId{};
    CHECK(play.ask(city, command::Amend{valley, 1, deal}) == "not-seen");
}

TEST_CASE("only the lead puts a version on the table, and only one without problems") {
    Play play;
    play.negotiate();
    CHECK(play.ask(city, command::Amend{valley, 1, play.sound_deal()}) == "");
    CHECK(play.ask(farmers, command::Put{valley, 2}) == "wrong-seat");
    CHECK(play.ask(city, command::Put{valley, 1}) == "has-problems");  // nobody pays
    CHECK(play.ask(city, command::Put{valley, 2}) == "");
    CHECK(play.region().on_table == 2);
    CHECK(play.ask(city, command::Put{valley, 2}) == "already-so");
}

TEST_CASE("what more than half of the table backs comes on the table by itself, and stays") {
    Play play;
    play.negotiate();
    play.ask(city, command::Amend{valley, 1, play.sound_deal()});
    play.ask(city, command::Amend{valley, 1, play.sound_deal()});
    // Four are at the table, the centre included: more than half is three.
    CHECK(play.ask(farmers, command::Back{valley, 3}) == "");
    CHECK(play.ask(rijk, command::Back{valley, 3}) == "");
    CHECK(play.region().on_table == 0);
    CHECK(play.ask(ministry, command::Back{valley, 3}) == "");
    CHECK(play.region().on_table == 3);
    CHECK(play.ask(city, command::Put{valley, 2}) == "other-is-backed");
    CHECK(play.ask(ministry, command::Back{valley, 0}) == "");
    CHECK(play.ask(city, command::Put{valley, 2}) == "");
}

TEST_CASE("a deal is concluded by the signatures of centre, required parties and partners") {
    Play play;
    play.negotiate();
    const int version = play.on_table(play.sound_deal());
    CHECK(play.ask(ministry, command::Sign{valley, version}) == "not-a-signatory");
    CHECK(play.ask(city, command::Sign{valley, 1}) == "not-on-table");
    CHECK(play.ask(city, command::Sign{valley, version}) == "");
    CHECK(play.ask(city, command::Sign{valley, version}) == "already-so");
    CHECK(play.ask(rijk, command::Sign{valley, version}) == "");
    CHECK(play.region().concluded == 0);
    CHECK(play.ask(farmers, command::Sign{valley, version}) == "");
    CHECK(play.region().concluded == version);
    CHECK(play.ask(city, command::Unsign{valley}) == "already-so");
}

TEST_CASE("putting another version lifts the signatures, and they come back only by signing anew") {
    Play play;
    play.negotiate();
    const int first = play.on_table(play.sound_deal());
    CHECK(play.ask(city, command::Sign{valley, first}) == "");
    const int second = play.on_table(play.sound_deal());
    CHECK(play.ask(city, command::Sign{valley, first}) == "not-on-table");
    CHECK(play.ask(city, command::Put{valley, first}) == "");
    CHECK(play.region().versions[static_cast<std::size_t>(first - 1)].signatures.empty());
    CHECK(play.ask(rijk, command::Sign{valley, second}) == "not-on-table");
}

TEST_CASE("a later version replaces a concluded one when all have signed that either needs") {
    Play play;
    play.negotiate();
    play.sign_by_all(play.on_table(play.sound_deal()));
    const int concluded = play.region().concluded;
    rules::Deal without_farmers = play.sound_deal();
    without_farmers.lines[0].partners = {city};
    without_farmers.lines[0].money.erase(farmers);
    without_farmers.lines[0].money[city] = Money{40};
    const int better = play.on_table(without_farmers);
    CHECK(play.ask(city, command::Sign{valley, better}) == "");
    CHECK(play.ask(rijk, command::Sign{valley, better}) == "");
    // Nobody's money is spent twice, but the farmers signed what this would replace.
    CHECK(play.region().concluded == concluded);
    CHECK(play.ask(farmers, command::Sign{valley, better}) == "");
    CHECK(play.region().concluded == better);
    CHECK(play.happened<event::Concluded>().back().replaces == concluded);
}

TEST_CASE("a signature that would overspend the signer's budget is refused to the signer") {
    Scenario scenario = game_scenario();
    scenario.parties[city.value].budget = Money{30};
    Play play(scenario);
    play.negotiate();
    rules::Deal deal = play.sound_deal();
    deal.lines[0].money[city] = Money{30};
    const int version = play.on_table(deal);
    CHECK(play.ask(city, command::Sign{valley, version}) == "");
    deal.lines[0].money[city] = Money{31};
    play.ask(city, command::Amend{valley, 1, deal});
    CHECK(play.ask(city, command::Put{valley, 3}) == "has-problems");
}

TEST_CASE("a stance names what stops a seat, and the table sees only counts") {
    Play play;
    play.negotiate();
    CHECK(play.ask(farmers, command::Stance{valley, true, {}, {}}) == "not-on-table");
    play.on_table(play.sound_deal());
    CHECK(play.ask(farmers, command::Stance{valley, true, rules::Obstacle::form, {}}) ==
          "bad-value");
    CHECK(play.ask(farmers, command::Stance{valley, false, {}, {}}) == "bad-value");
    CHECK(play.ask(farmers, command::Stance{valley, false, rules::Obstacle::line, protein}) ==
          "bad-value");
    CHECK(play.ask(farmers, command::Stance{valley, false, rules::Obstacle::line, homes}) == "");
    CHECK(play.ask(ministry, command::Stance{valley, false, rules::Obstacle::line, homes}) == "");
    CHECK(play.ask(rijk, command::Stance{valley, true, {}, {}}) == "");
    const rules::GameView seen = rules::view(play.scenario, play.state, {city, false});
    REQUIRE(seen.tables.size() == 1);
    CHECK(seen.tables[0].stances.could_sign == 1);
    CHECK(seen.tables[0].stances.not_yet == 2);
    REQUIRE(seen.tables[0].stances.obstacles.size() == 1);
    CHECK(seen.tables[0].stances.obstacles[0].count == 2);
}

TEST_CASE("stances are asked at half and at four fifths of the phase") {
    Play play;
    play.negotiate();
    play.pass(449'999);
    CHECK(play.happened<event::StanceAsked>().empty());
    play.pass(1);
    CHECK(play.happened<event::StanceAsked>().size() == 1);
    play.pass(270'000);
    CHECK(play.happened<event::StanceAsked>().size() == 2);
}

TEST_CASE("a required party that walks away ends the negotiation after a minute unless it stays") {
    Play play;
    play.negotiate();
    CHECK(play.ask(city, command::Stay{valley}) == "not-walking");
    CHECK(play.ask(city, command::WalkAway{valley}) == "");
    CHECK(play.ask(city, command::WalkAway{valley}) == "already-so");
    play.pass(59'999);
    CHECK(play.ask(city, command::Stay{valley}) == "");
    play.pass(60'000);
    CHECK(play.state.stage == Stage::negotiation);
    CHECK(play.ask(rijk, command::WalkAway{valley}) == "");
    play.pass(60'000);
    CHECK(play.happened<event::NegotiationEnded>().size() == 1);
    CHECK(play.state.stage == Stage::outcome);
    CHECK(play.happened<event::NoDeal>().size() == 1);
}

TEST_CASE(
    "another party that walks away leaves the table for this round, and its signature falls") {
    Play play;
    play.negotiate();
    const int version = play.on_table(play.sound_deal());
    CHECK(play.ask(farmers, command::Sign{valley, version}) == "");
    CHECK(play.ask(farmers, command::WalkAway{valley}) == "");
    CHECK_FALSE(play.region().table.contains(farmers));
    // The text names a partner who is not at the table any more: it is taken off.
    CHECK(play.region().on_table == 0);
    CHECK(play.happened<event::TakenOff>().back().problem == rules::ProblemCode::not_at_table);
    play.skip_to(Stage::agenda, 2);
    CHECK(play.region().table.contains(farmers));
}

TEST_CASE(
    "in the last call nothing new is made, and the text with most signatures can be signed too") {
    Play play;
    play.negotiate();
    const int first = play.on_table(play.sound_deal());
    CHECK(play.ask(city, command::Sign{valley, first}) == "");
    CHECK(play.ask(rijk, command::Sign{valley, first}) == "");
    const int second = play.on_table(play.sound_deal());
    // The last call is 120 s of the 900 s of the phase.
    play.pass(779'999);
    CHECK_FALSE(play.state.last_call);
    play.pass(1);
    CHECK(play.state.last_call);
    CHECK(play.region().rival == first);
    CHECK(play.ask(city, command::Amend{valley, 1, play.sound_deal()}) == "last-call");
    CHECK(play.ask(city, command::Put{valley, first}) == "last-call");
    CHECK(play.ask(city, command::Back{valley, first}) == "last-call");
    CHECK(play.ask(city, command::Invite{valley, school}) == "last-call");
    CHECK(play.ask(rijk, command::Demand{valley, crime}) == "last-call");
    // Who signs one lifts its signature from the other.
    CHECK(play.ask(city, command::Sign{valley, second}) == "");
    CHECK_FALSE(
        play.region().versions[static_cast<std::size_t>(first - 1)].signatures.contains(city));
    CHECK(play.ask(city, command::Sign{valley, first}) == "");
    CHECK(play.ask(farmers, command::Sign{valley, first}) == "");
    CHECK(play.region().concluded == first);
}

TEST_CASE("an extension in the last call lifts it where it lies ahead again") {
    Play play;
    play.negotiate();
    play.pass(800'000);
    REQUIRE(play.state.last_call);
    CHECK(play.act(act::Extend{10}) == "");
    CHECK(play.state.last_call);
    CHECK(play.act(act::Extend{300}) == "");
    CHECK_FALSE(play.state.last_call);
    CHECK(play.ask(city, command::Amend{valley, 1, play.sound_deal()}) == "");
}

TEST_CASE("a demand in the negotiation is on the agenda at once and opens it where it was empty") {
    Play play;
    play.begin(Stage::negotiation);
    CHECK(play.region().agenda.empty());
    CHECK(play.region().versions.empty());
    CHECK(play.ask(city, command::Demand{valley, crime}) == "wrong-seat");
    CHECK(play.ask(rijk, command::Demand{valley, homes}) == "not-national");
    CHECK(play.ask(rijk, command::Demand{elsewhere, crime}) == "no-such-table");
    CHECK(play.ask(rijk, command::Demand{valley, crime}) == "");
    CHECK(play.region().agenda == std::vector<ChallengeId>{crime});
    CHECK(play.region().versions.size() == 1);
    CHECK(play.ask(rijk, command::Demand{valley, crime}) == "already-so");
}

TEST_CASE("exact looks are counted, need a text without problems, and are the seat's own") {
    Play play;
    play.scenario.forecast_exact = 1;
    play.negotiate();
    const int version = play.on_table(play.sound_deal());
    CHECK(play.ask(city, command::Look{valley, 1, {}}) == "has-problems");
    CHECK(play.ask(city, command::Look{valley, version, play.sound_deal()}) == "bad-value");
    CHECK(play.ask(school, command::Look{valley, version, {}}) == "not-at-table");
    CHECK(play.ask(city, command::Look{valley, version, {}}) == "");
    CHECK(play.ask(city, command::Look{valley, {}, play.sound_deal()}) == "no-looks-left");
}

TEST_CASE("the centre is at the table in the negotiation, and gone when it ends") {
    Play play;
    play.negotiate();
    CHECK(rules::at_table(play.scenario, play.state, valley).contains(rijk));
    play.skip_to(Stage::outcome);
    CHECK_FALSE(rules::at_table(play.scenario, play.state, valley).contains(rijk));
}

}  // namespace dealtafel::tests
