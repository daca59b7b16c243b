// What two at a table agree beside the deal. Told to the two alone, until the outcome.
#pragma once

#include "rules/commands.hpp"

#include <string_view>

namespace dealtafel::rules::event {

struct SideOffered {
    static constexpr std::string_view type = "side-offered";
    RegionId region;
    PartyId by;
    PartyId with;
    int number = 0;  // of these two, at this table and in this round
    PartyId payer;
    Money amount;
    TextRef text;
};
struct SideAccepted {
    static constexpr std::string_view type = "side-accepted";
    RegionId region;
    PartyId by;
    PartyId with;  // who had offered it
    int number = 0;
};
// One of the two wants it undone, or no longer does.
struct SideUndo {
    static constexpr std::string_view type = "side-undo";
    RegionId region;
    PartyId by;
    PartyId with;
    int number = 0;
    bool undo = false;
};
// Withdrawn before it was accepted, undone by both, or its payer's budget fell below it.
enum class SideEnd { withdrawn, undone, lapsed };
BOOST_DESCRIBE_ENUM(SideEnd, withdrawn, undone, lapsed)
struct SideEnded {
    static constexpr std::string_view type = "side-ended";
    RegionId region;
    PartyId by;
    PartyId with;
    int number = 0;
    SideEnd why{};
};

}  // namespace dealtafel::rules::event
