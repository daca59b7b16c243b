// The time that a phase still has: play time runs with the server's clock, and stands still while
// the game is paused.
#pragma once

#include "rules/view.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace dealtafel::client {

// Play time now, when the server's clock stands at `server_ms`.
std::int64_t play_ms(const rules::ClockView& clock, std::int64_t server_ms);
// What is left until a moment of play time, in milliseconds, at least 0.
std::int64_t left_ms(const rules::ClockView& clock, std::int64_t until_ms, std::int64_t server_ms);
// Minutes and seconds, a started second counting whole: "07:42".
std::string clock_text(std::int64_t left_ms);

}  // namespace dealtafel::client
