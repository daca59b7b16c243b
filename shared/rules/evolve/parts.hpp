// How each event changes the state, one overload an event: total, checks nothing, computes no
// outcome. evolve.cpp chooses among them.
#pragma once

#include "rules/game.hpp"

#include <cassert>

namespace dealtafel::rules {

// The state with what it takes to change it.
struct Change {
    const Scenario& scenario;
    State& state;

    RegionState& at(RegionId region) const { return state.regions[region.value]; }
    SeatState& at(PartyId party) const { return state.seats[party.value]; }
    Version& version(RegionId region, int number) const {
        assert(is_version(at(region), number));
        return at(region).versions[static_cast<std::size_t>(number - 1)];
    }
    // Something new reached these seats: whoever was ready is so no longer.
    void news(IdSet<PartyId> seats) const {
        for (const PartyId party : seats) at(party).ready = false;
    }
    void news_at(RegionId region) const { news(at_table(scenario, state, region)); }
};

// table.cpp: who comes to a table, and who leaves it with its backing, stance and signatures.
void sit_down(RegionState& region, PartyId party);
void get_up(RegionState& region, PartyId party);
// Takes back all that a party has said of the texts of a table.
void fall_silent(RegionState& region, PartyId party);
// side_agreements.cpp: a party's offers end, of it and to it; with `agreed` also what it agreed,
// unless the deal is concluded.
void end_sides_of(RegionState& region, PartyId party, bool agreed);
void end_all_sides(RegionState& region);

void apply(const Change&, const event::StageBegan&);
void apply(const Change&, const event::StageEnded&);
void apply(const Change&, const event::ClockStarted&);
void apply(const Change&, const event::ClockStopped&);
void apply(const Change&, const event::Restarted&);
void apply(const Change&, const event::WentBack&);
void apply(const Change&, const event::Extended&);
void apply(const Change&, const event::LastCallBegan&);
void apply(const Change&, const event::SeatHeld&);
void apply(const Change&, const event::SeatPresent&);
void apply(const Change&, const event::SeatAbsent&);
void apply(const Change&, const event::GraceRanOut&);
void apply(const Change&, const event::StoodIn&);
void apply(const Change&, const event::SeatVacant&);
void apply(const Change&, const event::Replaced&);
void apply(const Change&, const event::ReadySaid&);
void apply(const Change&, const event::Said&);
void apply(const Change&, const event::HelpAsked&);
void apply(const Change&, const event::HelpAnswered&);
void apply(const Change&, const event::Announced&);
void apply(const Change&, const event::Noted&);
void apply(const Change&, const event::Published&);
void apply(const Change&, const event::AmbitionSet&);
void apply(const Change&, const event::Supported&);
void apply(const Change&, const event::Invited&);
void apply(const Change&, const event::InvitationEnded&);
void apply(const Change&, const event::JoinedTable&);
void apply(const Change&, const event::LeftTable&);
void apply(const Change&, const event::Knocked&);
void apply(const Change&, const event::Shared&);
void apply(const Change&, const event::AgendaMade&);
void apply(const Change&, const event::DemandMade&);
void apply(const Change&, const event::Pledged&);
void apply(const Change&, const event::Submitted&);
void apply(const Change&, const event::SubmissionsClosed&);
void apply(const Change&, const event::Decided&);
void apply(const Change&, const event::SelectionMade&);
void apply(const Change&, const event::VersionMade&);
void apply(const Change&, const event::Backed&);
void apply(const Change&, const event::PutOnTable&);
void apply(const Change&, const event::TakenOff&);
void apply(const Change&, const event::StanceAsked&);
void apply(const Change&, const event::StanceGiven&);
void apply(const Change&, const event::Signed&);
void apply(const Change&, const event::Unsigned&);
void apply(const Change&, const event::Concluded&);
void apply(const Change&, const event::SecondLook&);
void apply(const Change&, const event::WalkedAway&);
void apply(const Change&, const event::Stayed&);
void apply(const Change&, const event::NegotiationEnded&);
void apply(const Change&, const event::Looked&);
void apply(const Change&, const event::SideOffered&);
void apply(const Change&, const event::SideAccepted&);
void apply(const Change&, const event::SideUndo&);
void apply(const Change&, const event::SideEnded&);
void apply(const Change&, const event::AuditDrawn&);
void apply(const Change&, const event::OutcomeTold&);
void apply(const Change&, const event::NoDeal&);
void apply(const Change&, const event::Scored&);
void apply(const Change&, const event::MovedOn&);
void apply(const Change&, const event::Rated&);
void apply(const Change&, const event::Motivated&);
void apply(const Change&, const event::Withheld&);
void apply(const Change&, const event::RatingsShown&);
void apply(const Change&, const event::Placed&);
void apply(const Change&, const event::LessonWritten&);
void apply(const Change&, const event::Answered&);
void apply(const Change&, const event::EventDrawn&);
void apply(const Change&, const event::EventHappened&);

}  // namespace dealtafel::rules
