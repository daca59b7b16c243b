// Turns what happens in a game into the lines of its record. A value without I/O: the same lines
// go into the server's store and into a file.
#pragma once

#include "base/names.hpp"
#include "record/chain.hpp"
#include "record/record.hpp"
#include "rules/state.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace dealtafel::record {

class Writer {
public:
    // Writes a record from its beginning; `names` (the scenario) must outlive the writer.
    explicit Writer(const IdNames& names) : names_(&names) {}
    // Goes on after the last line of a record that exists.
    Writer(const IdNames& names, Chain chain) : names_(&names), chain_(std::move(chain)) {}

    // The lines so far: their number, and the hash of the last.
    const Chain& chain() const { return chain_; }

    // Lines come without a line end. Times are wall milliseconds and never go back.
    std::string header(const Header& header, std::int64_t at_ms);
    // The events of one request, a line each; where a stage began among them, the hash of the
    // state after them all follows.
    std::vector<std::string> events(std::int64_t at_ms, const Origin& origin,
                                    const rules::Events& events, const rules::State& after);
    std::string note(std::int64_t at_ms, const Origin& origin, const Note& note);
    // The hash of the state now, for the end of a record.
    std::string state(std::int64_t at_ms, const rules::State& now);

private:
    std::string line(std::int64_t at_ms, const Origin& origin, What what);

    const IdNames* names_;
    Chain chain_;
};

}  // namespace dealtafel::record
