#include "temporary_folder.hpp"

#include "store/sqlite_store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <csignal>

using namespace dealtafel::store;

namespace {

std::atomic<int> disk_syncs = 0;

}  // namespace

// Stands before the C library's own, so that SQLite's waits for the disk can be counted.
extern "C" int fdatasync(int file) {
    ++disk_syncs;
    return static_cast<int>(syscall(SYS_fdatasync, file));
}

namespace {

AppendResult append_one(EventStore& store, const Append& append) {
    return store.append_all({&append, 1}).at(0);
}

std::vector<std::string> lines_of(EventStore& store, const std::string& stream) {
    std::vector<std::string> lines;
    store.read(stream, 1, [&](std::uint64_t, std::string_view line) {
        lines.emplace_back(line);
        return true;
    });
    return lines;
}

using Lines = std::vector<std::string>;

// While it lives, files of this process cannot grow beyond some bytes: a full disk.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) : old_handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        getrlimit(RLIMIT_FSIZE, &old_limit_);
        const rlimit limit{bytes, old_limit_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() {
        setrlimit(RLIMIT_FSIZE, &old_limit_);
        std::signal(SIGXFSZ, old_handler_);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit old_limit_{};
    void (*old_handler_)(int);
};

}  // namespace

TEST_CASE("a data file opened again holds the same bytes and goes on") {
    const TemporaryFolder folder;
    const std::string odd{"\0\xc3(\xff", 4};
    {
        const auto store = SqliteStore::open(folder / "data").value();
        CHECK(store->take_over("a") == 1);
        CHECK(append_one(*store, {"a", 1, 1, {"one", odd}, {{"t", odd, odd}}}) ==
              AppendResult::done);
    }
    const auto store = SqliteStore::open(folder / "data").value();
    CHECK(lines_of(*store, "a") == Lines{"one", odd});
    CHECK(store->texts("a") == std::vector<StoredText>{{"t", odd, odd}});
    CHECK(store->take_over("a") == 2);
    CHECK(append_one(*store, {"a", 2, 3, {"three"}, {}}) == AppendResult::done);
}

TEST_CASE("what was acknowledged is in the file, whether or not the store was closed") {
    const TemporaryFolder folder;
    const auto store = SqliteStore::open(folder / "data").value();
    CHECK(append_one(*store, {"a", 1, 1, {"one"}, {}}) == AppendResult::done);
    const auto other = SqliteStore::open(folder / "data").value();
    CHECK(lines_of(*other, "a") == Lines{"one"});
}

TEST_CASE("two programs on one data file: the one that took over last writes") {
    const TemporaryFolder folder;
    const auto old_owner = SqliteStore::open(folder / "data").value();
    const auto old_epoch = old_owner->take_over("a");
    const auto new_owner = SqliteStore::open(folder / "data").value();
    const auto new_epoch = new_owner->take_over("a");
    CHECK(append_one(*old_owner, {"a", old_epoch, 1, {"old"}, {}}) == AppendResult::fenced);
    CHECK(append_one(*new_owner, {"a", new_epoch, 1, {"new"}, {}}) == AppendResult::done);
    CHECK(lines_of(*old_owner, "a") == Lines{"new"});
}

TEST_CASE("a data file of a newer version is refused in one sentence and left as it is") {
    const TemporaryFolder folder;
    {
        SQLite::Database newer((folder / "data").string(),
                               SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        newer.exec("CREATE TABLE future (x); PRAGMA user_version = 2");
    }
    const auto opened = SqliteStore::open(folder / "data");
    REQUIRE(opened.has_error());
    CHECK(opened.error().sentence == "the data file " + (folder / "data").string() +
                                         " is of version 2, and this program knows versions up to 1"
                                         " only");
    SQLite::Database again((folder / "data").string());
    CHECK(again.execAndGet("PRAGMA user_version").getInt() == 2);
    CHECK(again.execAndGet("PRAGMA journal_mode").getString() == "delete");
}

TEST_CASE("a file that is no data file of ours is refused") {
    const TemporaryFolder folder;
    {
        SQLite::Database foreign((folder / "foreign").string(),
                                 SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        foreign.exec("CREATE TABLE guests (name)");
    }
    CHECK(SqliteStore::open(folder / "foreign").error().sentence ==
          (folder / "foreign").string() + " is not a data file of Dealtafel");
    CHECK(SqliteStore::open(folder / "no" / "such" / "folder").has_error());
    CHECK(SqliteStore::open("/dev/null").has_error());
}

TEST_CASE("an append is done when the disk has it, with one wait for all streams together") {
    const TemporaryFolder folder;
    const auto store = SqliteStore::open(folder / "data").value();
    append_one(*store, {"warm", 1, 1, {"up"}, {}});
    std::vector<Append> batch;
    for (int game = 0; game < 16; ++game) {
        batch.push_back({std::to_string(game), 1, 1, {"one", "two"}, {}});
    }
    const int before = disk_syncs;
    store->append_all(batch);
    CHECK(disk_syncs - before == 1);
}

TEST_CASE("a fault in one stream's data stops that stream alone") {
    const TemporaryFolder folder;
    const auto store = SqliteStore::open(folder / "data").value();
    {
        // As if the table of one stream were damaged: the database refuses its rows.
        SQLite::Database other((folder / "data").string(), SQLite::OPEN_READWRITE);
        other.exec(
            "CREATE TRIGGER damage BEFORE INSERT ON events WHEN new.stream = 'bad' "
            "BEGIN SELECT raise(ABORT, 'damaged'); END");
    }
    const std::vector<Append> batch{
        {"good", 1, 1, {"one"}, {}}, {"bad", 1, 1, {"one"}, {}}, {"good", 1, 2, {"two"}, {}}};
    CHECK(store->append_all(batch) ==
          std::vector{AppendResult::done, AppendResult::stream_fault, AppendResult::done});
    CHECK(store->list() == Lines{"good"});
}

TEST_CASE("a full disk takes nothing of a batch, keeps all of before, and is written again later") {
    const TemporaryFolder folder;
    const auto store = SqliteStore::open(folder / "data").value();
    CHECK(append_one(*store, {"a", 1, 1, {"one"}, {}}) == AppendResult::done);
    const std::vector<Append> batch{{"b", 1, 1, {std::string(1'000'000, 'x')}, {}},
                                    {"a", 1, 2, {"two"}, {}}};
    {
        const FullDisk full(200'000);
        for (int time = 0; time < 2; ++time) {
            CHECK(store->append_all(batch) == std::vector(2, AppendResult::disk_fault));
            CHECK(store->list() == Lines{"a"});
            CHECK(lines_of(*store, "a") == Lines{"one"});
        }
    }
    CHECK(store->append_all(batch) == std::vector(2, AppendResult::done));
    const auto later = SqliteStore::open(folder / "data").value();
    CHECK(lines_of(*later, "a") == Lines{"one", "two"});
    CHECK(lines_of(*later, "b") == batch[0].lines);
}
