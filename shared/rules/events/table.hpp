// The framework, the agenda, and who sits at which table.
#pragma once

#include "rules/commands.hpp"
#include "rules/explain.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dealtafel::rules::event {

struct Published {
    static constexpr std::string_view type = "published";
    StatedPositions stated;
    std::vector<Demanded> demands;
    std::optional<Weights> weights;  // none: all weigh the same
};
// Agenda.
struct AmbitionSet {
    static constexpr std::string_view type = "ambition-set";
    PartyId party;
    RegionId region;
    ThemeId theme;
    int value = 0;
};
struct Supported {
    static constexpr std::string_view type = "supported";
    PartyId party;
    ChallengeId challenge;
    bool on = false;
};
struct Invited {
    static constexpr std::string_view type = "invited";
    RegionId region;
    PartyId by;
    PartyId party;
};
struct InvitationEnded {
    static constexpr std::string_view type = "invitation-ended";
    RegionId region;
    PartyId party;
    PartyId by;  // the invited who declines, or who withdraws it
};
struct JoinedTable {
    static constexpr std::string_view type = "joined-table";
    RegionId region;
    PartyId party;
};
struct LeftTable {
    static constexpr std::string_view type = "left-table";
    RegionId region;
    PartyId party;
};
struct Knocked {
    static constexpr std::string_view type = "knocked";
    RegionId region;
    PartyId party;
    TextRef sentence;
};
struct Shared {
    static constexpr std::string_view type = "shared";
    PartyId by;
    ChallengeId challenge;
    IdSet<PartyId> with;
};
struct AgendaMade {
    static constexpr std::string_view type = "agenda-made";
    RegionId region;
    IdMap<ThemeId, double> ambition;
    std::vector<ChallengeId> challenges;
    std::vector<Part> reasons;  // one for each challenge: why it is there, and its gap
};
struct DemandMade {
    static constexpr std::string_view type = "demand-made";
    RegionId region;
    ChallengeId challenge;
};

}  // namespace dealtafel::rules::event
