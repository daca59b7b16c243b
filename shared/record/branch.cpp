#include "record/branch.hpp"

#include "record/line_codec.hpp"

#include <fmt/format.h>

namespace dealtafel::record {

namespace {

// The entries of a record by the number of their line; the header has none.
const Entry& entry_of(const Record& record, std::uint64_t line) {
    return record.entries[line - 2];
}

}  // namespace

bool belongs_to_next(const Record& record, std::uint64_t line) {
    if (line == record.chain.number()) return false;
    const Entry& next = entry_of(record, line + 1);
    if (holds_alternative<StateHash>(next.what)) return true;
    if (line == 1 || !holds_alternative<rules::Event>(next.what)) return false;
    const Entry& entry = entry_of(record, line);
    return holds_alternative<rules::Event>(entry.what) && entry.at_ms == next.at_ms &&
           entry.origin == next.origin;
}

Places places_around(const Record& record, std::uint64_t line) {
    Places places{line, line};
    while (belongs_to_next(record, places.after)) ++places.after;
    if (places.after == line) return places;
    while (places.before > 1 && belongs_to_next(record, places.before)) --places.before;
    return places;
}

Result<std::vector<std::string>, RecordError> branch(const Record& record,
                                                     std::span<const std::string> lines,
                                                     std::uint64_t at,
                                                     const std::string& parent) {
    const std::uint64_t last = record.chain.number();
    if (at < 1 || at > last) {
        return RecordError{at, fmt::format("is no line of this record, which has 1 to {}", last)};
    }
    const Places places = places_around(record, at);
    if (places.after != at) {
        return RecordError{at, fmt::format("stands among what one request led to: a branch can "
                                           "begin after line {} or after line {}",
                                           places.before, places.after)};
    }
    const std::size_t earlier = record.header.branches ? record.header.branches->size() : 0;
    const Branch left{at, hash_of(lines[at - 1]), parent};
    Chain chain;
    std::vector<std::string> made;
    made.push_back(chain.link(branch_header(open_part(lines.front()), earlier, left)));
    for (const std::string& line : lines.subspan(1, at - 1)) {
        made.push_back(chain.link(std::string(open_part(line))));
    }
    return made;
}

std::set<std::string, std::less<>> texts_in(std::span<const std::string> lines) {
    constexpr std::string_view before = R"({"text":")";
    constexpr std::size_t digits = 32;
    std::set<std::string, std::less<>> ids;
    for (const std::string& line : lines) {
        for (std::size_t at = line.find(before); at != std::string::npos;
             at = line.find(before, at)) {
            at += before.size();
            ids.insert(line.substr(at, digits));
        }
    }
    return ids;
}

}  // namespace dealtafel::record
