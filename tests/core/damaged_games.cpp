// What is stored may be damaged: a game whose record does not hold stops with one message to all in
// it, the place is told to whoever runs the server, and the other games of its session go on.
#include "support/table.hpp"

#include <doctest/doctest.h>

#include <functional>

namespace dealtafel::test {

namespace {

using Lines = std::vector<std::string>;
using Damage = std::function<void(core::StoredStream&)>;

Damage in_lines(const std::function<void(Lines&)>& damage) {
    return [damage](core::StoredStream& stream) { damage(stream.lines); };
}

// Whose stream is damaged: that of the first game, or the session's own.
enum class Of { game, session };

// Two games of one session, with a player in each, and a session beside it, after a restart that
// found what is stored of one of them changed.
struct AfterDamage {
    explicit AfterDamage(const Damage& damage, Of of = Of::game,
                         const core::ScenarioEntry& known = scenario_entry("foodvalley"))
        : hub({known}, 2) {
        Table table("municipalities", 1, 2);
        other_token = table.hub.take_seat(table.session.code, "municipalities", "Sam", 1).token;
        table.say(1, "paardenbloem");
        table.hub.send(table.player, client::Draft{RegionId{0}, "kladje"});
        protocol::http::CreateSession wish;
        wish.scenario = "foodvalley";
        elsewhere = table.hub.create(wish);
        elsewhere_token = table.hub.take_seat(elsewhere.code, "province", "Kim").token;
        std::vector<core::StoredStream> streams;
        for (const std::string& id : table.hub.world.store.list()) {
            store::MemoryStore& kept = table.hub.world.store;
            streams.push_back(store::read_stream(kept, id, kept.take_over(id)));
        }
        hub.world.store = table.hub.world.store;
        for (core::StoredStream& stream : streams) {
            const std::string mark = of == Of::game ? R"("said")" : table.session.code;
            if (!any_with(stream.lines, mark)) continue;
            damaged = stream.id;
            damage(stream);
        }
        wrong = hub.hub.restore(std::move(streams), hub.now_ms);
        hub.settle();
        session = table.session;
        token = table.seat.token;
    }
    // Whether this player says something and all is as it should be.
    bool plays_on(const std::string& code, const std::string& player_token) {
        const auto player = hub.connect(code, player_token, 0, "player-02");
        command::Say said;
        said.to = rules::Audience::all;
        said.text = hub.texts.take("weegbree");
        hub.send(player, client::Command{1, said});
        return hub.world.closed.count(player) == 0 &&
               any_with(hub.received(player), R"({"type":"answer","id":1})") &&
               any_with(hub.received(player), "weegbree");
    }

    TestHub hub;
    protocol::http::SessionCreated session;
    std::string token;
    std::string other_token;
    protocol::http::SessionCreated elsewhere;
    std::string elsewhere_token;
    std::string damaged;  // the stream
    Lines wrong;
};

// With this damage of its own stream nobody finds the session, and one beside it plays on.
void check_not_taken_up(const Damage& damage, const std::string& place) {
    AfterDamage after(damage, Of::session);
    REQUIRE(after.wrong.size() == 1);
    CHECK_MESSAGE(after.wrong[0].starts_with("session " + after.damaged + ": " + place),
                  after.wrong[0]);
    CHECK_FALSE(after.hub.hub.has_session(after.session.code));
    CHECK(after.plays_on(after.elsewhere.code, after.elsewhere_token));
}

}  // namespace

TEST_CASE("a game whose record does not hold stops alone, and its place is told") {
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
        CHECK_MESSAGE(after.wrong[0].starts_with("game " + after.damaged + ": " + place),
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
        CHECK(after.plays_on(after.session.code, after.other_token));
        CHECK(after.plays_on(after.elsewhere.code, after.elsewhere_token));
    }
}

TEST_CASE("a game goes on without the one before it, though the scenario is another by now") {
    const Damage first_line = in_lines([](Lines& lines) { lines[0].resize(lines[0].size() / 2); });
    AfterDamage after(first_line, Of::game,
                      scenario_entry("foodvalley", "Regio Deal Foodvalley", "Een andere deal"));
    REQUIRE(after.wrong.size() == 1);
    CHECK_MESSAGE(after.wrong[0].starts_with("game " + after.damaged + ": line 1: "),
                  after.wrong[0]);
    CHECK(after.plays_on(after.session.code, after.other_token));
}

TEST_CASE("a session whose own stream does not hold is not taken up, and its place is told") {
    const std::vector<std::pair<Damage, std::string>> damages{
        {in_lines([](Lines& lines) { lines[1][lines[1].find("\"at\":") + 6] ^= 1; }), "line 2: "},
        {in_lines([](Lines& lines) { lines[1].resize(lines[1].size() / 2); }), "line 2: "},
        {in_lines([](Lines& lines) { std::swap(lines[1], lines[2]); }), "line 2: "},
        {in_lines([](Lines& lines) { lines[0][lines[0].find("session-created")] ^= 1; }),
         "line 1: "},
        {in_lines([](Lines& lines) { lines.clear(); }), "line 1: "}};
    for (const auto& [damage, place] : damages) check_not_taken_up(damage, place);
}

TEST_CASE("nor is a session in whose own stream words changed") {
    // The names of those who sit there, and what a team drafts.
    for (std::size_t at = 0; at < 3; ++at) {
        check_not_taken_up(
            [at](core::StoredStream& stream) { stream.texts.at(at).words[0] ^= 1; }, "text ");
    }
}

TEST_CASE("a session whose own stream is found damaged while it runs writes nothing more to it") {
    const std::vector<Damage> damages{
        in_lines([](Lines& lines) { lines.back() += ' '; }),
        [](core::StoredStream& stream) { stream.texts.at(0).words[0] ^= 1; }};
    for (const Damage& damage : damages) {
        Table table;
        TestHub& hub = table.hub;
        const auto take = [&] {
            std::string outcome;
            hub.hub.take_seat(table.session.code, {0, "province", "Sam"}, hub.now_ms,
                              [&](const auto& taken) {
                                  outcome = taken ? taken->party : taken.error().code;
                              });
            hub.settle();
            return outcome;
        };
        std::vector<std::string> asked;
        hub.world.store_append = [&](const store::Append& append) {
            asked.push_back(append.stream);
            return store::AppendResult::stream_fault;
        };
        hub.stores = false;
        take();
        hub.settle_one();
        REQUIRE(asked.size() == 1);
        const std::string own = asked.front();
        // It is asked to be read again, and is damaged.
        REQUIRE(hub.world.waiting.size() == 1);
        hub.world.waiting.clear();
        core::StoredStream held = store::read_stream(hub.world.store, own, 1);
        damage(held);
        CHECK(hub.hub.loaded(own, held, hub.now_ms).has_value());
        CHECK(take() == "no-writes");
        CHECK(hub.world.waiting.size() == 1);
        CHECK(get_if<store::Append>(&hub.world.waiting.front()) == nullptr);
        // Its games go on, and so does itself should it be found whole again.
        hub.world.store_append = [&](const store::Append& append) {
            return hub.world.store.append_all({&append, 1}).front();
        };
        hub.stores = true;
        table.say(1, "paardenbloem");
        CHECK(any_with(hub.received(table.player), R"({"type":"answer","id":1})"));
        CHECK(take() == "province");
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
    CHECK(any_with(hub.world.logged, "game " + hub.world.faulty + ": stopped by a fault"));
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

TEST_CASE("who acts on all games is told that one of them has stopped by a fault of the program") {
    Table table("municipalities", 1, 2);
    TestHub& hub = table.hub;
    table.say(1, "paardenbloem");
    for (const std::string& id : hub.world.store.list()) {
        const auto lines = store::read_stream(hub.world.store, id, 0).lines;
        if (any_with(lines, R"("said")")) hub.world.faulty = id;
    }
    // Looks at the other game meanwhile.
    const core::ConnectionId second = 99;
    REQUIRE(hub.hub.opened(second, table.session.code, hub.now_ms));
    client::Hello hello;
    hello.protocol = protocol::version;
    hello.client = "facilitator-2";
    hello.token = table.session.facilitator_token;
    hello.game = 1;
    hub.send(second, hello);
    hub.send(second, client::Act{1, std::nullopt, rules::act::Start{}});
    CHECK(any_with(hub.received(second), R"("id":1,"refusal":{"code":"game-damaged"})"));
    CHECK(any_with(hub.received(second), R"("type":"stage-began","stage":"briefing")"));
    CHECK(hub.world.closed.count(second) == 0);
}

}  // namespace dealtafel::test
