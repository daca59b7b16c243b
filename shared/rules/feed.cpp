#include "rules/feed.hpp"

namespace dealtafel::rules {

namespace {

struct Telling {
    const Scenario& scenario;
    const State& state;
    const Viewer& viewer;

    bool is(PartyId party) const { return viewer.party == party; }
    bool facilitator() const { return viewer.facilitator; }
    bool sees(ChallengeId challenge) const {
        return facilitator() ||
               (viewer.party && state.seats[viewer.party->value].sees.contains(challenge));
    }
    // At a region's table, or the facilitator, who sees everything.
    bool at(RegionId region) const {
        return facilitator() ||
               (viewer.party && at_table(scenario, state, region).contains(*viewer.party));
    }
};

using Items = std::vector<FeedItem>;

Items told(FeedItem item) {
    Items items;
    items.push_back(std::move(item));
    return items;
}

Items told_if(bool may, FeedItem item) { return may ? told(std::move(item)) : Items{}; }

feed::ChallengeCard card(const Scenario& scenario, ChallengeId challenge,
                         std::optional<PartyId> shared_by) {
    const Challenge& facts = scenario[challenge];
    feed::ChallengeCard made;
    made.challenge = challenge;
    made.shared_by = shared_by;
    made.region = facts.region;
    made.title = facts.title;
    made.text = facts.text;
    made.scale = facts.scale;
    for (const Effect& effect : facts.effects) made.effects[effect.theme] = effect.effect;
    for (const Need& need : facts.needs) made.needs[need.capability] = need.weight;
    made.half = facts.half;
    made.needs_power = facts.needs_power;
    made.national = facts.national;
    made.spillovers = facts.spillovers;
    return made;
}

// The public face of each event: most are told to all or to nobody; those that are told to some
// stand here one by one. An event that is named nowhere here does not compile.

// To everybody.
Items tell(const Telling&, const event::StageEnded& e) { return told(e); }
Items tell(const Telling&, const event::ClockStarted& e) { return told(e); }
Items tell(const Telling&, const event::ClockStopped& e) { return told(e); }
Items tell(const Telling&, const event::Restarted& e) { return told(e); }
// Which of its entries it concerns, whoever numbers them adds.
Items tell(const Telling&, const event::WentBack& e) {
    return told(feed::WentBackTold{e.stage, e.round, 0});
}
Items tell(const Telling&, const event::Extended& e) { return told(e); }
Items tell(const Telling&, const event::LastCallBegan& e) { return told(e); }
Items tell(const Telling&, const event::Announced& e) { return told(e); }
Items tell(const Telling&, const event::Published& e) { return told(e); }
Items tell(const Telling&, const event::Invited& e) { return told(e); }
Items tell(const Telling&, const event::InvitationEnded& e) { return told(e); }
Items tell(const Telling&, const event::LeftTable& e) { return told(e); }
Items tell(const Telling&, const event::Knocked& e) { return told(e); }
Items tell(const Telling&, const event::Submitted& e) { return told(e); }
Items tell(const Telling&, const event::SubmissionsClosed& e) { return told(e); }
Items tell(const Telling&, const event::Decided& e) { return told(e); }
Items tell(const Telling&, const event::SelectionMade& e) { return told(e); }
Items tell(const Telling&, const event::PutOnTable& e) { return told(e); }
Items tell(const Telling&, const event::Signed& e) { return told(e); }
Items tell(const Telling&, const event::Unsigned& e) { return told(e); }
Items tell(const Telling&, const event::Concluded& e) { return told(e); }
Items tell(const Telling&, const event::WalkedAway& e) { return told(e); }
Items tell(const Telling&, const event::Stayed& e) { return told(e); }
Items tell(const Telling&, const event::NegotiationEnded& e) { return told(e); }
Items tell(const Telling&, const event::AuditDrawn& e) {
    return told(feed::AuditTold{e.region, e.chance, e.finding});
}
Items tell(const Telling&, const event::OutcomeTold& e) { return told(e); }
Items tell(const Telling&, const event::NoDeal& e) { return told(e); }
Items tell(const Telling&, const event::MovedOn& e) { return told(e); }
Items tell(const Telling&, const event::RatingsShown& e) { return told(e); }
Items tell(const Telling&, const event::LessonWritten& e) { return told(e); }

// A seat learns of what it sees when the game begins.
Items tell(const Telling& to, const event::StageBegan& e) {
    Items items = told(e);
    if (e.stage != Stage::briefing) return items;
    for (std::uint16_t at = 0; at < to.scenario.challenges.size(); ++at) {
        const ChallengeId challenge{at};
        if (to.sees(challenge)) items.push_back(card(to.scenario, challenge, std::nullopt));
    }
    return items;
}

// A challenge on an agenda is known to all; those who see it already have its card.
void add_cards(const Telling& to, const std::vector<ChallengeId>& challenges, Items& items) {
    for (const ChallengeId challenge : challenges) {
        if (!to.sees(challenge)) items.push_back(card(to.scenario, challenge, std::nullopt));
    }
}

Items tell(const Telling& to, const event::AgendaMade& e) {
    Items items;
    add_cards(to, e.challenges, items);
    items.push_back(e);
    return items;
}

Items tell(const Telling& to, const event::DemandMade& e) {
    Items items;
    add_cards(to, {e.challenge}, items);
    items.push_back(e);
    return items;
}

// Who comes to a table sees this round's versions, not earlier talk.
void add_versions(const Telling& to, RegionId at_table, Items& items) {
    const RegionState& region = to.state.regions[at_table.value];
    for (std::size_t at = 0; at < region.versions.size(); ++at) {
        const Version& version = region.versions[at];
        items.push_back(event::VersionMade{at_table, static_cast<int>(at) + 1, version.by,
                                           version.base, version.deal});
    }
}

// Seats: who plays is public, whether a seat is ready is its own affair.
Items presence(const Telling& to, PartyId party) {
    return told(feed::PresenceChanged{party, seat_presence(to.state.seats[party.value])});
}
Items tell(const Telling& to, const event::SeatHeld& e) { return presence(to, e.party); }
// Who comes to a seat that was vacant sees the versions of the tables where it sits.
Items tell(const Telling& to, const event::SeatVacant& e) {
    Items items = presence(to, e.party);
    if (e.vacant || !to.is(e.party)) return items;
    for (std::uint16_t at = 0; at < to.state.regions.size(); ++at) {
        if (to.at(RegionId{at})) add_versions(to, RegionId{at}, items);
    }
    return items;
}
Items tell(const Telling& to, const event::SeatPresent& e) { return presence(to, e.party); }
Items tell(const Telling& to, const event::SeatAbsent& e) { return presence(to, e.party); }
Items tell(const Telling&, const event::GraceRanOut&) { return {}; }
Items tell(const Telling& to, const event::StoodIn& e) { return presence(to, e.party); }
Items tell(const Telling& to, const event::Replaced& e) { return presence(to, e.party); }
Items tell(const Telling&, const event::ReadySaid&) { return {}; }

// Talk goes to whom it is said, and to who said it.
Items tell(const Telling& to, const event::Said& e) {
    switch (e.to) {
        case Audience::all: return told(e);
        case Audience::table: return told_if(to.at(*e.region) || to.is(e.party), e);
        case Audience::parties:
            return told_if(to.facilitator() || to.is(e.party) ||
                               (to.viewer.party && e.parties->contains(*to.viewer.party)),
                           e);
        case Audience::facilitator: return told_if(to.facilitator() || to.is(e.party), e);
    }
    return {};
}
Items tell(const Telling& to, const event::HelpAsked& e) {
    return told_if(to.facilitator() || to.is(e.party), e);
}
Items tell(const Telling& to, const event::HelpAnswered& e) {
    return told_if(to.facilitator() || to.is(e.party), e);
}
Items tell(const Telling& to, const event::Noted& e) { return told_if(to.facilitator(), e); }

// The table.
Items tell(const Telling&, const event::AmbitionSet&) { return {}; }  // in the table's view
Items tell(const Telling&, const event::Supported&) { return {}; }    // in the table's view
Items tell(const Telling&, const event::Pledged&) { return {}; }      // in the table's view
Items tell(const Telling& to, const event::JoinedTable& e) {
    Items items = told(e);
    if (!to.is(e.party)) return items;
    add_versions(to, e.region, items);
    return items;
}
Items tell(const Telling& to, const event::Shared& e) {
    if (to.viewer.party && e.with.contains(*to.viewer.party)) {
        return told(card(to.scenario, e.challenge, e.by));
    }
    return told_if(to.is(e.by) || to.facilitator(), feed::SharedWith{e.by, e.challenge, e.with});
}
Items tell(const Telling& to, const event::VersionMade& e) { return told_if(to.at(e.region), e); }
Items tell(const Telling& to, const event::Backed& e) { return told_if(to.at(e.region), e); }
Items tell(const Telling& to, const event::TakenOff& e) { return told_if(to.at(e.region), e); }
Items tell(const Telling& to, const event::StanceAsked& e) { return told_if(to.at(e.region), e); }
Items tell(const Telling&, const event::StanceGiven&) { return {}; }  // counted in the view

// Events of the scenario. What did not happen is told to nobody.
Items tell(const Telling&, const event::EventDrawn&) { return {}; }
Items tell(const Telling& to, const event::EventHappened& e) {
    const ScenarioEvent& facts = to.scenario[e.event];
    feed::ScenarioEventTold told_event{e.event,     facts.title, facts.text, {},     e.budgets,
                                       e.wellbeing, e.trust,     e.ties,     e.model, e.tables};
    for (const event::UrgencyChanged& moved : e.urgency) {
        if (to.sees(moved.challenge)) told_event.urgency.push_back(moved);
    }
    Items items = told(std::move(told_event));
    for (const event::SeatingChanged& moved : e.tables) {
        if (moved.at_table && to.is(moved.party)) add_versions(to, moved.region, items);
    }
    return items;
}

// Two seats, and nobody else before the outcome.
template <class Side>
Items to_both(const Telling& to, const Side& e) {
    return told_if(to.is(e.by) || to.is(e.with) || to.facilitator(), e);
}
Items tell(const Telling& to, const event::SideOffered& e) { return to_both(to, e); }
Items tell(const Telling& to, const event::SideAccepted& e) { return to_both(to, e); }
Items tell(const Telling& to, const event::SideUndo& e) { return to_both(to, e); }
Items tell(const Telling& to, const event::SideEnded& e) { return to_both(to, e); }

// A seat alone.
Items tell(const Telling& to, const event::Looked& e) {
    return told_if(to.is(e.party) || to.facilitator(), e);
}
Items tell(const Telling& to, const event::Scored& e) {
    if (!to.is(e.party)) return {};
    return told(feed::OwnPoints{to.state.round, e.points, to.scenario[e.party].reserve, e.parts});
}
// Only those whom the deal binds know what they left, and the facilitator.
Items tell(const Telling& to, const event::SecondLook& e) {
    const RegionState& region = to.state.regions[e.region.value];
    const IdSet<PartyId> bound = signatories(to.scenario, version_of(region, e.version).deal);
    return told_if(to.facilitator() || (to.viewer.party && bound.contains(*to.viewer.party)),
                   feed::SecondLookTold{e.region, e.version, e.left});
}
// Shown together at the end.
Items tell(const Telling&, const event::Rated&) { return {}; }
Items tell(const Telling&, const event::Withheld&) { return {}; }
Items tell(const Telling& to, const event::Motivated& e) {
    return told_if(to.is(e.party) || to.facilitator(), e);
}
Items tell(const Telling&, const event::Placed&) { return {}; }  // for the record
Items tell(const Telling&, const event::Answered&) { return {}; }  // in its player's view

}  // namespace

std::vector<FeedItem> project(const Scenario& scenario, const State& state, const Event& event,
                              const Viewer& viewer) {
    const Telling to{scenario, state, viewer};
    return visit([&](const auto& happened) { return tell(to, happened); }, event);
}

}  // namespace dealtafel::rules
