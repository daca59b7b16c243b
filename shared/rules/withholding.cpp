#include "rules/withholding.hpp"

namespace dealtafel::rules {

bool has_next_round(const State& state) { return state.round < state.settings.rounds; }

IdSet<PartyId> rated_upward(const Scenario& scenario, const State& state, RegionId region) {
    const RegionState& here = state.regions[region.value];
    IdSet<PartyId> rated;
    if (accountability_of(here) != Accountability::upward) return rated;
    for (const PartyId party : signatories(scenario, version_of(here, here.concluded).deal)) {
        if (!scenario.is_rijk(party)) rated.insert(party);
    }
    return rated;
}

std::optional<double> mean_rating(const Scenario& scenario, const State& state, RegionId region,
                                  const std::vector<RatingGiven>& ratings) {
    const IdSet<PartyId> rated = rated_upward(scenario, state, region);
    int sum = 0;
    int given = 0;
    for (const RatingGiven& rating : ratings) {
        if (rating.rater != scenario.centre || !rated.contains(rating.rated)) continue;
        sum += rating.rating;
        ++given;
    }
    if (given == 0) return std::nullopt;
    return static_cast<double>(sum) / given;
}

bool rated_low(std::optional<double> mean) { return mean && *mean <= 2; }

IdMap<RegionId, int> withheld_from(const State& state) {
    IdMap<RegionId, int> withheld;
    for (std::uint16_t at = 0; at < state.regions.size(); ++at) {
        const int percent = state.regions[at].withholding;
        if (percent != 0) withheld[RegionId{at}] = percent;
    }
    return withheld;
}

}  // namespace dealtafel::rules
