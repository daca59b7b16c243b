// What is stored may be damaged: a game whose record does not hold stops with one message to all in
// it, the place is told to whoever runs the server, and the other games of its session go on.
#include "support/table.hpp"

#include <doctest/doctest.h>

#include <functional>

namespace dealtafel::test {

namespace {

using Lines = std::vector<std::string>;
using Damage = std::function<void(core::StoredStream&)>;

// Two games of one session, with a player in each, after a restart that found what is stored of the
// first game changed.
struct AfterDamage {
    explicit AfterDamage(const Damage& damage) {
        Table table("municipalities", 1, 2);
        other_token = table.hub.take_seat(table.session.code, "municipalities", "Sam", 1).token;
        table.say(1, "paardenbloem");
        std::vector<core::StoredStream> streams;
        for (const std::string& id : table.hub.world.store.list()) {
            store::MemoryStore& kept = table.hub.world.store;
            streams.push_back(store::read_stream(kept, id, kept.take_over(id)));
        }
        hub.world.store = table.hub.world.store;
        for (core::StoredStream& stream : streams) {
            if (!any_with(stream.lines, R"("said")")) continue;
            game = stream.id;
            damage(stream);
        }
        wrong = hub.hub.restore(std::move(streams), hub.now_ms);
        hub.settle();
        session = table.session;
        token = table.seat.token;
    }

    TestHub hub{{scenario_entry("foodvalley")}, 2};
    protocol::http::SessionCreated session;
    std::string token;
    std::string other_token;
    std::string game;
    Lines wrong;
};

}  // namespace

TEST_CASE("a game whose record does not hold stops alone, and its place is told") {
    const auto in_lines = [](const std::function<void(Lines&)>& damage) -> Damage {
        return [damage](core::StoredStream& stream) { damage(stream.lines); };
    };
    const std::vector<std::pair<Damage, std::string>> damages{
        // A changed byte, a torn line, one that is lost, two that changed places, and nothing left.
        {in_lines([](Lines& lines) { lines[2][lines[2].find("\"at\":") + 6] ^= 1; }), "line 3: "},
        {in_lines([](Lines& lines) { lines[2].resize(lines[2].size() / 2); }), "line 3: "},
        {in_lines([](Lines& lines) { lines.erase(lines.begin() + 1); }), "line 2: "},
        {in_lines([](Lines& lines) { std::swap(lines[1], lines[2]); }), "line 2: "},
        {in_lines([](Lines& lines) { lines.clear(); }), "line 1: "},
        // Words that nobody said.
        {[](core::StoredStream& stream) { stream.texts.at(0).words[0] ^= 1; }, "text "}};
    for (const auto& [damage, place] : damages) {
        AfterDamage after(damage);
        REQUIRE(after.wrong.size() == 1);
        CHECK_MESSAGE(after.wrong[0].starts_with("game " + after.game + ": " + place),
                      after.wrong[0]);
        TestHub& hub = after.hub;
        const auto player = hub.connect(after.session.code, after.token, 0, "player-01");
        const auto watcher = hub.connect(after.session.code, "", 0, "watcher-1");
        const auto facilitator =
            hub.connect(after.session.code, after.session.facilitator_token, 0, "facilitator-1");
        for (const core::ConnectionId connection : {player, watcher, facilitator}) {
            CHECK(hub.world.closed[connection] == "game-damaged");
            CHECK_FALSE(any_with(hub.received(connection), "\"view\""));
        }
        const auto other = hub.connect(after.session.code, after.other_token, 0, "player-02");
        CHECK(hub.world.closed.count(other) == 0);
        command::Say said;
        said.to = rules::Audience::all;
        said.text = hub.texts.take("weegbree");
        hub.send(other, client::Command{1, said});
        CHECK(any_with(hub.received(other), R"({"type":"answer","id":1})"));
        CHECK(any_with(hub.received(other), "weegbree"));
    }
}

TEST_CASE("nobody gets a seat in a game that has stopped for its damaged record") {
    AfterDamage after([](core::StoredStream& stream) { stream.lines.back() += ' '; });
    const auto take = [&](std::optional<int> game) {
        std::string outcome;
        after.hub.hub.take_seat(after.session.code, {game, "province", "Kim"}, after.hub.now_ms,
                                [&](const auto& taken) {
                                    outcome = taken ? std::to_string(taken->game)
                                                    : taken.error().code;
                                });
        after.hub.settle();
        return outcome;
    };
    CHECK(take(0) == "game-damaged");
    CHECK(take(std::nullopt) == "1");
}

TEST_CASE("a fault of the program in one game stops it alone, and what was stored is not lost") {
    Table table("municipalities", 1, 2);
    TestHub& hub = table.hub;
    const std::string token =
        hub.take_seat(table.session.code, "municipalities", "Sam", 1).token;
    const auto other = hub.connect(table.session.code, token, 0, "player-02");
    table.say(1, "paardenbloem");
    const auto has_said = [&](const std::string& id) {
        return any_with(store::read_stream(hub.world.store, id, 0).lines, R"("said")");
    };
    for (const std::string& id : hub.world.store.list()) {
        if (has_said(id)) hub.world.faulty = id;
    }
    const auto lines = store::read_stream(hub.world.store, hub.world.faulty, 0).lines;
    table.say(2, "weegbree");
    CHECK(hub.world.closed[table.player] == "game-damaged");
    CHECK_FALSE(any_with(hub.received(table.player), "weegbree"));
    CHECK(hub.world.closed.count(other) == 0);
    command::Say said;
    said.to = rules::Audience::all;
    said.text = hub.texts.take("duizendblad");
    hub.send(other, client::Command{1, said});
    CHECK(any_with(hub.received(other), "duizendblad"));
    CHECK(store::read_stream(hub.world.store, hub.world.faulty, 0).lines == lines);
    const auto late = hub.connect(table.session.code, table.seat.token, 0, "player-03");
    CHECK(hub.world.closed[late] == "game-damaged");
}

}  // namespace dealtafel::test
