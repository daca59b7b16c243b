// Games on a disk that is slow, or takes no more writes: nothing is shown that it does not have,
// all can be read, and the games go on once it works again.
#include "power/disk.hpp"

#include "core/limits.hpp"
#include "store/sqlite_store.hpp"
#include "support/table.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

namespace dealtafel::test {

namespace {

// A table whose lines go to a data file on a disk of the test's own; what that took is beside it in
// memory, from where the table reads.
struct DiskTable {
    DiskTable() {
        table.hub.world.store_append = [this](const store::Append& append) {
            const store::AppendResult result = kept->append_all({&append, 1}).front();
            if (result == store::AppendResult::done) {
                table.hub.world.store.append_all({&append, 1});
            }
            return result;
        };
        // What the table stored before it had a disk.
        for (const std::string& id : table.hub.world.store.list()) {
            const auto held = store::read_stream(table.hub.world.store, id, 0);
            const store::Append all{id, 0, 1, held.lines, held.texts};
            CHECK(kept->append_all({&all, 1}).front() == store::AppendResult::done);
        }
    }
    const std::vector<std::string>& told() { return table.hub.received(table.player); }

    Disk disk{"faulty", 1};
    std::unique_ptr<store::SqliteStore> kept =
        store::SqliteStore::open("data", {.file_system = disk.name()}).value();
    Table table;
};

}  // namespace

TEST_CASE("while a slow disk has not synced a command, nothing of it waits for anybody") {
    DiskTable world;
    int waits = 0;
    world.disk.watcher = [&](Disk::Act act, const std::string&) {
        if (act != Disk::Act::sync) return SQLITE_OK;
        ++waits;
        for (const auto connection : {world.table.player, world.table.facilitator}) {
            CHECK(world.table.hub.hub.outbox(connection).empty());
        }
        // However long it lasts.
        world.table.hub.now_ms += 60'000;
        return SQLITE_OK;
    };
    world.table.say(1, "paardenbloem");
    world.disk.watcher = nullptr;
    CHECK(waits == 1);
    CHECK(any_with(world.told(), "paardenbloem"));
    CHECK(any_with(world.told(), R"({"type":"answer","id":1})"));
}

TEST_CASE("a disk that takes no writes stops them for all, shows what is there, and heals") {
    using Act = Disk::Act;
    const std::vector<std::pair<Act, int>> faults{{Act::write, SQLITE_FULL},
                                                  {Act::write, SQLITE_READONLY},
                                                  {Act::write, SQLITE_IOERR_WRITE},
                                                  {Act::sync, SQLITE_IOERR_FSYNC}};
    for (const auto& [failing, code] : faults) {
        DiskTable world;
        world.table.say(1, "paardenbloem");
        world.disk.watcher = [failing = failing, code = code](Act act, const std::string&) {
            return act == failing ? code : SQLITE_OK;
        };
        TestHub& hub = world.table.hub;
        world.table.say(2, "vergeefs");
        world.table.say(3, "nog eens");
        CHECK(any_with(world.told(), R"("id":2,"refusal":{"code":"try-again"})"));
        CHECK(any_with(world.told(), R"("id":3,"refusal":{"code":"no-writes"})"));
        CHECK_FALSE(hub.hub.writes());
        const auto reader = hub.connect(world.table.session.code,
                                        world.table.session.facilitator_token, 0, "reader-01");
        CHECK(any_with(hub.received(reader), "paardenbloem"));
        for (const auto connection : {world.table.player, world.table.facilitator, reader}) {
            CHECK_FALSE(any_with(hub.received(connection), "vergeefs"));
            CHECK_FALSE(any_with(hub.received(connection), "nog eens"));
        }

        world.disk.watcher = nullptr;
        hub.pass(core::limits::store_rest_ms);
        CHECK(hub.hub.writes());
        world.table.say(2, "vergeefs");
        CHECK(any_with(world.told(), R"({"type":"answer","id":2})"));
        CHECK(any_with(hub.received(reader), "vergeefs"));
    }
}

TEST_CASE("a page of the data file that went bad stops those with lines on it, and no others") {
    Disk disk("spoiled", 1);
    const auto open = [&] {
        return store::SqliteStore::open("data", {.file_system = disk.name()}).value();
    };
    const auto append = [](store::SqliteStore& kept, const std::string& stream,
                           std::uint64_t first, std::string line) {
        const store::Append wanted{stream, 1, first, {std::move(line)}, {}};
        return kept.append_all({&wanted, 1}).front();
    };
    // So long that each stream has pages of its own.
    const auto line = [](char letter, std::uint64_t number) {
        return std::string(900, letter) + std::to_string(number);
    };
    {
        const auto kept = open();
        for (std::uint64_t number = 1; number <= 40; ++number) {
            for (const char letter : {'a', 'b', 'z'}) {
                const std::string stream(1, letter);
                REQUIRE(append(*kept, stream, number, line(letter, number)) ==
                        store::AppendResult::done);
            }
        }
    }
    // The page with the last line of all says that it is no page.
    constexpr std::size_t page = 4096;
    std::string& bytes = disk.find("data")->now;
    const std::size_t at = bytes.find(line('z', 40)) / page * page;
    REQUIRE(at < bytes.size());
    bytes[at] = '\0';
    const auto kept = open();
    for (std::uint64_t number = 41; number <= 43; ++number) {
        CHECK(append(*kept, "z", number, "lost") == store::AppendResult::disk_fault);
        CHECK(append(*kept, "a", number, "kept") == store::AppendResult::done);
        CHECK(append(*kept, "b", number, "kept") == store::AppendResult::done);
    }
}

}  // namespace dealtafel::test
