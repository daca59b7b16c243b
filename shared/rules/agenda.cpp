#include "rules/agenda.hpp"

#include <algorithm>

namespace dealtafel::rules {

namespace {

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    if (values.size() % 2 == 1) return values[middle];
    return (values[middle - 1] + values[middle]) / 2;
}

struct Candidate {
    ChallengeId challenge;
    std::size_t supporters = 0;
    double gap = 0;
};

// The partners of a challenge in the game's own version: for each need the first party in
// scenario order that can meet it, unless one named already can; the required ones if nobody can.
IdSet<PartyId> first_partners(const Scenario& scenario, IdSet<PartyId> table, RegionId region,
                              const Challenge& challenge) {
    IdSet<PartyId> named;
    IdSet<CapabilityId> met;
    for (const Need& need : challenge.needs) {
        if (met.contains(need.capability)) continue;
        for (const PartyId party : scenario.file_order) {
            if (party == scenario.centre || !table.contains(party)) continue;
            if (!scenario[party].capabilities.contains(need.capability)) continue;
            named.insert(party);
            met = met | scenario[party].capabilities;
            break;
        }
    }
    if (!named.empty()) return named;
    for (const PartyId party : scenario.parties_of(region)) {
        if (scenario[party].required && table.contains(party)) named.insert(party);
    }
    return named;
}

// The gaps that a challenge would close: visit(theme, gap).
template <class Visit>
void visit_gaps(const Scenario& scenario, const State& state, ChallengeId challenge,
                const std::vector<double>& ambition, Visit visit) {
    const Challenge& facts = scenario[challenge];
    const std::vector<double>& score = state.regions[facts.region.value].wellbeing;
    for (const Effect& effect : facts.effects) {
        if (effect.effect <= 0) continue;
        visit(effect.theme,
              std::max(0.0, ambition[effect.theme.value] - score[effect.theme.value]));
    }
}

}  // namespace

double table_ambition(const Scenario& scenario, const State& state, RegionId region,
                      ThemeId theme) {
    const RegionState& here = state.regions[region.value];
    const double score = here.wellbeing[theme.value];
    const double silent = std::min(100.0, score + state.model.ambition_default);
    std::vector<double> ambitions;
    for (const PartyId party : at_table(scenario, state, region)) {
        const int* own = here.ambitions[party.value].find(theme);
        ambitions.push_back(own != nullptr ? *own : silent);
    }
    return ambitions.empty() ? silent : median(std::move(ambitions));
}

double gap_of(const Scenario& scenario, const State& state, ChallengeId challenge,
              const std::vector<double>& ambition) {
    double gap = 0;
    visit_gaps(scenario, state, challenge, ambition,
               [&](ThemeId, double of_theme) { gap += of_theme; });
    return gap;
}

Agenda make_agenda(const Scenario& scenario, const State& state, RegionId region) {
    const RegionState& here = state.regions[region.value];
    const IdSet<PartyId> table = at_table(scenario, state, region);
    Agenda agenda;
    for (std::uint16_t at = 0; at < scenario.themes.size(); ++at) {
        agenda.ambition.push_back(table_ambition(scenario, state, region, ThemeId{at}));
    }
    constexpr double slack = 1e-9;
    const double enough = scenario.agenda_support * static_cast<double>(table.size()) - slack;
    std::vector<Candidate> candidates;
    for (std::uint16_t at = 0; at < scenario.challenges.size(); ++at) {
        const ChallengeId challenge{at};
        if (scenario[challenge].region != region || scenario[challenge].national) continue;
        const std::size_t supporters = (here.supporters[at] & table).size();
        const double gap = gap_of(scenario, state, challenge, agenda.ambition);
        if (gap > 0 && static_cast<double>(supporters) >= enough) {
            candidates.push_back({challenge, supporters, gap});
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) {
                         if (a.supporters != b.supporters) return a.supporters > b.supporters;
                         return a.gap > b.gap;
                     });
    const auto slots = static_cast<std::size_t>(std::max(scenario.agenda_slots, 0));
    if (candidates.size() > slots) candidates.resize(slots);
    for (const Candidate& candidate : candidates) agenda.challenges.push_back(candidate.challenge);
    for (const ChallengeId demanded : here.demanded) agenda.challenges.push_back(demanded);
    return agenda;
}

std::vector<Part> agenda_reasons(const Scenario& scenario, const State& state,
                                 const Agenda& agenda) {
    std::vector<Part> reasons;
    for (const ChallengeId challenge : agenda.challenges) {
        const bool demanded = scenario[challenge].national;
        Part reason{.rule = demanded ? Rule::agenda_demand : Rule::agenda_support,
                    .challenge = challenge};
        visit_gaps(scenario, state, challenge, agenda.ambition, [&](ThemeId theme, double gap) {
            reason.amount += gap;
            if (gap == 0) return;
            reason.sum.push_back({.rule = Rule::gap, .amount = gap, .theme = theme});
        });
        reasons.push_back(std::move(reason));
    }
    return reasons;
}

Deal first_version(const Scenario& scenario, const State& state, RegionId region) {
    Deal deal;
    deal.region = region;
    deal.conditions = 2;
    const IdSet<PartyId> table = at_table(scenario, state, region);
    std::vector<ChallengeId> agenda = state.regions[region.value].agenda;
    for (const ChallengeId challenge : agenda) {
        Line line;
        line.challenge = challenge;
        for (const PartyId party : first_partners(scenario, table, region, scenario[challenge])) {
            line.partners.push_back(party);
        }
        deal.lines.push_back(std::move(line));
    }
    return deal;
}

}  // namespace dealtafel::rules
