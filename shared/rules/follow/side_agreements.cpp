// Side agreements that their payer's budget no longer holds, as when an event lowered it. They fall
// and not a signature, since everybody sees a signature fall and could reckon what was promised.
#include "rules/follow/parts.hpp"
#include "rules/side_agreements.hpp"

namespace dealtafel::rules {

namespace {

// The last of what a party offered to pay, or with `agreed` of what it agreed to pay as long as
// there is no deal; in the last region that has one.
Events last_of(const Now& now, PartyId payer, bool agreed) {
    for (std::size_t at = now.state.regions.size(); at-- > 0;) {
        const RegionState& region = now.state.regions[at];
        for (std::size_t i = region.side_agreements.size(); i-- > 0;) {
            const SideAgreement& side = region.side_agreements[i];
            if (side.payer != payer || side.amount == Money{}) continue;
            const bool falls =
                agreed ? side.status == SideStatus::accepted && region.concluded == 0
                       : side.status == SideStatus::offered && side.from == payer;
            if (!falls) continue;
            const PartyId other = side.from == payer ? side.to : side.from;
            return one(event::SideEnded{RegionId{static_cast<std::uint16_t>(at)}, payer, other,
                                        side.number, event::SideEnd::lapsed});
        }
    }
    return {};
}

}  // namespace

Events sides_lapsed(const Now& now) {
    for (const PartyId party : now.scenario.all_parties()) {
        if (side_payments(now.state, party) == Money{}) continue;
        if (promised(now.state, party) <= now.state.budgets[party.value]) continue;
        for (const bool agreed : {false, true}) {
            Events events = last_of(now, party, agreed);
            if (!events.empty()) return events;
        }
    }
    return {};
}

}  // namespace dealtafel::rules
