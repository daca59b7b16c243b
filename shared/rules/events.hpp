// What happened in a game. Events carry results (draws, amounts, points), so that applying them
// needs neither a generator nor today's formulas.
#pragma once

#include "base/variant.hpp"
#include "rules/events/afterwards.hpp"
#include "rules/events/negotiation.hpp"
#include "rules/events/questions.hpp"
#include "rules/events/scenario_events.hpp"
#include "rules/events/selection.hpp"
#include "rules/events/side_agreements.hpp"
#include "rules/events/stages.hpp"
#include "rules/events/table.hpp"

#include <vector>

namespace dealtafel::rules {

using Event = variant<
    event::StageBegan, event::StageEnded, event::ClockStarted, event::ClockStopped,
    event::Restarted, event::WentBack, event::Extended, event::LastCallBegan, event::SeatHeld,
    event::SeatPresent,
    event::SeatAbsent, event::GraceRanOut, event::StoodIn, event::SeatVacant, event::Replaced,
    event::ReadySaid, event::Said, event::HelpAsked, event::HelpAnswered, event::Announced,
    event::Noted, event::Published, event::AmbitionSet, event::Supported, event::Invited,
    event::InvitationEnded, event::JoinedTable, event::LeftTable, event::Knocked, event::Shared,
    event::AgendaMade, event::DemandMade, event::Pledged, event::Submitted,
    event::SubmissionsClosed, event::Decided, event::SelectionMade, event::VersionMade,
    event::Backed, event::PutOnTable, event::TakenOff, event::StanceAsked, event::StanceGiven,
    event::Signed, event::Unsigned, event::Concluded, event::SecondLook, event::WalkedAway,
    event::Stayed, event::NegotiationEnded, event::Looked, event::SideOffered, event::SideAccepted,
    event::SideUndo, event::SideEnded, event::AuditDrawn, event::OutcomeTold, event::NoDeal,
    event::Scored, event::MovedOn, event::Rated, event::Motivated, event::Withheld,
    event::RatingsShown, event::Placed, event::LessonWritten, event::Answered, event::EventDrawn,
    event::EventHappened>;

using Events = std::vector<Event>;

}  // namespace dealtafel::rules

// Compiled once, in events.cpp: in every unit that makes events it takes most of the time.
extern template class std::vector<dealtafel::rules::Event>;
