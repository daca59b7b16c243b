// Plays a record again: folds its events into the state in which the game was.
#pragma once

#include "record/reader.hpp"
#include "rules/state.hpp"

#include <cstdint>
#include <functional>
#include <limits>

namespace dealtafel::record {

struct ReplayOptions {
    // The last line to play.
    std::uint64_t to_line = std::numeric_limits<std::uint64_t>::max();
    // Whether a hash of a state that does not match is an error. Hashes of states whose bytes are
    // of another version say nothing and are passed over.
    bool check_states = true;
    // Sees every entry, with the state after it.
    std::function<void(const Entry&, const rules::State&)> visitor = {};
};

struct Replayed {
    rules::State state;
    std::uint64_t line = 1;            // the last that was played
    std::uint64_t states_checked = 0;  // hashes of states that were there, and right
};

// Whether the hashes of a record's states are of the version that this program makes.
bool states_are_ours(const Record& record);

// An error names the line: a state that does not match, or an event that no game could have come
// to, such as a signature under a version that there is not.
Result<Replayed, RecordError> replay(const Record& record, const ReplayOptions& options = {});

}  // namespace dealtafel::record
