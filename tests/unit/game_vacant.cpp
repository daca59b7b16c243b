// Seats that nobody plays, and what becomes of a seat whose people are gone for too long.
#include "play.hpp"

#include "rules/feed.hpp"

namespace dealtafel::tests {

namespace {

rules::Settings settings_of(rules::DropOut drop_out, rules::EmptySeats empty_seats) {
    rules::Settings settings;
    settings.rounds = 2;
    settings.drop_out = drop_out;
    settings.empty_seats = empty_seats;
    return settings;
}

// People sit at all seats but one.
Play play_without(PartyId nobody, rules::EmptySeats empty_seats, Stage stage) {
    Play play;
    play.state = rules::initial_state(
        play.scenario, settings_of(rules::DropOut::bot, empty_seats));
    for (const PartyId party : play.scenario.all_parties()) {
        if (party == nobody) continue;
        play.world(rules::world::Held{party, true});
        play.world(rules::world::Presence{party, true});
    }
    REQUIRE(play.act(act::Start{}) == "");
    play.skip_to(stage);
    return play;
}

// People at all seats, of whom those of one are gone for longer than the grace.
Play play_left_by(PartyId gone, rules::DropOut drop_out, Stage stage) {
    Play play;
    play.state =
        rules::initial_state(play.scenario, settings_of(drop_out, rules::EmptySeats::bot));
    play.begin(stage, stage == Stage::debrief ? play.state.settings.rounds : 1);
    play.world(rules::world::Presence{gone, false});
    play.pass(59'000);
    CHECK(play.happened<event::GraceRanOut>().empty());
    play.pass(1'000);
    CHECK(play.happened<event::GraceRanOut>().size() == 1);
    return play;
}

}  // namespace

TEST_CASE("a seat that nobody took is vacant only where the session says so") {
    const Play bots = play_without(farmers, rules::EmptySeats::bot, Stage::agenda);
    CHECK(rules::bot_plays(bots.state.seats[farmers.value]));
    const Play vacant = play_without(farmers, rules::EmptySeats::vacant, Stage::agenda);
    CHECK(vacant.state.seats[farmers.value].vacant);
    CHECK(!rules::bot_plays(vacant.state.seats[farmers.value]));
    CHECK(rules::seat_presence(vacant.state.seats[farmers.value]) == rules::Presence::vacant);
}

TEST_CASE("the centre, the lead and required parties are never vacant") {
    Scenario scenario = game_scenario();
    scenario.parties[farmers.value].required = true;
    const rules::State state = rules::initial_state(
        scenario, settings_of(rules::DropOut::bot, rules::EmptySeats::vacant));
    CHECK(rules::vacant_seats(state) == set_of({ministry, school}));
}

TEST_CASE("a vacant seat is at no table, counts in no share, and cannot be invited or a partner") {
    Play play = play_without(farmers, rules::EmptySeats::vacant, Stage::agenda);
    // city and ministry sit at the table; half of them support the homes.
    CHECK(rules::at_table(play.scenario, play.state, valley) == set_of({city, ministry}));
    CHECK(play.ask(city, command::Support{homes}) == "");
    CHECK(play.ask(city, command::Invite{valley, farmers}) == "seat-vacant");
    play.scenario.agenda_support = 0.5;
    play.skip_to(Stage::negotiation);
    REQUIRE(play.region().agenda.size() == 1);
    // Of city, ministry and the centre, two are more than half.
    CHECK(rules::majority(play.scenario, play.state, valley) == 2);
    const auto problems = rules::problems_now(play.scenario, play.state, play.sound_deal());
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == rules::ProblemCode::not_at_table);
    CHECK(problems[0].where == "lines/0/partners/farmers");
}

TEST_CASE("nobody waits for a vacant seat") {
    Play play = play_without(farmers, rules::EmptySeats::vacant, Stage::agenda);
    for (const PartyId party : {city, ministry, rijk, school}) {
        CHECK(play.state.stage == Stage::agenda);
        play.ask(party, command::Ready{true});
    }
    CHECK(play.state.stage == Stage::negotiation);
}

TEST_CASE("who takes a vacant seat sits at its table and is told of this round's texts") {
    Play play = play_without(farmers, rules::EmptySeats::vacant, Stage::agenda);
    CHECK(play.ask(city, command::Support{homes}) == "");
    play.scenario.agenda_support = 0.5;
    play.skip_to(Stage::negotiation);
    REQUIRE(play.region().versions.size() == 1);
    CHECK(play.world(rules::world::Held{farmers, true}) == "");
    CHECK(!play.state.seats[farmers.value].vacant);
    CHECK(rules::at_table(play.scenario, play.state, valley).contains(farmers));
    const rules::Event taken = play.happened<event::SeatVacant>().back();
    const auto told = [&](PartyId party) {
        return rules::project(play.scenario, play.state, taken, {party, false}).size();
    };
    CHECK(told(farmers) == 2);  // who sits there, and version 1
    CHECK(told(city) == 1);
    CHECK(play.world(rules::world::Held{farmers, false}) == "");
    CHECK(play.state.seats[farmers.value].vacant);
}

TEST_CASE("with drop-out vacant the seat is vacant, its signature falls, and it comes back") {
    Play play;
    play.state = rules::initial_state(
        play.scenario, settings_of(rules::DropOut::vacant, rules::EmptySeats::bot));
    play.negotiate();
    const int version = play.on_table(play.sound_deal());
    CHECK(play.ask(farmers, command::Back{valley, version}) == "");
    CHECK(play.ask(farmers, command::Sign{valley, version}) == "");
    play.world(rules::world::Presence{farmers, false});
    play.pass(60'000);
    CHECK(play.state.seats[farmers.value].vacant);
    CHECK(play.region().on_table == 0);  // one of its partners is gone
    CHECK(play.region().backing[farmers.value] == 0);
    CHECK(play.happened<event::StoodIn>().empty());
    play.world(rules::world::Presence{farmers, true});
    CHECK(!play.state.seats[farmers.value].vacant);
    CHECK(rules::at_table(play.scenario, play.state, valley).contains(farmers));
}

TEST_CASE("a bot that gets a vacant seat is told of the texts that came while nobody had it") {
    Play play;
    play.state = rules::initial_state(
        play.scenario, settings_of(rules::DropOut::vacant, rules::EmptySeats::bot));
    play.negotiate();
    play.world(rules::world::Presence{farmers, false});
    play.pass(60'000);
    REQUIRE(play.state.seats[farmers.value].vacant);
    REQUIRE(play.region().versions.size() == 1);
    CHECK(play.act(act::Replace{farmers, true}) == "");
    CHECK(!play.state.seats[farmers.value].vacant);
    REQUIRE(!play.happened<event::SeatVacant>().empty());
    const rules::Event taken = play.happened<event::SeatVacant>().back();
    const auto told = [&](PartyId party) {
        return rules::project(play.scenario, play.state, taken, {party, false}).size();
    };
    CHECK(told(farmers) == 2);  // who plays it, and version 1
    CHECK(told(city) == 1);
    // And so whoever comes back finds no gap, though the bot plays on.
    play.world(rules::world::Presence{farmers, true});
    CHECK(play.happened<event::SeatVacant>().size() == 2);
}

TEST_CASE("with drop-out vacant a bot stands in for the centre, leads and required parties") {
    const Play play = play_left_by(city, rules::DropOut::vacant, Stage::negotiation);
    CHECK(!play.state.seats[city.value].vacant);
    CHECK(play.state.seats[city.value].stand_in);
}

TEST_CASE("with drop-out wait the clock stops until the last of them is back") {
    Play play = play_left_by(farmers, rules::DropOut::wait, Stage::negotiation);
    CHECK(!play.state.clock.running);
    CHECK(!play.state.seats[farmers.value].stand_in);
    CHECK(rules::view(play.scenario, play.state, {}).waits_for == set_of({farmers}));
    const std::int64_t stood = play.state.clock.play_ms(play.now_ms);
    play.pass(500'000);
    CHECK(play.state.clock.play_ms(play.now_ms) == stood);
    CHECK(play.state.stage == Stage::negotiation);
    play.world(rules::world::Presence{farmers, true});
    CHECK(play.state.clock.running);
    CHECK(play.state.waits_for.empty());
    play.pass(1'000);
    CHECK(play.state.clock.play_ms(play.now_ms) == stood + 1'000);
}

TEST_CASE("the clock waits for all who are gone, and not for a seat that a bot got") {
    Play play;
    play.state = rules::initial_state(
        play.scenario, settings_of(rules::DropOut::wait, rules::EmptySeats::bot));
    play.begin(Stage::negotiation);
    play.world(rules::world::Presence{farmers, false});
    play.world(rules::world::Presence{school, false});
    play.pass(60'000);
    CHECK(play.state.waits_for == set_of({farmers, school}));
    CHECK(play.happened<event::ClockStopped>().size() == 1);
    play.world(rules::world::Presence{farmers, true});
    CHECK(!play.state.clock.running);
    CHECK(play.act(act::Replace{school, true}) == "");
    CHECK(play.state.clock.running);
    CHECK(play.state.waits_for.empty());
}

TEST_CASE("the facilitator goes on without who is gone, and nobody waits for its ready") {
    Play play = play_left_by(farmers, rules::DropOut::wait, Stage::agenda);
    CHECK(play.act(act::Resume{}) == "");
    CHECK(play.state.waits_for.empty());
    for (const PartyId party : {city, ministry, rijk, school}) {
        CHECK(play.state.stage == Stage::agenda);
        play.ask(party, command::Ready{true});
    }
    CHECK(play.state.stage == Stage::negotiation);
}

TEST_CASE("with drop-out end the game ends when people are gone for longer than the grace") {
    const Play play = play_left_by(farmers, rules::DropOut::end, Stage::negotiation);
    CHECK(play.state.stage == Stage::closed);
}

TEST_CASE("at the debrief nobody is waited for, and nothing ends") {
    for (const rules::DropOut policy : {rules::DropOut::wait, rules::DropOut::end}) {
        const Play play = play_left_by(farmers, policy, Stage::debrief);
        CHECK(play.state.stage == Stage::debrief);
        CHECK(play.state.clock.running);
        CHECK(play.state.waits_for.empty());
    }
}

}  // namespace dealtafel::tests
