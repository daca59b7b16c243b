// A search over the deals of a situation: how many plausible ones suit all, the best by party, the
// best for the region, and the efficient set. The same seed finds the same.
#pragma once

#include "analysis/archive.hpp"
#include "analysis/judge.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace dealtafel::analysis {

// How much a search does.
struct Effort {
    int plausible = 20'000;  // deals made at random that have no problems
    int near = 8'000;        // deals within three changes of the recipe
    int climbs = 12;         // for each party, for all together and for the region: from so many
    int steps = 4'000;       // starts, so many steps
    int spread = 100'000;    // steps from efficient deals to other efficient deals
    double grain = 1;        // of points, in the efficient set
};

// How many of some things hold, as a sample's estimate of a share.
struct Share {
    int count = 0;
    int of = 0;

    double part() const { return of == 0 ? 0.0 : static_cast<double>(count) / of; }
    // The standard error of the part.
    double error() const;
};

struct Found {
    Share plausible;                 // plausible deals that suit all
    Share near;                      // deals near the recipe that suit all
    Share recipe;                    // agendas for which the recipe suits all, with some form
    std::vector<double> median;      // of plausible deals, by party number
    std::vector<Share> below;        // plausible deals in which a party is below its reserve
    std::vector<std::optional<Judged>> best;  // by party: of the deals that suit all
    std::optional<Judged> best_together;      // most joint gain, of the deals that suit all
    std::optional<Judged> best_common;        // the best common result of all deals
    std::vector<Judged> efficient;            // of the deals that suit all
    std::vector<Judged> plausible_deals;      // some of those
    int judged = 0;                           // deals looked at that had no problems
};

// How often a search calls its `tick`.
int ticks_of(const Situation& situation, const Effort& effort);
Found search(const Situation& situation, const Effort& effort, std::uint64_t seed,
             const std::function<void()>& tick);

}  // namespace dealtafel::analysis
