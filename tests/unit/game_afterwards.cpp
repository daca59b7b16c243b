// After the negotiation: points, what moves on, ratings, and what the next round begins with.
#include "play.hpp"
#include "rules/moves_on.hpp"
#include "support/explained.hpp"

#include <tuple>

namespace dealtafel::tests {

namespace {

Play with_deal(rules::Deal (*change)(rules::Deal) = nullptr) {
    Play play;
    play.negotiate();
    rules::Deal deal = play.sound_deal();
    if (change != nullptr) deal = change(deal);
    play.sign_by_all(play.on_table(deal));
    play.skip_to(Stage::outcome);
    return play;
}

rules::Deal free_deal(rules::Deal deal) {
    deal.accountability = Accountability::none;
    deal.conditions = 0;
    return deal;
}

rules::Deal upward_deal(rules::Deal deal) {
    deal.form = Form::specific;
    deal.accountability = Accountability::upward;
    return deal;
}

}  // namespace

TEST_CASE("without a deal a party gets its reserve, and the required lose trust in the centre") {
    Scenario scenario = game_scenario();
    scenario.parties[city.value].reserve = 4.5;
    Play play(scenario);
    play.negotiate();
    play.skip_to(Stage::outcome);
    CHECK(play.state.seats[city.value].points == 4.5);
    CHECK(play.state.seats[farmers.value].points == 0.0);
    CHECK(play.state.trust.get(rijk, city) == doctest::Approx(0.45).epsilon(1e-12));
    CHECK(play.state.trust.get(rijk, farmers) == 0.5);
}

TEST_CASE("signing together builds trust, working on one line builds ties, to 0.9 at most") {
    Play play = with_deal(free_deal);
    // No framework: each tension counts 0.25, governance of the deal is 25, so vagueness costs the
    // centre 0.15 * 0.75 = 0.1125 with each other signatory: 0.5 + 0.05 - 0.1125.
    CHECK(play.state.trust.get(city, farmers) == doctest::Approx(0.55).epsilon(1e-12));
    CHECK(play.state.trust.get(rijk, city) == doctest::Approx(0.4375).epsilon(1e-12));
    // city and farmers had a tie of 0.8 by their partnership: 0.95 would be too much.
    CHECK(play.state.ties.get(city, farmers) == doctest::Approx(0.9).epsilon(1e-12));
    CHECK(play.state.ties.get(city, school) == 0.2);
    // 25, less 10 because no framework was published in time.
    REQUIRE(play.state.governance.has_value());
    CHECK(*play.state.governance == doctest::Approx(15.0).epsilon(1e-12));
}

TEST_CASE("governance compares what was said with what was done, on each tension") {
    rules::StatedPositions stated;
    stated.partnership = rules::Stated{0.5, some_words()};
    stated.steering = rules::Stated{-0.5, some_words()};
    stated.hierarchy = rules::Stated{1, TextRef{}};  // without a sentence: counts 0.25
    // 1 - 0.5 / 2 = 0.75; 1 - 0 = 1; 0.25: the mean is 2 / 3.
    CHECK(rules::deal_governance(stated, {0.0, -0.5, 1.0}) ==
          doctest::Approx(200.0 / 3.0).epsilon(1e-12));
}

TEST_CASE("governance is told tension by tension, as said or as left unsaid") {
    Play play;
    play.begin(Stage::framework);
    rules::StatedPositions stated;
    stated.hierarchy = rules::Stated{-1, some_words()};
    REQUIRE(play.ask(rijk, command::Publish{stated, {}, {}}) == "");
    play.skip_to(Stage::agenda);
    play.agree_on_agenda();
    play.sign_by_all(play.on_table(play.sound_deal()));
    play.skip_to(Stage::outcome);
    const event::CommonResult common = play.happened<event::MovedOn>().back().common;
    // Decentralised and mutual is -0.6: 1 - 0.4 / 2 = 0.8, a third of it; the others count 0.25.
    const std::vector<std::tuple<rules::Rule, Tension, double>> expected = {
        {rules::Rule::unstated, Tension::partnership, 25.0 / 3},
        {rules::Rule::unstated, Tension::steering, 25.0 / 3},
        {rules::Rule::stated, Tension::hierarchy, 80.0 / 3}};
    REQUIRE(common.governance_parts.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const auto& [rule, tension, amount] = expected[i];
        CHECK(common.governance_parts[i].rule == rule);
        CHECK(common.governance_parts[i].tension == tension);
        CHECK(common.governance_parts[i].region == valley);
        CHECK(common.governance_parts[i].amount == near(amount));
    }
    CHECK(*common.governance == near(130.0 / 3));
}

TEST_CASE("attainment is told as what changed, set against the gap") {
    const Play play = with_deal();
    const event::MovedOn moved = play.happened<event::MovedOn>().back();
    const rules::Outcome& done = *play.region().outcome;
    // Nobody set an ambition: 10 above the present score. Homes is about work.
    REQUIRE(moved.common.attainment.size() == 2);
    const event::Attainment& of_work = moved.common.attainment[1];
    CHECK(of_work.theme == work);
    CHECK(of_work.gap == near(10.0));
    CHECK(of_work.attained == near(4 * done.lines[0].yield / 10));
    CHECK(find(of_work.why, rules::Rule::moved)->amount == near(4 * done.lines[0].yield));
    CHECK(find(of_work.why, rules::Rule::gap)->amount == near(0.1));
}

TEST_CASE("under mutual accountability all signatories rate each other, at most half above 3") {
    Play play = with_deal();
    play.skip_to(Stage::accountability);
    CHECK(play.ask(ministry, command::Rate{city, 3}) == "nobody-to-rate");
    CHECK(play.ask(city, command::Rate{city, 3}) == "nobody-to-rate");
    CHECK(play.ask(city, command::Rate{rijk, 6}) == "bad-value");
    CHECK(play.ask(city, command::Rate{rijk, 5}) == "");
    // Two to rate: one of them, half rounded up, may be above 3.
    CHECK(play.ask(city, command::Rate{farmers, 4}) == "too-many-high");
    CHECK(play.ask(city, command::Rate{farmers, 3}) == "");
    CHECK(play.ask(city, command::Rate{rijk, 2}) == "");
    CHECK(play.ask(city, command::Rate{farmers, 4}) == "");
    CHECK(play.ask(city, command::Motivate{TextRef{}}) == "empty-text");
    CHECK(play.ask(city, command::Motivate{some_words()}) == "");
    CHECK(play.ask(ministry, command::Motivate{some_words()}) == "nobody-to-rate");
    const double before_farmers = play.state.trust.get(city, farmers);
    const double before_rijk = play.state.trust.get(city, rijk);
    play.skip_to(Stage::reflection);
    CHECK(play.state.trust.get(city, farmers) == doctest::Approx(before_farmers + 0.03));
    CHECK(play.state.trust.get(city, rijk) == doctest::Approx(before_rijk - 0.03));
}

TEST_CASE("under upward accountability only the centre rates, and only regional signatories") {
    Play play = with_deal(upward_deal);
    play.skip_to(Stage::accountability);
    CHECK(play.ask(city, command::Rate{rijk, 1}) == "nobody-to-rate");
    CHECK(play.ask(rijk, command::Rate{ministry, 3}) == "nobody-to-rate");
    CHECK(play.ask(rijk, command::Rate{city, 3}) == "");
    CHECK(play.ask(rijk, command::Rate{farmers, 2}) == "");
}

TEST_CASE("without accountability nobody rates, and the phase is skipped") {
    Play play = with_deal(free_deal);
    play.act(act::Skip{});
    CHECK(play.state.stage == Stage::reflection);
}

TEST_CASE("reflection takes places from -1 to 1 and lessons that say something") {
    Play play;
    play.begin(Stage::reflection);
    CHECK(play.ask(city, command::Place{1.5, 0, 0}) == "bad-value");
    CHECK(play.ask(city, command::Place{1, -1, 0.25}) == "");
    CHECK(play.ask(city, command::Lesson{TextRef{}}) == "empty-text");
    CHECK(play.ask(city, command::Lesson{some_words()}) == "");
}

TEST_CASE(
    "a new round begins with the tables, sight, ambitions and support of the last, and no more") {
    Play play = with_deal(upward_deal);
    play.skip_to(Stage::agenda, 2);
    CHECK(play.region().versions.empty());
    CHECK(play.region().concluded == 0);
    CHECK(play.region().agenda.empty());
    CHECK(play.region().supporters[homes.value].size() == 2);
    CHECK(play.region().earlier_specific == 1);
    CHECK(play.region().unreviewed == 1);
    CHECK(play.state.budgets[city.value] == Money{200});
    CHECK_FALSE(play.state.framework.published);
    REQUIRE(play.region().trail.size() == 1);
    CHECK(play.region().trail[0].practised.has_value());
}

TEST_CASE("drift and deals move well-being in steps that stay within 0 and 100") {
    Scenario scenario = game_scenario();
    scenario.regions[0].start = {99.9, 1.0};
    scenario.regions[0].drift = {2.0, -3.0};
    Play play(scenario);
    play.begin(Stage::outcome);
    CHECK(play.region().wellbeing[health.value] == 100.0);
    CHECK(play.region().wellbeing[work.value] == 0.0);
}

TEST_CASE("at the debrief everybody's interests and reserves are shown, and not before") {
    Play play;
    play.begin(Stage::reflection, 2);
    CHECK(rules::view(play.scenario, play.state, {}).revealed.empty());
    play.skip_to(Stage::debrief, 2);
    CHECK(rules::view(play.scenario, play.state, {}).revealed.size() == 5);
}

}  // namespace dealtafel::tests
