// The server's figures for Prometheus: what is counted as it happens, and what is looked at when
// they are asked for.
#pragma once

#include "core/figures.hpp"
#include "store/event_store.hpp"

#include <prometheus/histogram.h>

#include <array>
#include <cstdint>
#include <string>

namespace dealtafel::app {

// How the store does when figures are asked for.
struct StoreState {
    bool writes = true;
    std::size_t under_way = 0;   // appends
    std::int64_t behind_ms = 0;  // the age of the oldest of them
};

class Metrics {
public:
    explicit Metrics(std::string version);

    void stored(store::AppendResult result, std::int64_t took_ms);
    // The thread of the games was busy for so many seconds before it looked for something new.
    void turned(double busy_s);

    // In the text format of Prometheus.
    std::string text(const core::Figures& figures, const StoreState& store) const;

private:
    std::string version_;
    std::array<std::uint64_t, 5> appends_{};  // by result
    prometheus::Histogram append_seconds_;
    prometheus::Histogram turn_seconds_;
};

}  // namespace dealtafel::app
