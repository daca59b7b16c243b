// Well-being per theme, in figures: the bars of the board's region and the map of all regions.
#pragma once

#include "core/scene.hpp"

#include <array>
#include <optional>
#include <vector>

namespace dealtafel::client {

struct ThemeBar {
    std::string title;
    std::string score;
    std::string ambition;          // empty where the table has none yet
    double value = 0;              // 0..1, of the score
    std::optional<double> mark;    // 0..1, of the ambition
    bool reached = false;
    bool operator==(const ThemeBar&) const = default;
};

struct ThemesPart {
    std::string heading;  // marked, as for spans()
    std::vector<ThemeBar> bars;
    bool operator==(const ThemesPart&) const = default;
};

ThemesPart themes_part(const Scene& scene);

// The theme whose score lies furthest below the table's ambition, or, as long as there is none,
// below 100; of equals the first in the scenario's order.
ThemeId widest_gap(const protocol::ScenarioInfo& scenario, const rules::RegionView& region);

struct MapRegion {
    std::string name;
    std::string score;
    int step = 1;  // 1..5: the colour of the scale
    std::vector<Point> outline;
    bool operator==(const MapRegion&) const = default;
};

// The scores at which the colour of the map changes.
inline constexpr std::array<int, 4> map_cuts{40, 50, 60, 75};
// The colour of a score as it is shown, in whole points.
int map_step(double score);

struct MapPart {
    std::string heading;  // marked
    std::vector<MapRegion> regions;
    bool operator==(const MapPart&) const = default;
};

// The regions coloured by one theme, that with the widest gap.
MapPart map_part(const Scene& scene);

}  // namespace dealtafel::client
