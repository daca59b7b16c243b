// Negotiation in words. Money is in millions of euros.
#pragma once

#include "commands/sentences/naming.hpp"
#include "rules/events/negotiation.hpp"

namespace dealtafel::commands::sentences {

using namespace rules::event;

inline std::string sentence(const Naming& in, const VersionMade& e) {
    Money money;
    std::vector<ChallengeId> challenges;
    for (const rules::Line& line : e.deal.lines) {
        money += rules::total(line);
        challenges.push_back(line.challenge);
    }
    return fmt::format("{} writes version {} of {}{}: {}, {:.1f} million for {}",
                       e.by ? in.name(*e.by) : "the game", e.number, in.name(e.region),
                       e.base != 0 ? fmt::format(" from version {}", e.base) : "",
                       to_word(e.deal.form), money.millions(), in.names(challenges));
}
inline std::string sentence(const Naming& in, const Backed& e) {
    if (e.version == 0) {
        return fmt::format("{} backs no version of {}", in.name(e.party), in.name(e.region));
    }
    return fmt::format("{} backs {}", in.name(e.party), in.version(e));
}
inline std::string sentence(const Naming& in, const PutOnTable& e) {
    return fmt::format("{} puts version {} on the table of {}",
                       e.by ? in.name(*e.by) : "more than half of the table", e.version,
                       in.name(e.region));
}
inline std::string sentence(const Naming& in, const TakenOff& e) {
    return fmt::format("version {} leaves the table of {}: {}", e.version, in.name(e.region),
                       to_word(e.problem));
}
inline std::string sentence(const Naming& in, const StanceAsked& e) {
    return fmt::format("all at the table of {} are asked whether they could sign",
                       in.name(e.region));
}
inline std::string sentence(const Naming& in, const StanceGiven& e) {
    if (e.could_sign) return fmt::format("{} could sign {}", in.name(e.party), in.version(e));
    return fmt::format("{} could not sign {} yet, for its {}{}", in.name(e.party), in.version(e),
                       e.obstacle ? to_word(*e.obstacle) : "whole",
                       e.challenge ? " on " + in.name(*e.challenge) : "");
}
inline std::string sentence(const Naming& in, const Signed& e) {
    return fmt::format("{} signs {}", in.name(e.party), in.version(e));
}
inline std::string sentence(const Naming& in, const Unsigned& e) {
    if (e.lapsed) {
        return fmt::format("the signature of {} under {} falls with its budget", in.name(e.party),
                           in.version(e));
    }
    return fmt::format("{} takes back its signature under {}", in.name(e.party), in.version(e));
}
inline std::string sentence(const Naming& in, const Concluded& e) {
    return fmt::format("{} has a deal: version {}{}", in.name(e.region), e.version,
                       e.replaces != 0 ? fmt::format(", for version {}", e.replaces) : "");
}
inline std::string sentence(const Naming& in, const SecondLook& e) {
    return fmt::format(
        "version {} in {} left {} on the table: {:.2f} points more, above reserves by {:.2f}",
        e.version, in.name(e.region), to_word(e.left), e.gain, e.above);
}
inline std::string sentence(const Naming& in, const WalkedAway& e) {
    return fmt::format("{} walks away from the table of {}", in.name(e.party), in.name(e.region));
}
inline std::string sentence(const Naming& in, const Stayed& e) {
    return fmt::format("{} stays at the table of {}", in.name(e.party), in.name(e.region));
}
inline std::string sentence(const Naming& in, const NegotiationEnded& e) {
    return fmt::format("the negotiation of {} ends, as {} walked away", in.name(e.region),
                       in.name(e.party));
}
inline std::string sentence(const Naming& in, const Looked& e) {
    return fmt::format("{} looks at {}: {:.2f} points", in.name(e.party),
                       e.version ? fmt::format("version {}", *e.version) : "a text of its own",
                       e.points);
}

}  // namespace dealtafel::commands::sentences
