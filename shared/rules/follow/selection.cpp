// Submissions that close, scores, and the selection in the end.
#include "rules/follow/parts.hpp"

#include <algorithm>

namespace dealtafel::rules {

namespace {

// Whether anybody waits for this region's lead: it can still submit for the first time.
bool waits_for_lead(const Now& now, RegionId region) {
    if (!in_contest(now.scenario, region) || now.at(region).agenda.empty()) return false;
    const PartyId lead = *now.scenario[region].lead;
    return !now.at(region).contest.proposal && !now.state.seats[lead.value].ready;
}

// What the regional parties pledged; the Rijk's own money is no co-financing.
Money regional_pledges(const Now& now, RegionId region) {
    Money sum;
    for (const auto& [party, amount] : now.at(region).contest.pledges) {
        if (!now.scenario.is_rijk(party)) sum += amount;
    }
    return sum;
}

event::RankedProposal score_of(const Now& now, RegionId region) {
    const RegionState& here = now.at(region);
    const Proposal& proposal = *here.contest.proposal;
    const ProposalFacts facts{now.scenario, now.state.urgency, here.demanded,
                              regional_pledges(now, region)};
    ProposalScore scored = score(facts, proposal, now.state.framework.weights);
    event::RankedProposal ranked{region, scored.score, std::move(scored.parts), {}};
    for (const ChallengeId challenge : proposal.challenges) {
        ranked.urgency[challenge] = now.state.urgency[challenge.value];
    }
    return ranked;
}

}  // namespace

bool any_in_contest(const Scenario& scenario) {
    for (std::uint16_t at = 0; at < scenario.regions.size(); ++at) {
        if (in_contest(scenario, RegionId{at})) return true;
    }
    return false;
}

Events close_submissions(const Now& now) {
    event::SubmissionsClosed closed;
    for (std::uint16_t at = 0; at < now.state.regions.size(); ++at) {
        if (now.at(RegionId{at}).contest.proposal) {
            closed.ranking.push_back(score_of(now, RegionId{at}));
        }
    }
    std::stable_sort(closed.ranking.begin(), closed.ranking.end(),
                     [](const auto& a, const auto& b) { return a.score > b.score; });
    return one(std::move(closed));
}

// At half of the phase, or once nobody waits for a lead.
Events submissions_due(const Now& now) {
    if (now.state.submissions_closed) return {};
    const auto half_ms = submissions_close_ms(now.state);
    bool waiting = !half_ms || now.play_ms < *half_ms;
    if (waiting) {
        waiting = false;
        for (std::uint16_t at = 0; at < now.state.regions.size(); ++at) {
            waiting = waiting || waits_for_lead(now, RegionId{at});
        }
    }
    return waiting ? Events{} : close_submissions(now);
}

std::optional<std::int64_t> submissions_close_ms(const State& state) {
    if (state.submissions_closed || !state.stage_ends_ms) return std::nullopt;
    return state.stage_began_ms + (*state.stage_ends_ms - state.stage_began_ms + 1) / 2;
}

Events make_selection(const Now& now) {
    const std::vector<Contender> ranked = contenders(now.state);
    const Money budget = now.scenario.tranche_budget.value_or(Money{});
    event::SelectionMade made;
    made.selected = select(ranked, budget);
    made.against_ranking = against_ranking(ranked, made.selected, budget);
    for (std::uint16_t at = 0; at < now.state.regions.size(); ++at) {
        const RegionId region{at};
        if (in_contest(now.scenario, region) && !made.selected.contains(region)) {
            made.rejected.insert(region);
        }
    }
    return one(made);
}

}  // namespace dealtafel::rules
