// The contract that is negotiated: section 3 of docs/rules.md.
#pragma once

#include "base/ids.hpp"
#include "base/money.hpp"
#include "base/text.hpp"
#include "scenario/words.hpp"

#include <vector>

namespace dealtafel::rules {

// One challenge that the deal tackles. `partners` ascends; `money` holds the centre and partners.
struct Line {
    ChallengeId challenge;
    std::vector<PartyId> partners;
    Goal goal = Goal::joint;
    TextRef result;
    IdMap<PartyId, Money> money;
    bool operator==(const Line&) const = default;
};

struct Deal {
    RegionId region;
    Form form = Form::decentralised;
    int conditions = 0;  // 0..conditions_max
    Accountability accountability = Accountability::mutual;
    bool information = false;
    bool powers = false;
    bool coordination = false;
    bool review = false;
    std::vector<Line> lines;
    bool operator==(const Deal&) const = default;
};

using dealtafel::conditions_max;

// The money of a line, of all parties together.
Money total(const Line& line);
bool is_partner(const Line& line, PartyId party);
// Adds tenths to what a party pays for a line, or takes away as many as there are; returns how
// many were added.
std::int64_t add_money(Line& line, PartyId party, std::int64_t tenths);
// What a party puts in over all lines.
Money money_of(const Deal& deal, PartyId party);
// The parties that pay or are partner of a line, without the centre.
IdSet<PartyId> partners_of(const Deal& deal);

}  // namespace dealtafel::rules
