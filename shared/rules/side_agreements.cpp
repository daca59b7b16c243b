#include "rules/side_agreements.hpp"

#include <algorithm>

namespace dealtafel::rules {

namespace {

bool is_between(const SideAgreement& side, PartyId a, PartyId b) {
    return (side.from == a && side.to == b) || (side.from == b && side.to == a);
}

template <class Region>
auto find_in(Region& region, PartyId a, PartyId b, int number) {
    auto& sides = region.side_agreements;
    const auto at = std::find_if(sides.begin(), sides.end(), [&](const SideAgreement& side) {
        return side.number == number && is_between(side, a, b) &&
               side.status != SideStatus::ended;
    });
    return at == sides.end() ? nullptr : &*at;
}

}  // namespace

const SideAgreement* find_side(const RegionState& region, PartyId a, PartyId b, int number) {
    return find_in(region, a, b, number);
}

SideAgreement* find_side(RegionState& region, PartyId a, PartyId b, int number) {
    return find_in(region, a, b, number);
}

std::size_t side_offers(const RegionState& region, PartyId a, PartyId b) {
    const auto& sides = region.side_agreements;
    return static_cast<std::size_t>(
        std::count_if(sides.begin(), sides.end(),
                      [&](const SideAgreement& side) { return is_between(side, a, b); }));
}

Money side_payments(const State& state, PartyId party) {
    Money sum;
    for (const RegionState& region : state.regions) {
        for (const SideAgreement& side : region.side_agreements) {
            const bool stands = side.status == SideStatus::accepted ||
                                (side.status == SideStatus::offered && side.from == party);
            if (side.payer == party && stands) sum += side.amount;
        }
    }
    return sum;
}

Money promised(const State& state, PartyId party) {
    return committed_elsewhere(state, party, RegionId{}) + side_payments(state, party);
}

bool takes_effect(const RegionState& region, const SideAgreement& side) {
    return region.concluded != 0 && side.status == SideStatus::accepted;
}

Money side_balance(const RegionState& region, PartyId party) {
    Money balance;
    for (const SideAgreement& side : region.side_agreements) {
        if (!takes_effect(region, side) || (side.from != party && side.to != party)) continue;
        balance = side.payer == party ? balance + side.amount : balance - side.amount;
    }
    return balance;
}

}  // namespace dealtafel::rules
