// Side agreements in words.
#pragma once

#include "commands/sentences/naming.hpp"
#include "rules/events/side_agreements.hpp"

namespace dealtafel::commands::sentences {

using namespace rules::event;

inline std::string sentence(const Naming& in, const SideOffered& e) {
    return fmt::format("{} offers {} side agreement {} in {}: {} pays {:.1f} million; {}",
                       in.name(e.by), in.name(e.with), e.number, in.name(e.region),
                       in.name(e.payer), e.amount.millions(), in.words(e.text));
}
inline std::string sentence(const Naming& in, const SideAccepted& e) {
    return fmt::format("{} accepts side agreement {} with {} in {}", in.name(e.by), e.number,
                       in.name(e.with), in.name(e.region));
}
inline std::string sentence(const Naming& in, const SideUndo& e) {
    return fmt::format("{} {} to undo side agreement {} with {} in {}", in.name(e.by),
                       e.undo ? "wants" : "no longer wants", e.number, in.name(e.with),
                       in.name(e.region));
}
inline std::string sentence(const Naming& in, const SideEnded& e) {
    return fmt::format("side agreement {} of {} and {} in {} ends: {}", e.number, in.name(e.by),
                       in.name(e.with), in.name(e.region), to_word(e.why));
}

}  // namespace dealtafel::commands::sentences
