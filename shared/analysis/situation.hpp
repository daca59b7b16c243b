// What a region's table finds in a round, as far as it can be known before anybody plays: the
// session as it starts, with that round's urgencies and the events that are certain by then.
#pragma once

#include "analysis/deals.hpp"
#include "rules/problems.hpp"
#include "rules/state.hpp"
#include "scenario/scenario.hpp"

#include <optional>
#include <vector>

namespace dealtafel::analysis {

struct Situation {
    const Scenario& scenario;
    RegionId region;
    rules::State state;          // in the negotiation of the round
    rules::DealSetting setting;  // without an agenda: fits_agenda looks after that
    IdSet<PartyId> partners;     // who can sit at the table, asked or not; the centre comes besides
    std::vector<ChallengeId> challenges;  // of the region
};

// The state of a round's negotiation. The effects of one event can be left out.
rules::State state_of_round(const Scenario& scenario, int round,
                            std::optional<EventId> without = std::nullopt);
Situation situation_of(const Scenario& scenario, RegionId region, rules::State state);

// What an event does to a state, by the rules.
void happen(const Scenario& scenario, EventId event, rules::State& state);
// Whether an event of this phase comes too late for its own round's deals.
bool comes_after_deals(const ScenarioEvent& event);

// Everybody for whom a deal of the region counts: its parties, and those of no region.
IdSet<PartyId> at_stake(const Situation& situation);
// Every agenda that can come about: as many challenges as there are slots, with or without
// national ones that the centre may demand.
std::vector<std::vector<ChallengeId>> agendas(const Situation& situation);
// Whether the challenges of a deal can be on one agenda.
bool fits_agenda(const Situation& situation, const rules::Deal& deal);
// The forms that money can have in the situation's round.
std::vector<Form> forms(const Situation& situation);
// What deals can be made of under an agenda, which must outlive the room.
Room room_of(const Situation& situation, const std::vector<ChallengeId>& agenda);

}  // namespace dealtafel::analysis
