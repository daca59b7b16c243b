// What a region's table wants and what it puts on its agenda.
#include "rules/decide/parts.hpp"

namespace dealtafel::rules {

namespace {

int votes_given(const Asked& asked) {
    int votes = 0;
    for (const RegionState& region : asked.state.regions) {
        for (const IdSet<PartyId>& supporters : region.supporters) {
            votes += supporters.contains(asked.party) ? 1 : 0;
        }
    }
    return votes;
}

Decision decide_support(const Asked& asked, ChallengeId challenge, bool on) {
    // Whether a challenge exists is told only to who sees it; one that does not has no region.
    if (!asked.state.seats[asked.party.value].sees.contains(challenge)) return Refusal::not_seen;
    const RegionId region = asked.scenario[challenge].region;
    if (!asked.sits_at(region)) return Refusal::not_at_table;
    const bool supports = asked.at(region).supporters[challenge.value].contains(asked.party);
    if (supports == on) return Refusal::already_so;
    if (on && votes_given(asked) >= asked.scenario.agenda_votes) return Refusal::no_votes_left;
    return just(event::Supported{asked.party, challenge, on});
}

}  // namespace

Decision decide(const Asked& asked, const command::Ambition& ambition) {
    if (!asked.sits_at(ambition.region)) return Refusal::not_at_table;
    if (ambition.value < 0 || ambition.value > 100) return Refusal::bad_value;
    return just(
        event::AmbitionSet{asked.party, ambition.region, ambition.theme, ambition.value});
}

Decision decide(const Asked& asked, const command::Support& support) {
    return decide_support(asked, support.challenge, true);
}

Decision decide(const Asked& asked, const command::Unsupport& unsupport) {
    return decide_support(asked, unsupport.challenge, false);
}

Decision decide(const Asked& asked, const command::Share& share) {
    if (!asked.state.seats[asked.party.value].sees.contains(share.challenge)) {
        return Refusal::not_seen;
    }
    IdSet<PartyId> table_mates;
    for (std::uint16_t at = 0; at < asked.state.regions.size(); ++at) {
        if (asked.sits_at(RegionId{at})) {
            table_mates = table_mates | at_table(asked.scenario, asked.state, RegionId{at});
        }
    }
    IdSet<PartyId> with = share.with;
    with.erase(asked.party);
    if (with.empty()) return Refusal::bad_value;
    if (!table_mates.contains_all(with)) return Refusal::not_at_table;
    return just(event::Shared{asked.party, share.challenge, with});
}

}  // namespace dealtafel::rules
