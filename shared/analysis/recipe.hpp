// The recipe that a good scenario does not reward: capable partners, joint goals, two conditions,
// mutual accountability, every clause but `information`, all money spread evenly.
#pragma once

#include "analysis/situation.hpp"

namespace dealtafel::analysis {

// The recipe's deal for an agenda, with a form of money. Its money keeps to what both sides must
// pay.
rules::Deal recipe(const Situation& situation, const std::vector<ChallengeId>& agenda, Form form);

}  // namespace dealtafel::analysis
