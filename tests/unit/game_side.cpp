// Side agreements: who may make, accept and undo them, what they cost, and who knows of them.
#include "play.hpp"

#include "rules/feed.hpp"
#include "rules/side_agreements.hpp"

#include "support/explained.hpp"

#include <variant>

namespace dealtafel::tests {

namespace {

// city and farmers have 20.0 each; the ministry and the Rijk belong to the Rijk.
command::OfferSide offer(PartyId to, PartyId payer, int tenths, bool words = true) {
    return {valley, to, payer, Money{tenths}, words ? some_words() : TextRef{}};
}
command::WithdrawSide withdraw(PartyId other, int number = 1) { return {valley, other, number}; }
command::AcceptSide accept(PartyId other, int number = 1) { return {valley, other, number}; }
command::UndoSide undo(PartyId other, bool wanted = true, int number = 1) {
    return {valley, other, number, wanted};
}

const rules::SideAgreement& side(const Play& play, std::size_t at = 0) {
    return play.region().side_agreements.at(at);
}

rules::OwnView own(const Play& play, PartyId party) {
    return *rules::view(play.scenario, play.state, {party, false}).own;
}

// A negotiation in which the city pays the farmers 3.0 beside the deal.
Play agreed(int tenths = 30) {
    Play play;
    play.negotiate();
    REQUIRE(play.ask(city, offer(farmers, city, tenths)) == "");
    REQUIRE(play.ask(farmers, accept(city)) == "");
    return play;
}

rules::event::OutcomeTold outcome_of(Play& play) {
    play.skip_to(Stage::outcome);
    const auto told = play.happened<event::OutcomeTold>();
    REQUIRE(told.size() == 1);
    return told.front();
}

}  // namespace

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
TEST_CASE("with a deal the payer has spent the amount and the receiver so much less") {
    Play play = agreed(30);
    play.sign_by_all(play.on_table(play.sound_deal()));
    const auto told = outcome_of(play);
    CHECK(told.spent.get(city) == 5.0);
    CHECK(told.spent.get(farmers) == -1.0);
    CHECK(told.spent.find(school) == nullptr);
    REQUIRE(told.side_agreements.size() == 1);
    CHECK(told.side_agreements[0] ==
          event::SideTold{city, farmers, city, Money{30}, some_words()});
    CHECK(play.region().outcome->spent[city.value] == 5.0);
    CHECK(play.region().outcome->spent[farmers.value] == -1.0);
}

TEST_CASE("a side agreement is a part of the points of the two, by its rule, and of nobody else") {
    Scenario scenario = game_scenario();
    scenario.parties[city.value].money_value = 2;
    scenario.parties[farmers.value].money_value = 0.5;
    const auto points = [&](bool with) {
        Play play(scenario);
        play.negotiate();
        if (with) {
            REQUIRE(play.ask(farmers, offer(city, city, 30)) == "");
            REQUIRE(play.ask(city, accept(farmers)) == "");
        }
        play.sign_by_all(play.on_table(play.sound_deal()));
        play.skip_to(Stage::outcome);
        return play.happened<event::Scored>();
    };
    const auto without = points(false);
    const auto with = points(true);
    REQUIRE(with.size() == without.size());
    for (std::size_t at = 0; at < with.size(); ++at) {
        const PartyId party = with[at].party;
        // 2 a million for the city, which pays three; half for the farmers, who get them.
        const double change = party == city ? -6 : party == farmers ? 1.5 : 0;
        CHECK(with[at].points == near(without[at].points + change));
        double told = 0;
        for (const rules::Part& part : with[at].parts) {
            if (part.rule != rules::Rule::side_agreement) continue;
            told += part.amount;
            CHECK(part.party == (party == city ? farmers : city));
            CHECK(part.region == valley);
        }
        CHECK(told == change);
        CHECK(close(sum_of(with[at].parts), with[at].points));
    }
    CHECK(rules::source_of(rules::Rule::side_agreement).origin == rules::Origin::design);
}

TEST_CASE("co-financing, mandates and positions do not count what is paid beside the deal") {
    Scenario scenario = game_scenario();
    scenario.parties[city.value].mandates = {{mandate::OwnMoneyAtMost{Money{20}}, 4, {}}};
    Play play(scenario);
    play.negotiate();
    // The region pays too little for the Rijk's 4.0; what the city pays beside the deal is no help.
    REQUIRE(play.ask(city, offer(farmers, city, 100)) == "");
    REQUIRE(play.ask(farmers, accept(city)) == "");
    rules::Deal poor = play.sound_deal();
    poor.lines[0].money[farmers] = Money{10};
    REQUIRE(play.ask(city, command::Amend{valley, 1, poor}) == "");
    CHECK(play.ask(city, command::Put{valley, 2}) == "has-problems");
    const rules::Positions before = rules::positions(
        play.scenario, rules::circumstances(play.state, valley), play.sound_deal(), false);
    play.sign_by_all(play.on_table(play.sound_deal()));
    const auto told = outcome_of(play);
    CHECK(told.outcome.tension == before);
    for (const auto& scored : play.happened<event::Scored>()) {
        if (scored.party != city) continue;
        CHECK(std::any_of(scored.parts.begin(), scored.parts.end(), [](const rules::Part& part) {
            return part.rule == rules::Rule::mandate && part.amount == 4;
        }));
    }
}

TEST_CASE("an offer that nobody accepted has no effect, and neither has what was undone") {
    Play play = agreed(30);
    REQUIRE(play.ask(city, undo(farmers)) == "");
    REQUIRE(play.ask(farmers, undo(city)) == "");
    REQUIRE(play.ask(farmers, offer(city, farmers, 50)) == "");
    play.sign_by_all(play.on_table(play.sound_deal()));
    const auto told = outcome_of(play);
    CHECK(told.spent.get(city) == 2.0);
    CHECK(told.spent.get(farmers) == 2.0);
    CHECK(told.side_agreements.empty());
}

TEST_CASE("without a deal a side agreement has no effect, and the next round knows none") {
    Play play = agreed(30);
    play.skip_to(Stage::outcome);
    CHECK(play.happened<event::OutcomeTold>().empty());
    for (const auto& scored : play.happened<event::Scored>()) {
        CHECK(scored.points == play.scenario[scored.party].reserve);
    }
    play.skip_to(Stage::negotiation, 2);
    CHECK(play.region().side_agreements.empty());
    CHECK(own(play, city).committed == Money{});
}

TEST_CASE("side agreements fall when the negotiation ends by walking away") {
    Play play = agreed(30);
    REQUIRE(play.ask(city, command::WalkAway{valley}) == "");
    play.pass(60'000);
    CHECK(play.region().ended);
    CHECK(own(play, city).side_agreements.empty());
    CHECK(own(play, city).committed == Money{});
    CHECK(play.ask(city, undo(farmers)) == "wrong-stage");  // nothing was left to negotiate
}

TEST_CASE("offers fall when one of the two leaves the table, and what is agreed stands") {
    Play play = agreed(30);
    REQUIRE(play.ask(city, offer(farmers, city, 10)) == "");
    REQUIRE(play.ask(farmers, offer(city, city, 10)) == "");
    REQUIRE(play.ask(farmers, command::WalkAway{valley}) == "");
    CHECK(own(play, city).side_agreements.size() == 1);
    CHECK(own(play, city).committed == Money{30});
    CHECK(play.ask(city, accept(farmers, 3)) == "no-such-side");
    CHECK(play.ask(city, undo(farmers)) == "");
    CHECK(play.ask(farmers, undo(city)) == "");
    CHECK(own(play, city).side_agreements.empty());
}

TEST_CASE("whoever becomes vacant pays nobody and is paid by nobody, unless there is a deal") {
    const auto left = [](bool deal) {
        Play play;
        play.state.settings.drop_out = rules::DropOut::vacant;
        play.negotiate();
        REQUIRE(play.ask(city, offer(farmers, city, 30)) == "");
        REQUIRE(play.ask(farmers, accept(city)) == "");
        if (deal) play.sign_by_all(play.on_table(play.sound_deal()));
        play.world(rules::world::Presence{farmers, false});
        play.pass(60'000);
        REQUIRE(play.state.seats[farmers.value].vacant);
        return own(play, city).side_agreements.size();
    };
    CHECK(left(false) == 0);
    CHECK(left(true) == 1);
}

TEST_CASE("a vacant seat is offered nothing") {
    Play play;
    play.state.settings.drop_out = rules::DropOut::vacant;
    play.negotiate();
    play.world(rules::world::Presence{farmers, false});
    play.pass(60'000);
    CHECK(play.ask(city, offer(farmers, city, 30)) == "other-not-at-table");
}

namespace {

// The budget of the city falls to this in the negotiation, at the facilitator's word.
Scenario poorer_city(double millions) {
    Scenario scenario = game_scenario();
    ScenarioEvent poorer;
    poorer.id = "poorer";
    poorer.phase = Stage::negotiation;
    poorer.chance = 0;
    poorer.changes = {change::Budget{city, millions - 20, {}}};
    scenario.events = {poorer};
    return scenario;
}

}  // namespace

TEST_CASE("when a budget falls, what was promised beside the deal falls before any signature") {
    // 2.0 under a signature, 3.0 agreed and 4.0 offered; 4.0 is left.
    Play play(poorer_city(4.0));
    play.negotiate();
    const int version = play.on_table(play.sound_deal());
    REQUIRE(play.ask(city, command::Sign{valley, version}) == "");
    REQUIRE(play.ask(city, offer(farmers, city, 30)) == "");
    REQUIRE(play.ask(farmers, accept(city)) == "");
    REQUIRE(play.ask(city, offer(farmers, city, 40)) == "");
    REQUIRE(play.ask(city, offer(farmers, farmers, 50)) == "");
    REQUIRE(play.act(act::Inject{EventId{0}}) == "");
    const auto ended = play.happened<event::SideEnded>();
    REQUIRE(ended.size() == 2);
    CHECK(ended[0].number == 2);
    CHECK(ended[1].number == 1);
    for (const auto& fell : ended) CHECK(fell.why == event::SideEnd::lapsed);
    CHECK(rules::version_of(play.region(), version).signatures.contains(city));
    CHECK(own(play, city).committed == Money{20});
    CHECK(own(play, city).side_agreements.size() == 1);  // what the farmers were asked for
}

TEST_CASE("when a budget falls, as many promises fall as it takes, the last first") {
    Play play(poorer_city(5.0));
    play.negotiate();
    for (int number = 1; number <= 3; ++number) {
        REQUIRE(play.ask(city, offer(farmers, city, 20)) == "");
        REQUIRE(play.ask(farmers, accept(city, number)) == "");
    }
    REQUIRE(play.act(act::Inject{EventId{0}}) == "");
    CHECK(play.happened<event::SideEnded>().size() == 1);
    CHECK(side(play, 2).status == rules::SideStatus::ended);
    CHECK(side(play, 1).status == rules::SideStatus::accepted);
}

TEST_CASE("what is agreed about a concluded deal stands when a budget falls") {
    Play play(poorer_city(1.0));
    play.negotiate();
    REQUIRE(play.ask(city, offer(farmers, city, 30)) == "");
    REQUIRE(play.ask(farmers, accept(city)) == "");
    play.sign_by_all(play.on_table(play.sound_deal()));
    REQUIRE(play.act(act::Inject{EventId{0}}) == "");
    CHECK(side(play).status == rules::SideStatus::accepted);
    CHECK(outcome_of(play).spent.get(city) == 5.0);
}

// Whoever sees a signature fall could else reckon what its party promised in secret.
TEST_CASE("whether a signature falls with a budget does not depend on a side agreement") {
    const auto falls = [](bool with) {
        Play play(poorer_city(4.0));
        play.negotiate();
        const int version = play.on_table(play.sound_deal());
        REQUIRE(play.ask(city, command::Sign{valley, version}) == "");
        if (with) {
            REQUIRE(play.ask(city, offer(farmers, city, 30)) == "");
            REQUIRE(play.ask(farmers, accept(city)) == "");
        }
        REQUIRE(play.act(act::Inject{EventId{0}}) == "");
        return play.happened<event::Unsigned>().size();
    };
    CHECK(falls(false) == 0);
    CHECK(falls(true) == 0);
}

TEST_CASE("the two and the facilitator are told of a side agreement, and nobody else") {
    Play play = agreed();
    REQUIRE(play.ask(city, offer(farmers, city, 10)) == "");
    REQUIRE(play.ask(city, withdraw(farmers, 2)) == "");
    REQUIRE(play.ask(city, undo(farmers)) == "");
    const auto told = [&](const rules::Viewer& viewer) {
        std::size_t items = 0;
        for (const rules::Event& event : play.events) {
            const bool side = std::holds_alternative<event::SideOffered>(event) ||
                              std::holds_alternative<event::SideAccepted>(event) ||
                              std::holds_alternative<event::SideUndo>(event) ||
                              std::holds_alternative<event::SideEnded>(event);
            if (!side) continue;
            items += rules::project(play.scenario, play.state, event, viewer).size();
        }
        return items;
    };
    CHECK(told({city, false}) == 5);
    CHECK(told({farmers, false}) == 5);
    CHECK(told({std::nullopt, true}) == 5);
    for (const PartyId other : {ministry, rijk, school}) CHECK(told({other, false}) == 0);
    CHECK(told({}) == 0);
    const auto seen = [&](const rules::Viewer& viewer) {
        return rules::view(play.scenario, play.state, viewer);
    };
    CHECK(own(play, city).side_agreements.size() == 1);
    CHECK(own(play, farmers).side_agreements.size() == 1);
    CHECK(own(play, rijk).side_agreements.empty());
    CHECK(seen({}).side_agreements.empty());
    CHECK(seen({city, false}).side_agreements.empty());
    CHECK(seen({std::nullopt, true}).side_agreements.size() == 1);
}

TEST_CASE("an offer reaches one seat, which is ready no longer, and no other") {
    Play play;
    play.negotiate();
    for (const PartyId party : {farmers, ministry, school}) {
        REQUIRE(play.ask(party, command::Ready{true}) == "");
    }
    REQUIRE(play.ask(city, offer(farmers, city, 10)) == "");
    CHECK(!play.state.seats[farmers.value].ready);
    CHECK(play.state.seats[ministry.value].ready);
    CHECK(play.state.seats[school.value].ready);
}

TEST_CASE("everybody reads with the outcome what took effect") {
    Play play = agreed();
    play.sign_by_all(play.on_table(play.sound_deal()));
    const rules::Event told = outcome_of(play);
    for (const rules::Viewer& viewer :
         {rules::Viewer{}, rules::Viewer{school, false}, rules::Viewer{std::nullopt, true}}) {
        const auto items = rules::project(play.scenario, play.state, told, viewer);
        REQUIRE(items.size() == 1);
        CHECK(std::get<event::OutcomeTold>(items[0]).side_agreements.size() == 1);
    }
}

}  // namespace dealtafel::tests
