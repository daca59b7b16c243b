// Side agreements: offering, withdrawing and accepting them, and undoing them together. A refusal
// goes by nothing that is not public but what the two have with each other and, for the payer
// alone, what it promised elsewhere.
#include "rules/decide/parts.hpp"
#include "rules/side_agreements.hpp"

namespace dealtafel::rules {

namespace {

// What two parties may offer each other at one table in one round, so that a game's state stays
// small. Each pair has its own, so that nobody can count what others do.
constexpr std::size_t side_offers_max = 50;

bool can_pay(const Asked& asked, Money amount) {
    return promised(asked.state, asked.party) + amount <= asked.state.budgets[asked.party.value];
}

}  // namespace

Decision decide(const Asked& asked, const command::OfferSide& offer) {
    if (const auto refusal = asked.refuses_negotiation(offer.region)) return *refusal;
    if (asked.state.last_call) return Refusal::last_call;
    const PartyId other = offer.party;
    if (other == asked.party || offer.amount < Money{}) return Refusal::bad_value;
    if (offer.payer != asked.party && offer.payer != other) return Refusal::bad_value;
    if (!at_table(asked.scenario, asked.state, offer.region).contains(other)) {
        return Refusal::other_not_at_table;
    }
    const bool pays = offer.amount > Money{};
    if (pays && (asked.scenario.is_rijk(asked.party) || asked.scenario.is_rijk(other))) {
        return Refusal::side_with_rijk;
    }
    if (!pays && offer.text.empty) return Refusal::empty_text;
    if (offer.payer == asked.party && !can_pay(asked, offer.amount)) return Refusal::over_budget;
    const std::size_t offers = side_offers(asked.at(offer.region), asked.party, other);
    if (offers >= side_offers_max) return Refusal::too_many_sides;
    return just(event::SideOffered{offer.region, asked.party, other, static_cast<int>(offers) + 1,
                                   offer.payer, offer.amount, offer.text});
}

Decision decide(const Asked& asked, const command::WithdrawSide& withdraw) {
    const SideAgreement* side = find_side(asked.at(withdraw.region), asked.party, withdraw.party,
                                          withdraw.number);
    if (side == nullptr) return Refusal::no_such_side;
    if (side->status == SideStatus::accepted) return Refusal::side_agreed;
    if (side->from != asked.party) return Refusal::wrong_seat;
    return just(event::SideEnded{withdraw.region, asked.party, withdraw.party, withdraw.number,
                                 event::SideEnd::withdrawn});
}

Decision decide(const Asked& asked, const command::AcceptSide& accept) {
    if (const auto refusal = asked.refuses_negotiation(accept.region)) return *refusal;
    if (asked.state.last_call) return Refusal::last_call;
    const SideAgreement* side =
        find_side(asked.at(accept.region), asked.party, accept.party, accept.number);
    if (side == nullptr) return Refusal::no_such_side;
    if (side->status == SideStatus::accepted) return Refusal::already_so;
    if (side->to != asked.party) return Refusal::wrong_seat;
    // Where the other pays, the amount has counted in its sum since it was offered.
    if (side->payer == asked.party && !can_pay(asked, side->amount)) return Refusal::over_budget;
    return just(
        event::SideAccepted{accept.region, asked.party, accept.party, accept.number});
}

Decision decide(const Asked& asked, const command::UndoSide& undo) {
    const SideAgreement* side =
        find_side(asked.at(undo.region), asked.party, undo.party, undo.number);
    if (side == nullptr || side->status != SideStatus::accepted) return Refusal::no_such_side;
    if (side->undo.contains(asked.party) == undo.undo) return Refusal::already_so;
    if (undo.undo && side->undo.contains(undo.party)) {
        return just(event::SideEnded{undo.region, asked.party, undo.party, undo.number,
                                     event::SideEnd::undone});
    }
    return just(
        event::SideUndo{undo.region, asked.party, undo.party, undo.number, undo.undo});
}

}  // namespace dealtafel::rules
