#include "bots/side_agreements.hpp"

namespace dealtafel::bots {

namespace {

using rules::SideView;

PartyId other_of(const SideView& side, PartyId me) {
    return side.from == me ? side.to : side.from;
}

bool pays(const SideView& side, PartyId party) {
    return side.payer == party && side.amount > Money{};
}

// Whether a party still has to sign what is on the table.
bool is_waited_for(const Mind& mind, RegionId region, PartyId party) {
    const auto& text = mind.region(region).on_table;
    return text && text->needed.contains(party) && !text->signatures.contains(party);
}

// What it can still promise, its part in the text on the table taken off.
Money money_left(const Mind& mind, RegionId region, const Turn& turn) {
    const auto& text = mind.region(region).on_table;
    Money left = mind.budget(mind.me()) - mind.view().own->committed - promised_in(mind, turn);
    const bool unsigned_yet = text && !text->signatures.contains(mind.me()) &&
                              mind.is_version(region, text->version);
    if (unsigned_yet) {
        left = left - rules::money_of(mind.version(region, text->version), mind.me());
    }
    return left;
}

}  // namespace

double side_points(const Mind& mind, RegionId region) {
    double sum = 0;
    for (const SideView& side : mind.view().own->side_agreements) {
        if (side.region != region || !side.accepted) continue;
        const double points = mind.party().money_value * side.amount.millions();
        sum += side.payer == mind.me() ? -points : points;
    }
    return sum;
}

Money promised_in(const Mind& mind, const Turn& turn) {
    Money sum;
    for (const rules::Command& command : turn.commands) {
        if (const auto* sign = get_if<rules::command::Sign>(&command)) {
            sum += rules::money_of(mind.version(sign->region, sign->version), mind.me());
        }
        const auto* accept = get_if<rules::command::AcceptSide>(&command);
        for (const SideView& side : mind.view().own->side_agreements) {
            const bool meant = accept != nullptr && side.region == accept->region &&
                               side.number == accept->number && side.from == accept->party;
            if (meant && pays(side, mind.me())) sum += side.amount;
        }
    }
    return sum;
}

bool answer_sides(const Mind& mind, RegionId region, double spare, Turn& turn) {
    bool pays_more = false;
    for (const SideView& side : mind.view().own->side_agreements) {
        if (side.region != region) continue;
        const PartyId other = other_of(side, mind.me());
        if (side.accepted) {
            const bool asked = side.undo.contains(other) && !side.undo.contains(mind.me());
            if (asked && !pays(side, other)) {
                turn.commands.emplace_back(
                    rules::command::UndoSide{region, other, side.number, true});
            }
            continue;
        }
        if (side.from == mind.me() || mind.view().last_call) continue;
        const double price = mind.party().money_value * side.amount.millions();
        const bool worth_it = pays(side, mind.me()) && price <= spare &&
                              is_waited_for(mind, region, other) &&
                              side.amount <= money_left(mind, region, turn);
        if (!worth_it && !pays(side, other)) continue;
        turn.commands.emplace_back(rules::command::AcceptSide{region, other, side.number});
        if (!worth_it) continue;
        spare -= price;
        pays_more = true;
    }
    return pays_more;
}

}  // namespace dealtafel::bots
