// What the centre keeps back from a region that it rated low, and what that does.
#include "play.hpp"
#include "rules/bands.hpp"
#include "rules/feed.hpp"

namespace dealtafel::tests {

namespace {

rules::Deal upward_deal(const Play& play) {
    rules::Deal deal = play.sound_deal();
    deal.form = Form::specific;
    deal.accountability = Accountability::upward;
    return deal;
}

// A game in accountability, after a deal on which account is rendered to the centre.
Play to_rate() {
    Play play;
    play.negotiate();
    play.sign_by_all(play.on_table(upward_deal(play)));
    play.skip_to(Stage::accountability);
    return play;
}

void rate_low(Play& play) {
    REQUIRE(play.ask(rijk, command::Rate{city, 1}) == "");
    REQUIRE(play.ask(rijk, command::Rate{farmers, 3}) == "");
}

int withheld_in_view(const Play& play) {
    return rules::view(play.scenario, play.state, {}).regions[valley.value].withheld_percent;
}

}  // namespace

TEST_CASE("the centre withholds only from a region that it rated 2 or less on average") {
    Play play = to_rate();
    CHECK(play.ask(rijk, command::Withhold{valley, 10}) == "rated-above-two");  // not rated yet
    REQUIRE(play.ask(rijk, command::Rate{city, 2}) == "");
    REQUIRE(play.ask(rijk, command::Rate{farmers, 3}) == "");
    CHECK(play.ask(rijk, command::Withhold{valley, 10}) == "rated-above-two");  // 2.5
    REQUIRE(play.ask(rijk, command::Rate{city, 1}) == "");
    CHECK(play.ask(rijk, command::Withhold{valley, 10}) == "");  // 2
    CHECK(play.ask(city, command::Withhold{valley, 10}) == "wrong-seat");
    CHECK(play.ask(rijk, command::Withhold{elsewhere, 10}) == "not-upward");
}

TEST_CASE("0 to 20 whole percent are withheld, and the last word counts") {
    Play play = to_rate();
    rate_low(play);
    CHECK(play.ask(rijk, command::Withhold{valley, 21}) == "bad-value");
    CHECK(play.ask(rijk, command::Withhold{valley, -1}) == "bad-value");
    CHECK(play.ask(rijk, command::Withhold{valley, 20}) == "");
    CHECK(play.ask(rijk, command::Withhold{valley, 5}) == "");
    CHECK(play.region().withholding == 5);
    play.skip_to(Stage::reflection);
    const auto shown = play.happened<event::RatingsShown>();
    REQUIRE(shown.size() == 1);
    CHECK(shown[0].withheld.get(valley) == 5);
}

TEST_CASE("a rating that lifts the mean above 2 takes the withholding back") {
    Play play = to_rate();
    rate_low(play);
    REQUIRE(play.ask(rijk, command::Withhold{valley, 20}) == "");
    REQUIRE(play.ask(rijk, command::Rate{farmers, 2}) == "");
    CHECK(play.region().withholding == 20);
    REQUIRE(play.ask(rijk, command::Rate{farmers, 4}) == "");
    CHECK(play.region().withholding == 0);
    const auto said = play.happened<event::Withheld>();
    REQUIRE(said.size() == 2);
    CHECK(said[1].lapsed);
    play.skip_to(Stage::reflection);
    CHECK(play.happened<event::RatingsShown>()[0].withheld.empty());
}

TEST_CASE("nothing is withheld where signatories rate each other, or in the last round") {
    Play mutual;
    mutual.negotiate();
    mutual.sign_by_all(mutual.on_table(mutual.sound_deal()));
    mutual.skip_to(Stage::accountability);
    rate_low(mutual);
    CHECK(mutual.ask(rijk, command::Withhold{valley, 10}) == "not-upward");
    CHECK(rules::view(mutual.scenario, mutual.state, {rijk, false}).own->to_withhold.empty());

    Scenario scenario = game_scenario();
    scenario.rounds = 1;
    Play last(scenario);
    last.negotiate();
    last.sign_by_all(last.on_table(upward_deal(last)));
    last.skip_to(Stage::accountability);
    rate_low(last);
    CHECK(last.ask(rijk, command::Withhold{valley, 10}) == "no-next-round");
    CHECK(rules::view(last.scenario, last.state, {rijk, false}).own->to_withhold.empty());
}

TEST_CASE("withholding costs 0.05 of trust between the centre and each other signatory") {
    Play play = to_rate();
    rate_low(play);
    REQUIRE(play.ask(rijk, command::Withhold{valley, 1}) == "");
    const double city_before = play.state.trust.get(rijk, city);
    const double farmers_before = play.state.trust.get(rijk, farmers);
    const double regional_before = play.state.trust.get(city, farmers);
    play.skip_to(Stage::reflection);
    // The ratings, 1 and 3, move 0.03 * -2 and nothing.
    CHECK(play.state.trust.get(rijk, city) == doctest::Approx(city_before - 0.06 - 0.05));
    CHECK(play.state.trust.get(rijk, farmers) == doctest::Approx(farmers_before - 0.05));
    CHECK(play.state.trust.get(city, farmers) == regional_before);
    const auto shown = play.happened<event::RatingsShown>();
    REQUIRE(shown.size() == 1);
    for (const event::PairMoved& pair : shown[0].trust) {
        const rules::Part& last = pair.parts.back();
        CHECK(last.rule == rules::Rule::withholding);
        CHECK(last.region == valley);
        CHECK(last.amount == doctest::Approx(-0.05));
    }
}

TEST_CASE("only the centre knows what it means to withhold, until the ratings are shown") {
    Play play = to_rate();
    rate_low(play);
    REQUIRE(play.ask(rijk, command::Withhold{valley, 15}) == "");
    const rules::Event said = play.happened<event::Withheld>()[0];
    const std::vector<rules::Viewer> others = {{city, false}, {{}, false}, {{}, true}};
    for (const rules::Viewer& viewer : others) {
        CHECK(rules::project(play.scenario, play.state, said, viewer).empty());
    }
    CHECK(withheld_in_view(play) == 0);
    const auto own = rules::view(play.scenario, play.state, {rijk, false}).own->to_withhold;
    REQUIRE(own.size() == 1);
    CHECK(own[0].region == valley);
    CHECK(own[0].rated == set_of({city, farmers}));
    CHECK(own[0].mean == 2.0);
    CHECK(own[0].allowed);
    CHECK(own[0].percent == 15);
    CHECK(rules::view(play.scenario, play.state, {city, false}).own->to_withhold.empty());
    play.skip_to(Stage::reflection);
    CHECK(withheld_in_view(play) == 15);
}

TEST_CASE("what is withheld counts in the region's next deal, in whichever round, and once") {
    Scenario scenario = game_scenario();
    scenario.rounds = 4;
    Play play(scenario);
    play.negotiate();
    play.sign_by_all(play.on_table(upward_deal(play)));
    play.skip_to(Stage::accountability);
    rate_low(play);
    REQUIRE(play.ask(rijk, command::Withhold{valley, 20}) == "");
    // The second round brings no deal, and so nothing to withhold from.
    play.skip_to(Stage::agenda, 2);
    CHECK(withheld_in_view(play) == 20);
    play.skip_to(Stage::agenda, 3);
    CHECK(withheld_in_view(play) == 20);
    play.skip_to(Stage::negotiation, 3);
    play.sign_by_all(play.on_table(play.sound_deal()));
    play.skip_to(Stage::outcome, 3);
    const rules::Outcome& done = *play.region().outcome;
    CHECK(done.withheld_share == 0.2);
    // Of 4.0 the centre pays 3.2; the others pay what they signed for.
    CHECK(done.spent[rijk.value] == doctest::Approx(3.2));
    CHECK(done.spent[city.value] == doctest::Approx(2.0));
    // The budget is used as signed.
    CHECK(rules::money_of(play.sound_deal(), rijk) == Money{40});
    play.skip_to(Stage::agenda, 4);
    CHECK(withheld_in_view(play) == 0);
}

TEST_CASE("a forecast knows what is withheld") {
    Play play;
    play.negotiate();
    const double before = rules::seat_forecast(play.scenario, play.state, rijk,
                                               play.sound_deal()).points;
    play.state.regions[valley.value].withheld_percent = 20;
    // The centre wants nothing of it here: it saves 0.2 * 4.0, at 1 point a million.
    CHECK(rules::seat_forecast(play.scenario, play.state, rijk, play.sound_deal()).points ==
          doctest::Approx(before + 0.8));
}

TEST_CASE("the points of the centre tell what it did not pay as withheld") {
    World world = default_world();
    world.withheld_share = 0.2;
    rules::Deal deal;
    deal.region = valley;
    deal.lines = {make_line(homes, {city}, {{city, 40}, {rijk, 40}})};
    const auto parts = rules::explain_points(world.scenario, world.model, deal,
                                             world.outcome(deal), rijk, true);
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].rule == rules::Rule::spent);
    CHECK(parts[0].amount == doctest::Approx(-4.0));
    CHECK(parts[1].rule == rules::Rule::withheld);
    CHECK(parts[1].amount == doctest::Approx(0.8));
}

}  // namespace dealtafel::tests
