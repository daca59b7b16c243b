// Two at a table who agree on something beside the deal.
#pragma once

#include "play.hpp"

#include "rules/side_agreements.hpp"

namespace dealtafel::tests {

// city and farmers have 20.0 each; the ministry and the Rijk belong to the Rijk.
inline command::OfferSide offer(PartyId to, PartyId payer, int tenths, bool words = true) {
    return {valley, to, payer, Money{tenths}, words ? some_words() : TextRef{}};
}
inline command::WithdrawSide withdraw(PartyId other, int number = 1) {
    return {valley, other, number};
}
inline command::AcceptSide accept(PartyId other, int number = 1) { return {valley, other, number}; }
inline command::UndoSide undo(PartyId other, bool wanted = true, int number = 1) {
    return {valley, other, number, wanted};
}

inline const rules::SideAgreement& side(const Play& play, std::size_t at = 0) {
    return play.region().side_agreements.at(at);
}

inline rules::OwnView own(const Play& play, PartyId party) {
    return *rules::view(play.scenario, play.state, {party, false}).own;
}

// A negotiation in which the city pays the farmers 3.0 beside the deal.
inline Play agreed(int tenths = 30) {
    Play play;
    play.negotiate();
    REQUIRE(play.ask(city, offer(farmers, city, tenths)) == "");
    REQUIRE(play.ask(farmers, accept(city)) == "");
    return play;
}

inline rules::event::OutcomeTold outcome_of(Play& play) {
    play.skip_to(Stage::outcome);
    const auto told = play.happened<event::OutcomeTold>();
    REQUIRE(told.size() == 1);
    return told.front();
}

}  // namespace dealtafel::tests
