// What efficient deals are made of: in how many of them a form, goal, clause, challenge or partner
// stands.
#pragma once

#include "analysis/judge.hpp"

#include <array>
#include <vector>

namespace dealtafel::analysis {

struct Uses {
    int deals = 0;
    std::array<int, 3> forms{};           // in the order of the enumerators, as the next three
    std::array<int, 3> goals{};
    std::array<int, 3> accountability{};
    std::array<int, 4> clauses{};
    std::vector<int> challenges;          // by number
    std::vector<int> partners;            // by party number
};

Uses uses_of(const Scenario& scenario, const std::vector<Judged>& deals);
// Adds what other deals are made of.
void add(Uses& to, const Uses& more);

}  // namespace dealtafel::analysis
