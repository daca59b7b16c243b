// Side agreements. What happens between two reaches the other of them, and nobody else.
#include "rules/evolve/parts.hpp"
#include "rules/side_agreements.hpp"

namespace dealtafel::rules {

void end_sides_of(RegionState& region, PartyId party, bool agreed) {
    for (SideAgreement& side : region.side_agreements) {
        if (side.from != party && side.to != party) continue;
        const bool binds = side.status == SideStatus::accepted &&
                           (!agreed || region.concluded != 0);
        if (!binds) side.status = SideStatus::ended;
    }
}

void end_all_sides(RegionState& region) {
    for (SideAgreement& side : region.side_agreements) side.status = SideStatus::ended;
}

void apply(const Change& change, const event::SideOffered& offered) {
    change.at(offered.region)
        .side_agreements.push_back({offered.by, offered.with, offered.number, offered.payer,
                                    offered.amount, offered.text, SideStatus::offered, {}});
    change.at(offered.with).ready = false;
}

void apply(const Change& change, const event::SideAccepted& accepted) {
    SideAgreement* side =
        find_side(change.at(accepted.region), accepted.by, accepted.with, accepted.number);
    if (side != nullptr) side->status = SideStatus::accepted;
    change.at(accepted.with).ready = false;
}

void apply(const Change& change, const event::SideUndo& wish) {
    SideAgreement* side = find_side(change.at(wish.region), wish.by, wish.with, wish.number);
    if (side != nullptr && wish.undo) side->undo.insert(wish.by);
    if (side != nullptr && !wish.undo) side->undo.erase(wish.by);
    change.at(wish.with).ready = false;
}

void apply(const Change& change, const event::SideEnded& ended) {
    SideAgreement* side = find_side(change.at(ended.region), ended.by, ended.with, ended.number);
    if (side != nullptr) side->status = SideStatus::ended;
    change.at(ended.with).ready = false;
    if (ended.why == event::SideEnd::lapsed) change.at(ended.by).ready = false;
}

}  // namespace dealtafel::rules
