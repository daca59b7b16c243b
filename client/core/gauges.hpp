// The three tensions: where the Rijk said to stand, where the deal stands, a lane for each round.
#pragma once

#include "core/scene.hpp"

#include <array>
#include <optional>
#include <vector>

namespace dealtafel::client {

// How far from the middle a value is, as a word's key: below 0.15 in the middle (the hierarchy has
// a word of its own for that), below 0.5 slight, below 0.8 clear, else extreme.
std::string_view scale_word(Tension tension, double value);

struct Lane {
    std::string label;
    bool current = false;
    std::optional<double> said;  // -1..+1
    std::optional<double> deal;  // -1..+1
    bool nested = false;         // nearer than 0.1: the dot is drawn inside the diamond
    bool operator==(const Lane&) const = default;
};

struct Gauge {
    std::string title;
    std::string word;                // of the current deal on the scale; empty without a deal
    std::vector<std::string> poles;  // from -1 to +1, two or three
    int leaning = -1;                // which pole the current deal leans to; -1 for none
    std::vector<Lane> lanes;         // at most three, the current one last
    bool operator==(const Gauge&) const = default;
};

struct GaugesPart {
    std::array<Gauge, tension_count> gauges;
    std::string said;  // the legend
    std::string deal;
    bool operator==(const GaugesPart&) const = default;
};

GaugesPart gauges_part(const Scene& scene);

}  // namespace dealtafel::client
