// Who reads too slowly goes, so that what waits for them costs the others nothing.
#include "support/table.hpp"

#include "core/limits.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace dealtafel::test {

namespace {

namespace limits = core::limits;

// A reader to whom nothing is written, or what is written to it never arrives: both hold it up.
core::ConnectionId stuck_reader(Table& table, bool is_written = false) {
    const core::ConnectionId reader = table.hub.connect(table.session.code, "");
    (is_written ? table.hub.half_stuck : table.hub.stuck).insert(reader);
    return reader;
}

// Says something as long as a message may be; about 8 KB for every reader.
void say_much(Table& table, std::uint64_t id) {
    std::string words;
    for (int at = 0; at < 2'000; ++at) words += "\U0001F33E";
    command::Say say;
    say.to = rules::Audience::all;
    say.text = table.hub.texts.take(words);
    table.hub.pass(200);
    table.hub.send(table.player, protocol::client::Command{id, say});
}

}  // namespace

TEST_CASE("a reader for whom more waits than for one may goes, and comes back when it can") {
    for (const bool is_written : {false, true}) {
        Table table;
        const core::ConnectionId stuck = stuck_reader(table, is_written);
        const core::ConnectionId reads = table.hub.connect(table.session.code, "");
        std::uint64_t said = 0;
        while (!table.hub.world.closed.contains(stuck)) {
            REQUIRE(said * 8'000 <= limits::outbox_bytes_max);
            say_much(table, ++said);
        }
        CHECK(table.hub.world.closed.at(stuck) == "too-slow");
        // Views come with it too where they are written, one after the other.
        if (!is_written) CHECK(said * 8'300 > limits::outbox_bytes_max);
        CHECK_FALSE(table.hub.world.closed.contains(reads));
        CHECK_FALSE(table.hub.world.closed.contains(table.player));
    }
}

TEST_CASE("while all hold up too much together, those for whom most waits go, and no others") {
    Table table;
    constexpr std::size_t early = 200;
    std::vector<core::ConnectionId> first;
    for (std::size_t at = 0; at < early; ++at) first.push_back(stuck_reader(table));
    std::uint64_t said = 0;
    while (said < 20) say_much(table, ++said);
    const core::ConnectionId late = stuck_reader(table);
    while (table.hub.world.closed.empty()) {
        REQUIRE(said * 8'000 * (early + 1) <= limits::outboxes_bytes_max + 8'000 * 20);
        say_much(table, ++said);
    }
    // What is said once for all of them is about as much as one of them held up.
    CHECK(table.hub.world.closed.size() <= 2);
    CHECK(table.hub.world.closed.begin()->second == "too-slow");
    for (int more = 0; more < 5; ++more) say_much(table, ++said);
    CHECK(table.hub.world.closed.size() > 1);
    CHECK(table.hub.world.closed.size() < early / 10);
    CHECK_FALSE(table.hub.world.closed.contains(late));
    CHECK_FALSE(table.hub.world.closed.contains(table.player));
}

}  // namespace dealtafel::test
