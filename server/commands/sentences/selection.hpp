// The contest of several regions in words.
#pragma once

#include "commands/sentences/naming.hpp"
#include "rules/events/selection.hpp"

namespace dealtafel::commands::sentences {

using namespace rules::event;

inline std::string sentence(const Naming& in, const Pledged& e) {
    return fmt::format("{} pledges {:.1f} million for {}", in.name(e.party), e.amount.millions(),
                       in.name(e.region));
}
inline std::string sentence(const Naming& in, const Submitted& e) {
    return fmt::format("{} asks {:.1f} million for {} with {}: {}", in.name(e.region),
                       e.asked.millions(), in.names(e.challenges), in.names(e.partners),
                       in.words(e.pitch));
}
inline std::string sentence(const Naming& in, const SubmissionsClosed& e) {
    std::string text = "submissions are closed";
    for (const RankedProposal& ranked : e.ranking) {
        text += fmt::format("; {} scores {:.3f}", in.name(ranked.region), ranked.score);
    }
    return text;
}
inline std::string sentence(const Naming& in, const Decided& e) {
    return fmt::format("the centre {} {}: {}", e.selected ? "selects" : "rejects",
                       in.name(e.region), in.words(e.motivation));
}
inline std::string sentence(const Naming& in, const SelectionMade& e) {
    return fmt::format("selected: {}; rejected: {}; against the ranking: {}", in.names(e.selected),
                       in.names(e.rejected), e.against_ranking);
}

}  // namespace dealtafel::commands::sentences
