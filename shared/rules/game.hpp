// The game as functions: what a request leads to, what follows by itself, and when time matters.
#pragma once

#include "base/result.hpp"
#include "rules/commands.hpp"
#include "rules/events.hpp"
#include "rules/refusal.hpp"
#include "rules/state.hpp"

#include <functional>
#include <optional>

namespace dealtafel::rules {

// The events of a request alone, or why it is refused. Never changes anything.
Result<Events, Refusal> decide(const Scenario& scenario, const State& state,
                               const Request& request);
// Why a seat may not negotiate a region's deal now; none where it sits at a table that negotiates.
std::optional<Refusal> refuses_negotiation(const Scenario& scenario, const State& state,
                                           PartyId party, RegionId region);
// The text of which a seat asks what it would bring: a version of a region, or a deal of its own,
// in the order of the rules; or why it may not ask. Problems of the text are not looked at.
Result<Deal, Refusal> text_in_question(const State& state, PartyId party, RegionId region,
                                       const std::optional<int>& version,
                                       const std::optional<Deal>& deal);
// What the game does by itself now, one step at a time; empty when nothing is due.
Events follow(const Scenario& scenario, const State& state, std::int64_t wall_ms);
// Applies an event: total, checks nothing.
void evolve(const Scenario& scenario, State& state, const Event& event);

// Sees every event with the state right after it.
using Observer = std::function<void(const State& after, const Event& event)>;

// Decides, applies and lets follow what follows, in place: all events in order, or the refusal,
// upon which the state is as it was.
Result<Events, Refusal> step(const Scenario& scenario, State& state, const Request& request,
                             const Observer& observer = {});

// The wall time at which a Tick would change something, if nothing else happens before; none
// where time changes nothing.
std::optional<std::int64_t> deadline(const Scenario& scenario, const State& state);

}  // namespace dealtafel::rules
