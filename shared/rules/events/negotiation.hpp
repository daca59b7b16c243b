// Versions, backing, stances, signatures, walking away, and looking.
#pragma once

#include "rules/commands.hpp"
#include "rules/problems.hpp"
#include "rules/second_look.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dealtafel::rules::event {

struct VersionMade {
    static constexpr std::string_view type = "version-made";
    RegionId region;
    int number = 0;
    std::optional<PartyId> by;
    int base = 0;
    Deal deal;
};
struct Backed {
    static constexpr std::string_view type = "backed";
    RegionId region;
    PartyId party;
    int version = 0;
};
struct PutOnTable {
    static constexpr std::string_view type = "put-on-table";
    RegionId region;
    int version = 0;
    std::optional<PartyId> by;  // none: more than half backed it
};
struct TakenOff {
    static constexpr std::string_view type = "taken-off";
    RegionId region;
    int version = 0;
    ProblemCode problem{};
};
struct StanceAsked {
    static constexpr std::string_view type = "stance-asked";
    RegionId region;
    int version = 0;
};
struct StanceGiven {
    static constexpr std::string_view type = "stance-given";
    RegionId region;
    PartyId party;
    int version = 0;
    bool could_sign = false;
    std::optional<Obstacle> obstacle;
    std::optional<ChallengeId> challenge;
};
struct Signed {
    static constexpr std::string_view type = "signed";
    RegionId region;
    PartyId party;
    int version = 0;
};
struct Unsigned {
    static constexpr std::string_view type = "unsigned";
    RegionId region;
    PartyId party;
    int version = 0;
    bool lapsed = false;  // not taken back: the budget fell below what was signed for
};
struct Concluded {
    static constexpr std::string_view type = "concluded";
    RegionId region;
    int version = 0;
    int replaces = 0;  // the version concluded before, 0 for none
};
// What the signatories of a region's first deal in a round left on the table (section 2).
struct SecondLook {
    static constexpr std::string_view type = "second-look";
    RegionId region;
    int version = 0;
    double above = 0;  // what they have together above their reserves
    double gain = 0;   // the most that they could have more, with nobody having less
    LeftOnTable left{};
};
struct WalkedAway {
    static constexpr std::string_view type = "walked-away";
    RegionId region;
    PartyId party;
    std::int64_t ends_ms = 0;
};
struct Stayed {
    static constexpr std::string_view type = "stayed";
    RegionId region;
    PartyId party;
};
struct NegotiationEnded {
    static constexpr std::string_view type = "negotiation-ended";
    RegionId region;
    PartyId party;
};
// An exact forecast that a seat took; the figures are its own.
struct Looked {
    static constexpr std::string_view type = "looked";
    RegionId region;
    PartyId party;
    std::optional<int> version;
    std::optional<Deal> deal;
    double audit_chance = 0;
    double points = 0;
    IdMap<RegionId, IdMap<ThemeId, double>> delta;
};

}  // namespace dealtafel::rules::event
