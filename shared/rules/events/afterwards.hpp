// Outcome, what moves on, accountability and reflection.
#pragma once

#include "rules/deal.hpp"
#include "rules/outcome.hpp"
#include "rules/state.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dealtafel::rules::event {

struct AuditDrawn {
    static constexpr std::string_view type = "audit-drawn";
    RegionId region;
    double chance = 0;
    double draw = 0;
    bool finding = false;
};
// A side agreement that took effect.
struct SideTold {
    PartyId from;
    PartyId to;
    PartyId payer;  // one of the two
    Money amount;
    TextRef text;
    bool operator==(const SideTold&) const = default;
};
struct OutcomeTold {
    static constexpr std::string_view type = "outcome-told";
    RegionId region;
    int version = 0;
    Deal deal;
    Outcome outcome;  // in JSON without delta and spent, which stand here by name
    IdMap<RegionId, IdMap<ThemeId, double>> delta;
    IdMap<PartyId, double> spent;
    std::vector<SideTold> side_agreements;  // counted in what is spent
    Explanation explanation;
};
struct NoDeal {
    static constexpr std::string_view type = "no-deal";
    RegionId region;
    bool negotiated = false;
};
// A party's points of the round, as parts of a sum.
struct Scored {
    static constexpr std::string_view type = "scored";
    PartyId party;
    double points = 0;
    std::vector<Part> parts;
};
struct PairMoved {
    PartyId a;
    PartyId b;
    double from = 0;
    double to = 0;
    std::vector<Part> parts;
    bool operator==(const PairMoved&) const = default;
};
struct WellBeingMoved {
    RegionId region;
    ThemeId theme;
    double from = 0;
    double to = 0;
    std::vector<Part> parts;
    bool operator==(const WellBeingMoved&) const = default;
};
struct Attainment {
    RegionId region;
    ThemeId theme;
    double gap = 0;
    double attained = 0;  // 0..1
    Part why;
    bool operator==(const Attainment&) const = default;
};
struct CommonResult {
    double here_now = 0;
    double here_later = 0;
    double elsewhere = 0;
    double trust = 0;  // mean over pairs that shared a table
    std::optional<double> governance;
    std::vector<Part> governance_parts;  // add up to governance
    std::vector<Attainment> attainment;
};
// What moves on after a round: section 5.
struct MovedOn {
    static constexpr std::string_view type = "moved-on";
    std::vector<WellBeingMoved> wellbeing;
    std::vector<PairMoved> trust;
    std::vector<PairMoved> ties;
    CommonResult common;
};
// Accountability.
struct Rated {
    static constexpr std::string_view type = "rated";
    PartyId party;
    PartyId rated;
    int rating = 0;
};
struct Motivated {
    static constexpr std::string_view type = "motivated";
    PartyId party;
    TextRef sentence;
};
// What the centre means to keep back from a region's next deal, in percent of its money; 0 is
// nothing.
struct Withheld {
    static constexpr std::string_view type = "withheld";
    RegionId region;
    int percent = 0;
    bool lapsed = false;  // not taken back: the region is now rated above 2
};
struct RatingsShown {
    static constexpr std::string_view type = "ratings-shown";
    std::vector<RatingGiven> ratings;
    IdMap<RegionId, int> withheld;  // from the next deal, in percent of the centre's money
    std::vector<PairMoved> trust;
};
// Reflection.
struct Placed {
    static constexpr std::string_view type = "placed";
    PartyId party;
    std::uint32_t member = 0;
    double partnership = 0;
    double steering = 0;
    double hierarchy = 0;
};
struct LessonWritten {
    static constexpr std::string_view type = "lesson-written";
    PartyId party;
    std::uint32_t member = 0;
    TextRef text;
};

}  // namespace dealtafel::rules::event
