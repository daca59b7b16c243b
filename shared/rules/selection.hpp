// Which proposals a tranche's budget reaches: ranking, selecting, and what goes against the ranking
// (section 2 of docs/rules.md, the phase `proposal`).
#pragma once

#include "base/ids.hpp"
#include "base/money.hpp"

#include <optional>
#include <vector>

namespace dealtafel::rules {

// A scored proposal in the contest.
struct Contender {
    RegionId region;
    double score = 0;
    Money asked;
    std::optional<bool> decided;  // by the centre: selected or rejected; none: left to the ranking
};

// The highest score first, equal ones in the order of the scenario.
void rank(std::vector<Contender>& contenders);
// What is asked by those that the centre has selected, but for one region.
Money asked_by_selected(const std::vector<Contender>& contenders, RegionId but_for);
// The regions that are selected: as the centre decided, and what it left open down the ranking,
// passing over what no longer fits in the budget. `ranked` is in order.
IdSet<RegionId> select(const std::vector<Contender>& ranked, Money budget);
// How many of the selected scored lower than a rejected one that would have fitted in their place.
int against_ranking(const std::vector<Contender>& contenders, IdSet<RegionId> selected,
                    Money budget);

}  // namespace dealtafel::rules
