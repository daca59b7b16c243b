// The decisions of a seat, one overload a command; decide.cpp chooses among them after it has
// checked the stage. Each returns the events of the command alone, or why it is refused.
#pragma once

#include "rules/game.hpp"

namespace dealtafel::rules {

using Decision = Result<Events, Refusal>;

// A seat's command with what it is held against.
struct Asked {
    const Scenario& scenario;
    const State& state;
    PartyId party;
    std::uint32_t member = 0;
    std::int64_t play_ms = 0;

    const RegionState& at(RegionId region) const { return state.regions[region.value]; }
    bool sits_at(RegionId region) const {
        return at_table(scenario, state, region).contains(party);
    }
    std::optional<Refusal> refuses_negotiation(RegionId region) const {
        return rules::refuses_negotiation(scenario, state, party, region);
    }
    bool has_table(RegionId region) const { return !scenario.parties_of(region).empty(); }
};

// Events of one kind.
template <class E>
Decision just(E event) {
    Events events;
    events.emplace_back(std::move(event));
    return events;
}

// framework.cpp
Decision decide(const Asked&, const command::Publish&);
Decision decide(const Asked&, const command::Demand&);
// agenda.cpp
Decision decide(const Asked&, const command::Ambition&);
Decision decide(const Asked&, const command::Support&);
Decision decide(const Asked&, const command::Unsupport&);
Decision decide(const Asked&, const command::Share&);
// table.cpp
Decision decide(const Asked&, const command::Invite&);
Decision decide(const Asked&, const command::WithdrawInvitation&);
Decision decide(const Asked&, const command::Accept&);
Decision decide(const Asked&, const command::Decline&);
Decision decide(const Asked&, const command::Knock&);
Decision decide(const Asked&, const command::WalkAway&);
Decision decide(const Asked&, const command::Stay&);
// selection.cpp
Decision decide(const Asked&, const command::Pledge&);
Decision decide(const Asked&, const command::Submit&);
Decision decide(const Asked&, const command::Decide&);
// versions.cpp
Decision decide(const Asked&, const command::Amend&);
Decision decide(const Asked&, const command::Back&);
Decision decide(const Asked&, const command::Put&);
Decision decide(const Asked&, const command::Look&);
// signing.cpp
Decision decide(const Asked&, const command::Stance&);
Decision decide(const Asked&, const command::Sign&);
Decision decide(const Asked&, const command::Unsign&);
// side_agreements.cpp
Decision decide(const Asked&, const command::OfferSide&);
Decision decide(const Asked&, const command::WithdrawSide&);
Decision decide(const Asked&, const command::AcceptSide&);
Decision decide(const Asked&, const command::UndoSide&);
// afterwards.cpp
Decision decide(const Asked&, const command::Rate&);
Decision decide(const Asked&, const command::Motivate&);
Decision decide(const Asked&, const command::Withhold&);
Decision decide(const Asked&, const command::Place&);
Decision decide(const Asked&, const command::Lesson&);
// questions.cpp
Decision decide(const Asked&, const command::Answer&);
// talk.cpp
Decision decide(const Asked&, const command::Say&);
Decision decide(const Asked&, const command::Ready&);
Decision decide(const Asked&, const command::Help&);
// The clock goes on where it stood for this seat alone.
inline void go_on(const State& state, std::int64_t wall_ms, PartyId party, Events& events) {
    IdSet<PartyId> alone;
    alone.insert(party);
    if (state.waits_for == alone) events.emplace_back(event::ClockStarted{wall_ms});
}

// facilitator.cpp and world.cpp
Decision decide_act(const Scenario&, const State&, std::int64_t wall_ms, const Act&, bool helper);
Decision decide_world(const Scenario&, const State&, std::int64_t wall_ms, const World&);

}  // namespace dealtafel::rules
