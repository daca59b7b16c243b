// SplitMix64 as a stream: for bots and for searches, which are no part of the rules.
#pragma once

#include "base/draw.hpp"

#include <cstddef>

namespace dealtafel {

class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    // In [0, 1).
    double unit() {
        const std::uint64_t drawn = splitmix64(state_);
        state_ += 0x9e3779b97f4a7c15ULL;
        return static_cast<double>(drawn >> 11) * 0x1.0p-53;
    }
    bool chance(double p) { return unit() < p; }
    // Below `count`, which is above 0.
    std::size_t below(std::size_t count) {
        return static_cast<std::size_t>(unit() * static_cast<double>(count));
    }

private:
    std::uint64_t state_;
};

}  // namespace dealtafel
