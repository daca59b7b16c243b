#include "commands/entry_text.hpp"

#include <fmt/format.h>

namespace dealtafel::commands {

namespace {

using namespace rules::event;

// One sentence for each kind of event. Money is in millions of euros.
class Sentences {
public:
    Sentences(const Scenario& scenario, const record::TextTable& texts)
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

private:
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

// One sentence for each kind of note; whose it is comes before it.
struct NoteSentences {
    std::string operator()(const record::note::Refused& n) const {
        return fmt::format("is refused {}: {}", n.command, n.code);
    }
    std::string operator()(const record::note::MoreRefused& n) const {
        return fmt::format("is refused {} times more", n.count);
    }
    std::string operator()(const record::note::Joined&) const { return "joins"; }
    std::string operator()(const record::note::Left&) const { return "leaves for good"; }
    std::string operator()(const record::note::Connected&) const { return "is connected"; }
    std::string operator()(const record::note::Disconnected&) const { return "is disconnected"; }
    std::string operator()(const record::note::PenTaken&) const { return "has the pen"; }
};

std::string whose(const std::optional<record::By>& by, const Scenario& scenario) {
    if (!by) return "somebody";
    if (const auto* seat = std::get_if<record::by::Seat>(&*by)) {
        return fmt::format("player {} of {}", seat->member, scenario.name(seat->party));
    }
    return std::holds_alternative<record::by::Helper>(*by) ? "a helper" : "the facilitator";
}

}  // namespace

std::string entry_text(const record::Entry& entry, const Scenario& scenario,
                       const record::TextTable& texts) {
    if (const auto* event = std::get_if<rules::Event>(&entry.what)) {
        return std::visit(Sentences(scenario, texts), *event);
    }
    if (const auto* note = std::get_if<record::Note>(&entry.what)) {
        return whose(entry.origin.by, scenario) + ' ' + std::visit(NoteSentences{}, *note);
    }
    return "";
}

}  // namespace dealtafel::commands
