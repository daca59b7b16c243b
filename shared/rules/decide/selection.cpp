// The contest for a tranche's money: pledges, proposals, and what the centre makes of them.
#include "rules/decide/parts.hpp"

namespace dealtafel::rules {

namespace {

// Why nothing can be pledged or submitted for a region now.
std::optional<Refusal> refuses_proposals(const Asked& asked, RegionId region) {
    if (!in_contest(asked.scenario, region)) return Refusal::no_contest;
    if (asked.state.submissions_closed) return Refusal::submissions_closed;
    return std::nullopt;
}

}  // namespace

Decision decide(const Asked& asked, const command::Pledge& pledge) {
    if (!asked.sits_at(pledge.region)) return Refusal::not_at_table;
    if (const auto refusal = refuses_proposals(asked, pledge.region)) return *refusal;
    if (pledge.amount < Money{}) return Refusal::bad_value;
    if (pledge.amount > asked.state.budgets[asked.party.value]) return Refusal::over_budget;
    return just(event::Pledged{pledge.region, asked.party, pledge.amount});
}

Decision decide(const Asked& asked, const command::Submit& submit) {
    if (asked.scenario[submit.region].lead != asked.party) return Refusal::wrong_seat;
    if (const auto refusal = refuses_proposals(asked, submit.region)) return *refusal;
    if (submit.challenges.empty() || submit.asked < Money{}) return Refusal::bad_value;
    IdSet<ChallengeId> agenda;
    for (const ChallengeId challenge : asked.at(submit.region).agenda) agenda.insert(challenge);
    if (!agenda.contains_all(submit.challenges)) return Refusal::not_on_agenda;
    if (submit.partners.contains(asked.scenario.centre)) return Refusal::bad_value;
    const IdSet<PartyId> table = at_table(asked.scenario, asked.state, submit.region);
    if (!table.contains_all(submit.partners)) return Refusal::not_at_table;
    if (submit.pitch.empty) return Refusal::empty_text;
    return just(event::Submitted{submit.region, submit.challenges, submit.partners, submit.asked,
                                 submit.pitch});
}

Decision decide(const Asked& asked, const command::Decide& decision) {
    if (asked.party != asked.scenario.centre) return Refusal::wrong_seat;
    if (!in_contest(asked.scenario, decision.region)) return Refusal::no_contest;
    const ContestState& contest = asked.at(decision.region).contest;
    if (!contest.scored) return Refusal::not_scored;
    if (decision.motivation.empty) return Refusal::empty_text;
    if (decision.selected) {
        const Money others = asked_by_selected(contenders(asked.state), decision.region);
        const Money budget = asked.scenario.tranche_budget.value_or(Money{});
        if (others + contest.proposal->asked > budget) return Refusal::over_tranche;
    }
    return just(event::Decided{decision.region, decision.selected, decision.motivation});
}

}  // namespace dealtafel::rules
