// What the game does by itself now, and when next.
#include "rules/follow/parts.hpp"
#include "rules/outcome_told.hpp"

namespace dealtafel::rules {

namespace {

Events graces(const Now& now) {
    Events events;
    for (std::uint16_t at = 0; at < now.state.seats.size(); ++at) {
        const SeatState& seat = now.state.seats[at];
        if (!seat.grace_ends_ms || now.play_ms < *seat.grace_ends_ms) continue;
        events.emplace_back(event::GraceRanOut{PartyId{at}});
        events.emplace_back(event::StoodIn{PartyId{at}, true});
    }
    return events;
}

}  // namespace

Events follow(const Scenario& scenario, const State& state, std::int64_t wall_ms) {
    const Now now{scenario, state, state.clock.play_ms(wall_ms)};
    if (state.stage == Stage::closed) return {};
    if (state.stage == Stage::lobby) {
        return state.clock.running ? begin(now, Stage::briefing, 1) : Events{};
    }
    if (state.stage_over) return next_stage(now);
    if (Events events = graces(now); !events.empty()) return events;
    if (Events events = scenario_events(now); !events.empty()) return events;
    if (state.stage == Stage::proposal) {
        if (Events events = submissions_due(now); !events.empty()) return events;
    }
    if (state.stage == Stage::negotiation) {
        if (Events events = negotiation(now); !events.empty()) return events;
    }
    if (state.stage == Stage::outcome && !state.moved_on) return tell_outcome(scenario, state);
    return stage_ended(now);
}

std::optional<std::int64_t> deadline(const Scenario& scenario, const State& state) {
    if (!state.clock.running || state.stage == Stage::closed) return std::nullopt;
    std::optional<std::int64_t> first = state.stage_ends_ms;
    for (const SeatState& seat : state.seats) first = earlier(first, seat.grace_ends_ms);
    if (state.stage == Stage::proposal) first = earlier(first, submissions_close_ms(state));
    if (state.stage == Stage::negotiation) first = earlier(first, negotiation_due(scenario, state));
    if (!first) return std::nullopt;
    return state.clock.anchor_wall_ms + (*first - state.clock.anchor_play_ms);
}

}  // namespace dealtafel::rules
