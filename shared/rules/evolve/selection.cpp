// Proposals, their scores, and what is selected.
#include "rules/evolve/parts.hpp"

namespace dealtafel::rules {

void apply(const Change& change, const event::Pledged& pledged) {
    change.at(pledged.region).contest.pledges[pledged.party] = pledged.amount;
}

void apply(const Change& change, const event::Submitted& submitted) {
    change.at(submitted.region).contest.proposal = Proposal{
        submitted.challenges, submitted.partners, submitted.asked, submitted.pitch};
}

void apply(const Change& change, const event::SubmissionsClosed& closed) {
    change.state.submissions_closed = true;
    for (const event::RankedProposal& ranked : closed.ranking) {
        change.at(ranked.region).contest.scored = ProposalScore{ranked.score, ranked.parts};
    }
    change.news(change.scenario.all_parties());
}

void apply(const Change& change, const event::Decided& decided) {
    ContestState& contest = change.at(decided.region).contest;
    contest.decided = decided.selected;
    contest.motivation = decided.motivation;
    change.news_at(decided.region);
}

void apply(const Change& change, const event::SelectionMade& made) {
    change.state.selection_made = true;
    change.state.against_ranking = made.against_ranking;
    for (const RegionId region : made.selected) change.at(region).contest.selected = true;
    for (const RegionId region : made.rejected) change.at(region).contest.rejected = true;
}

}  // namespace dealtafel::rules
