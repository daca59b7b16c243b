// A game that was played into the framework of the first round, to be taken back, and what tests of
// that look at: feeds, records, the state that they lead to, and the hub anew on what is stored.
#pragma once

#include "support/table.hpp"

#include "json/codec.hpp"
#include "record/replay.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <doctest/doctest.h>

#include <map>

namespace dealtafel::test {

using store::AppendResult;

inline rules::act::Undo to_stage(Stage stage, std::optional<int> round = {}) {
    return {stage, round, {}};
}
inline rules::act::Undo to_entry(std::uint64_t entry) { return {{}, {}, entry}; }

inline std::map<std::int64_t, boost::json::object> feed_of(
    const std::vector<std::string>& messages) {
    std::map<std::int64_t, boost::json::object> feed;
    for (const std::string& message : messages) {
        const auto document = json::parse(message).value();
        const auto& object = document.root().as_object();
        if (object.at("type") != "frame" || !object.contains("feed")) continue;
        std::int64_t number = object.at("number").as_int64();
        for (const auto& entry : object.at("feed").as_array()) {
            // A copy that outlives the document.
            boost::json::object copy(entry.as_object(), boost::json::storage_ptr());
            const auto [at, is_new] = feed.emplace(number++, std::move(copy));
            CHECK(at->second == entry.as_object());
        }
    }
    return feed;
}

// The number of the first entry with some text in it.
inline std::int64_t entry_with(const std::vector<std::string>& messages, std::string_view part) {
    for (const auto& [number, entry] : feed_of(messages)) {
        if (json::serialize(entry).find(part) != std::string::npos) return number;
    }
    FAIL("no entry has " << part);
    return 0;
}

// What the last entry about going back says of a reader's own feed.
inline std::int64_t known_from(const std::vector<std::string>& messages) {
    std::int64_t known = 0;
    for (const auto& [number, entry] : feed_of(messages)) {
        const auto& item = entry.at("item").as_object();
        if (item.at("type") == "went-back") known = item.at("known_from").as_int64();
    }
    return known;
}

// The streams of a game, the one that it began with first.
inline std::vector<std::vector<std::string>> records(store::MemoryStore& store) {
    std::vector<std::vector<std::string>> all;
    for (const std::string& id : store.list()) {
        if (!id.starts_with("g-")) continue;
        all.push_back(store::read_stream(store, id, 1).lines);
        const bool is_branch = all.back().front().find(R"("branches":)") != std::string::npos;
        if (!is_branch) std::swap(all.front(), all.back());
    }
    return all;
}

// The lines of the stream in which the game goes on.
inline std::vector<std::string> latest(store::MemoryStore& store) {
    constexpr std::string_view names = R"("branch":")";
    std::vector<std::string> lines = records(store).front();
    for (;;) {
        const std::size_t at = lines.back().find(names);
        if (at == std::string::npos) return lines;
        const std::string id = lines.back().substr(at + names.size());
        lines = store::read_stream(store, id.substr(0, id.find('"')), 1).lines;
    }
}

inline rules::State last_state(store::MemoryStore& store) {
    const auto record = record::read_record(latest(store));
    REQUIRE_MESSAGE(record.has_value(), record.error().what);
    const auto played = record::replay(*record);
    REQUIRE_MESSAGE(played.has_value(), played.error().what);
    return played->state;
}

// A table in the framework of the first round, where something was said before and after it began.
struct Underway : Table {
    Underway() {
        act(rules::act::Start{});
        hub.pass(30'000);
        say(1, "paardenbloem");
        act(rules::act::Skip{});
        hub.pass(20'000);
        say(2, "weegbree");
    }
    std::string last_answer(core::ConnectionId who) {
        std::string last;
        for (const std::string& message : hub.received(who)) {
            if (message.starts_with(R"({"type":"answer")")) last = message;
        }
        return last;
    }
    bool is_done(std::uint64_t id) {
        return last_answer(facilitator) == R"({"type":"answer","id":)" + std::to_string(id) + "}";
    }
};

// The hub anew on what is stored.
struct Again {
    explicit Again(Underway& before) : session(before.session), token(before.seat.token) {
        std::vector<core::StoredStream> streams;
        for (const std::string& id : before.hub.world.store.list()) {
            store::MemoryStore& kept = before.hub.world.store;
            streams.push_back(store::read_stream(kept, id, kept.take_over(id)));
        }
        hub.world.store = before.hub.world.store;
        hub.now_ms = before.hub.now_ms + 60'000;
        CHECK(hub.hub.restore(std::move(streams), hub.now_ms) == std::vector<std::string>{});
        hub.settle();
        facilitator = hub.connect(session.code, session.facilitator_token, 0, "facilitator-1");
        player = hub.connect(session.code, token, 0, "player-01");
    }

    TestHub hub{{scenario_entry("foodvalley")}, 2};
    protocol::http::SessionCreated session;
    std::string token;
    core::ConnectionId facilitator = 0;
    core::ConnectionId player = 0;
};

}  // namespace dealtafel::test
