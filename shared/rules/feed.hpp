// What a reader is told of an event: items that are only ever appended, in order, and can be
// resumed. An event that a reader may not know gives no item at all.
#pragma once

#include "base/variant.hpp"
#include "rules/events.hpp"
#include "rules/view.hpp"

#include <vector>

namespace dealtafel::rules {

namespace feed {

// What a challenge is, for whoever sees it; its urgency is in the seat's own view.
struct ChallengeCard {
    static constexpr std::string_view type = "challenge";
    ChallengeId challenge;
    std::optional<PartyId> shared_by;
    RegionId region;
    Text title;
    Text text;
    Scale scale{};
    IdMap<ThemeId, double> effects;
    IdMap<CapabilityId, double> needs;
    double half = 0;
    bool needs_power = false;
    bool national = false;
    std::vector<Spillover> spillovers;
};

// A seat's own points of a round, as parts of a sum.
struct OwnPoints {
    static constexpr std::string_view type = "own-points";
    int round = 0;
    double points = 0;
    double reserve = 0;
    std::vector<Part> parts;
};

// What a signatory is told about what its deal left on the table: one word.
struct SecondLookTold {
    static constexpr std::string_view type = "second-look";
    RegionId region;
    int version = 0;
    LeftOnTable left{};
};

// Whether an audit found something. The number that was drawn stays in the record: a few of them
// would tell the seed, and so what is still to be drawn.
struct AuditTold {
    static constexpr std::string_view type = "audit-drawn";
    RegionId region;
    double chance = 0;
    bool finding = false;
};

// An event of the scenario that happened, with its words and what it changed; of changes of
// urgency those alone of challenges that the reader sees.
struct ScenarioEventTold {
    static constexpr std::string_view type = "scenario-event";
    EventId event;
    Text title;
    Text text;
    std::vector<event::UrgencyChanged> urgency;
    std::vector<event::BudgetChanged> budgets;
    std::vector<event::ScoreChanged> wellbeing;
    std::vector<event::PairChanged> trust;
    std::vector<event::PairChanged> ties;
    std::vector<event::ParameterChanged> model;
    std::vector<event::SeatingChanged> tables;
};

// A challenge that this seat shared with others.
struct SharedWith {
    static constexpr std::string_view type = "shared";
    PartyId by;
    ChallengeId challenge;
    IdSet<PartyId> with;
};

// The game went back to where it was in this stage. The reader's entries from `known_from` up to
// this one tell of what is undone: who was told it knows it still.
struct WentBackTold {
    static constexpr std::string_view type = "went-back";
    Stage stage{};
    int round = 0;
    std::uint64_t known_from = 0;  // the number of this entry where nothing of it was told
};

// Who sits where, when that changes.
struct PresenceChanged {
    static constexpr std::string_view type = "presence";
    PartyId party;
    Presence presence{};
};

}  // namespace feed

using FeedItem = variant<
    feed::ChallengeCard, feed::OwnPoints, feed::SharedWith, feed::PresenceChanged,
    feed::ScenarioEventTold, feed::SecondLookTold, feed::AuditTold, feed::WentBackTold,
    event::StageBegan, event::StageEnded, event::ClockStarted, event::ClockStopped,
    event::Restarted, event::Extended,
    event::LastCallBegan, event::Said, event::HelpAsked, event::HelpAnswered, event::Announced,
    event::Noted, event::Published, event::Invited, event::InvitationEnded, event::JoinedTable,
    event::LeftTable, event::Knocked, event::AgendaMade, event::DemandMade, event::Submitted,
    event::SubmissionsClosed, event::Decided, event::SelectionMade, event::VersionMade,
    event::Backed, event::PutOnTable, event::TakenOff, event::StanceAsked, event::Signed,
    event::Unsigned, event::Concluded, event::WalkedAway, event::Stayed, event::NegotiationEnded,
    event::Looked, event::SideOffered, event::SideAccepted, event::SideUndo, event::SideEnded,
    event::OutcomeTold, event::NoDeal, event::MovedOn, event::Motivated,
    event::RatingsShown, event::LessonWritten>;

// What a reader is told of an event; `state` is the state after it.
std::vector<FeedItem> project(const Scenario& scenario, const State& state, const Event& event,
                              const Viewer& viewer);

}  // namespace dealtafel::rules
