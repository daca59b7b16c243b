// What holds of every state that a game stands in between two requests, whoever asks what.
#pragma once

#include "rules/state.hpp"

namespace dealtafel::laws {

// Fails the test where the state breaks one of them.
void state_keeps_the_laws(const Scenario& scenario, const rules::State& state);

}  // namespace dealtafel::laws
