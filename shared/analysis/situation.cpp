#include "analysis/situation.hpp"

#include "rules/game.hpp"
#include "rules/scenario_events.hpp"

#include <algorithm>

namespace dealtafel::analysis {

namespace {

// Whether an event certainly happens in a round, given the rounds before it.
bool is_certain(const ScenarioEvent& event, int round) {
    if (event.chance < 1) return false;
    if (event.round) return *event.round == round;
    return round == 1 || !event.once;
}

void begin_round(const Scenario& scenario, int round, rules::State& state) {
    state.round = round;
    for (std::uint16_t at = 0; at < scenario.challenges.size(); ++at) {
        state.urgency[at] = rules::urgency_in_round(scenario, state, ChallengeId{at}, round);
    }
    for (std::uint16_t at = 0; at < scenario.parties.size(); ++at) {
        state.budgets[at] = scenario.parties[at].budget;
    }
}

// Adds to `found` every choice of `count` of the challenges from `at` on, after those of `chosen`.
void choose(const std::vector<ChallengeId>& of, std::size_t at, std::size_t count,
            std::vector<ChallengeId>& chosen, std::vector<std::vector<ChallengeId>>& found) {
    if (count == 0) {
        found.push_back(chosen);
        return;
    }
    for (std::size_t next = at; next + count <= of.size(); ++next) {
        chosen.push_back(of[next]);
        choose(of, next + 1, count - 1, chosen, found);
        chosen.pop_back();
    }
}

std::vector<ChallengeId> of_kind(const Situation& situation, bool national) {
    std::vector<ChallengeId> found;
    for (const ChallengeId challenge : situation.challenges) {
        if (situation.scenario[challenge].national == national) found.push_back(challenge);
    }
    return found;
}

}  // namespace

void happen(const Scenario& scenario, EventId event, rules::State& state) {
    for (const rules::Event& what : rules::happening(scenario, state, event, false)) {
        rules::evolve(scenario, state, what);
    }
}

bool comes_after_deals(const ScenarioEvent& event) {
    return event.phase > Stage::negotiation;
}

rules::State state_of_round(const Scenario& scenario, int round, std::optional<EventId> without) {
    rules::State state = rules::initial_state(scenario, {});
    for (int now = 1; now <= round; ++now) {
        if (now > 1) begin_round(scenario, now, state);
        for (std::uint16_t at = 0; at < scenario.events.size(); ++at) {
            const ScenarioEvent& event = scenario.events[at];
            const bool too_late = now == round && comes_after_deals(event);
            if (!is_certain(event, now) || too_late || without == EventId{at}) continue;
            happen(scenario, EventId{at}, state);
        }
    }
    state.stage = Stage::negotiation;
    return state;
}

Situation situation_of(const Scenario& scenario, RegionId region, rules::State state) {
    Situation made{scenario, region, std::move(state), {}, {}, {}};
    if (scenario.selection && scenario.tranche_budget) {
        Money& centre = made.state.budgets[scenario.centre.value];
        centre = std::min(centre, *scenario.tranche_budget);
    }
    made.setting = rules::deal_setting(scenario, made.state, region);
    made.setting.agenda.reset();
    for (const PartyId party : scenario.all_parties()) {
        const auto home = scenario[party].region;
        if (party != scenario.centre && (!home || home == region)) made.partners.insert(party);
    }
    made.setting.table = made.partners;
    made.setting.table->insert(scenario.centre);
    for (std::uint16_t at = 0; at < scenario.challenges.size(); ++at) {
        if (scenario.challenges[at].region == region) made.challenges.push_back(ChallengeId{at});
    }
    return made;
}

IdSet<PartyId> at_stake(const Situation& situation) {
    IdSet<PartyId> found = situation.partners;
    found.insert(situation.scenario.centre);
    return found;
}

std::vector<std::vector<ChallengeId>> agendas(const Situation& situation) {
    const std::vector<ChallengeId> regional = of_kind(situation, false);
    const std::vector<ChallengeId> national = of_kind(situation, true);
    const auto most = [](int limit, std::size_t there) {
        return std::min(static_cast<std::size_t>(std::max(limit, 0)), there);
    };
    const std::size_t slots = most(situation.scenario.agenda_slots, regional.size());
    const std::size_t demands = most(situation.scenario.demands_max, national.size());
    std::vector<std::vector<ChallengeId>> found;
    std::vector<ChallengeId> chosen;
    choose(regional, 0, slots, chosen, found);
    const std::size_t without = found.size();
    for (std::size_t at = 0; at < without; ++at) {
        for (std::size_t count = 1; count <= demands; ++count) {
            chosen = found[at];
            choose(national, 0, count, chosen, found);
        }
    }
    std::erase_if(found, [](const auto& agenda) { return agenda.empty(); });
    return found;
}

bool fits_agenda(const Situation& situation, const rules::Deal& deal) {
    int regional = 0;
    int national = 0;
    for (const rules::Line& line : deal.lines) {
        ++(situation.scenario[line.challenge].national ? national : regional);
    }
    return regional <= situation.scenario.agenda_slots &&
           national <= situation.scenario.demands_max;
}

std::vector<Form> forms(const Situation& situation) {
    std::vector<Form> found = {Form::decentralised, Form::specific};
    const int from = situation.scenario.partnership_form_from;
    if (from != 0 && situation.state.round >= from) found.push_back(Form::partnership);
    return found;
}

Room room_of(const Situation& situation, const std::vector<ChallengeId>& agenda) {
    return {situation.scenario,      situation.region,     situation.partners, agenda,
            situation.state.budgets, situation.state.round};
}

}  // namespace dealtafel::analysis
