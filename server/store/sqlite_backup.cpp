#include "store/sqlite_backup.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <fmt/format.h>

namespace dealtafel::store {

namespace {

constexpr int all_pages = -1;

}  // namespace

std::optional<OpenFault> back_up(const std::filesystem::path& from,
                                 const std::filesystem::path& to) {
    const auto fault = [&](std::string_view what) {
        return OpenFault{fmt::format("{} cannot be copied to {}: {}", from.string(), to.string(),
                                     what)};
    };
    try {
        SQLite::Database source(from.string(), SQLite::OPEN_READONLY, busy_ms_max);
        SQLite::Database copy(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                              busy_ms_max);
        // Full also waits for the name of the file to be on the disk.
        copy.exec("PRAGMA synchronous = EXTRA");
        // In one step, which is one moment: between two of them a server may write, and all would
        // have to begin anew. It writes on meanwhile: a reader of its journal stops nobody.
        SQLite::Backup backup(copy, source);
        if (backup.executeStep(all_pages) != SQLITE_DONE) return fault("it is busy");
        const std::string found = copy.execAndGet("PRAGMA integrity_check").getString();
        if (found != "ok") return fault(found);
    } catch (const SQLite::Exception& error) {
        return fault(error.what());
    }
    return std::nullopt;
}

}  // namespace dealtafel::store
