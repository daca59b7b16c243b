// Deals that somebody may think of: made at random in ways that people would call sensible, changed
// in small steps, and mended where a step broke a rule about money. Bots and searches use them.
#pragma once

#include "base/random.hpp"
#include "rules/deal.hpp"
#include "scenario/scenario.hpp"

#include <optional>
#include <vector>

namespace dealtafel::analysis {

// What a deal can be made of at a region's table. References must outlive it.
struct Room {
    const Scenario& scenario;
    RegionId region;
    IdSet<PartyId> table;                    // who can be a partner; the centre never is
    const std::vector<ChallengeId>& agenda;  // at least one
    const std::vector<Money>& budgets;       // by party number
    int round = 1;
    std::optional<Money> asked = {};         // by a selected region: the most that the centre pays

    Money budget(PartyId party) const { return budgets[party.value]; }
};

// A whole deal: who can does it, money in shares of what there is.
rules::Deal invent(const Room& room, Random& random);
// Changes one small thing of a deal that has lines.
void vary(const Room& room, rules::Deal& deal, Random& random);
// Keeps budgets, and the least that a line, the region and the centre have to pay, by taking money
// out; what cannot be mended so stays as it is.
void mend(const Room& room, rules::Deal& deal);

// Parts of these, that they share.
bool can_do(const Room& room, PartyId party, ChallengeId challenge);
// Partners that cover a challenge's needs, chosen among those at the table who can.
void find_partners(const Room& room, rules::Line& line, Random& random);
Form some_form(const Room& room, Random& random);
Accountability some_accountability(Form form, Random& random);
Goal some_goal(Random& random);
// A part of a sum, in whole tenths.
Money part_of(Money sum, double part);
// Spreads a sum over some amounts, as evenly as it goes in tenths.
std::vector<Money> spread(Money sum, std::size_t parts);

}  // namespace dealtafel::analysis
