#include "analysis/balance.hpp"

#include "analysis/uses.hpp"
#include "analysis/verdict.hpp"
#include "base/draw.hpp"
#include "scenario/day.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dealtafel::analysis {

namespace {

template <class E, std::size_t Count>
Counts by_word(const std::array<int, Count>& counts) {
    Counts made;
    for (std::size_t at = 0; at < Count; ++at) made[words_of<E>()[at]] = counts[at];
    return made;
}

ShareFigures figures_of(const Share& share) { return {share.part(), share.error(), share.of}; }

TensionFigures tension_of(const Found& found, IdSet<PartyId> parties, Tension tension) {
    TensionFigures made;
    for (const PartyId party : parties) {
        const auto& best = found.best[party.value];
        if (!best) continue;
        const double position = best->tension[tension];
        made.lowest = std::min(made.lowest.value_or(position), position);
        made.highest = std::max(made.highest.value_or(position), position);
    }
    if (found.best_common) made.common = found.best_common->tension[tension];
    return made;
}

void add_uses(const Scenario& scenario, const Situation& situation, const Uses& uses,
              TableFigures& to) {
    to.forms = by_word<Form>(uses.forms);
    to.goals = by_word<Goal>(uses.goals);
    to.accountability = by_word<Accountability>(uses.accountability);
    to.clauses = by_word<Clause>(uses.clauses);
    for (const ChallengeId challenge : situation.challenges) {
        to.challenges[scenario[challenge].id] = uses.challenges[challenge.value];
    }
    for (const PartyId party : situation.partners) {
        to.partners[scenario[party].id] = uses.partners[party.value];
    }
}

TableFigures figures_of(const Situation& situation, const Found& found) {
    const Scenario& scenario = situation.scenario;
    TableFigures made;
    made.region = scenario[situation.region].id;
    made.round = situation.state.round;
    made.plausible = figures_of(found.plausible);
    made.near_recipe = figures_of(found.near);
    made.recipe = figures_of(found.recipe);
    for (const PartyId party : at_stake(situation)) {
        PartyFigures& figures = made.parties[scenario[party].id];
        figures.reserve = scenario[party].reserve;
        figures.median = found.median[party.value];
        figures.below = found.below[party.value].part();
        const auto& best = found.best[party.value];
        if (best) figures.best = best->points[party.value];
    }
    for (int number = 0; number < tension_count; ++number) {
        const auto tension = static_cast<Tension>(number);
        made.tensions[std::string(to_word(tension))] =
            tension_of(found, at_stake(situation), tension);
    }
    if (found.best_common) made.best_common = found.best_common->common;
    if (found.best_together) made.joint_gain = found.best_together->joint_gain;
    made.efficient = static_cast<int>(found.efficient.size());
    made.judged = found.judged;
    add_uses(scenario, situation, uses_of(scenario, found.efficient), made);
    return made;
}

// Every table in every round: visit(situation).
template <class Visit>
void visit_situations(const Scenario& scenario, Visit visit) {
    for (int round = 1; round <= scenario.rounds; ++round) {
        for (std::uint16_t at = 0; at < scenario.regions.size(); ++at) {
            if (scenario.parties_of(RegionId{at}).empty()) continue;
            visit(situation_of(scenario, RegionId{at}, state_of_round(scenario, round)));
        }
    }
}

}  // namespace

std::size_t ticks_of(const Scenario& scenario, const Effort& effort) {
    std::size_t ticks = 0;
    visit_situations(scenario, [&](const Situation& situation) {
        ticks += static_cast<std::size_t>(ticks_of(situation, effort));
    });
    return ticks;
}

Report balance(const Scenario& scenario, const Effort& effort, std::uint64_t seed,
               const std::function<void()>& tick) {
    Report report;
    report.scenario = scenario.id;
    report.seed = seed;
    std::vector<FoundAt> found;
    visit_situations(scenario, [&](const Situation& situation) {
        const int round = situation.state.round;
        const std::string label =
            fmt::format("balance/{}/{}", scenario[situation.region].id, round);
        const std::uint64_t own = splitmix64(seed ^ fnv1a64(label));
        found.push_back({situation.region, round, search(situation, effort, own, tick)});
        report.tables.push_back(figures_of(situation, found.back().found));
    });
    report.problems = problems_of(scenario, found);
    report.minutes = scenario.minutes;
    report.minutes_needed = static_cast<int>((day_seconds(scenario) + 59) / 60);
    return report;
}

}  // namespace dealtafel::analysis
