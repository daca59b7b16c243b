// What is wrong with a scenario by what a search found: the codes of docs/scenarios.md.
#pragma once

#include "analysis/balance.hpp"

#include <vector>

namespace dealtafel::analysis {

std::vector<Problem> problems_of(const Scenario& scenario, const std::vector<FoundAt>& found);

}  // namespace dealtafel::analysis
