#include "analysis/situation.hpp"

#include <algorithm>

namespace dealtafel::analysis {

namespace {

template <class Change>
double changed(const Change& change, double value, double low, double high) {
    if (change.multiply) value *= *change.multiply;
    if (change.add) value += *change.add;
    return std::clamp(value, low, high);
}

// What a change of an event does; an overload for each kind.
struct Apply {
    const Scenario& scenario;
    rules::State& state;

    void operator()(const change::Urgency& c) const {
        double& urgency = state.urgency[c.challenge.value];
        urgency = changed(c, urgency, 0, 1);
    }
    void operator()(const change::Budget& c) const {
        Money& budget = state.budgets[c.party.value];
        constexpr double most = 1e9;
        const double millions = changed(c, budget.millions(), 0, most);
        budget = Money{static_cast<std::int64_t>(millions * 10 + 0.5)};
    }
    void operator()(const change::WellBeing& c) const {
        double& score = state.regions[c.region.value].wellbeing[c.theme.value];
        score = changed(c, score, 0, 100);
    }
    void operator()(const change::Trust& c) const {
        state.trust.set(c.a, c.b, changed(c, state.trust.get(c.a, c.b), 0, 1));
    }
    void operator()(const change::ModelValue& c) const {
        for (const ModelParameter& parameter : model_parameters()) {
            if (parameter.name != c.parameter) continue;
            double& value = state.model.*parameter.member;
            value = changed(c, value, parameter.low, parameter.high);
        }
    }
    void operator()(const change::AtTable& c) const {
        const Party& party = scenario[c.party];
        if (party.lead || party.required || c.party == scenario.centre) return;
        for (std::uint16_t at = 0; at < state.regions.size(); ++at) {
            const RegionId region{at};
            if (scenario.parties_of(region).empty()) continue;
            if (party.region && *party.region != region) continue;
            if (c.value) {
                state.regions[at].table.insert(c.party);
            } else {
                state.regions[at].table.erase(c.party);
            }
        }
    }
};

}  // namespace

void happen(const Scenario& scenario, const ScenarioEvent& event, rules::State& state) {
    for (const change::Change& change : event.changes) {
        std::visit(Apply{scenario, state}, change);
    }
}

bool comes_after_deals(const ScenarioEvent& event) { return event.phase > Stage::negotiation; }

}  // namespace dealtafel::analysis
