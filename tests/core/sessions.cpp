// A session at work: joining, commands and their answers, what is stored before it is shown,
// resuming, and going on after a restart.
#include "support/table.hpp"

#include "core/limits.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace dealtafel::test {

TEST_CASE("what a player says is answered, and told to everybody with its number") {
    Table table;
    table.say(1, "Goedemiddag");
    CHECK(any_with(table.hub.received(table.player), R"({"type":"answer","id":1})"));
    CHECK(any_with(table.hub.received(table.player), "Goedemiddag"));
    CHECK(any_with(table.hub.received(table.facilitator), "Goedemiddag"));
}

TEST_CASE("nothing of a command is told or answered before it is stored") {
    Table table;
    const std::size_t player_had = table.hub.received(table.player).size();
    const std::size_t facilitator_had = table.hub.received(table.facilitator).size();
    table.hub.stores = false;
    table.say(1, "Nog niet opgeslagen");
    CHECK(table.hub.received(table.player).size() == player_had);
    CHECK(table.hub.received(table.facilitator).size() == facilitator_had);
    table.hub.stores = true;
    table.hub.settle();
    CHECK(any_with(table.hub.received(table.player), R"({"type":"answer","id":1})"));
    CHECK(any_with(table.hub.received(table.facilitator), "Nog niet opgeslagen"));
}

TEST_CASE("a refusal too is told only once its note is stored") {
    Table table;
    table.hub.stores = false;
    const std::size_t had = table.hub.received(table.player).size();
    table.hub.send(table.player, client::Command{1, command::Publish{}});
    CHECK(table.hub.received(table.player).size() == had);
    table.hub.stores = true;
    table.hub.settle();
    CHECK(any_with(table.hub.received(table.player), "wrong-stage"));
}

TEST_CASE("a command that comes twice is done once and answered twice") {
    Table table;
    table.say(7, "Eenmaal");
    table.say(7, "Eenmaal");
    const auto& messages = table.hub.received(table.player);
    const auto count = [&](std::string_view part) {
        return std::count_if(messages.begin(), messages.end(), [&](const std::string& message) {
            return message.find(part) != std::string::npos;
        });
    };
    CHECK(count("Eenmaal") == 1);
    CHECK(count(R"({"type":"answer","id":7})") == 2);
}

TEST_CASE("who resumes gets what it missed, and nothing that it has") {
    Table table;
    table.say(1, "weegbree");
    table.hub.disconnect(table.player);
    // Somebody else speaks meanwhile.
    const auto other = table.hub.take_seat(table.session.code, "province", "Sam");
    const core::ConnectionId second =
        table.hub.connect(table.session.code, other.token, 0, "player-02");
    command::Say said;
    said.to = rules::Audience::all;
    said.text = table.hub.texts.take("paardenbloem");
    table.hub.send(second, client::Command{1, said});
    // The first saw the items up to and including its own words.
    const core::ConnectionId whole =
        table.hub.connect(table.session.code, table.seat.token, 0, "player-01");
    CHECK(any_with(table.hub.received(whole), "weegbree"));
    CHECK(any_with(table.hub.received(whole), "paardenbloem"));
    const core::ConnectionId resumed =
        table.hub.connect(table.session.code, table.seat.token, 1'000'000, "player-01");
    CHECK_FALSE(any_with(table.hub.received(resumed), "paardenbloem"));
}

TEST_CASE("malformed messages, unknown words and a second hello are refused and change nothing") {
    Table table;
    const std::size_t lines = table.hub.world.store.list().size();
    for (const std::string text :
         {"{", "[]", R"({"type":"nothing"})", R"({"type":"command"})",
          R"({"type":"command","id":1,"command":{"type":"sign"}})",
          R"({"type":"hello","protocol":1,"client":"12345678","seen":0})"}) {
        const std::size_t had = table.hub.received(table.player).size();
        table.hub.send_text(table.player, text);
        const auto& messages = table.hub.received(table.player);
        REQUIRE_MESSAGE(messages.size() == had + 1, text);
        CHECK_MESSAGE(messages.back().find("\"code\"") != std::string::npos, text);
    }
    CHECK(table.hub.world.store.list().size() == lines);
}

TEST_CASE("a member without the pen may talk, but not decide") {
    Table table;
    const auto second = table.hub.take_seat(table.session.code, "municipalities", "Ali");
    const core::ConnectionId mate =
        table.hub.connect(table.session.code, second.token, 0, "player-02");
    table.act(rules::act::Start{});
    table.act(rules::act::Skip{});
    table.act(rules::act::Skip{});
    command::Ambition ambition{RegionId{0}, ThemeId{0}, 70};
    table.hub.send(mate, client::Command{1, ambition});
    CHECK(any_with(table.hub.received(mate), "no-pen"));
    command::Say said;
    said.to = rules::Audience::all;
    said.text = table.hub.texts.take("Ik praat mee");
    table.hub.send(mate, client::Command{2, said});
    CHECK(any_with(table.hub.received(table.player), "Ik praat mee"));
    table.hub.send(mate, client::Pen{3, std::nullopt});
    table.hub.send(mate, client::Command{4, ambition});
    CHECK(any_with(table.hub.received(mate), R"({"type":"answer","id":4})"));
}

TEST_CASE("a spectator, a helper and a player have each their own rights") {
    Table table;
    const core::ConnectionId spectator = table.hub.connect(table.session.code, "");
    table.hub.send(spectator, client::Command{1, command::Ready{true}});
    CHECK(any_with(table.hub.received(spectator), "wrong-role"));
    table.hub.send(table.player, client::Act{5, 0, rules::act::Start{}});
    CHECK(any_with(table.hub.received(table.player), "wrong-role"));
    const core::ConnectionId helper =
        table.hub.connect(table.session.code, table.session.helper_token, 0, "helper-01");
    table.hub.send(helper, client::Act{1, 0, rules::act::Start{}});
    CHECK(any_with(table.hub.received(helper), "not-allowed-to-helper"));
}

TEST_CASE("an act on all games is answered once, when all of them have stored it") {
    Table table("municipalities", 1, 3);
    table.hub.stores = false;
    table.hub.send(table.facilitator, client::Act{1, std::nullopt, rules::act::Start{}});
    const std::string answer = R"({"type":"answer","id":1})";
    for (int stored = 0; stored < 3; ++stored) {
        CHECK_FALSE(any_with(table.hub.received(table.facilitator), answer));
        table.hub.settle_one();
    }
    CHECK(any_with(table.hub.received(table.facilitator), answer));
    CHECK(table.hub.world.waiting.empty());
}

TEST_CASE("an act on all games is refused with the first refusal, though others have done it") {
    Table table("municipalities", 1, 3);
    table.hub.send(table.facilitator, client::Act{1, 1, rules::act::Start{}});
    table.hub.send(table.facilitator, client::Act{2, std::nullopt, rules::act::Start{}});
    const auto& messages = table.hub.received(table.facilitator);
    CHECK(std::count_if(messages.begin(), messages.end(), [](const std::string& message) {
              return message.find(R"("type":"answer","id":2)") != std::string::npos;
          }) == 1);
    CHECK(any_with(messages,
                   R"({"type":"answer","id":2,"refusal":{"code":"already-started"}})"));
    CHECK(table.hub.hub.session_info(table.session.code)->find(R"("stage":"lobby")") ==
          std::string::npos);
}

TEST_CASE("a connection that says no hello is told so and closed in time, others stay") {
    Table table;
    const std::int64_t opened_ms = table.hub.now_ms;
    for (const core::ConnectionId quiet : {100, 101, 102}) {
        REQUIRE(table.hub.hub.opened(quiet, table.session.code, opened_ms));
    }
    // Talk that is no hello buys no time; a connection that is gone needs no end.
    table.hub.send(101, client::Ping{1});
    table.hub.disconnect(102);
    table.hub.pass(core::limits::hello_ms_max - 1);
    CHECK(table.hub.world.closed.empty());
    table.hub.pass(1);
    CHECK(table.hub.world.closed ==
          std::map<core::ConnectionId, std::string>{{100, "hello-first"}, {101, "hello-first"}});
    CHECK(table.hub.now_ms == opened_ms + 30'000);
}

TEST_CASE("a wrong token and a wrong protocol end the connection with a code") {
    Table table;
    const core::ConnectionId stranger = table.hub.connect(table.session.code, "0123456789abcdef");
    CHECK(table.hub.world.closed[stranger] == "wrong-token");
}

TEST_CASE("too many commands at once are refused, and later ones taken again") {
    Table table;
    for (std::uint64_t id = 1; id <= 60; ++id) table.say(id, "snel");
    CHECK(any_with(table.hub.received(table.player), "too-fast"));
    table.hub.now_ms += 10'000;
    table.say(100, "rustig");
    CHECK(any_with(table.hub.received(table.player), R"({"type":"answer","id":100})"));
}

TEST_CASE("a session goes on after a restart: seats, words, answers, and no second is lost") {
    Table table;
    table.act(rules::act::Start{});
    table.say(9, "Voor de storing");
    table.hub.pass(30'000);
    std::vector<core::StoredStream> streams;
    for (const std::string& id : table.hub.world.store.list()) {
        store::MemoryStore& kept = table.hub.world.store;
        streams.push_back(store::read_stream(kept, id, kept.take_over(id)));
    }
    TestHub again({scenario_entry("foodvalley")}, 2);
    again.world.store = table.hub.world.store;
    again.now_ms = table.hub.now_ms + 3'600'000;
    CHECK(again.hub.restore(streams, again.now_ms) == std::vector<std::string>{});
    again.settle();
    const core::ConnectionId player =
        again.connect(table.session.code, table.seat.token, 0, "player-01");
    CHECK(any_with(again.received(player), "Voor de storing"));
    // The same command again is known, and said only once.
    command::Say said;
    said.to = rules::Audience::all;
    said.text = again.texts.take("Voor de storing");
    again.send(player, client::Command{9, said});
    CHECK(any_with(again.received(player), R"({"type":"answer","id":9})"));
    std::size_t times = 0;
    for (const std::string& message : again.received(player)) {
        for (std::size_t at = 0; (at = message.find("Voor de storing", at)) != std::string::npos;
             ++at) {
            ++times;
        }
    }
    CHECK(times == 1);
    // The briefing of 480 s still lasts at least what was left: an hour of standing still is none.
    again.pass(400'000);
    CHECK_FALSE(any_with(again.received(player), R"("type":"stage-began","stage":"framework")"));
}

}  // namespace dealtafel::test
