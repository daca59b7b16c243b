#include "analysis/dead_events.hpp"

#include "rules/agenda.hpp"

#include <algorithm>

namespace dealtafel::analysis {

namespace {

constexpr double changed_enough = 0.05;  // of the deals that suit all before or after
constexpr double points_enough = 0.1;    // that somebody gains by going for another deal

// The deals that people could be after: the best by party, the efficient ones, plausible ones.
std::vector<const rules::Deal*> candidates(const Found& found) {
    std::vector<const rules::Deal*> deals;
    for (const auto& best : found.best) {
        if (best) deals.push_back(&best->deal);
    }
    for (const Judged& judged : found.efficient) deals.push_back(&judged.deal);
    for (const Judged& judged : found.plausible_deals) deals.push_back(&judged.deal);
    return deals;
}

// The challenges of a region by their gaps, the largest first, with the ambitions of `before`.
std::vector<ChallengeId> by_gap(const Situation& before, const rules::State& state) {
    const Scenario& scenario = before.scenario;
    std::vector<double> ambition;
    for (std::uint16_t at = 0; at < scenario.themes.size(); ++at) {
        ambition.push_back(
            rules::table_ambition(scenario, before.state, before.region, ThemeId{at}));
    }
    const auto gap = [&](ChallengeId challenge) {
        return rules::gap_of(scenario, state, challenge, ambition);
    };
    std::vector<ChallengeId> order = before.challenges;
    std::erase_if(order, [&](ChallengeId challenge) { return gap(challenge) <= 0; });
    std::stable_sort(order.begin(), order.end(),
                     [&](ChallengeId a, ChallengeId b) { return gap(a) > gap(b); });
    return order;
}

// Whether deals are judged otherwise after an event than before.
bool changes_deals(const Situation& before, const Situation& after, const Found& found) {
    int suited = 0;
    int changed = 0;
    const std::size_t parties = before.scenario.parties.size();
    // By party: its best deal before, as it is after; and its best deal after.
    std::vector<std::optional<double>> best_before(parties);
    std::vector<std::optional<double>> kept(parties);
    std::vector<std::optional<double>> best_after(parties);
    for (const rules::Deal* deal : candidates(found)) {
        const auto was = judge(before, *deal);
        const auto is = judge(after, *deal);
        const bool suited_before = was && was->suits_all();
        const bool suits_after = is && is->suits_all();
        suited += suited_before || suits_after ? 1 : 0;
        changed += suited_before != suits_after ? 1 : 0;
        for (const PartyId party : at_stake(before)) {
            const std::size_t at = party.value;
            if (suited_before && (!best_before[at] || was->points[at] > *best_before[at])) {
                best_before[at] = was->points[at];
                kept[at].reset();
                if (suits_after) kept[at] = is->points[at];
            }
            if (suits_after && (!best_after[at] || is->points[at] > *best_after[at])) {
                best_after[at] = is->points[at];
            }
        }
    }
    if (changed > 0 && changed >= changed_enough * suited) return true;
    for (std::size_t at = 0; at < parties; ++at) {
        if (!best_before[at]) continue;
        if (best_after[at] && (!kept[at] || *best_after[at] - *kept[at] > points_enough)) {
            return true;
        }
    }
    return false;
}

bool matters(const Scenario& scenario, EventId id, const FoundAt& at, bool before_agenda) {
    const Situation before =
        situation_of(scenario, at.region, state_of_round(scenario, at.round, id));
    rules::State then = state_of_round(scenario, at.round, id);
    happen(scenario, id, then);
    const std::size_t region = at.region.value;
    if (before.state.regions[region].table != then.regions[region].table) return true;
    if (before_agenda && by_gap(before, before.state) != by_gap(before, then)) return true;
    const Situation after = situation_of(scenario, at.region, std::move(then));
    return changes_deals(before, after, at.found);
}

// The rounds whose deals an event of a round comes in time for: all from then on, but for budgets,
// which last the round.
bool comes_in_time(const ScenarioEvent& event, int happens, int round) {
    const bool budgets_only =
        std::all_of(event.changes.begin(), event.changes.end(), [](const change::Change& c) {
            return holds_alternative<change::Budget>(c);
        });
    if (comes_after_deals(event)) return !budgets_only && round > happens;
    return budgets_only ? round == happens : round >= happens;
}

}  // namespace

std::vector<EventId> dead_events(const Scenario& scenario, const std::vector<FoundAt>& found) {
    std::vector<EventId> dead;
    for (std::uint16_t at = 0; at < scenario.events.size(); ++at) {
        const EventId id{at};
        const ScenarioEvent& event = scenario[id];
        bool alive = false;
        bool judged = false;
        for (const FoundAt& there : found) {
            // Where nothing suits all, nothing says what people would do.
            if (there.found.efficient.empty()) continue;
            judged = true;
            for (int round = 1; round <= scenario.rounds && !alive; ++round) {
                const bool happens = !event.round || *event.round == round;
                if (!happens || !comes_in_time(event, round, there.round)) continue;
                const bool before_agenda = event.phase <= Stage::agenda || there.round > round;
                alive = matters(scenario, id, there, before_agenda);
            }
        }
        if (judged && !alive) dead.push_back(id);
    }
    return dead;
}

}  // namespace dealtafel::analysis
