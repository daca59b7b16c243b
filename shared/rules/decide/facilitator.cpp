// What the facilitator, and in part a helper, may do with a game.
#include "rules/decide/parts.hpp"
#include "rules/scenario_events.hpp"

namespace dealtafel::rules {

namespace {

constexpr int extend_seconds_max = 3600;
// Changes of urgency that a game holds, so that its state stays small.
constexpr std::size_t urgency_shifts_max = 200;

struct Acting {
    const Scenario& scenario;
    const State& state;
    std::int64_t wall_ms;

    bool under_way() const {
        return state.stage != Stage::lobby && state.stage != Stage::closed;
    }
};

Decision act_of(const Acting& at, const act::Start&) {
    if (at.state.stage != Stage::lobby || at.state.clock.running) return Refusal::already_started;
    return just(event::ClockStarted{at.wall_ms});
}

Decision act_of(const Acting& at, const act::Pause&) {
    if (!at.under_way() || !at.state.clock.running) return Refusal::not_running;
    return just(event::ClockStopped{at.wall_ms});
}

Decision act_of(const Acting& at, const act::Resume&) {
    if (!at.under_way()) return Refusal::not_running;
    if (at.state.clock.running) return Refusal::already_so;
    return just(event::ClockStarted{at.wall_ms});
}

Decision act_of(const Acting& at, const act::Extend& extend) {
    if (!at.under_way() || !at.state.stage_ends_ms) return Refusal::not_running;
    if (extend.seconds < 1 || extend.seconds > extend_seconds_max) return Refusal::bad_value;
    State later;
    later.stage_began_ms = at.state.stage_began_ms;
    later.stage_ends_ms = *at.state.stage_ends_ms + std::int64_t{extend.seconds} * 1000;
    const std::int64_t call_begins = *later.stage_ends_ms - last_call_ms(at.scenario, later);
    const bool lifts = at.state.last_call && at.state.clock.play_ms(at.wall_ms) < call_begins;
    return just(event::Extended{extend.seconds, lifts});
}

Decision act_of(const Acting& at, const act::Skip&) {
    if (!at.under_way()) return Refusal::not_running;
    return just(event::StageEnded{at.state.stage, at.state.round, event::EndReason::skipped});
}

Decision act_of(const Acting&, const act::Announce& announce) {
    if (announce.text.empty) return Refusal::empty_text;
    return just(event::Announced{announce.text});
}

Decision act_of(const Acting&, const act::Note& note) {
    if (note.text.empty) return Refusal::empty_text;
    return just(event::Noted{note.text});
}

Decision act_of(const Acting&, const act::AnswerHelp& answer) {
    if (answer.text.empty) return Refusal::empty_text;
    return just(event::HelpAnswered{answer.party, answer.text});
}

Decision act_of(const Acting& at, const act::Replace& replace) {
    const SeatState& seat = at.state.seats[replace.party.value];
    if (seat.holder != Holder::people || seat.replaced == replace.by_bot) {
        return Refusal::already_so;
    }
    Events events;
    events.emplace_back(event::Replaced{replace.party, replace.by_bot});
    // Who plays it sees the versions that came while nobody did.
    if (seat.vacant) events.emplace_back(event::SeatVacant{replace.party, false});
    if (replace.by_bot) go_on(at.state, at.wall_ms, replace.party, events);
    return events;
}

Decision act_of(const Acting& at, const act::Inject& inject) {
    if (!at.under_way()) return Refusal::not_running;
    const bool happened = at.state.events_happened.contains(inject.event);
    if (at.scenario[inject.event].once && happened) return Refusal::already_so;
    if (at.state.urgency_shifts.size() >= urgency_shifts_max) return Refusal::too_many_events;
    return happening(at.scenario, at.state, inject.event, true);
}

// The rules know no past: whoever keeps the record takes the game back.
Decision act_of(const Acting&, const act::Undo&) { return Refusal::no_such_point; }

Decision act_of(const Acting& at, const act::End&) {
    return just(event::StageBegan{Stage::closed, at.state.round, at.state.clock.play_ms(at.wall_ms),
                                  std::nullopt});
}

template <class A>
constexpr bool helper_may = !std::is_same_v<A, act::Start> && !std::is_same_v<A, act::Undo> &&
                            !std::is_same_v<A, act::Inject> && !std::is_same_v<A, act::End>;

}  // namespace

Decision decide_act(const Scenario& scenario, const State& state, std::int64_t wall_ms,
                    const Act& act, bool helper) {
    return visit(
        [&](const auto& wanted) -> Decision {
            if (helper && !helper_may<std::remove_cvref_t<decltype(wanted)>>) {
                return Refusal::not_allowed_to_helper;
            }
            if (state.stage == Stage::closed) return Refusal::wrong_stage;
            return act_of(Acting{scenario, state, wall_ms}, wanted);
        },
        act);
}

}  // namespace dealtafel::rules
