// Deals that a bot may think of: made at random in ways that people would call sensible, changed
// in small steps, and mended where a step broke a rule about money.
#pragma once

#include "bots/mind.hpp"
#include "bots/random.hpp"

namespace dealtafel::bots {

// A whole deal for a region with an agenda: who can does it, money in shares of what there is.
rules::Deal invent(const Mind& mind, RegionId region, Random& random);
// Changes one small thing of a deal that has lines.
void vary(const Mind& mind, rules::Deal& deal, Random& random);
// Keeps budgets, and the least that a line, the region and the centre have to pay, by taking money
// out; what cannot be mended so stays as it is.
void mend(const Mind& mind, rules::Deal& deal);

// Parts of these, that they share.
bool can_do(const Mind& mind, PartyId party, ChallengeId challenge);
// Partners that cover a challenge's needs, chosen among those at the table who can.
void find_partners(const Mind& mind, RegionId region, rules::Line& line, Random& random);
Form some_form(const Mind& mind, Random& random);
Accountability some_accountability(Form form, Random& random);
Goal some_goal(Random& random);
// A part of a sum, in whole tenths.
Money part_of(Money sum, double part);

}  // namespace dealtafel::bots
