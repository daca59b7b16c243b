// Events of the scenario in words.
#pragma once

#include "commands/sentences/naming.hpp"
#include "rules/events/scenario_events.hpp"

namespace dealtafel::commands::sentences {

using namespace rules::event;

inline std::string sentence(const Naming& in, const EventDrawn& e) {
    return fmt::format("the draw of {}, chance {:.2f}: it {}", in.name(e.event), e.chance,
                       e.happens ? "happens" : "does not happen");
}
inline std::string sentence(const Naming& in, const EventHappened& e) {
    std::string text = fmt::format("{} happens{}", in.name(e.event),
                                   e.injected ? ", injected by the facilitator" : "");
    for (const UrgencyChanged& c : e.urgency) {
        text += fmt::format("; urgency of {} {:.2f} to {:.2f}", in.name(c.challenge), c.from, c.to);
    }
    for (const BudgetChanged& c : e.budgets) {
        text += fmt::format("; budget of {} {:.1f} to {:.1f}", in.name(c.party), c.from.millions(),
                            c.to.millions());
    }
    for (const ScoreChanged& c : e.wellbeing) {
        text += fmt::format("; {} in {} {:.1f} to {:.1f}", in.name(c.theme), in.name(c.region),
                            c.from, c.to);
    }
    in.add_pairs(text, "trust", e.trust);
    in.add_pairs(text, "tie", e.ties);
    for (const ParameterChanged& c : e.model) {
        text += fmt::format("; {} {:.3f} to {:.3f}", c.parameter, c.from, c.to);
    }
    for (const SeatingChanged& c : e.tables) {
        text += fmt::format("; {} {} the table of {}", in.name(c.party),
                            c.at_table ? "comes to" : "leaves", in.name(c.region));
    }
    return text;
}

}  // namespace dealtafel::commands::sentences
