// What could not be stored never was: a game whose append failed goes on from what the store holds,
// and nobody is shown, or loses, anything that is not in it.
#include "support/table.hpp"

#include "base/draw.hpp"
#include "core/limits.hpp"
#include "json/codec.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

namespace dealtafel::test {

namespace {

using store::AppendResult;

std::size_t count_with(const std::vector<std::string>& messages, std::string_view part) {
    return static_cast<std::size_t>(
        std::ranges::count_if(messages, [&](const std::string& message) {
            return message.find(part) != std::string::npos;
        }));
}

// The entries of a reader's feed by their numbers; an entry that came twice must be the same.
std::map<std::int64_t, std::string> feed_of(const std::vector<std::string>& messages) {
    std::map<std::int64_t, std::string> feed;
    for (const std::string& message : messages) {
        const auto document = json::parse(message).value();
        const auto& object = document.root().as_object();
        if (object.at("type") != "frame" || !object.contains("feed")) continue;
        std::int64_t number = object.at("number").as_int64();
        for (const auto& entry : object.at("feed").as_array()) {
            const auto [at, is_new] = feed.emplace(number++, json::serialize(entry));
            CHECK(at->second == json::serialize(entry));
        }
    }
    return feed;
}

std::vector<std::string> game_lines(Table& table) {
    for (const std::string& id : table.hub.world.store.list()) {
        if (id.starts_with("g-")) return store::read_stream(table.hub.world.store, id, 1).lines;
    }
    return {};
}

// The store fails the next appends, so many of them; each is there after all where `lands` says.
void fail_next(Table& table, int times, AppendResult result = AppendResult::disk_fault,
               bool lands = false) {
    HubWorld& world = table.hub.world;
    world.store_append = [&world, times, result, lands](const store::Append& append) mutable {
        const bool fails = times-- > 0;
        const auto stored = fails && !lands ? result : world.store.append_all({&append, 1}).front();
        return fails ? result : stored;
    };
}

}  // namespace

TEST_CASE("a command that could not be stored is refused, told to nobody, and done if sent again") {
    for (const auto fault : {AppendResult::disk_fault, AppendResult::stream_fault,
                             AppendResult::conflict}) {
        Table table;
        const std::size_t lines = game_lines(table).size();
        fail_next(table, 1, fault);
        table.say(1, "paardenbloem");
        CHECK(any_with(table.hub.received(table.player),
                       R"({"type":"answer","id":1,"refusal":{"code":"try-again"}})"));
        CHECK_FALSE(any_with(table.hub.received(table.player), "paardenbloem"));
        CHECK_FALSE(any_with(table.hub.received(table.facilitator), "paardenbloem"));
        table.say(1, "paardenbloem");
        CHECK(count_with(table.hub.received(table.player), R"({"type":"answer","id":1})") == 1);
        CHECK(count_with(table.hub.received(table.facilitator), "paardenbloem") == 1);
        // A restart, a seat that is away and is there again, and the words.
        CHECK(game_lines(table).size() == lines + 4);
        CHECK(table.hub.world.closed.empty());
    }
}

TEST_CASE("a command that was stored although the store failed is answered as done and told once") {
    Table table;
    fail_next(table, 1, AppendResult::disk_fault, true);
    table.say(1, "weegbree");
    CHECK(count_with(table.hub.received(table.player), R"({"type":"answer","id":1})") == 1);
    CHECK_FALSE(any_with(table.hub.received(table.player), "try-again"));
    CHECK(count_with(table.hub.received(table.facilitator), "weegbree") == 1);
    table.say(1, "weegbree");
    CHECK(count_with(table.hub.received(table.player), R"({"type":"answer","id":1})") == 2);
    CHECK(count_with(table.hub.received(table.facilitator), "weegbree") == 1);
}

TEST_CASE("questions and newcomers that waited for a failed append are answered all the same") {
    Table table;
    table.hub.stores = false;
    table.say(1, "brandnetel");
    client::Forecast forecast;
    forecast.id = 2;
    forecast.region = RegionId{0};
    forecast.version = 1;
    table.hub.send(table.player, forecast);
    const core::ConnectionId newcomer = table.hub.connect(table.session.code, "");
    fail_next(table, 2);
    table.hub.stores = true;
    table.hub.settle();
    CHECK(any_with(table.hub.received(table.player), R"({"type":"forecast","id":2,)"));
    CHECK(any_with(table.hub.received(newcomer), R"("type":"welcome")"));
    CHECK(any_with(table.hub.received(newcomer), R"("view":)"));
}

TEST_CASE("while nothing can be stored clocks stand, the store is spared, and all can be read") {
    Table table;
    table.act(rules::act::Start{});
    table.hub.pass(30'000);
    int appends = 0;
    table.hub.world.store_append = [&](const store::Append&) {
        ++appends;
        return AppendResult::disk_fault;
    };
    table.say(1, "vergeefs");
    table.hub.pass(60'000);
    // The words, the taking up at once, and again after every 5 of the 60 seconds.
    CHECK(appends == 2 + 12);
    CHECK(any_with(table.hub.received(table.player),
                   R"({"type":"answer","id":1,"refusal":{"code":"try-again"}})"));
    table.say(2, "nog eens");
    CHECK(any_with(table.hub.received(table.player),
                   R"({"type":"answer","id":2,"refusal":{"code":"no-writes"}})"));
    CHECK(appends == 2 + 12);
    CHECK_FALSE(table.hub.hub.writes());
    const core::ConnectionId reader =
        table.hub.connect(table.session.code, table.session.facilitator_token, 0, "reader-01");
    CHECK(any_with(table.hub.received(reader), R"("type":"stage-began","stage":"briefing")"));
    // 30 s of the game were played when it came to a stand.
    CHECK(any_with(table.hub.received(reader),
                   R"("clock":{"running":false,"anchor_wall_ms":1800000030000,)"
                   R"("anchor_play_ms":30000})"));

    table.hub.world.store_append = [&](const store::Append& append) {
        return table.hub.world.store.append_all({&append, 1}).front();
    };
    table.hub.pass(5'000);
    CHECK(table.hub.hub.writes());
    CHECK(table.hub.received(reader).back().find(R"("clock":{"running":true)") !=
          std::string::npos);
    // It stood from 30 s, when the words could not be stored, to 95 s, when it was taken up.
    CHECK(count_with(game_lines(table), R"("down_ms":65000)") == 1);
}

TEST_CASE("a phase lasts as long as it should, however long nothing could be stored") {
    const auto begins_after = [](std::int64_t down_ms) {
        Table table;
        table.act(rules::act::Start{});
        const std::int64_t start_ms = table.hub.now_ms;
        for (std::uint64_t outage = 1; outage <= 2; ++outage) {
            table.hub.pass(30'000);
            if (down_ms == 0) continue;
            fail_next(table, 1'000'000);
            table.say(outage, "vergeefs");
            table.hub.pass(down_ms - 1);
            fail_next(table, 0);
            table.hub.pass(1);
        }
        const auto has_begun = [&] {
            return any_with(table.hub.received(table.facilitator),
                            R"("type":"stage-began","stage":"framework")");
        };
        while (!has_begun()) table.hub.pass(1'000);
        return table.hub.now_ms - start_ms;
    };
    CHECK(begins_after(100'000) == begins_after(0) + 2 * 100'000);
}

TEST_CASE("who came and who took a seat while nothing could be stored is there afterwards") {
    Table table;
    fail_next(table, 1);
    table.say(1, "vergeefs");
    const auto seat = table.hub.take_seat(table.session.code, "province", "Sam");
    fail_next(table, 1);
    table.hub.connect(table.session.code, seat.token, 0, "player-02");
    const auto lines = game_lines(table);
    const auto last = std::find_if(lines.rbegin(), lines.rend(), [](const auto& line) {
        return line.find("seat-") != std::string::npos &&
               line.find("province") != std::string::npos;
    });
    REQUIRE(last != lines.rend());
    CHECK(last->find("seat-present") != std::string::npos);
}

TEST_CASE("a game that starts with its first player starts once, though its start was lost") {
    // The seat or the start, when one came and when two came meanwhile.
    const std::vector<std::pair<int, std::vector<std::string>>> losses{
        {0, {"province"}}, {1, {"province"}}, {0, {"province", "rijk"}}};
    for (const auto& [lost_one, parties] : losses) {
        TestHub hub({scenario_entry("foodvalley")}, 1);
        protocol::http::CreateSession wish;
        wish.scenario = "foodvalley";
        wish.start_when_taken = true;
        const auto session = hub.create(wish);
        hub.stores = false;
        for (const std::string& party : parties) {
            hub.hub.take_seat(session.code, {0, party, "Sam"}, hub.now_ms, [](const auto&) {});
        }
        int appends = 0;
        hub.world.store_append = [&, lost_one = lost_one](const store::Append& append) {
            const bool is_lost = append.stream.starts_with("g-") && appends++ == lost_one;
            if (is_lost) return AppendResult::conflict;
            return hub.world.store.append_all({&append, 1}).front();
        };
        hub.stores = true;
        hub.settle();
        CHECK(hub.hub.session_info(session.code)->find(R"("stage":"briefing")") !=
              std::string::npos);
        for (const std::string& id : hub.world.store.list()) {
            const auto lines = store::read_stream(hub.world.store, id, 1).lines;
            CHECK(count_with(lines, R"("type":"stage-began")") == (id.starts_with("g-") ? 1 : 0));
            CHECK_FALSE(any_with(lines, "already-started"));
        }
    }
}

TEST_CASE("bots go on when their game was read again") {
    Table table;
    table.act(rules::act::Start{});
    fail_next(table, 2);
    table.say(1, "vergeefs");
    const auto by_bots = [&] {
        return count_with(game_lines(table), R"("member":0},)");
    };
    const auto before = by_bots();
    table.hub.pass(60'000);
    CHECK(by_bots() > before);
}

TEST_CASE("a game whose record cannot be read stops and says so, and so to whoever comes later") {
    Table table;
    fail_next(table, 1);
    table.hub.world.reads = false;
    table.say(1, "vergeefs");
    CHECK(table.hub.world.closed[table.player] == "no-writes");
    CHECK(table.hub.world.closed[table.facilitator] == "no-writes");
    CHECK(table.hub.world.wrong.size() == 1);
    table.hub.world.reads = true;
    const core::ConnectionId late = table.hub.connect(table.session.code, table.seat.token);
    CHECK(table.hub.world.closed[late] == "no-writes");
}

TEST_CASE("a game that another server took over is left to it") {
    Table table;
    fail_next(table, 1, AppendResult::fenced);
    table.say(1, "vergeefs");
    CHECK(table.hub.world.closed[table.player] == "try-again");
    CHECK(table.hub.world.wrong.empty());
}

TEST_CASE("a seat that could not be stored is not taken, and the next one is") {
    Table table;
    fail_next(table, 1);
    std::string refusal;
    table.hub.hub.take_seat(table.session.code, {0, "province", "Sam"}, table.hub.now_ms,
                            [&](const auto& result) { refusal = result.error().code; });
    table.hub.settle();
    CHECK(refusal == "no-writes");
    CHECK(table.hub.hub.session_info(table.session.code)->find(R"("Sam")") ==
          std::string::npos);
    // Meanwhile the store is spared.
    refusal.clear();
    table.hub.hub.take_seat(table.session.code, {0, "province", "Sam"}, table.hub.now_ms,
                            [&](const auto& result) { refusal = result.error().code; });
    CHECK(refusal == "no-writes");
    CHECK(table.hub.world.waiting.empty());
    table.hub.now_ms += core::limits::store_rest_ms;
    CHECK(table.hub.take_seat(table.session.code, "province", "Sam").party == "province");
}

TEST_CASE("a session that could not be stored is none, and is tried again only after a rest") {
    Table table;
    fail_next(table, 1);
    int refused = 0;
    const auto wish = [&] {
        protocol::http::CreateSession wanted;
        wanted.scenario = "foodvalley";
        table.hub.hub.create_session(wanted, table.hub.now_ms, [&](const auto& result) {
            if (!result && result.error().code == "no-writes") ++refused;
        });
    };
    // The session's own stream fails here, and with the game's nothing is wrong.
    wish();
    table.hub.settle();
    CHECK(refused == 1);
    CHECK(table.hub.hub.session_count() == 1);
    // Here the game's.
    table.hub.world.store_append = [&](const store::Append& append) {
        if (append.stream.starts_with("g-")) return AppendResult::stream_fault;
        return table.hub.world.store.append_all({&append, 1}).front();
    };
    table.hub.now_ms += core::limits::store_rest_ms;
    wish();
    table.hub.settle();
    CHECK(refused == 2);
    CHECK(table.hub.hub.session_count() == 1);
    fail_next(table, 1'000'000);
    wish();
    table.hub.settle();
    wish();
    CHECK(refused == 4);
    CHECK(table.hub.world.waiting.empty());
    fail_next(table, 0);
    table.hub.now_ms += core::limits::store_rest_ms;
    wish();
    table.hub.settle();
    CHECK(refused == 4);
    CHECK(table.hub.hub.session_count() == 2);
}

TEST_CASE("whatever fails to be stored, everybody's feed is what the record tells, without gaps") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Table table("municipalities", seed);
        std::uint64_t draws = seed * 1'000;
        HubWorld& world = table.hub.world;
        world.store_append = [&](const store::Append& append) {
            // A third fails, of which half is stored all the same.
            const std::uint64_t draw = splitmix64(++draws) % 6;
            if (draw == 0) return AppendResult::disk_fault;
            const auto stored = world.store.append_all({&append, 1}).front();
            return draw == 1 ? AppendResult::stream_fault : stored;
        };
        table.act(rules::act::Start{});
        for (std::uint64_t id = 1; id <= 30; ++id) {
            table.say(id, "woord " + std::to_string(id));
            if (id % 6 == 0) table.act(rules::act::Skip{});
            table.hub.pass(4'000);
        }
        world.store_append = [&](const store::Append& append) {
            return world.store.append_all({&append, 1}).front();
        };
        table.hub.pass(core::limits::store_rest_ms);
        const auto told = feed_of(table.hub.received(table.player));
        const core::ConnectionId again =
            table.hub.connect(table.session.code, table.seat.token, 0, "player-02");
        auto whole = feed_of(table.hub.received(again));
        REQUIRE(!told.empty());
        CHECK(std::prev(told.end())->first == static_cast<std::int64_t>(told.size()));
        CHECK(told == whole);
        // Each of the words is told as often as it was answered to be done.
        for (std::uint64_t id = 1; id <= 30; ++id) {
            const std::string done = R"({"type":"answer","id":)" + std::to_string(id) + "}";
            const std::string words = "\"woord " + std::to_string(id) + "\"";
            CHECK(count_with(table.hub.received(table.player), done) ==
                  static_cast<std::size_t>(std::ranges::count_if(told, [&](const auto& entry) {
                      return entry.second.find(words) != std::string::npos;
                  })));
        }
    }
}

TEST_CASE("who acts on all games is told to try again where one of them could not store it") {
    Table table("municipalities", 1, 2);
    TestHub& hub = table.hub;
    table.act(rules::act::Start{});  // of the first game
    hub.world.store_append = [&](const store::Append& append) {
        const auto before = store::read_stream(hub.world.store, append.stream, 0).lines;
        const bool is_second = !any_with(before, R"("stage-began")");
        return is_second ? AppendResult::disk_fault
                         : hub.world.store.append_all({&append, 1}).front();
    };
    hub.send(table.facilitator, client::Act{10, std::nullopt, rules::act::Start{}});
    CHECK(any_with(hub.received(table.facilitator), R"("id":10,"refusal":{"code":"try-again"})"));
}

}  // namespace dealtafel::test
