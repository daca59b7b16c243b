// A branch of a record: a record of its own that shares the first lines of another, its parent, and
// names it by hash. What the parent has beyond them is not in it; the parent stays as it is.
#pragma once

#include "record/reader.hpp"

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dealtafel::record {

// Whether a line and the next belong together: events of one request, which have the same moment
// and origin, and the hash of the state that they led to.
bool belongs_to_next(const Record& record, std::uint64_t line);

// A place between two lines of a record at which what one request led to is not torn apart.
struct Places {
    std::uint64_t before = 0;  // the last such line up to the one in question
    std::uint64_t after = 0;   // the first such line from it on
};
// The places around a line of the record; both are the line itself where it is one.
Places places_around(const Record& record, std::uint64_t line);

// The first lines of a branch that shares the lines up to number `at` with its parent: `lines` are
// those of `record`. `parent` is the hash of the parent's last line. The error says why `at` is no
// place to branch at, and where there is one.
Result<std::vector<std::string>, RecordError> branch(const Record& record,
                                                     std::span<const std::string> lines,
                                                     std::uint64_t at, const std::string& parent);

// The ids of the texts that lines refer to.
std::set<std::string, std::less<>> texts_in(std::span<const std::string> lines);

}  // namespace dealtafel::record
