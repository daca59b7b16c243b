// Proposals, their scores, and what is selected.
#pragma once

#include "rules/commands.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dealtafel::rules::event {

struct Pledged {
    static constexpr std::string_view type = "pledged";
    RegionId region;
    PartyId party;
    Money amount;
};
struct Submitted {
    static constexpr std::string_view type = "submitted";
    RegionId region;
    IdSet<ChallengeId> challenges;
    IdSet<PartyId> partners;
    Money asked;
    TextRef pitch;
};
struct RankedProposal {
    RegionId region;
    double score = 0;
    std::vector<ScorePart> parts;
    IdMap<ChallengeId, double> urgency;  // of its challenges: public from now on
    bool operator==(const RankedProposal&) const = default;
};
// No more proposals: what was submitted is scored, the highest score first.
struct SubmissionsClosed {
    static constexpr std::string_view type = "submissions-closed";
    std::vector<RankedProposal> ranking;
};
// By the centre.
struct Decided {
    static constexpr std::string_view type = "decided";
    RegionId region;
    bool selected = false;
    TextRef motivation;
};
// What is selected in the end, by the centre and by the ranking; all others of the contest are
// rejected.
struct SelectionMade {
    static constexpr std::string_view type = "selection-made";
    IdSet<RegionId> selected;
    IdSet<RegionId> rejected;
    int against_ranking = 0;
};

}  // namespace dealtafel::rules::event
