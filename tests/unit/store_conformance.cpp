// What every store must do, run against each of them.
#include "temporary_folder.hpp"

#include "store/memory_store.hpp"
#include "store/sqlite_store.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <memory>

using namespace dealtafel::store;

namespace {

struct OnMemory {
    MemoryStore kept;
    EventStore& store() { return kept; }
};

struct OnSqlite {
    TemporaryFolder folder;
    std::unique_ptr<SqliteStore> kept = SqliteStore::open(folder / "data.sqlite").value();
    EventStore& store() { return *kept; }
};

// Everything that a store shows.
struct Shown {
    std::vector<std::string> streams;
    std::vector<std::vector<std::string>> lines;
    std::vector<std::vector<StoredText>> texts;
    bool operator==(const Shown&) const = default;
};

std::vector<std::string> lines_of(EventStore& store, const std::string& stream,
                                  std::uint64_t from = 1) {
    std::vector<std::string> lines;
    store.read(stream, from, [&](std::uint64_t number, std::string_view line) {
        CHECK(number == from + lines.size());
        lines.emplace_back(line);
        return true;
    });
    return lines;
}

Shown shown(EventStore& store) {
    Shown all;
    all.streams = store.list();
    for (const std::string& stream : all.streams) {
        all.lines.push_back(lines_of(store, stream));
        all.texts.push_back(store.texts(stream));
    }
    return all;
}

AppendResult append_one(EventStore& store, const Append& append) {
    return store.append_all({&append, 1}).at(0);
}

using Lines = std::vector<std::string>;
using Results = std::vector<AppendResult>;

}  // namespace

TEST_CASE_TEMPLATE("a store gives back the lines and texts of each stream as they were", Store,
                   OnMemory, OnSqlite) {
    Store kept;
    EventStore& store = kept.store();
    // Bytes that a database or a text layer could spoil: a zero, quotes, no UTF-8, nothing at all.
    const std::string odd{"\0\"'\xff\n", 5};
    CHECK(append_one(store, {"b", 1, 1, {"one", odd}, {{"id2", "salt", odd}}}) ==
          AppendResult::done);
    CHECK(append_one(store, {"a", 1, 1, {""}, {}}) == AppendResult::done);
    CHECK(append_one(store, {"b", 1, 3, {"three"}, {{"id1", "", ""}}}) == AppendResult::done);

    CHECK(store.list() == Lines{"a", "b"});
    CHECK(lines_of(store, "a") == Lines{""});
    CHECK(lines_of(store, "b") == Lines{"one", odd, "three"});
    CHECK(lines_of(store, "b", 3) == Lines{"three"});
    CHECK(store.texts("b") == std::vector<StoredText>{{"id1", "", ""}, {"id2", "salt", odd}});
    CHECK(store.texts("a").empty());
}

TEST_CASE_TEMPLATE("reading ends when the visitor has seen enough, and tells the last number",
                   Store, OnMemory, OnSqlite) {
    Store kept;
    EventStore& store = kept.store();
    append_one(store, {"a", 1, 1, {"one", "two", "three"}, {}});
    int seen = 0;
    const auto last = store.read("a", 2, [&](std::uint64_t number, std::string_view line) {
        ++seen;
        CHECK(number == 2);
        CHECK(line == "two");
        return false;
    });
    CHECK(seen == 1);
    CHECK(last == 3);
    CHECK(store.read("nobody", 1, [](auto, auto) { return true; }) == 0);
}

TEST_CASE_TEMPLATE("an append that does not follow the last line changes nothing", Store, OnMemory,
                   OnSqlite) {
    Store kept;
    EventStore& store = kept.store();
    append_one(store, {"a", 1, 1, {"one"}, {}});
    const Shown before = shown(store);
    CHECK(append_one(store, {"a", 9, 1, {"again"}, {{"t", "s", "w"}}}) == AppendResult::conflict);
    CHECK(append_one(store, {"a", 9, 3, {"gap"}, {}}) == AppendResult::conflict);
    CHECK(append_one(store, {"new", 9, 2, {"gap"}, {}}) == AppendResult::conflict);
    CHECK(shown(store) == before);
    // Nor did it raise the epoch: the owner writes on.
    CHECK(append_one(store, {"a", 1, 2, {"two"}, {}}) == AppendResult::done);
}

TEST_CASE_TEMPLATE("who takes a stream over fences off the owner before", Store, OnMemory,
                   OnSqlite) {
    Store kept;
    EventStore& store = kept.store();
    const auto first = store.take_over("a");
    CHECK(append_one(store, {"a", first, 1, {"one"}, {}}) == AppendResult::done);
    const auto second = store.take_over("a");
    CHECK(second > first);
    CHECK(append_one(store, {"a", first, 2, {"late"}, {}}) == AppendResult::fenced);
    CHECK(append_one(store, {"a", second, 2, {"two"}, {}}) == AppendResult::done);
    CHECK(lines_of(store, "a") == Lines{"one", "two"});
}

TEST_CASE_TEMPLATE("an append with a newer epoch fences off the older one too", Store, OnMemory,
                   OnSqlite) {
    Store kept;
    EventStore& store = kept.store();
    CHECK(append_one(store, {"a", 5, 1, {"one"}, {}}) == AppendResult::done);
    CHECK(append_one(store, {"a", 4, 2, {"two"}, {}}) == AppendResult::fenced);
    CHECK(append_one(store, {"a", 7, 2, {"two"}, {}}) == AppendResult::done);
    CHECK(append_one(store, {"a", 6, 3, {"three"}, {}}) == AppendResult::fenced);
    CHECK(store.take_over("a") == 8);
}

TEST_CASE_TEMPLATE(
    "one stream's bad append does not keep the others of its batch from being stored", Store,
    OnMemory, OnSqlite) {
    Store kept;
    EventStore& store = kept.store();
    append_one(store, {"bad", 1, 1, {"one"}, {{"t", "s", "w"}}});
    // The text is there already: the lines before it must be taken back as well.
    const std::vector<Append> batch{{"good", 1, 1, {"one"}, {}},
                                    {"bad", 1, 2, {"two"}, {{"t", "s", "other"}}},
                                    {"twin", 1, 1, {"one"}, {{"t", "s", "w"}, {"t", "s", "w"}}},
                                    {"good", 1, 2, {"two"}, {}}};
    CHECK(store.append_all(batch) == Results{AppendResult::done, AppendResult::stream_fault,
                                             AppendResult::stream_fault, AppendResult::done});
    CHECK(lines_of(store, "bad") == Lines{"one"});
    CHECK(store.texts("bad") == std::vector<StoredText>{{"t", "s", "w"}});
    CHECK(lines_of(store, "good") == Lines{"one", "two"});
    CHECK(store.list() == Lines{"bad", "good"});
}

namespace {

// A batch of appends to few streams, many of which fit and some of which do not.
rc::Gen<std::vector<Append>> any_batch() {
    const auto text = rc::gen::construct<StoredText>(
        rc::gen::map(rc::gen::inRange(0, 1000), [](int id) { return std::to_string(id); }),
        rc::gen::arbitrary<std::string>(), rc::gen::arbitrary<std::string>());
    const auto append = rc::gen::construct<Append>(
        rc::gen::map(rc::gen::inRange('a', 'd'), [](char name) { return std::string(1, name); }),
        rc::gen::inRange<std::uint64_t>(0, 3), rc::gen::inRange<std::uint64_t>(1, 4),
        rc::gen::resize(3, rc::gen::arbitrary<std::vector<std::string>>()),
        rc::gen::resize(2, rc::gen::container<std::vector<StoredText>>(text)));
    return rc::gen::resize(6, rc::gen::container<std::vector<Append>>(append));
}

}  // namespace

TEST_CASE("both stores answer any batches alike, and show the same afterwards") {
    CHECK(rc::check([] {
        OnMemory memory;
        OnSqlite sqlite;
        const auto batches =
            *rc::gen::resize(8, rc::gen::container<std::vector<std::vector<Append>>>(any_batch()));
        for (std::vector<Append> batch : batches) {
            // Most appends are made to follow, else nearly all would be conflicts.
            for (Append& append : batch) {
                if (append.first < 3) {
                    append.first = memory.kept.read(append.stream, ~0ULL, [](auto, auto) {
                        return false;
                    }) + 1;
                }
            }
            RC_ASSERT(memory.kept.append_all(batch) == sqlite.kept->append_all(batch));
            RC_ASSERT(memory.kept.take_over("a") == sqlite.kept->take_over("a"));
        }
        RC_ASSERT(shown(memory.kept) == shown(*sqlite.kept));
    }));
}
