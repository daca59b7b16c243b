// The centre's framework, and what it demands later.
#include "rules/decide/parts.hpp"

#include <algorithm>
#include <array>

namespace dealtafel::rules {

namespace {

bool may_be_stated(const std::optional<Stated>& stated) {
    constexpr std::array<double, 5> positions = {-1, -0.5, 0, 0.5, 1};
    return !stated ||
           std::find(positions.begin(), positions.end(), stated->value) != positions.end();
}

// Whether a challenge can be demanded of a region at all.
std::optional<Refusal> refuses_demand(const Asked& asked, RegionId region, ChallengeId challenge) {
    if (!asked.has_table(region)) return Refusal::no_such_table;
    if (!challenge.known()) return Refusal::not_national;
    const Challenge& wanted = asked.scenario[challenge];
    if (!wanted.national || wanted.region != region) return Refusal::not_national;
    return std::nullopt;
}

}  // namespace

Decision decide(const Asked& asked, const command::Publish& publish) {
    if (asked.party != asked.scenario.centre) return Refusal::wrong_seat;
    if (asked.state.framework.published) return Refusal::already_published;
    const StatedPositions& stated = publish.stated;
    if (!may_be_stated(stated.partnership) || !may_be_stated(stated.steering) ||
        !may_be_stated(stated.hierarchy)) {
        return Refusal::bad_value;
    }
    IdMap<RegionId, int> demands;
    for (auto at = publish.demands.begin(); at != publish.demands.end(); ++at) {
        if (const auto refusal = refuses_demand(asked, at->region, at->challenge)) return *refusal;
        if (std::find(publish.demands.begin(), at, *at) != at) return Refusal::already_so;
        if (++demands[at->region] > asked.scenario.demands_max) return Refusal::too_many_demands;
    }
    if (publish.weights && !(asked.scenario.selection && may_be_published(*publish.weights))) {
        return Refusal::bad_value;
    }
    return just(event::Published{stated, publish.demands, publish.weights});
}

Decision decide(const Asked& asked, const command::Demand& demand) {
    if (asked.party != asked.scenario.centre) return Refusal::wrong_seat;
    if (const auto refusal = refuses_demand(asked, demand.region, demand.challenge))
        return *refusal;
    const RegionState& region = asked.at(demand.region);
    if (asked.state.last_call) return Refusal::last_call;
    if (region.ended || region.contest.rejected) return Refusal::no_negotiation;
    if (region.demanded.contains(demand.challenge)) return Refusal::already_so;
    if (static_cast<int>(region.demanded.size()) >= asked.scenario.demands_max) {
        return Refusal::too_many_demands;
    }
    return just(event::DemandMade{demand.region, demand.challenge});
}

}  // namespace dealtafel::rules
