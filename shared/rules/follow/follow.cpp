// What the game does by itself now, and when next.
#include "rules/follow/parts.hpp"
#include "rules/outcome_told.hpp"

namespace dealtafel::rules {

namespace {

// What the policy of the session does with a seat whose people are gone for too long. At the
// debrief there is nothing to wait for, and nothing to end.
void drop_out(const Now& now, PartyId party, std::int64_t wall_ms, Events& events) {
    const DropOut policy = now.state.settings.drop_out;
    const bool playing = now.state.stage != Stage::debrief;
    if (policy == DropOut::vacant && may_be_vacant(now.scenario, party)) {
        events.emplace_back(event::SeatVacant{party, true});
    } else if (policy == DropOut::bot || policy == DropOut::vacant) {
        events.emplace_back(event::StoodIn{party, true});
    } else if (policy == DropOut::wait && playing) {
        if (now.state.clock.running) events.emplace_back(event::ClockStopped{wall_ms});
    } else if (playing) {
        events.emplace_back(
            event::StageBegan{Stage::closed, now.state.round, now.play_ms, std::nullopt});
    }
}

Events graces(const Now& now, std::int64_t wall_ms) {
    Events events;
    for (std::uint16_t at = 0; at < now.state.seats.size(); ++at) {
        const SeatState& seat = now.state.seats[at];
        if (!seat.grace_ends_ms || now.play_ms < *seat.grace_ends_ms) continue;
        events.emplace_back(event::GraceRanOut{PartyId{at}});
        drop_out(now, PartyId{at}, wall_ms, events);
        return events;
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
    if (Events events = graces(now, wall_ms); !events.empty()) return events;
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
