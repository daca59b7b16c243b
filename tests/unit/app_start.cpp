#include "app/stored_streams.hpp"
#include "app/wall_clock.hpp"

#include "store/memory_store.hpp"
#include "store/sqlite_store.hpp"
#include "temporary_folder.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace dealtafel;

TEST_CASE("at start all streams are read and belong to nobody else any more") {
    store::MemoryStore store;
    const std::vector<store::Append> appends{
        {"g", 3, 1, {R"({"n":1,"at":1000})", R"({"n":2,"at":1700})"}, {{"id", "salt", "words"}}},
        {"s", 1, 1, {R"({"n":1,"at":1600,"hash":"x"})"}, {}}};
    store.append_all(appends);
    std::vector<std::string> wrong;
    const auto streams = app::take_over_all(store, wrong);
    CHECK(wrong.empty());
    REQUIRE(streams.size() == 2);
    CHECK(streams[0].id == "g");
    CHECK(streams[0].epoch == 4);
    CHECK(streams[0].lines == appends[0].lines);
    CHECK(streams[0].texts == appends[0].texts);
    CHECK(streams[1].epoch == 2);
    CHECK(store.append_all({appends.data() + 1, 1})[0] == store::AppendResult::fenced);
    CHECK(app::newest_ms(streams) == 1700);
}

// What lies beside a damaged row may be out of reach with it, as a search compares whole rows.
TEST_CASE("a stream that cannot be read any more comes without lines, and others are read") {
    const TemporaryFolder folder;
    // Longer than what a page holds of a line: the rest lies on pages that are chained to it.
    const std::string line = R"({"n":1,"at":1000,"words":")" + std::string(20'000, 'x') + "\"}";
    std::vector<store::Append> appends{{"g", 1, 1, {line}, {}}};
    for (const char* small : {"r", "s", "t", "u", "v", "w", "x", "y", "z"}) {
        appends.push_back({small, 1, 1, {R"({"n":1,"at":1600})"}, {}});
    }
    store::SqliteStore::open(folder / "data").value()->append_all(appends);
    {
        std::fstream file(folder / "data", std::ios::in | std::ios::out | std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        constexpr std::size_t page = 4096;
        const std::size_t in_chain = bytes.find(std::string(page - 4, 'x')) / page * page + page;
        file.seekp(static_cast<std::streamoff>(in_chain));
        file.write("\xff\xff\xff\xff", 4);
    }
    const auto store = store::SqliteStore::open(folder / "data").value();
    CHECK(app::other_version(*store) == std::nullopt);
    std::vector<std::string> wrong;
    const auto streams = app::take_over_all(*store, wrong);
    REQUIRE(streams.size() == appends.size());
    CHECK(streams.front().lines.empty());
    CHECK(streams.back().lines == appends.back().lines);
    REQUIRE_FALSE(wrong.empty());
    CHECK_MESSAGE(wrong[0].starts_with("stream g: it cannot be read: "), wrong[0]);
}

TEST_CASE("a line that cannot be read has no time") {
    CHECK(app::newest_ms({}) == 0);
    CHECK(app::newest_ms(
              {{"a", 1, {}, {}}, {"b", 1, {"{"}, {}}, {"c", 1, {R"({"at":"x"})"}, {}}}) == 0);
}

TEST_CASE("the clock goes on from the newest line where the machine's was set back") {
    app::WallClock clock;
    const std::int64_t now = clock.now_ms();
    CHECK(now > 1'700'000'000'000);  // 2023: it is the wall clock
    clock.not_before(now - 1'000'000);
    CHECK(clock.now_ms() >= now);
    CHECK(clock.now_ms() < now + 1'000'000);
    clock.not_before(now + 1'000'000);
    CHECK(clock.now_ms() >= now + 1'000'000);
}
