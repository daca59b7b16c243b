// The outcome and what follows in words.
#pragma once

#include "commands/sentences/naming.hpp"
#include "rules/events/afterwards.hpp"

namespace dealtafel::commands::sentences {

using namespace rules::event;

inline std::string sentence(const Naming& in, const AuditDrawn& e) {
    return fmt::format("the audit of {}, chance {:.2f}: {}", in.name(e.region), e.chance,
                       e.finding ? "a finding" : "no finding");
}
inline std::string sentence(const Naming& in, const OutcomeTold& e) {
    std::string text = fmt::format("the outcome of version {} in {}", e.version, in.name(e.region));
    for (const auto& [region, changes] : e.delta) {
        for (const auto& [theme, change] : changes) {
            text += fmt::format("; {} in {} {:+.2f}", in.name(theme), in.name(region), change);
        }
    }
    for (const SideTold& side : e.side_agreements) {
        text += fmt::format("; {} pays {:.1f} million to {} beside it: {}", in.name(side.payer),
                            side.amount.millions(),
                            in.name(side.payer == side.from ? side.to : side.from),
                            in.words(side.text));
    }
    return text;
}
inline std::string sentence(const Naming& in, const NoDeal& e) {
    return fmt::format("{} has no deal{}", in.name(e.region),
                       e.negotiated ? "" : ", for it did not negotiate");
}
inline std::string sentence(const Naming& in, const Scored& e) {
    return fmt::format("{} gets {:.2f} points", in.name(e.party), e.points);
}
inline std::string sentence(const Naming&, const MovedOn& e) {
    return fmt::format("the round moves on: {} scores, {} pairs of trust, {} ties",
                       e.wellbeing.size(), e.trust.size(), e.ties.size());
}
inline std::string sentence(const Naming& in, const Rated& e) {
    return fmt::format("{} rates {} with {}", in.name(e.party), in.name(e.rated), e.rating);
}
inline std::string sentence(const Naming& in, const Motivated& e) {
    return fmt::format("{} explains its ratings: {}", in.name(e.party), in.words(e.sentence));
}
inline std::string sentence(const Naming& in, const Withheld& e) {
    if (e.lapsed) return fmt::format("nothing is withheld from {} any more", in.name(e.region));
    return fmt::format("the centre means to withhold {}% of its money in the next deal of {}",
                       e.percent, in.name(e.region));
}
inline std::string sentence(const Naming& in, const RatingsShown& e) {
    std::string text = fmt::format("{} ratings are shown", e.ratings.size());
    for (const auto& [region, percent] : e.withheld) {
        text += fmt::format("; {}% is withheld from {}", percent, in.name(region));
    }
    return text;
}
inline std::string sentence(const Naming& in, const Placed& e) {
    return fmt::format(
        "player {} of {} places the round at {:+.2f} partnership, {:+.2f} "
        "steering, {:+.2f} hierarchy",
        e.member, in.name(e.party), e.partnership, e.steering, e.hierarchy);
}
inline std::string sentence(const Naming& in, const LessonWritten& e) {
    return fmt::format("player {} of {} learned: {}", e.member, in.name(e.party), in.words(e.text));
}

}  // namespace dealtafel::commands::sentences
