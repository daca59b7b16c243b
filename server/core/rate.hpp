// A token bucket: how many commands somebody may give at once, and how quickly they come back.
#pragma once

#include "core/limits.hpp"

#include <algorithm>
#include <cstdint>

namespace dealtafel::core {

class Rate {
public:
    // Whether one more is allowed now; takes it if so. Times never go back.
    bool take(std::int64_t now_ms) {
        const double passed = static_cast<double>(now_ms - at_ms_) / 1000.0;
        left_ = std::min(limits::commands_burst, left_ + passed * limits::commands_per_second);
        at_ms_ = now_ms;
        if (left_ < 1) return false;
        left_ -= 1;
        return true;
    }

private:
    double left_ = limits::commands_burst;
    std::int64_t at_ms_ = 0;
};

}  // namespace dealtafel::core
