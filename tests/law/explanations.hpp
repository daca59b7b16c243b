// The law of explanations: whatever changed a number is told in parts that make the change.
#pragma once

#include "rules/events.hpp"
#include "scenario/scenario.hpp"

namespace dealtafel::laws {

void explanation_adds_up(const Scenario& scenario, const rules::Event& event);

}  // namespace dealtafel::laws
