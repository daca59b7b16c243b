// What the world outside does to a game: time, seats taken, people who come and go.
#include "rules/decide/parts.hpp"

namespace dealtafel::rules {

namespace {

std::int64_t grace_end(const State& state, std::int64_t wall_ms) {
    return state.clock.play_ms(wall_ms) + std::int64_t{state.settings.grace_seconds} * 1000;
}

Decision of(const Scenario&, const State&, std::int64_t, const world::Tick&) { return Events{}; }

Decision of(const Scenario& scenario, const State& state, std::int64_t wall_ms,
            const world::Held& held) {
    const SeatState& seat = state.seats[held.party.value];
    const Holder holder = held.by_people ? Holder::people : Holder::bot;
    if (seat.holder == holder) return Events{};
    Events events;
    events.emplace_back(event::SeatHeld{held.party, holder});
    const bool vacant = !held.by_people && state.settings.empty_seats == EmptySeats::vacant &&
                        may_be_vacant(scenario, held.party);
    if (seat.vacant != vacant) events.emplace_back(event::SeatVacant{held.party, vacant});
    if (!held.by_people) go_on(state, wall_ms, held.party, events);
    // Whoever takes a seat still has to come to it.
    if (held.by_people) {
        events.emplace_back(event::SeatAbsent{held.party, grace_end(state, wall_ms)});
    }
    return events;
}

Decision of(const Scenario&, const State& state, std::int64_t wall_ms,
            const world::Presence& presence) {
    const SeatState& seat = state.seats[presence.party.value];
    if (seat.holder != Holder::people || seat.present == presence.present) return Events{};
    Events events;
    if (presence.present) {
        events.emplace_back(event::SeatPresent{presence.party});
        if (seat.stand_in) events.emplace_back(event::StoodIn{presence.party, false});
        if (seat.vacant) events.emplace_back(event::SeatVacant{presence.party, false});
        go_on(state, wall_ms, presence.party, events);
    } else {
        events.emplace_back(event::SeatAbsent{presence.party, grace_end(state, wall_ms)});
    }
    return events;
}

// After a restart everybody has to connect anew, and so every grace begins anew.
Decision of(const Scenario&, const State& state, std::int64_t wall_ms,
            const world::Restart& restart) {
    Events events;
    events.emplace_back(event::Restarted{restart.down_ms});
    State resumed_clock;
    resumed_clock.settings = state.settings;
    resumed_clock.clock = state.clock;
    resumed_clock.clock.anchor_wall_ms += restart.down_ms;
    for (std::uint16_t at = 0; at < state.seats.size(); ++at) {
        const SeatState& seat = state.seats[at];
        if (seat.holder != Holder::people || seat.stand_in || seat.vacant) continue;
        events.emplace_back(event::SeatAbsent{PartyId{at}, grace_end(resumed_clock, wall_ms)});
    }
    return events;
}

Decision of(const Scenario&, const State& state, std::int64_t, const world::GoBack& back) {
    return just(event::WentBack{state.stage, state.round, back.back_ms});
}

}  // namespace

Decision decide_world(const Scenario& scenario, const State& state, std::int64_t wall_ms,
                      const World& world) {
    return visit([&](const auto& what) { return of(scenario, state, wall_ms, what); }, world);
}

}  // namespace dealtafel::rules
