// Where a simulated game takes its chance from: section 9 of docs/rules.md, and beside it seeds
// for what is no part of the rules, so that nothing else shifts a draw.
#pragma once

#include "base/draw.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace dealtafel::simulation {

// The seed of game `index` (from 0) of a session.
inline std::uint64_t game_seed(std::uint64_t session_seed, std::size_t index) {
    return splitmix64(session_seed ^ fnv1a64("game/" + std::to_string(index)));
}

// The seed of the bot that holds a party's seat.
inline std::uint64_t bot_seed(std::uint64_t game_seed, std::string_view party) {
    return splitmix64(game_seed ^ fnv1a64("bot/" + std::string(party)));
}

}  // namespace dealtafel::simulation
