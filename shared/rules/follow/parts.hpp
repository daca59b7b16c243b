// What the game does by itself, a file a part; follow.cpp puts them in order. Each step gives one
// small batch of events, derived from the state alone, or none.
#pragma once

#include "rules/game.hpp"

#include <optional>

namespace dealtafel::rules {

struct Now {
    const Scenario& scenario;
    const State& state;
    std::int64_t play_ms;

    const RegionState& at(RegionId region) const { return state.regions[region.value]; }
    bool has_table(RegionId region) const { return !scenario.parties_of(region).empty(); }
};

// Calls `step` for each region until one has something to do.
template <class Step>
Events first_region(const Now& now, Step step) {
    for (std::uint16_t at = 0; at < now.state.regions.size(); ++at) {
        Events events = step(RegionId{at});
        if (!events.empty()) return events;
    }
    return {};
}

inline Events one(Event event) {
    Events events;
    events.push_back(std::move(event));
    return events;
}

// The earlier of two times, of which each may be none.
inline std::optional<std::int64_t> earlier(std::optional<std::int64_t> a,
                                           std::optional<std::int64_t> b) {
    if (!a || !b) return a ? a : b;
    return *b < *a ? b : a;
}

// agenda.cpp
Events make_agendas(const Now& now);
// scenario_events.cpp
Events scenario_events(const Now& now);
// selection.cpp
bool any_in_contest(const Scenario& scenario);
Events close_submissions(const Now& now);
Events submissions_due(const Now& now);
std::optional<std::int64_t> submissions_close_ms(const State& state);
Events make_selection(const Now& now);
// negotiation.cpp
Events negotiation(const Now& now);
std::optional<std::int64_t> negotiation_due(const Scenario& scenario, const State& state);
// side_agreements.cpp
Events sides_lapsed(const Now& now);
// stages.cpp
Events begin(const Now& now, Stage stage, int round);
Events stage_ended(const Now& now);
Events next_stage(const Now& now);

}  // namespace dealtafel::rules
