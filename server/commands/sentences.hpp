// What happened in words: one sentence for each kind of event, and of what a seat is told.
#pragma once

#include "commands/sentences/afterwards.hpp"
#include "commands/sentences/negotiation.hpp"
#include "commands/sentences/questions.hpp"
#include "commands/sentences/scenario_events.hpp"
#include "commands/sentences/selection.hpp"
#include "commands/sentences/side_agreements.hpp"
#include "commands/sentences/stages.hpp"
#include "commands/sentences/table.hpp"
#include "rules/feed.hpp"

namespace dealtafel::commands::sentences {

// A seat's feed has a few things that are no events.
inline std::string sentence(const Naming& in, const rules::feed::ChallengeCard& e) {
    return fmt::format("learns of {} in {}{}", in.name(e.challenge), in.name(e.region),
                       e.shared_by ? ", shared by " + in.name(*e.shared_by) : "");
}
inline std::string sentence(const Naming&, const rules::feed::OwnPoints& e) {
    return fmt::format("gets {:.2f} points, and without a deal {:.2f}", e.points, e.reserve);
}
inline std::string sentence(const Naming& in, const rules::feed::SecondLookTold& e) {
    return fmt::format("version {} in {} left {} on the table", e.version, in.name(e.region),
                       to_word(e.left));
}
inline std::string sentence(const Naming& in, const rules::feed::AuditTold& e) {
    return sentence(in, AuditDrawn{e.region, e.chance, 0, e.finding});
}
inline std::string sentence(const Naming& in, const rules::feed::SharedWith& e) {
    return sentence(in, Shared{e.by, e.challenge, e.with});
}
inline std::string sentence(const Naming&, const rules::feed::WentBackTold& e) {
    return fmt::format("the game is back in {}, round {}", to_word(e.stage), e.round);
}
inline std::string sentence(const Naming& in, const rules::feed::PresenceChanged& e) {
    return fmt::format("{} is now: {}", in.name(e.party), to_word(e.presence));
}
inline std::string sentence(const Naming& in, const rules::feed::ScenarioEventTold& e) {
    return sentence(in, EventHappened{e.event, false, e.urgency, e.budgets, e.wellbeing, e.trust,
                                      e.ties, e.model, e.tables});
}

}  // namespace dealtafel::commands::sentences
