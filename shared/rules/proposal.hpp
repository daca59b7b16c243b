// A region's proposal and how the centre's framework scores it: section 6 of docs/rules.md.
#pragma once

#include "base/text.hpp"
#include "scenario/scenario.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace dealtafel::rules {

// What a framework can weigh, in the order in which the parts of a score are added up.
inline constexpr std::array<Criterion, criterion_count> criteria = {
    Criterion::urgency,         Criterion::well_being,      Criterion::national_goals,
    Criterion::knowledge_partners, Criterion::existing_agenda, Criterion::co_financing,
    Criterion::supra_regional};

// The claims of the essay behind weighing a criterion; none: design.
const std::vector<std::string_view>& claims_of(Criterion criterion);

// Whole points for each criterion, together `weights_sum`.
struct Weights {
    int urgency = 0;
    int well_being = 0;
    int national_goals = 0;
    int knowledge_partners = 0;
    int existing_agenda = 0;
    int co_financing = 0;
    int supra_regional = 0;
    bool operator==(const Weights&) const = default;
};
inline constexpr int weights_sum = 10;

int weight_of(const Weights& weights, Criterion criterion);
// Whether no weight is negative and all of them add up.
bool may_be_published(const Weights& weights);

// What a lead submits for its region.
struct Proposal {
    IdSet<ChallengeId> challenges;  // of its agenda
    IdSet<PartyId> partners;
    Money asked;  // of the centre
    TextRef pitch;
    bool operator==(const Proposal&) const = default;
};

// The facts that a proposal is scored by.
struct ProposalFacts {
    const Scenario& scenario;
    const std::vector<double>& urgency;  // by challenge number, of this round
    IdSet<ChallengeId> demanded;         // national challenges demanded in its region
    Money pledged;                       // by regional parties together
};

// How far a proposal has what a criterion looks for, 0..1.
double feature(const ProposalFacts& facts, const Proposal& proposal, Criterion criterion);

// One part of a score: the amount is weight times feature, divided by the sum of all weights.
struct ScorePart {
    Criterion criterion{};
    double feature = 0;
    double weight = 0;
    double amount = 0;
    bool operator==(const ScorePart&) const = default;
};

// A proposal's score with its explanation: the parts add up to it.
struct ProposalScore {
    double score = 0;
    std::vector<ScorePart> parts;
    bool operator==(const ProposalScore&) const = default;
};

// Without published weights every criterion weighs the same.
ProposalScore score(const ProposalFacts& facts, const Proposal& proposal,
                    const std::optional<Weights>& weights);

}  // namespace dealtafel::rules
