// A token bucket: how often somebody may do something at once, and how quickly that comes back. As
// it is made, it is that of a member's commands.
#pragma once

#include "core/limits.hpp"

#include <algorithm>
#include <cstdint>

namespace dealtafel::core {

class Rate {
public:
    Rate() = default;
    Rate(double burst, double per_second) : burst_(burst), per_second_(per_second) {}

    // How many are allowed now. Times never go back.
    double left(std::int64_t now_ms) const {
        const double passed = static_cast<double>(now_ms - at_ms_) / 1000.0;
        return std::min(burst_, left_ + passed * per_second_);
    }
    // Whether one more is allowed now; takes it if so.
    bool take(std::int64_t now_ms) {
        left_ = left(now_ms);
        at_ms_ = now_ms;
        if (left_ < 1) return false;
        left_ -= 1;
        return true;
    }

private:
    double burst_ = limits::commands_burst;
    double per_second_ = limits::commands_per_second;
    double left_ = burst_;
    std::int64_t at_ms_ = 0;
};

}  // namespace dealtafel::core
