// Side agreements: who may make, accept and undo them, and what they take of a budget.
#include "side.hpp"

namespace dealtafel::tests {

TEST_CASE("a side agreement is offered at a table that negotiates, to another who sits there") {
    Play play;
    play.begin(Stage::agenda);
    CHECK(play.ask(city, offer(farmers, city, 10)) == "wrong-stage");
    play.agree_on_agenda();
    CHECK(play.ask(school, offer(city, city, 10)) == "not-at-table");
    CHECK(play.ask(city, offer(school, city, 10)) == "other-not-at-table");
    CHECK(play.ask(city, offer(city, city, 10)) == "bad-value");
    CHECK(play.ask(city, offer(farmers, school, 10)) == "bad-value");
    CHECK(play.ask(city, offer(farmers, city, -1)) == "bad-value");
    command::OfferSide there = offer(farmers, city, 10);
    there.region = elsewhere;
    CHECK(play.ask(city, there) == "not-at-table");
    CHECK(play.region().side_agreements.empty());
    CHECK(play.ask(city, offer(farmers, city, 10)) == "");
    CHECK(side(play).from == city);
    CHECK(side(play).to == farmers);
    CHECK(side(play).payer == city);
    CHECK(side(play).status == rules::SideStatus::offered);
}

TEST_CASE("a side agreement is an amount, a text, or both") {
    Play play;
    play.negotiate();
    CHECK(play.ask(city, offer(farmers, city, 0, false)) == "empty-text");
    CHECK(play.ask(city, offer(farmers, city, 0)) == "");
    CHECK(play.ask(city, offer(farmers, city, 10, false)) == "");
}

TEST_CASE("the Rijk neither pays nor gets money beside the deal, but can give its word") {
    Play play;
    play.negotiate();
    for (const PartyId of_rijk : {rijk, ministry}) {
        CHECK(play.ask(city, offer(of_rijk, city, 10)) == "side-with-rijk");
        CHECK(play.ask(city, offer(of_rijk, of_rijk, 10)) == "side-with-rijk");
        CHECK(play.ask(of_rijk, offer(city, of_rijk, 10)) == "side-with-rijk");
        CHECK(play.ask(of_rijk, offer(city, city, 10)) == "side-with-rijk");
        CHECK(play.ask(of_rijk, offer(city, of_rijk, 0)) == "");
    }
}

TEST_CASE("the other accepts an offer, and until then who made it can withdraw it") {
    Play play;
    play.negotiate();
    REQUIRE(play.ask(city, offer(farmers, city, 10)) == "");
    CHECK(play.ask(farmers, withdraw(city)) == "wrong-seat");
    CHECK(play.ask(city, accept(farmers)) == "wrong-seat");
    CHECK(play.ask(farmers, accept(city, 2)) == "no-such-side");
    CHECK(play.ask(ministry, accept(city)) == "no-such-side");
    CHECK(play.ask(city, withdraw(farmers)) == "");
    CHECK(play.ask(farmers, accept(city)) == "no-such-side");
    // A number is given once, so that nobody accepts another offer than it read.
    REQUIRE(play.ask(farmers, offer(city, city, 20)) == "");
    CHECK(side(play, 1).number == 2);
    CHECK(play.ask(city, accept(farmers, 2)) == "");
    CHECK(side(play, 1).status == rules::SideStatus::accepted);
    CHECK(play.ask(city, accept(farmers, 2)) == "already-so");
    CHECK(play.ask(farmers, withdraw(city, 2)) == "side-agreed");
}

TEST_CASE("what is agreed is undone only when both want that, and a wish can be taken back") {
    Play play = agreed();
    CHECK(play.ask(city, undo(farmers, false)) == "already-so");
    CHECK(play.ask(city, undo(farmers)) == "");
    CHECK(play.ask(city, undo(farmers)) == "already-so");
    CHECK(side(play).status == rules::SideStatus::accepted);
    CHECK(side(play).undo == set_of({city}));
    CHECK(play.ask(city, undo(farmers, false)) == "");
    CHECK(side(play).undo.empty());
    CHECK(play.ask(farmers, undo(city)) == "");
    CHECK(side(play).status == rules::SideStatus::accepted);
    CHECK(play.ask(city, undo(farmers)) == "");
    CHECK(side(play).status == rules::SideStatus::ended);
    CHECK(play.happened<event::SideEnded>().back().why == event::SideEnd::undone);
    CHECK(play.ask(city, undo(farmers)) == "no-such-side");
    REQUIRE(play.ask(city, offer(farmers, city, 10)) == "");
    CHECK(play.ask(city, undo(farmers, true, 2)) == "no-such-side");
}

TEST_CASE("these two have their own numbers and their own limit, whatever others do") {
    Play play;
    play.scenario.parties[ministry.value].kind = PartyKind::business;
    play.negotiate();
    for (int i = 0; i < 50; ++i) REQUIRE(play.ask(city, offer(farmers, city, 0)) == "");
    CHECK(play.ask(city, offer(farmers, city, 0)) == "too-many-sides");
    CHECK(play.ask(farmers, offer(city, city, 0)) == "too-many-sides");
    CHECK(play.ask(farmers, offer(ministry, farmers, 0)) == "");
    CHECK(play.happened<event::SideOffered>().back().number == 1);
}

TEST_CASE("in the last call nothing is offered or accepted; withdrawing and undoing go on") {
    Play play = agreed();
    REQUIRE(play.ask(city, offer(farmers, city, 10)) == "");
    play.pass(800'000);  // the last 120 of 900 seconds
    REQUIRE(play.state.last_call);
    CHECK(play.ask(farmers, offer(city, city, 10)) == "last-call");
    CHECK(play.ask(farmers, accept(city, 2)) == "last-call");
    CHECK(play.ask(city, withdraw(farmers, 2)) == "");
    CHECK(play.ask(city, undo(farmers)) == "");
    CHECK(play.ask(farmers, undo(city)) == "");
}

TEST_CASE("signing is refused when the money here and in side agreements is more than the budget") {
    // 20.0 of budget, of which the deal takes 2.0.
    Play play = agreed(181);
    const int version = play.on_table(play.sound_deal());
    CHECK(play.ask(city, command::Sign{valley, version}) == "over-budget");
    CHECK(play.ask(farmers, command::Sign{valley, version}) == "");
    REQUIRE(play.ask(city, undo(farmers)) == "");
    REQUIRE(play.ask(farmers, undo(city)) == "");
    REQUIRE(play.ask(farmers, offer(city, city, 180)) == "");
    REQUIRE(play.ask(city, accept(farmers, 2)) == "");
    CHECK(play.ask(city, command::Sign{valley, version}) == "");
    CHECK(own(play, city).committed == Money{200});
    CHECK(own(play, farmers).committed == Money{20});
}

TEST_CASE("accepting is refused to the payer by the same sum, and to nobody else") {
    Play play;
    play.negotiate();
    const int version = play.on_table(play.sound_deal());
    REQUIRE(play.ask(city, command::Sign{valley, version}) == "");
    REQUIRE(play.ask(farmers, offer(city, city, 181)) == "");
    CHECK(play.ask(city, accept(farmers)) == "over-budget");
    REQUIRE(play.ask(farmers, offer(city, city, 180)) == "");
    CHECK(play.ask(city, accept(farmers, 2)) == "");
}

TEST_CASE("what a party offers to pay counts as promised from then on, what it asks for does not") {
    Play play;
    play.negotiate();
    const int version = play.on_table(play.sound_deal());
    CHECK(play.ask(city, offer(farmers, city, 201)) == "over-budget");
    REQUIRE(play.ask(city, offer(farmers, city, 190)) == "");
    REQUIRE(play.ask(city, offer(farmers, farmers, 190)) == "");
    CHECK(own(play, city).committed == Money{190});
    CHECK(own(play, farmers).committed == Money{});
    CHECK(play.ask(city, command::Sign{valley, version}) == "over-budget");
    CHECK(play.ask(city, withdraw(farmers)) == "");
    CHECK(play.ask(city, command::Sign{valley, version}) == "");
}

// By hand: the deal costs city and farmers 2.0 each, and the city pays the farmers 3.0 beside it.

}  // namespace dealtafel::tests
