// The canonical bytes of a state: equal states have equal bytes on every machine, so their hash
// tells whether two replays came to the same. Little-endian, fixed widths, `-0.0` as `0.0`, enums
// as their number; every member of every aggregate is in them, because nobody lists the members.
#pragma once

#include "base/result.hpp"
#include "rules/state.hpp"

#include <string>
#include <string_view>

namespace dealtafel::record {

using dealtafel::throw_exception_from_error;

// The version of these bytes: another one whenever the members of a state change.
inline constexpr int state_number = 1;

// Why bytes are no state.
struct StateBytesError {
    std::string what;
};

std::string state_bytes(const rules::State& state);
// The state of some bytes, from whatever source: nothing is allocated that they cannot fill.
Result<rules::State, StateBytesError> read_state_bytes(std::string_view bytes);
// The SHA-256 of the bytes of a state, as 64 hexadecimal digits.
std::string state_hash(const rules::State& state);

}  // namespace dealtafel::record
