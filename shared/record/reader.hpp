// Reads a record back: strictly, and with the line of what is wrong.
#pragma once

#include "base/result.hpp"
#include "record/chain.hpp"
#include "record/record.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dealtafel::record {

using dealtafel::throw_exception_from_error;

// What is wrong with a record, and in which line of it (from 1).
struct RecordError {
    std::uint64_t line = 1;
    std::string what;
};

// A record whose chain holds and whose every line was understood.
struct Record {
    Header header;
    std::int64_t at_ms = 0;  // of the header
    std::shared_ptr<const Scenario> scenario;  // of the header's text
    std::vector<Entry> entries;
    Chain chain;  // to go on writing after it
};

// A scenario that was read before, and the treatment under which it was.
struct KnownScenario {
    std::shared_ptr<const Scenario> scenario;
    std::optional<std::string> treatment;
};

// Reads all lines, without their ends. A record of the scenario that is known already takes that
// one: reading a scenario costs more than a hundred lines.
Result<Record, RecordError> read_record(std::span<const std::string> lines,
                                        const KnownScenario& known = {});
// Reads the text of a file, in which every line ends with a line feed.
Result<Record, RecordError> read_record_text(std::string_view text);

}  // namespace dealtafel::record
