// Side agreements: what they cost and bring, when they fall, and who knows of them.
#include "side.hpp"

#include "base/variant.hpp"
#include "rules/feed.hpp"

#include "support/explained.hpp"


namespace dealtafel::tests {

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
            const bool side = holds_alternative<event::SideOffered>(event) ||
                              holds_alternative<event::SideAccepted>(event) ||
                              holds_alternative<event::SideUndo>(event) ||
                              holds_alternative<event::SideEnded>(event);
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
        CHECK(get<event::OutcomeTold>(items[0]).side_agreements.size() == 1);
    }
}

}  // namespace dealtafel::tests
