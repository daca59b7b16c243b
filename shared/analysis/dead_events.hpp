// Whether an event matters: whether anybody would do something else because of it.
#pragma once

#include "analysis/search.hpp"

#include <vector>

namespace dealtafel::analysis {

// What was found at one region's table in one round.
struct FoundAt {
    RegionId region;
    int round = 1;
    Found found;
};

// The events that change nothing that anybody would do otherwise: in no round in which they may
// happen do they bring or take somebody from a table, change the order of the challenges by their
// gaps, make a part of the deals that suit all unsuitable or the other way round, or make another
// deal the best for somebody.
std::vector<EventId> dead_events(const Scenario& scenario, const std::vector<FoundAt>& found);

}  // namespace dealtafel::analysis
