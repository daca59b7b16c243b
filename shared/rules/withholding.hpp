// What the centre may keep back from a region that it rated low: accountability in section 2 of
// docs/rules.md.
#pragma once

#include "rules/state.hpp"

#include <optional>

namespace dealtafel::rules {

inline constexpr int withheld_percent_max = 20;

// Whether another round comes, with a next deal.
bool has_next_round(const State& state);
// Whose ratings by the centre count for a region: its regional signatories where account is
// rendered upward on its deal of this round, else nobody.
IdSet<PartyId> rated_upward(const Scenario& scenario, const State& state, RegionId region);
// The mean of what the centre gave them, of these ratings; none where it gave none.
std::optional<double> mean_rating(const Scenario& scenario, const State& state, RegionId region,
                                  const std::vector<RatingGiven>& ratings);
// Whether money may be withheld at this mean.
bool rated_low(std::optional<double> mean);
// What is kept back from the regions that it is kept back from.
IdMap<RegionId, int> withheld_from(const State& state);

}  // namespace dealtafel::rules
