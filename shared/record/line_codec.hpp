// Lines of a record as JSON and back, without their hash. The heavy templates are compiled in
// line_codec.cpp alone; writer and reader put the lines into their chain.
#pragma once

#include "base/names.hpp"
#include "base/result.hpp"
#include "record/record.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dealtafel::record {

using dealtafel::throw_exception_from_error;

// Why a line is none: a path into it and what is wrong there.
struct BadLine {
    std::string what;
};

struct HeaderLine {
    Header header;
    std::int64_t at_ms = 0;
};

// JSON objects without their last brace, as Chain::link takes them.
std::string open_header(const Header& header, std::int64_t at_ms);
std::string open_entry(const Entry& entry, const IdNames& names);

// Which program wrote a record, in which format and under which rules.
struct Versions {
    std::int64_t format = 0;
    std::int64_t rules = 0;
    std::string program;
};
// Those of the record that begins with this line, of any format; none where it begins none.
std::optional<Versions> versions_of(std::string_view line);

// The header of a branch from that of its parent, which names `earlier` branches itself; and back,
// from a header that names so many, at least one. Lines up to their hash.
std::string branch_header(std::string_view parent, std::size_t earlier, const Branch& branch);
std::string parent_header(std::string_view branch, std::size_t branches);

// The same back: `open` is a line up to its hash.
Result<HeaderLine, BadLine> read_header(std::string_view open);
Result<Entry, BadLine> read_entry(std::string_view open, const IdNames& names);

}  // namespace dealtafel::record
