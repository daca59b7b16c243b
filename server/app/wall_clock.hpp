// The wall clock in ms since 1970, as the record needs it: it never goes back, whatever is done to
// the clock of the machine. It is read from that clock once and then runs by itself; while the
// machine sleeps it stands still, which costs nobody time to play.
#pragma once

#include <chrono>
#include <cstdint>

namespace dealtafel::app {

class WallClock {
public:
    std::int64_t now_ms() const {
        const auto passed = std::chrono::steady_clock::now() - steady_start_;
        return std::chrono::floor<std::chrono::milliseconds>(wall_start_ + passed).count();
    }

    // From now on it shows at least this time.
    void not_before(std::int64_t ms) {
        const std::chrono::milliseconds behind{ms - now_ms()};
        if (behind.count() > 0) wall_start_ += behind;
    }

private:
    std::chrono::nanoseconds wall_start_ = std::chrono::system_clock::now().time_since_epoch();
    std::chrono::steady_clock::time_point steady_start_ = std::chrono::steady_clock::now();
};

}  // namespace dealtafel::app
