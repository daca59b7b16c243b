// How stages begin and end: time, readiness, pausing, extending, skipping, and people who are gone.
#include "play.hpp"

namespace dealtafel::tests {

TEST_CASE("a game waits in the lobby until the facilitator starts it") {
    Play play;
    play.pass(10'000'000);
    CHECK(play.state.stage == Stage::lobby);
    CHECK(play.act(act::Start{}) == "");
    CHECK(play.state.stage == Stage::briefing);
    CHECK(play.act(act::Start{}) == "already-started");
}

TEST_CASE("a stage ends when its time is over, not a millisecond before") {
    Play play;
    play.begin(Stage::briefing);
    play.pass(99'999);
    CHECK(play.state.stage == Stage::briefing);
    play.pass(1);
    CHECK(play.state.stage == Stage::framework);
}

TEST_CASE("a stage ends early when every seat that people hold is ready") {
    Play play;
    play.begin(Stage::briefing);
    for (const PartyId party : {city, farmers, ministry, rijk}) {
        CHECK(play.ask(party, command::Ready{true}) == "");
    }
    CHECK(play.state.stage == Stage::briefing);
    CHECK(play.ask(school, command::Ready{true}) == "");
    CHECK(play.state.stage == Stage::framework);
    CHECK(play.happened<event::StageEnded>().back().reason == event::EndReason::ready);
}

TEST_CASE("bots act before a stage ends early, but no negotiation waits for them") {
    Play play;
    play.world(rules::world::Held{city, true});
    play.world(rules::world::Presence{city, true});
    REQUIRE(play.act(act::Start{}) == "");
    play.ask(city, command::Ready{true});
    CHECK(play.state.stage == Stage::briefing);
    for (const PartyId party : {farmers, ministry, rijk, school}) {
        play.ask(party, command::Ready{true});
    }
    CHECK(play.state.stage == Stage::framework);
    play.skip_to(Stage::negotiation);
    play.ask(city, command::Ready{true});
    CHECK(play.state.stage == Stage::outcome);
}

TEST_CASE("time stands still while a game is paused, and only talk goes on") {
    Play play;
    play.begin(Stage::briefing);
    play.pass(50'000);
    CHECK(play.act(act::Pause{}) == "");
    CHECK(play.act(act::Pause{}) == "not-running");
    CHECK(play.ask(city, command::Ready{true}) == "paused");
    CHECK(play.ask(city, command::Say{rules::Audience::all, {}, {}, some_words()}) == "");
    play.pass(1'000'000);
    CHECK(play.state.stage == Stage::briefing);
    CHECK(play.act(act::Resume{}) == "");
    play.pass(49'999);
    CHECK(play.state.stage == Stage::briefing);
    play.pass(1);
    CHECK(play.state.stage == Stage::framework);
}

TEST_CASE("extending a stage makes it as much longer") {
    Play play;
    play.begin(Stage::briefing);
    CHECK(play.act(act::Extend{30}) == "");
    CHECK(play.act(act::Extend{0}) == "bad-value");
    CHECK(play.act(act::Extend{3601}) == "bad-value");
    play.pass(129'999);
    CHECK(play.state.stage == Stage::briefing);
    play.pass(1);
    CHECK(play.state.stage == Stage::framework);
}

TEST_CASE("while the server was down no time passed, and absence begins anew") {
    Play play;
    play.begin(Stage::briefing);
    play.pass(40'000);
    play.now_ms += 500'000;  // nothing happens: the server is down
    CHECK(play.world(rules::world::Restart{500'000}) == "");
    CHECK(play.state.stage == Stage::briefing);
    for (const rules::SeatState& seat : play.state.seats) {
        CHECK_FALSE(seat.present);
        CHECK(seat.grace_ends_ms == 100'000);  // 40 s of play and 60 s of grace
    }
    play.pass(59'999);
    CHECK(play.state.stage == Stage::briefing);
    play.pass(1);
    CHECK(play.state.stage == Stage::framework);
}

TEST_CASE("a bot stands in when the grace of an absent seat is over, and hands back on return") {
    Play play;
    play.begin(Stage::briefing);
    CHECK(play.world(rules::world::Presence{city, false}) == "");
    play.pass(59'999);
    CHECK_FALSE(rules::bot_plays(play.state.seats[city.value]));
    play.pass(1);
    CHECK(rules::bot_plays(play.state.seats[city.value]));
    CHECK(play.happened<event::GraceRanOut>().size() == 1);
    CHECK(play.world(rules::world::Presence{city, true}) == "");
    CHECK_FALSE(rules::bot_plays(play.state.seats[city.value]));
}

TEST_CASE("an absent seat holds up a stage until its grace is over, and no longer") {
    Play play;
    play.begin(Stage::briefing);
    CHECK(play.world(rules::world::Presence{city, false}) == "");
    for (const PartyId party : {farmers, ministry, rijk, school}) {
        play.ask(party, command::Ready{true});
    }
    CHECK(play.state.stage == Stage::briefing);
    play.pass(60'000);
    CHECK(play.state.stage == Stage::framework);
}

TEST_CASE("where all people are gone their bots still have to act before a stage ends early") {
    Play play;
    play.begin(Stage::briefing);
    for (const PartyId party : play.scenario.all_parties()) {
        play.world(rules::world::Presence{party, false});
    }
    play.pass(60'000);
    CHECK(play.state.stage == Stage::briefing);
    for (const PartyId party : play.scenario.all_parties()) play.ask(party, command::Ready{true});
    CHECK(play.state.stage == Stage::framework);
}

TEST_CASE("a seat that the facilitator gave to a bot stays with it when its people return") {
    Play play;
    play.begin(Stage::briefing);
    CHECK(play.act(act::Replace{city, true}) == "");
    CHECK(play.act(act::Replace{city, true}) == "already-so");
    play.world(rules::world::Presence{city, false});
    play.world(rules::world::Presence{city, true});
    CHECK(rules::bot_plays(play.state.seats[city.value]));
    CHECK(play.act(act::Replace{city, false}) == "");
    CHECK_FALSE(rules::bot_plays(play.state.seats[city.value]));
}

TEST_CASE("a game of bots alone goes on when all have acted, up to its end") {
    Play play;
    REQUIRE(play.act(act::Start{}) == "");
    for (int step = 0; play.state.stage != Stage::closed && step < 200; ++step) {
        for (const PartyId party : play.scenario.all_parties()) {
            if (!play.state.seats[party.value].ready) play.ask(party, command::Ready{true});
        }
    }
    CHECK(play.state.stage == Stage::closed);
    CHECK(play.state.round == 2);
}

TEST_CASE("with people in it, the debrief lasts until the facilitator ends it") {
    Play play;
    play.begin(Stage::debrief, 2);
    for (const PartyId party : play.scenario.all_parties()) play.ask(party, command::Ready{true});
    play.pass(100'000'000);
    CHECK(play.state.stage == Stage::debrief);
    CHECK(play.act(act::End{}) == "");
    CHECK(play.state.stage == Stage::closed);
    CHECK(play.ask(city, command::Say{rules::Audience::all, {}, {}, some_words()}) ==
          "wrong-stage");
}

TEST_CASE("a helper may not start or end a game, but pause, skip and announce") {
    Play play;
    CHECK(play.act(act::Start{}, true) == "not-allowed-to-helper");
    play.begin(Stage::briefing);
    CHECK(play.act(act::Pause{}, true) == "");
    CHECK(play.act(act::Resume{}, true) == "");
    CHECK(play.act(act::Announce{some_words()}, true) == "");
    CHECK(play.act(act::Skip{}, true) == "");
    CHECK(play.act(act::End{}, true) == "not-allowed-to-helper");
}

TEST_CASE("a phase in which nobody has anybody to rate is skipped") {
    Play play;
    play.begin(Stage::outcome);
    play.act(act::Skip{});
    CHECK(play.state.stage == Stage::reflection);
}

TEST_CASE("every command is refused outside its phases and changes nothing") {
    Play play;
    play.begin(Stage::briefing);
    const std::vector<rules::Command> commands = {
        command::Publish{},
        command::Ambition{valley, health, 60},
        command::Support{homes},
        command::Invite{valley, school},
        command::Knock{valley, some_words()},
        command::Share{homes, set_of({farmers})},
        command::Pledge{valley, Money{10}},
        command::Submit{valley, set_of({homes}), set_of({city}), Money{10}, some_words()},
        command::Decide{valley, true, some_words()},
        command::Amend{valley, 1, play.sound_deal()},
        command::Back{valley, 1},
        command::Put{valley, 1},
        command::Sign{valley, 1},
        command::Demand{valley, crime},
        command::WalkAway{valley},
        command::Rate{city, 3},
        command::Motivate{some_words()},
        command::Place{0, 0, 0},
        command::Lesson{some_words()}};
    for (const rules::Command& wanted : commands) CHECK(play.ask(city, wanted) == "wrong-stage");
}

}  // namespace dealtafel::tests
