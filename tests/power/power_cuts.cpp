// What was acknowledged outlives a power cut, which killing a program cannot show: a system that
// goes on has all that was written, synced or not.
#include "power/disk.hpp"

#include "base/draw.hpp"
#include "store/memory_store.hpp"
#include "store/sqlite_store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <sqlite3.h>

namespace dealtafel::test {

namespace {

using namespace store;

constexpr const char* file = "data";
constexpr std::uint64_t seeds = 40;
constexpr int cuts_of_seed = 12;

// Everything that a store shows.
using Shown = std::map<std::string, std::pair<std::vector<std::string>, std::vector<StoredText>>>;

Shown shown(EventStore& store) {
    Shown all;
    for (const std::string& id : store.list()) {
        const StoredStream stream = read_stream(store, id, 0);
        all[id] = {stream.lines, stream.texts};
    }
    return all;
}

// One data file through many power cuts, with a store in memory beside it that says what it holds.
class Life {
public:
    // One in so many writes and syncs fails while the store works; 0: none.
    Life(std::uint64_t seed, const Opening& opening, std::uint64_t one_fails_of)
        : disk_("cut", seed), opening_(opening), random_(seed << 32) {
        opening_.file_system = disk_.name();
        opening_.journal_pages = 20;  // a cut should hit the copying into the file too
        if (one_fails_of == 0) return;
        fails_ = [this, one_fails_of](Disk::Act act, const std::string&) {
            const bool may_fail = act == Disk::Act::write || act == Disk::Act::sync;
            if (!may_fail || draw(one_fails_of) != 0) return SQLITE_OK;
            ++failures;
            return act == Disk::Act::write ? SQLITE_IOERR_WRITE : SQLITE_IOERR_FSYNC;
        };
    }

    // Writes until the power is gone and looks at what is left. Throws where it is not what it
    // should be, or cannot be read.
    void live_until_cut() {
        // The sooner, the more of the cuts hit the opening, which may write too.
        disk_.cut_power_after(draw(draw(4) == 0 ? 12 : 400));
        disk_.watcher = fails_;
        open_and_write();
        disk_.watcher = nullptr;
        if (!disk_.has_power()) ++struck;
        disk_.restart();
        auto store = SqliteStore::open(file, opening_);
        if (!store) throw std::runtime_error(store.error().sentence);
        settle_with(**store);
    }

    // The whole file is in order, as SQLite sees it.
    void check_integrity() {
        SQLite::Database database(std::string(file), SQLite::OPEN_READWRITE, 0, disk_.name());
        const std::string found = database.execAndGet("PRAGMA integrity_check").getString();
        if (found != "ok") throw std::runtime_error(found);
    }

    int struck = 0;    // cuts that came while the store was at work
    int failures = 0;  // of the disk

private:
    std::uint64_t draw(std::uint64_t below) { return splitmix64(++random_) % below; }

    void open_and_write() {
        auto store = SqliteStore::open(file, opening_);
        if (!store) return;
        try {
            for (const char* stream : {"a", "b", "c"}) {
                perhaps_.take_over(stream);
                epochs_[stream] = (*store)->take_over(stream);
                sure_ = perhaps_;
            }
        } catch (const SQLite::Exception&) {
            return;
        }
        // Some lives end in peace, with the power cut while the file is closed, or not at all.
        for (std::uint64_t left = draw(120); left > 0 && disk_.has_power(); --left) {
            append_to(**store);
        }
    }

    void append_to(SqliteStore& store) {
        const std::vector<Append> batch = any_batch();
        const int failures_before = failures;
        perhaps_ = sure_;
        const auto wanted = perhaps_.append_all(batch);
        const auto results = store.append_all(batch);
        // Acknowledged, or refused and perhaps there all the same.
        if (results == wanted) {
            sure_ = perhaps_;
        } else if (disk_.has_power()) {
            if (failures == failures_before) throw std::runtime_error("refused");
            settle_with(store);
        }
    }

    // What the store holds is what was acknowledged, with what was under way or without.
    void settle_with(SqliteStore& store) {
        const Shown left = shown(store);
        if (left != shown(sure_) && left != shown(perhaps_)) throw std::runtime_error("lost");
        if (left != shown(sure_)) sure_ = perhaps_;
        perhaps_ = sure_;
    }

    // A few appends that follow, of lines and texts of all sizes.
    std::vector<Append> any_batch() {
        MemoryStore after = sure_;
        std::vector<Append> batch;
        for (std::uint64_t count = 1 + draw(4); count > 0; --count) {
            Append append{std::string(1, static_cast<char>('a' + draw(3))), 0, 1, {}, {}};
            append.epoch = epochs_.at(append.stream);
            append.first = after.read(append.stream, ~0ULL, [](auto, auto) { return true; }) + 1;
            for (std::uint64_t lines = 1 + draw(3); lines > 0; --lines) {
                append.lines.push_back(words());
            }
            if (draw(3) == 0) append.texts.push_back({std::to_string(random_), "salt", words()});
            after.append_all({&append, 1});
            batch.push_back(std::move(append));
        }
        return batch;
    }

    std::string words() {
        const std::uint64_t length = draw(draw(8) == 0 ? 6'000 : 200);
        return std::string(length, static_cast<char>('a' + draw(26))) + std::to_string(random_);
    }

    Disk disk_;
    Opening opening_;
    Disk::Watcher fails_;
    std::uint64_t random_;
    std::map<std::string, std::uint64_t> epochs_;
    MemoryStore sure_;     // what was acknowledged
    MemoryStore perhaps_;  // with what was under way when the power went
};

struct Found {
    int cuts = 0;
    int struck = 0;  // of these, while the store was at work
    int failures = 0;
    int harmed = 0;  // lives after which something acknowledged was gone or spoiled
    std::string first;
};

Found live_all(const Opening& opening, std::uint64_t one_fails_of = 0) {
    Found found;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        Life life(seed, opening, one_fails_of);
        try {
            for (int cut = 0; cut < cuts_of_seed; ++cut) {
                life.live_until_cut();
                ++found.cuts;
            }
            life.check_integrity();
        } catch (const std::exception& error) {
            if (found.harmed++ == 0) found.first = error.what();
        }
        found.struck += life.struck;
        found.failures += life.failures;
    }
    MESSAGE(opening.synchronous << ": " << found.cuts << " power cuts survived, "
                                << found.struck << " hit the store at work, "
                                << found.failures << " failures of the disk, " << found.harmed
                                << " of " << seeds << " data files harmed");
    return found;
}

}  // namespace

TEST_CASE("what was acknowledged is there after any power cut, whole, in order, and nothing half") {
    const Found found = live_all({});
    CHECK_MESSAGE(found.harmed == 0, found.first);
    CHECK(found.cuts == static_cast<int>(seeds) * cuts_of_seed);
    CHECK(found.struck > found.cuts / 2);
}

TEST_CASE("nor is it lost on a disk whose writes and syncs fail now and then") {
    const Found found = live_all({}, 100);
    CHECK_MESSAGE(found.harmed == 0, found.first);
    CHECK(found.failures > 100);
}

TEST_CASE("a store that waits for the disk less would lose what it acknowledged, and be seen to") {
    CHECK(live_all({.synchronous = "OFF"}).harmed > 0);
    CHECK(live_all({.synchronous = "NORMAL"}).harmed > 0);
}

}  // namespace dealtafel::test
