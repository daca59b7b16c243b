#include "core/play_clock.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dealtafel::client {

std::int64_t play_ms(const rules::ClockView& clock, std::int64_t server_ms) {
    if (!clock.running) return clock.anchor_play_ms;
    return clock.anchor_play_ms + std::max<std::int64_t>(0, server_ms - clock.anchor_wall_ms);
}

std::int64_t left_ms(const rules::ClockView& clock, std::int64_t until_ms,
                     std::int64_t server_ms) {
    return std::max<std::int64_t>(0, until_ms - play_ms(clock, server_ms));
}

std::string clock_text(std::int64_t left_ms) {
    const std::int64_t seconds = (left_ms + 999) / 1000;
    return fmt::format("{:02}:{:02}", seconds / 60, seconds % 60);
}

}  // namespace dealtafel::client
