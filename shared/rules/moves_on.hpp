// What moves on after a round, and how well it was governed: section 5 of docs/rules.md.
#pragma once

#include "rules/events.hpp"
#include "rules/state.hpp"

namespace dealtafel::rules {

// A deal that was concluded this round, with its outcome after the audit.
struct ConcludedDeal {
    RegionId region;
    const Deal* deal = nullptr;
    const Outcome* outcome = nullptr;
};

// How well the practice of one deal agrees with what the centre stated, 0..100; the parts add up.
double deal_governance(const StatedPositions& stated, const Positions& actual);
// Everything that moves when the outcome is told. `deals` stand in the order of their regions.
event::MovedOn move_on(const Scenario& scenario, const State& state,
                       const std::vector<ConcludedDeal>& deals);
// How trust moves by the ratings, and by what is withheld, when accountability ends.
std::vector<event::PairMoved> trust_by_ratings(const Scenario& scenario, const State& state);

}  // namespace dealtafel::rules
