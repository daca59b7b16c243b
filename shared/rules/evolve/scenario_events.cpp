// What events of the scenario change. Who is at a table changes as it does by coming and leaving.
#include "rules/evolve/parts.hpp"

namespace dealtafel::rules {

void apply(const Change& change, const event::EventDrawn& drawn) {
    change.state.events_looked_at = drawn.event.value + 1;
}

void apply(const Change& change, const event::EventHappened& happened) {
    State& state = change.state;
    state.events_happened.insert(happened.event);
    for (const event::UrgencyChanged& moved : happened.urgency) {
        state.urgency[moved.challenge.value] = moved.to;
        state.urgency_shifts.push_back({moved.challenge, moved.add, moved.multiply});
    }
    for (const event::BudgetChanged& moved : happened.budgets) {
        state.budgets[moved.party.value] = moved.to;
    }
    for (const event::ScoreChanged& moved : happened.wellbeing) {
        change.at(moved.region).wellbeing[moved.theme.value] = moved.to;
    }
    for (const event::PairChanged& pair : happened.trust) state.trust.set(pair.a, pair.b, pair.to);
    for (const event::PairChanged& pair : happened.ties) state.ties.set(pair.a, pair.b, pair.to);
    for (const event::ParameterChanged& moved : happened.model) {
        const ModelParameter* parameter = model_parameter(moved.parameter);
        if (parameter != nullptr) state.model.*parameter->member = moved.to;
    }
    for (const event::SeatingChanged& moved : happened.tables) {
        RegionState& region = change.at(moved.region);
        if (moved.at_table) {
            sit_down(region, moved.party);
        } else {
            get_up(region, moved.party);
        }
    }
    change.news(change.scenario.all_parties());
}

}  // namespace dealtafel::rules
