// What happens on entry to the outcome: audits are drawn, every deal's outcome is computed, the
// parties are scored, and state moves on. One batch of events that holds all results.
#pragma once

#include "rules/events.hpp"

namespace dealtafel::rules {

Events tell_outcome(const Scenario& scenario, const State& state);

}  // namespace dealtafel::rules
