// Framework and agenda in words.
#pragma once

#include "commands/sentences/naming.hpp"
#include "rules/events/table.hpp"

namespace dealtafel::commands::sentences {

using namespace rules::event;

inline std::string sentence(const Naming& in, const Published& e) {
    std::string text = "the framework is published";
    Naming::add_stated(text, "partnership", e.stated.partnership);
    Naming::add_stated(text, "steering", e.stated.steering);
    Naming::add_stated(text, "hierarchy", e.stated.hierarchy);
    for (const rules::Demanded& demand : e.demands) {
        text +=
            fmt::format("; it demands {} of {}", in.name(demand.challenge), in.name(demand.region));
    }
    if (e.weights) text += "; it weighs" + Naming::weights(*e.weights);
    return text;
}
inline std::string sentence(const Naming& in, const AmbitionSet& e) {
    return fmt::format("{} sets its ambition for {} in {} to {}", in.name(e.party),
                       in.name(e.theme), in.name(e.region), e.value);
}
inline std::string sentence(const Naming& in, const Supported& e) {
    return fmt::format("{} {} {}", in.name(e.party), e.on ? "supports" : "no longer supports",
                       in.name(e.challenge));
}
inline std::string sentence(const Naming& in, const Invited& e) {
    return fmt::format("{} invites {} to the table of {}", in.name(e.by), in.name(e.party),
                       in.name(e.region));
}
inline std::string sentence(const Naming& in, const InvitationEnded& e) {
    return fmt::format("the invitation of {} to {} is {} by {}", in.name(e.party),
                       in.name(e.region), e.by == e.party ? "declined" : "withdrawn",
                       in.name(e.by));
}
inline std::string sentence(const Naming& in, const JoinedTable& e) {
    return fmt::format("{} joins the table of {}", in.name(e.party), in.name(e.region));
}
inline std::string sentence(const Naming& in, const LeftTable& e) {
    return fmt::format("{} leaves the table of {}", in.name(e.party), in.name(e.region));
}
inline std::string sentence(const Naming& in, const Knocked& e) {
    return fmt::format("{} knocks at the table of {}: {}", in.name(e.party), in.name(e.region),
                       in.words(e.sentence));
}
inline std::string sentence(const Naming& in, const Shared& e) {
    return fmt::format("{} shares {} with {}", in.name(e.by), in.name(e.challenge),
                       in.names(e.with));
}
inline std::string sentence(const Naming& in, const AgendaMade& e) {
    return fmt::format("the agenda of {}: {}", in.name(e.region), in.names(e.challenges));
}
inline std::string sentence(const Naming& in, const DemandMade& e) {
    return fmt::format("{} is demanded of {}", in.name(e.challenge), in.name(e.region));
}

}  // namespace dealtafel::commands::sentences
