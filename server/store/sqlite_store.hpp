// Streams in one SQLite file: a commit is durable when append_all returns (WAL, synchronous FULL),
// and one commit serves all appends, each in a savepoint of its own.
//
// After a fault of the disk nobody knows what reached it: owners read again what their streams
// hold, and append anew once there is room.
#pragma once

#include "store/event_store.hpp"

#include "base/result.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace dealtafel::store {

using dealtafel::throw_exception_from_error;

// How long to wait for another program that holds the file.
inline constexpr int busy_ms_max = 5'000;

// How a data file is opened. Tests open it otherwise; the program always like this.
struct Opening {
    std::string file_system = {};      // as SQLite names it; empty: that of the system
    std::string synchronous = "FULL";  // what a commit waits for, as SQLite names it
    int journal_pages = 1'000;         // so long a journal goes into the file itself
};

// Why a data file cannot be used, as a sentence for whoever runs the server.
struct OpenFault {
    std::string sentence;
};

class SqliteStore final : public EventStore {
public:
    // Opens the data file, or makes it; its folder must be there.
    static Result<std::unique_ptr<SqliteStore>, OpenFault> open(const std::filesystem::path& file,
                                                                const Opening& opening = {});
    ~SqliteStore() override;

    std::vector<AppendResult> append_all(std::span<const Append> appends) override;
    // Throw SQLite::Exception where the file cannot be read, take_over also where it cannot be
    // written.
    std::uint64_t read(const std::string& stream, std::uint64_t from,
                       const LineVisitor& visitor) override;
    std::vector<StoredText> texts(const std::string& stream) override;
    std::vector<std::string> list() override;
    std::uint64_t take_over(const std::string& stream) override;

private:
    struct Statements;
    explicit SqliteStore(std::unique_ptr<Statements> statements);
    AppendResult add_in_savepoint(const Append& append);
    AppendResult add(const Append& append);

    std::unique_ptr<Statements> statements_;
};

}  // namespace dealtafel::store
