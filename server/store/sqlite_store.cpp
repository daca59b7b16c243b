#include "store/sqlite_store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <fmt/format.h>

#include <optional>

namespace dealtafel::store {

namespace {

// What PRAGMA user_version says of a file that this program made.
constexpr int schema_version = 1;

constexpr const char* schema = R"(
CREATE TABLE streams (stream TEXT PRIMARY KEY, epoch INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE events (stream TEXT, number INTEGER, line TEXT NOT NULL,
                     PRIMARY KEY (stream, number)) STRICT, WITHOUT ROWID;
CREATE TABLE texts (stream TEXT, id TEXT, salt TEXT NOT NULL, words TEXT NOT NULL,
                    PRIMARY KEY (stream, id)) STRICT, WITHOUT ROWID;
PRAGMA user_version = 1;
)";

// What keeps a file from being used, if anything; makes the tables of a new one.
std::optional<OpenFault> prepare(SQLite::Database& database, const std::filesystem::path& file,
                                 const Opening& opening) {
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    if (version > schema_version) {
        return OpenFault{fmt::format(
            "the data file {} is of version {}, and this program knows versions up to {} only",
            file.string(), version, schema_version)};
    }
    const int tables = database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt();
    if (version < 0 || (version == 0 && tables > 0)) {
        return OpenFault{fmt::format("{} is not a data file of Dealtafel", file.string())};
    }
    if (database.execAndGet("PRAGMA journal_mode = WAL").getString() != "wal") {
        return OpenFault{fmt::format(
            "the data file {} lies on a disk without shared memory, which its journal needs",
            file.string())};
    }
    database.exec("PRAGMA synchronous = " + opening.synchronous);
    database.exec(fmt::format("PRAGMA wal_autocheckpoint = {}", opening.journal_pages));
    database.exec("PRAGMA secure_delete = ON");
    if (version == 0) {
        SQLite::Transaction transaction(database);
        database.exec(schema);
        transaction.commit();
    }
    return std::nullopt;
}

// A stream's data broke a rule of its table, which harms no other stream; all else is the disk's.
bool is_stream_fault(const SQLite::Exception& error) {
    const int code = error.getErrorCode();
    return code == SQLITE_CONSTRAINT || code == SQLITE_TOOBIG || code == SQLITE_MISMATCH;
}

std::int64_t to_sql(std::uint64_t number) {
    return static_cast<std::int64_t>(number);
}
std::uint64_t from_sql(const SQLite::Column& column) {
    return static_cast<std::uint64_t>(column.getInt64());
}

// A prepared statement for one use, ready for the next one whatever happens.
class Use {
public:
    explicit Use(SQLite::Statement& statement) : statement_(statement) {}
    ~Use() { statement_.tryReset(); }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

    Use& bind(int place, const std::string& text) {
        statement_.bindNoCopy(place, text);
        return *this;
    }
    Use& bind(int place, std::uint64_t number) {
        statement_.bind(place, to_sql(number));
        return *this;
    }
    void run() { statement_.exec(); }
    bool step() { return statement_.executeStep(); }
    SQLite::Column column(int place) { return statement_.getColumn(place); }

private:
    SQLite::Statement& statement_;
};

}  // namespace

struct SqliteStore::Statements {
    SQLite::Database database;
    SQLite::Statement begin{database, "BEGIN IMMEDIATE"};
    SQLite::Statement commit{database, "COMMIT"};
    SQLite::Statement savepoint{database, "SAVEPOINT one"};
    SQLite::Statement release{database, "RELEASE one"};
    SQLite::Statement roll_back{database, "ROLLBACK TO one"};
    SQLite::Statement epoch{database, "SELECT epoch FROM streams WHERE stream = ?"};
    SQLite::Statement last{database, "SELECT max(number) FROM events WHERE stream = ?"};
    SQLite::Statement set_epoch{database,
                                "INSERT INTO streams VALUES (?, ?) "
                                "ON CONFLICT DO UPDATE SET epoch = excluded.epoch "
                                "WHERE epoch <> excluded.epoch"};
    SQLite::Statement add_event{database, "INSERT INTO events VALUES (?, ?, ?)"};
    SQLite::Statement add_text{database, "INSERT INTO texts VALUES (?, ?, ?, ?)"};
    SQLite::Statement read{database,
                           "SELECT number, line FROM events WHERE stream = ? AND number >= ? "
                           "ORDER BY number"};
    SQLite::Statement texts{database,
                            "SELECT id, salt, words FROM texts WHERE stream = ? ORDER BY id"};
    SQLite::Statement list{database, "SELECT stream FROM streams ORDER BY stream"};
    SQLite::Statement take_over{database,
                                "INSERT INTO streams VALUES (?, 1) "
                                "ON CONFLICT DO UPDATE SET epoch = epoch + 1 RETURNING epoch"};

    explicit Statements(SQLite::Database opened) : database(std::move(opened)) {}

    std::uint64_t last_of(const std::string& stream) {
        Use use(last);
        use.bind(1, stream).step();
        return from_sql(use.column(0));  // 0 where there is none: the maximum is null
    }
};

Result<std::unique_ptr<SqliteStore>, OpenFault> SqliteStore::open(
    const std::filesystem::path& file, const Opening& opening) {
    try {
        SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                                  busy_ms_max, opening.file_system);
        if (auto fault = prepare(database, file, opening)) return std::move(*fault);
        auto statements = std::make_unique<Statements>(std::move(database));
        return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(statements)));
    } catch (const SQLite::Exception& error) {
        return OpenFault{
            fmt::format("the data file {} cannot be opened: {}", file.string(), error.what())};
    }
}

SqliteStore::SqliteStore(std::unique_ptr<Statements> statements)
    : statements_(std::move(statements)) {}

SqliteStore::~SqliteStore() = default;

std::vector<AppendResult> SqliteStore::append_all(std::span<const Append> appends) {
    std::vector<AppendResult> results;
    results.reserve(appends.size());
    try {
        Use(statements_->begin).run();
        for (const Append& append : appends) results.push_back(add_in_savepoint(append));
        Use(statements_->commit).run();
    } catch (const SQLite::Exception&) {
        // Nothing of this batch is promised; SQLite itself forgets it, at the latest when the
        // file is opened again. Its owners read again what is there before they go on.
        statements_->database.tryExec("ROLLBACK");
        results.assign(appends.size(), AppendResult::disk_fault);
    }
    return results;
}

AppendResult SqliteStore::add_in_savepoint(const Append& append) {
    Use(statements_->savepoint).run();
    AppendResult result = AppendResult::stream_fault;
    try {
        result = add(append);
    } catch (const SQLite::Exception& error) {
        if (!is_stream_fault(error)) throw;
        Use(statements_->roll_back).run();
    }
    Use(statements_->release).run();
    return result;
}

AppendResult SqliteStore::add(const Append& append) {
    {
        Use epoch(statements_->epoch);
        const bool is_known = epoch.bind(1, append.stream).step();
        if (is_known && append.epoch < from_sql(epoch.column(0))) return AppendResult::fenced;
    }
    if (append.first != statements_->last_of(append.stream) + 1) return AppendResult::conflict;

    Use(statements_->set_epoch).bind(1, append.stream).bind(2, append.epoch).run();
    std::uint64_t number = append.first;
    for (const std::string& line : append.lines) {
        Use(statements_->add_event).bind(1, append.stream).bind(2, number++).bind(3, line).run();
    }
    for (const StoredText& text : append.texts) {
        Use(statements_->add_text)
            .bind(1, append.stream)
            .bind(2, text.id)
            .bind(3, text.salt)
            .bind(4, text.words)
            .run();
    }
    return AppendResult::done;
}

std::uint64_t SqliteStore::read(const std::string& stream, std::uint64_t from,
                                const LineVisitor& visitor) {
    Use use(statements_->read);
    use.bind(1, stream).bind(2, from);
    while (use.step()) {
        if (!visitor(from_sql(use.column(0)), use.column(1).getString())) break;
    }
    return statements_->last_of(stream);
}

std::vector<StoredText> SqliteStore::texts(const std::string& stream) {
    std::vector<StoredText> texts;
    Use use(statements_->texts);
    use.bind(1, stream);
    while (use.step()) {
        texts.push_back(
            {use.column(0).getString(), use.column(1).getString(), use.column(2).getString()});
    }
    return texts;
}

std::vector<std::string> SqliteStore::list() {
    std::vector<std::string> ids;
    Use use(statements_->list);
    while (use.step()) ids.push_back(use.column(0).getString());
    return ids;
}

std::uint64_t SqliteStore::take_over(const std::string& stream) {
    Use use(statements_->take_over);
    use.bind(1, stream).step();
    const std::uint64_t epoch = from_sql(use.column(0));
    // A statement that returns rows has done its work only when it has been asked for the last.
    while (use.step()) {
    }
    return epoch;
}

}  // namespace dealtafel::store
