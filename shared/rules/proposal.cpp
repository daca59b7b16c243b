#include "rules/proposal.hpp"

#include <algorithm>

namespace dealtafel::rules {

namespace {

double sum_of_positive_effects(const Challenge& challenge) {
    double sum = 0;
    for (const Effect& effect : challenge.effects) sum += std::max(0.0, effect.effect);
    return sum;
}

double sum_of_harm_elsewhere(const Challenge& challenge) {
    double sum = 0;
    for (const Spillover& spillover : challenge.spillovers) sum += std::max(0.0, -spillover.effect);
    return sum;
}

// The mean over a proposal's challenges of a sum, as a part of the largest such sum of any
// challenge in the scenario; none where there is nothing to divide by.
template <class Sum>
std::optional<double> mean_part(const ProposalFacts& facts, const Proposal& proposal, Sum sum) {
    double largest = 0;
    for (const Challenge& challenge : facts.scenario.challenges) {
        largest = std::max(largest, sum(challenge));
    }
    if (largest == 0 || proposal.challenges.empty()) return std::nullopt;
    double total = 0;
    for (const ChallengeId challenge : proposal.challenges) {
        total += sum(facts.scenario[challenge]) / largest;
    }
    return total / static_cast<double>(proposal.challenges.size());
}

double mean_urgency(const ProposalFacts& facts, const Proposal& proposal) {
    if (proposal.challenges.empty()) return 0;
    double sum = 0;
    for (const ChallengeId challenge : proposal.challenges) sum += facts.urgency[challenge.value];
    return sum / static_cast<double>(proposal.challenges.size());
}

double share_of_demands(const ProposalFacts& facts, const Proposal& proposal) {
    if (facts.demanded.empty()) return 1;
    return static_cast<double>((facts.demanded & proposal.challenges).size()) /
           static_cast<double>(facts.demanded.size());
}

// Knowledge, business and government: a third for each of the three that takes part.
double triple_helix(const ProposalFacts& facts, const Proposal& proposal) {
    bool knowledge = false;
    bool business = false;
    bool government = false;
    for (const PartyId partner : proposal.partners) {
        switch (facts.scenario[partner].kind) {
            case PartyKind::knowledge: knowledge = true; break;
            case PartyKind::business: business = true; break;
            case PartyKind::ministry:
            case PartyKind::province:
            case PartyKind::municipality:
            case PartyKind::water_board: government = true; break;
            case PartyKind::central_government:
            case PartyKind::civil_society: break;
        }
    }
    const int groups = (knowledge ? 1 : 0) + (business ? 1 : 0) + (government ? 1 : 0);
    return groups / 3.0;
}

double share_in_one_partnership(const ProposalFacts& facts, const Proposal& proposal) {
    std::size_t most = 0;
    for (const Partnership& partnership : facts.scenario.partnerships) {
        most = std::max(most, (partnership.members & proposal.partners).size());
    }
    if (proposal.partners.empty()) return 0;
    return static_cast<double>(most) / static_cast<double>(proposal.partners.size());
}

double pledged_part(const ProposalFacts& facts, const Proposal& proposal) {
    if (proposal.asked == Money{}) return 1;
    return std::min(1.0, static_cast<double>(facts.pledged.tenths) /
                             static_cast<double>(proposal.asked.tenths));
}

}  // namespace

// The essay: criteria that reward the triple helix and what is there already draw proposals to old
// circles (E13), criteria of substance bend them to the Rijk's policy and to well-being (E22), and
// procedural ones alone are a blank cheque (E19).
const std::vector<std::string_view>& claims_of(Criterion criterion) {
    using Claims = const std::vector<std::string_view>;
    static Claims substance = {"E22"};
    static Claims circle = {"E13", "E19"};
    static Claims procedure = {"E19"};
    static Claims elsewhere = {"E27"};
    static Claims design = {};
    switch (criterion) {
        case Criterion::urgency: return design;
        case Criterion::well_being:
        case Criterion::national_goals: return substance;
        case Criterion::knowledge_partners:
        case Criterion::existing_agenda: return circle;
        case Criterion::co_financing: return procedure;
        case Criterion::supra_regional: return elsewhere;
    }
    return design;
}

int weight_of(const Weights& weights, Criterion criterion) {
    switch (criterion) {
        case Criterion::urgency: return weights.urgency;
        case Criterion::well_being: return weights.well_being;
        case Criterion::national_goals: return weights.national_goals;
        case Criterion::knowledge_partners: return weights.knowledge_partners;
        case Criterion::existing_agenda: return weights.existing_agenda;
        case Criterion::co_financing: return weights.co_financing;
        case Criterion::supra_regional: return weights.supra_regional;
    }
    return 0;
}

bool may_be_published(const Weights& weights) {
    int sum = 0;
    for (const Criterion criterion : criteria) {
        const int weight = weight_of(weights, criterion);
        if (weight < 0 || weight > weights_sum) return false;
        sum += weight;
    }
    return sum == weights_sum;
}

double feature(const ProposalFacts& facts, const Proposal& proposal, Criterion criterion) {
    switch (criterion) {
        case Criterion::urgency: return mean_urgency(facts, proposal);
        case Criterion::well_being:
            return mean_part(facts, proposal, sum_of_positive_effects).value_or(0);
        case Criterion::national_goals: return share_of_demands(facts, proposal);
        case Criterion::knowledge_partners: return triple_helix(facts, proposal);
        case Criterion::existing_agenda: return share_in_one_partnership(facts, proposal);
        case Criterion::co_financing: return pledged_part(facts, proposal);
        case Criterion::supra_regional:
            return 1 - mean_part(facts, proposal, sum_of_harm_elsewhere).value_or(0);
    }
    return 0;
}

ProposalScore score(const ProposalFacts& facts, const Proposal& proposal,
                    const std::optional<Weights>& weights) {
    ProposalScore made;
    for (const Criterion criterion : criteria) {
        ScorePart part;
        part.criterion = criterion;
        part.feature = feature(facts, proposal, criterion);
        part.weight = weights ? weight_of(*weights, criterion)
                              : weights_sum / static_cast<double>(criteria.size());
        part.amount = part.weight * part.feature / weights_sum;
        made.score += part.amount;
        made.parts.push_back(part);
    }
    return made;
}

}  // namespace dealtafel::rules
