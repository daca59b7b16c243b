// What happened in words: one sentence for each kind of event, and of what a seat is told.
#pragma once

#include "record/texts.hpp"
#include "rules/feed.hpp"
#include "scenario/scenario.hpp"

#include <fmt/format.h>

#include <string>

namespace dealtafel::commands::sentences {

using namespace rules::event;

// One sentence for each kind of event. Money is in millions of euros.
class OfEvents {
public:
    OfEvents(const Scenario& scenario, const record::TextTable& texts)
        : scenario_(scenario), texts_(texts) {}

    // Stages and time.
    std::string operator()(const StageBegan& e) const {
        if (!e.ends_ms) return fmt::format("{} begins, round {}", to_word(e.stage), e.round);
        return fmt::format("{} begins, round {}, for {} seconds", to_word(e.stage), e.round,
                           (*e.ends_ms - e.begins_ms) / 1000);
    }
    std::string operator()(const StageEnded& e) const {
        return fmt::format("{} ends: {}", to_word(e.stage), to_word(e.reason));
    }
    std::string operator()(const ClockStarted&) const { return "the clock runs"; }
    std::string operator()(const ClockStopped&) const { return "the clock stands still"; }
    std::string operator()(const Restarted& e) const {
        return fmt::format("the server is back after {:.1f} seconds, which cost nobody time",
                           static_cast<double>(e.down_ms) / 1000);
    }
    std::string operator()(const Extended& e) const {
        return fmt::format("the stage is extended by {} seconds{}", e.seconds,
                           e.lifts_last_call ? ", and the last call is lifted" : "");
    }
    std::string operator()(const LastCallBegan& e) const {
        std::string text = "the last call begins";
        for (const auto& [region, version] : e.rivals) {
            text += fmt::format("; in {} version {} can be signed too", name(region), version);
        }
        return text;
    }

    // Seats.
    std::string operator()(const SeatHeld& e) const {
        return fmt::format("{} is held by {}", name(e.party),
                           e.holder == rules::Holder::people ? "people" : "a bot");
    }
    std::string operator()(const SeatPresent& e) const {
        return fmt::format("{} is here", name(e.party));
    }
    std::string operator()(const SeatAbsent& e) const {
        return fmt::format("{} is gone for now", name(e.party));
    }
    std::string operator()(const GraceRanOut& e) const {
        return fmt::format("{} stays away too long", name(e.party));
    }
    std::string operator()(const StoodIn& e) const {
        if (e.bot) return fmt::format("a bot stands in for {}", name(e.party));
        return fmt::format("{} plays itself again", name(e.party));
    }
    std::string operator()(const SeatVacant& e) const {
        return fmt::format("the seat of {} is {}", name(e.party),
                           e.vacant ? "vacant" : "played again");
    }
    std::string operator()(const Replaced& e) const {
        return fmt::format("{} is given {}", name(e.party), e.by_bot ? "to a bot" : "back");
    }
    std::string operator()(const ReadySaid& e) const {
        return fmt::format("{} is {}", name(e.party), e.ready ? "ready" : "not ready any more");
    }

    // Talk.
    std::string operator()(const Said& e) const {
        return fmt::format("{} says to {}: {}", name(e.party), hearers(e), words(e.text));
    }
    std::string operator()(const HelpAsked& e) const {
        return fmt::format("{} asks for help: {}", name(e.party), words(e.text));
    }
    std::string operator()(const HelpAnswered& e) const {
        return fmt::format("{} gets help: {}", name(e.party), words(e.text));
    }
    std::string operator()(const Announced& e) const { return "announced: " + words(e.text); }
    std::string operator()(const Noted& e) const { return "noted: " + words(e.text); }

    // Framework and agenda.
    std::string operator()(const Published& e) const {
        std::string text = "the framework is published";
        add_stated(text, "partnership", e.stated.partnership);
        add_stated(text, "steering", e.stated.steering);
        add_stated(text, "hierarchy", e.stated.hierarchy);
        for (const rules::Demanded& demand : e.demands) {
            text += fmt::format("; it demands {} of {}", name(demand.challenge),
                                name(demand.region));
        }
        if (e.weights) text += "; it weighs" + weights(*e.weights);
        return text;
    }
    std::string operator()(const AmbitionSet& e) const {
        return fmt::format("{} sets its ambition for {} in {} to {}", name(e.party), name(e.theme),
                           name(e.region), e.value);
    }
    std::string operator()(const Supported& e) const {
        return fmt::format("{} {} {}", name(e.party), e.on ? "supports" : "no longer supports",
                           name(e.challenge));
    }
    std::string operator()(const Invited& e) const {
        return fmt::format("{} invites {} to the table of {}", name(e.by), name(e.party),
                           name(e.region));
    }
    std::string operator()(const InvitationEnded& e) const {
        return fmt::format("the invitation of {} to {} is {} by {}", name(e.party), name(e.region),
                           e.by == e.party ? "declined" : "withdrawn", name(e.by));
    }
    std::string operator()(const JoinedTable& e) const {
        return fmt::format("{} joins the table of {}", name(e.party), name(e.region));
    }
    std::string operator()(const LeftTable& e) const {
        return fmt::format("{} leaves the table of {}", name(e.party), name(e.region));
    }
    std::string operator()(const Knocked& e) const {
        return fmt::format("{} knocks at the table of {}: {}", name(e.party), name(e.region),
                           words(e.sentence));
    }
    std::string operator()(const Shared& e) const {
        return fmt::format("{} shares {} with {}", name(e.by), name(e.challenge), names(e.with));
    }
    std::string operator()(const AgendaMade& e) const {
        return fmt::format("the agenda of {}: {}", name(e.region), names(e.challenges));
    }
    std::string operator()(const DemandMade& e) const {
        return fmt::format("{} is demanded of {}", name(e.challenge), name(e.region));
    }

    // The contest.
    std::string operator()(const Pledged& e) const {
        return fmt::format("{} pledges {:.1f} million for {}", name(e.party), e.amount.millions(),
                           name(e.region));
    }
    std::string operator()(const Submitted& e) const {
        return fmt::format("{} asks {:.1f} million for {} with {}: {}", name(e.region),
                           e.asked.millions(), names(e.challenges), names(e.partners),
                           words(e.pitch));
    }
    std::string operator()(const SubmissionsClosed& e) const {
        std::string text = "submissions are closed";
        for (const RankedProposal& ranked : e.ranking) {
            text += fmt::format("; {} scores {:.3f}", name(ranked.region), ranked.score);
        }
        return text;
    }
    std::string operator()(const Decided& e) const {
        return fmt::format("the centre {} {}: {}", e.selected ? "selects" : "rejects",
                           name(e.region), words(e.motivation));
    }
    std::string operator()(const SelectionMade& e) const {
        return fmt::format("selected: {}; rejected: {}; against the ranking: {}",
                           names(e.selected), names(e.rejected), e.against_ranking);
    }

    // Negotiation.
    std::string operator()(const VersionMade& e) const {
        Money money;
        std::vector<ChallengeId> challenges;
        for (const rules::Line& line : e.deal.lines) {
            money += rules::total(line);
            challenges.push_back(line.challenge);
        }
        return fmt::format("{} writes version {} of {}{}: {}, {:.1f} million for {}",
                           e.by ? name(*e.by) : "the game", e.number, name(e.region),
                           e.base != 0 ? fmt::format(" from version {}", e.base) : "",
                           to_word(e.deal.form), money.millions(), names(challenges));
    }
    std::string operator()(const Backed& e) const {
        if (e.version == 0) {
            return fmt::format("{} backs no version of {}", name(e.party), name(e.region));
        }
        return fmt::format("{} backs {}", name(e.party), version(e));
    }
    std::string operator()(const PutOnTable& e) const {
        return fmt::format("{} puts version {} on the table of {}",
                           e.by ? name(*e.by) : "more than half of the table", e.version,
                           name(e.region));
    }
    std::string operator()(const TakenOff& e) const {
        return fmt::format("version {} leaves the table of {}: {}", e.version, name(e.region),
                           to_word(e.problem));
    }
    std::string operator()(const StanceAsked& e) const {
        return fmt::format("all at the table of {} are asked whether they could sign",
                           name(e.region));
    }
    std::string operator()(const StanceGiven& e) const {
        if (e.could_sign) return fmt::format("{} could sign {}", name(e.party), version(e));
        return fmt::format("{} could not sign {} yet, for its {}{}", name(e.party), version(e),
                           e.obstacle ? to_word(*e.obstacle) : "whole",
                           e.challenge ? " on " + name(*e.challenge) : "");
    }
    std::string operator()(const Signed& e) const {
        return fmt::format("{} signs {}", name(e.party), version(e));
    }
    std::string operator()(const Unsigned& e) const {
        if (e.lapsed) {
            return fmt::format("the signature of {} under {} falls with its budget",
                               name(e.party), version(e));
        }
        return fmt::format("{} takes back its signature under {}", name(e.party), version(e));
    }
    std::string operator()(const Concluded& e) const {
        return fmt::format("{} has a deal: version {}{}", name(e.region), e.version,
                           e.replaces != 0 ? fmt::format(", for version {}", e.replaces) : "");
    }
    std::string operator()(const WalkedAway& e) const {
        return fmt::format("{} walks away from the table of {}", name(e.party), name(e.region));
    }
    std::string operator()(const Stayed& e) const {
        return fmt::format("{} stays at the table of {}", name(e.party), name(e.region));
    }
    std::string operator()(const NegotiationEnded& e) const {
        return fmt::format("the negotiation of {} ends, as {} walked away", name(e.region),
                           name(e.party));
    }
    std::string operator()(const Looked& e) const {
        return fmt::format("{} looks at {}: {:.2f} points", name(e.party),
                           e.version ? fmt::format("version {}", *e.version) : "a text of its own",
                           e.points);
    }

    // Outcome and what follows.
    std::string operator()(const AuditDrawn& e) const {
        return fmt::format("the audit of {}, chance {:.2f}: {}", name(e.region), e.chance,
                           e.finding ? "a finding" : "no finding");
    }
    std::string operator()(const OutcomeTold& e) const {
        std::string text = fmt::format("the outcome of version {} in {}", e.version,
                                       name(e.region));
        for (const auto& [region, changes] : e.delta) {
            for (const auto& [theme, change] : changes) {
                text += fmt::format("; {} in {} {:+.2f}", name(theme), name(region), change);
            }
        }
        return text;
    }
    std::string operator()(const NoDeal& e) const {
        return fmt::format("{} has no deal{}", name(e.region),
                           e.negotiated ? "" : ", for it did not negotiate");
    }
    std::string operator()(const Scored& e) const {
        return fmt::format("{} gets {:.2f} points", name(e.party), e.points);
    }
    std::string operator()(const MovedOn& e) const {
        return fmt::format("the round moves on: {} scores, {} pairs of trust, {} ties",
                           e.wellbeing.size(), e.trust.size(), e.ties.size());
    }
    std::string operator()(const Rated& e) const {
        return fmt::format("{} rates {} with {}", name(e.party), name(e.rated), e.rating);
    }
    std::string operator()(const Motivated& e) const {
        return fmt::format("{} explains its ratings: {}", name(e.party), words(e.sentence));
    }
    std::string operator()(const RatingsShown& e) const {
        return fmt::format("{} ratings are shown", e.ratings.size());
    }
    std::string operator()(const Placed& e) const {
        return fmt::format("player {} of {} places the round at {:+.2f} partnership, {:+.2f} "
                           "steering, {:+.2f} hierarchy",
                           e.member, name(e.party), e.partnership, e.steering, e.hierarchy);
    }
    std::string operator()(const LessonWritten& e) const {
        return fmt::format("player {} of {} learned: {}", e.member, name(e.party), words(e.text));
    }

    // Events of the scenario.
    std::string operator()(const EventDrawn& e) const {
        return fmt::format("the draw of {}, chance {:.2f}: it {}", name(e.event), e.chance,
                           e.happens ? "happens" : "does not happen");
    }
    std::string operator()(const EventHappened& e) const {
        std::string text = fmt::format("{} happens{}", name(e.event),
                                       e.injected ? ", injected by the facilitator" : "");
        for (const UrgencyChanged& c : e.urgency) {
            text += fmt::format("; urgency of {} {:.2f} to {:.2f}", name(c.challenge), c.from,
                                c.to);
        }
        for (const BudgetChanged& c : e.budgets) {
            text += fmt::format("; budget of {} {:.1f} to {:.1f}", name(c.party),
                                c.from.millions(), c.to.millions());
        }
        for (const ScoreChanged& c : e.wellbeing) {
            text += fmt::format("; {} in {} {:.1f} to {:.1f}", name(c.theme), name(c.region),
                                c.from, c.to);
        }
        add_pairs(text, "trust", e.trust);
        add_pairs(text, "tie", e.ties);
        for (const ParameterChanged& c : e.model) {
            text += fmt::format("; {} {:.3f} to {:.3f}", c.parameter, c.from, c.to);
        }
        for (const SeatingChanged& c : e.tables) {
            text += fmt::format("; {} {} the table of {}", name(c.party),
                                c.at_table ? "comes to" : "leaves", name(c.region));
        }
        return text;
    }

protected:
    void add_pairs(std::string& text, std::string_view what,
                   const std::vector<PairChanged>& pairs) const {
        for (const PairChanged& c : pairs) {
            text += fmt::format("; {} of {} and {} {:.2f} to {:.2f}", what, name(c.a), name(c.b),
                                c.from, c.to);
        }
    }

    template <IdKind Kind>
    std::string name(Id<Kind> id) const {
        return std::string(scenario_.name(id));
    }
    template <class Ids>
    std::string names(const Ids& ids) const {
        std::string text;
        for (const auto id : ids) text += (text.empty() ? "" : ", ") + name(id);
        return text.empty() ? "nothing" : text;
    }
    static std::string weights(const rules::Weights& given) {
        std::string text;
        for (const Criterion criterion : rules::criteria) {
            const int weight = rules::weight_of(given, criterion);
            if (weight != 0) text += fmt::format(" {} {}", to_word(criterion), weight);
        }
        return text;
    }
    // As in "version 2 of foodvalley".
    template <class E>
    std::string version(const E& event) const {
        return fmt::format("version {} of {}", event.version, name(event.region));
    }

    std::string words(const TextRef& text) const {
        if (text.empty) return "nothing";
        const auto found = texts_.find(record::text_id(text));
        return found == texts_.end() ? "(a text that is not here)" : '"' + found->second.text + '"';
    }

    std::string hearers(const Said& said) const {
        switch (said.to) {
            case rules::Audience::all: return "all";
            case rules::Audience::table:
                return "the table of " + (said.region ? name(*said.region) : "its region");
            case rules::Audience::parties: return said.parties ? names(*said.parties) : "nobody";
            case rules::Audience::facilitator: return "the facilitator";
        }
        return "nobody";
    }

    static void add_stated(std::string& text, std::string_view tension,
                           const std::optional<rules::Stated>& stated) {
        if (stated) text += fmt::format("; {} {:+.1f}", tension, stated->value);
    }

    const Scenario& scenario_;
    const record::TextTable& texts_;
};

// The same of a seat's feed, which has a few things that are no events.
class OfItems : public OfEvents {
public:
    using OfEvents::OfEvents;
    using OfEvents::operator();

    std::string operator()(const rules::feed::ChallengeCard& e) const {
        return fmt::format("learns of {} in {}{}", name(e.challenge), name(e.region),
                           e.shared_by ? ", shared by " + name(*e.shared_by) : "");
    }
    std::string operator()(const rules::feed::OwnPoints& e) const {
        return fmt::format("gets {:.2f} points, and without a deal {:.2f}", e.points, e.reserve);
    }
    std::string operator()(const rules::feed::SharedWith& e) const {
        return (*this)(Shared{e.by, e.challenge, e.with});
    }
    std::string operator()(const rules::feed::PresenceChanged& e) const {
        return fmt::format("{} is now: {}", name(e.party), to_word(e.presence));
    }
    std::string operator()(const rules::feed::ScenarioEventTold& e) const {
        return (*this)(EventHappened{e.event, false, e.urgency, e.budgets, e.wellbeing, e.trust,
                                     e.ties, e.model, e.tables});
    }
};

}  // namespace dealtafel::commands::sentences
