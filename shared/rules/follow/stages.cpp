// Stages that end, and what begins next.
#include "rules/follow/parts.hpp"
#include "rules/moves_on.hpp"
#include "rules/withholding.hpp"

namespace dealtafel::rules {

namespace {

// Whether there is nothing to negotiate any more: a region's negotiation ended, or it was rejected.
bool all_ended(const Now& now) {
    bool any = false;
    for (std::uint16_t at = 0; at < now.state.regions.size(); ++at) {
        if (!now.has_table(RegionId{at})) continue;
        any = true;
        const RegionState& region = now.at(RegionId{at});
        if (!region.ended && !region.contest.rejected) return false;
    }
    return any;
}

// Every seat that people play has said ready, and bots, which act first, have acted; but in a
// negotiation they go on as long as there is time, and nobody waits for them. A seat whose people
// are gone for longer than their grace counts as ready. Where bots play all seats, for now or for
// good, all of them have said ready.
bool all_ready(const State& state) {
    bool people_hold = false;
    bool people_play = false;
    bool people_ready = true;
    bool bots_ready = true;
    bool all = true;
    for (const SeatState& seat : state.seats) {
        // Nobody is waited for who is gone for good, or for longer than the grace.
        const bool gone = seat.holder == Holder::people && !seat.present && !seat.grace_ends_ms &&
                          !bot_plays(seat);
        if (seat.vacant || gone) continue;
        all = all && seat.ready;
        people_hold = people_hold || seat.holder == Holder::people;
        if (!bot_plays(seat)) {
            people_play = true;
            people_ready = people_ready && seat.ready;
        } else if (seat.holder == Holder::bot) {
            bots_ready = bots_ready && seat.ready;
        }
    }
    if (people_hold && state.stage == Stage::debrief) return false;
    if (!people_play) return all;
    return people_ready && (bots_ready || state.stage == Stage::negotiation);
}

}  // namespace

Events begin(const Now& now, Stage stage, int round) {
    const auto length = stage_length_ms(now.scenario, now.state, stage, round);
    event::StageBegan began{stage, round, now.play_ms, std::nullopt};
    if (length) began.ends_ms = now.play_ms + *length;
    return one(began);
}

Events stage_ended(const Now& now) {
    event::StageEnded ended{now.state.stage, now.state.round, event::EndReason::time};
    if (now.state.stage_ends_ms && now.play_ms >= *now.state.stage_ends_ms) return one(ended);
    const bool nothing_to_decide = now.state.stage == Stage::proposal &&
                                   now.state.submissions_closed && contenders(now.state).empty();
    const bool nothing_to_negotiate = now.state.stage == Stage::negotiation && all_ended(now);
    if (nothing_to_decide || nothing_to_negotiate) {
        ended.reason = event::EndReason::nothing_to_do;
        return one(ended);
    }
    if (!now.state.clock.running || !all_ready(now.state)) return {};
    ended.reason = event::EndReason::ready;
    return one(ended);
}

Events next_stage(const Now& now) {
    const State& state = now.state;
    switch (state.stage) {
        case Stage::briefing: return begin(now, Stage::framework, 1);
        case Stage::framework: return begin(now, Stage::agenda, state.round);
        case Stage::agenda: {
            Events events = make_agendas(now);
            if (!events.empty()) return events;
            return begin(now, any_in_contest(now.scenario) ? Stage::proposal : Stage::negotiation,
                         state.round);
        }
        case Stage::proposal:
            if (!state.submissions_closed) return close_submissions(now);
            if (!state.selection_made) return make_selection(now);
            return begin(now, Stage::negotiation, state.round);
        case Stage::negotiation: return begin(now, Stage::outcome, state.round);
        case Stage::outcome:
            return begin(now,
                         ratings_due(now.scenario, state).empty() ? Stage::reflection
                                                                  : Stage::accountability,
                         state.round);
        case Stage::accountability:
            if (!state.ratings_shown) {
                return one(event::RatingsShown{state.ratings, withheld_from(state),
                                               trust_by_ratings(now.scenario, state)});
            }
            return begin(now, Stage::reflection, state.round);
        case Stage::reflection:
            if (state.round < state.settings.rounds) {
                return begin(now, Stage::framework, state.round + 1);
            }
            return begin(now, Stage::debrief, state.round);
        case Stage::debrief: return begin(now, Stage::closed, state.round);
        case Stage::lobby:
        case Stage::closed: return {};
    }
    return {};
}

}  // namespace dealtafel::rules
