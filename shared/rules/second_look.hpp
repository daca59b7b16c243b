// What the signatories of a deal left on the table: the second look, a search in section 2 of
// docs/rules.md. A search of the rules is drawn by labels, so that every machine finds the same.
#pragma once

#include "rules/state.hpp"

#include <boost/describe/enum.hpp>

namespace dealtafel::rules {

enum class LeftOnTable { little, some, much };
BOOST_DESCRIBE_ENUM(LeftOnTable, little, some, much)

// How many deals are drawn near the concluded one.
inline constexpr int second_look_deals = 2000;

// The draws of one second look.
struct LookSeed {
    std::uint64_t seed = 0;
    std::uint64_t region_and_round = 0;  // the hash of `better/<region>/<round>/`
};
LookSeed look_seed(const Scenario& scenario, const State& state, RegionId region);

// A deal with those whom it binds: the centre, and the others. Refers to the deal.
struct SignedDeal {
    const Deal& deal;
    PartyId centre;
    IdSet<PartyId> others;
};
SignedDeal signed_deal(const Scenario& scenario, const Deal& deal);

// Makes `deal` the drawn one with this number (from 1) near a concluded one. It names no other
// challenges and no other parties; it may have problems, or be the concluded one again.
void draw_near(const SignedDeal& concluded, const LookSeed& seed, int number, Deal& deal);

struct Remainder {
    double above = 0;  // what the signatories have together above their reserves
    double gain = 0;   // the most that they could have more, with nobody having less
};
// Searches near a deal that is concluded now.
Remainder second_look(const Scenario& scenario, const State& state, const Deal& concluded);
LeftOnTable left_on_table(const Remainder& found);

}  // namespace dealtafel::rules
