// Side agreements as the rules count them: "Side agreements" in section 3 of docs/rules.md.
#pragma once

#include "rules/state.hpp"

namespace dealtafel::rules {

// The side agreement of two parties with this number, whoever offered it; null where they have
// none that is not ended.
const SideAgreement* find_side(const RegionState& region, PartyId a, PartyId b, int number);
SideAgreement* find_side(RegionState& region, PartyId a, PartyId b, int number);
// How many these two offered each other in this round, whatever became of it.
std::size_t side_offers(const RegionState& region, PartyId a, PartyId b);
// What a party pays in all its side agreements and in its own offers, which the other can accept
// at any moment.
Money side_payments(const State& state, PartyId party);
// What a party has put in: concluded deals, standing signatures and side agreements.
Money promised(const State& state, PartyId party);
// Whether it takes effect when the outcome is told.
bool takes_effect(const RegionState& region, const SideAgreement& side);
// What a party pays more than it gets by those that take effect.
Money side_balance(const RegionState& region, PartyId party);

}  // namespace dealtafel::rules
