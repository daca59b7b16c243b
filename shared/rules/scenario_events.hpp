// Events of the scenario (sections 2 and 9 of docs/rules.md): when they may happen, and what one
// that happens changes.
#pragma once

#include "rules/events.hpp"
#include "rules/state.hpp"

#include <optional>

namespace dealtafel::rules {

// Whether an event is still to be drawn in the present stage and round.
bool may_be_drawn(const Scenario& scenario, const State& state, EventId event);
// The event with its changes, and the signatures that a lower budget no longer holds.
Events happening(const Scenario& scenario, const State& state, EventId event, bool injected);

// An urgency after a change by an event.
double shifted_urgency(double urgency, const std::optional<double>& add,
                       const std::optional<double>& multiply);
// The urgency of a challenge in a round: what its list says, and what events did to it so far.
double urgency_in_round(const Scenario& scenario, const State& state, ChallengeId challenge,
                        int round);

}  // namespace dealtafel::rules
