// How long a scenario's day is planned to take.
#pragma once

#include "scenario/scenario.hpp"

#include <cstdint>

namespace dealtafel {

inline constexpr int joining_minutes = 10;

// Joining, briefing, the phases of all rounds and the debrief, in seconds.
std::int64_t day_seconds(const Scenario& scenario);

}  // namespace dealtafel
