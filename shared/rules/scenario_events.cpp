#include "rules/scenario_events.hpp"

#include <algorithm>
#include <cassert>

namespace dealtafel::rules {

namespace {

constexpr double tenths_ceiling = 1e12;
// What was written with a decimal point may come out a hair below a half.
constexpr double half_slack = 1e-9;

double moved(double from, const std::optional<double>& add, const std::optional<double>& multiply) {
    if (add) return from + *add;
    return multiply ? from * *multiply : from;
}

// An amount in tenths, halves rounded up.
Money to_tenths(double tenths) {
    return Money{static_cast<std::int64_t>(std::clamp(tenths, 0.0, tenths_ceiling) + 0.5 +
                                           half_slack)};
}

// The most that a parameter may be; beyond it no deal could let both sides pay as they must.
double most(const Model& model, const ModelParameter& parameter) {
    if (parameter.member == &Model::centre_share_min) return 1 / (1 + model.cofinancing_min);
    if (parameter.member == &Model::cofinancing_min && model.centre_share_min > 0) {
        return 1 / model.centre_share_min - 1;
    }
    return parameter.high;
}

// Makes the changes of one event one after the other, each on what those before it left.
class Changes {
public:
    Changes(const Scenario& scenario, const State& state, EventId event, bool injected)
        : scenario_(scenario), now_(state) {
        told_.event = event;
        told_.injected = injected;
    }

    void operator()(const change::Urgency& change) {
        double& urgency = now_.urgency[change.challenge.value];
        const double from = urgency;
        urgency = shifted_urgency(from, change.add, change.multiply);
        told_.urgency.push_back({change.challenge, change.add, change.multiply, from, urgency});
    }
    void operator()(const change::Budget& change) {
        Money& budget = now_.budgets[change.party.value];
        const Money from = budget;
        std::optional<double> add = change.add;
        if (add) *add *= 10;
        budget = to_tenths(moved(static_cast<double>(from.tenths), add, change.multiply));
        if (budget != from) told_.budgets.push_back({change.party, from, budget});
    }
    void operator()(const change::WellBeing& change) {
        double& score = now_.regions[change.region.value].wellbeing[change.theme.value];
        const double from = score;
        score = std::clamp(moved(from, change.add, change.multiply), 0.0, 100.0);
        if (score != from) told_.wellbeing.push_back({change.region, change.theme, from, score});
    }
    void operator()(const change::Trust& change) {
        const double from = now_.trust.get(change.a, change.b);
        const double to = std::clamp(moved(from, change.add, change.multiply), 0.0, 1.0);
        now_.trust.set(change.a, change.b, to);
        if (to != from) told_.trust.push_back({change.a, change.b, from, to});
    }
    void operator()(const change::ModelValue& change) {
        const ModelParameter* parameter = model_parameter(change.parameter);
        assert(parameter != nullptr);
        const Model before = now_.model;
        double& value = now_.model.*parameter->member;
        value = std::clamp(moved(value, change.add, change.multiply), parameter->low,
                           std::max(parameter->low, most(before, *parameter)));
        if (parameter->member == &Model::line_min) {
            value = static_cast<double>(to_tenths(value * 10).tenths) / 10;
        }
        const double from = before.*parameter->member;
        if (value != from) told_.model.push_back({change.parameter, from, value});
        if (parameter->member == &Model::default_tie) move_ties(before);
    }
    void operator()(const change::AtTable& change) {
        const Party& who = scenario_[change.party];
        const bool stays = who.lead || who.required;
        if (change.party == scenario_.centre || (stays && !change.value)) return;
        for (std::uint16_t at = 0; at < now_.regions.size(); ++at) {
            if (who.region ? who.region != RegionId{at}
                           : scenario_.parties_of(RegionId{at}).empty()) {
                continue;
            }
            seat(RegionId{at}, change.party, change.value);
        }
    }

    event::EventHappened told() && { return std::move(told_); }

private:
    // A tie is the highest of several values, of which the default is one.
    void move_ties(const Model& before) {
        const PairTable started = starting_ties(scenario_, before);
        const PairTable starting = starting_ties(scenario_, now_.model);
        for (std::uint16_t a = 0; a < started.parties; ++a) {
            for (auto b = static_cast<std::uint16_t>(a + 1); b < started.parties; ++b) {
                const double from = now_.ties.get(PartyId{a}, PartyId{b});
                const bool grown = from > started.get(PartyId{a}, PartyId{b});
                const double to =
                    std::max(starting.get(PartyId{a}, PartyId{b}), grown ? from : 0.0);
                now_.ties.set(PartyId{a}, PartyId{b}, to);
                if (to != from) told_.ties.push_back({PartyId{a}, PartyId{b}, from, to});
            }
        }
    }
    void seat(RegionId at, PartyId party, bool value) {
        RegionState& region = now_.regions[at.value];
        const bool sits = region.table.contains(party);
        // Who walked away for this round comes back by itself, unless the event takes it away.
        if (value ? sits : !sits && !region.left.contains(party)) return;
        if (value) {
            region.table.insert(party);
        } else {
            region.table.erase(party);
            region.left.erase(party);
        }
        told_.tables.push_back({at, party, value});
    }

    const Scenario& scenario_;
    State now_;
    event::EventHappened told_;
};

// A budget below what a party signed for: its signatures on what is not concluded fall.
void add_lapsed(const State& state, const event::BudgetChanged& budget, Events& events) {
    for (std::uint16_t at = 0; at < state.regions.size(); ++at) {
        const RegionId region{at};
        if (!negotiates(state, region)) continue;
        const RegionState& here = state.regions[at];
        for (int number = 1; is_version(here, number); ++number) {
            const Version& version = version_of(here, number);
            if (number == here.concluded || !version.signatures.contains(budget.party)) continue;
            const Money signed_for = committed_elsewhere(state, budget.party, region) +
                                     money_of(version.deal, budget.party);
            if (signed_for <= budget.to) continue;
            events.emplace_back(event::Unsigned{region, budget.party, number, true});
        }
    }
}

}  // namespace

double shifted_urgency(double urgency, const std::optional<double>& add,
                       const std::optional<double>& multiply) {
    return std::clamp(moved(urgency, add, multiply), 0.0, 1.0);
}

double urgency_in_round(const Scenario& scenario, const State& state, ChallengeId challenge,
                        int round) {
    double urgency = scenario.listed_urgency(challenge, round);
    for (const UrgencyShift& shift : state.urgency_shifts) {
        if (shift.challenge != challenge) continue;
        urgency = shifted_urgency(urgency, shift.add, shift.multiply);
    }
    return urgency;
}

bool may_be_drawn(const Scenario& scenario, const State& state, EventId event) {
    const ScenarioEvent& facts = scenario[event];
    if (facts.phase != state.stage || (facts.round && *facts.round != state.round)) return false;
    return !(facts.once && state.events_happened.contains(event));
}

Events happening(const Scenario& scenario, const State& state, EventId event, bool injected) {
    Changes changes(scenario, state, event, injected);
    for (const change::Change& change : scenario[event].changes) visit(changes, change);
    event::EventHappened happened = std::move(changes).told();
    Events events;
    // The last value of a budget counts, where an event changes one twice.
    IdMap<PartyId, event::BudgetChanged> budgets;
    for (const event::BudgetChanged& budget : happened.budgets) budgets[budget.party] = budget;
    events.emplace_back(std::move(happened));
    for (const auto& [party, budget] : budgets) add_lapsed(state, budget, events);
    return events;
}

}  // namespace dealtafel::rules
