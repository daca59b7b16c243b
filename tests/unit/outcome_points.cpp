#include "make_scenario.hpp"

#include "rules/forecast.hpp"

using namespace dealtafel;
using namespace dealtafel::tests;
using rules::Deal;
using rules::Outcome;
using rules::Part;
using rules::Rule;

namespace {

Deal two_lines() {
    return make_deal({make_line(protein, {farmers, school}, {{rijk, 25}, {school, 25}}),
                      make_line(homes, {city}, {{rijk, 20}, {city, 20}})});
}

bool holds(const mandate::Condition& when, const Deal& deal, PartyId owner = school,
           rules::Positions tension = {}) {
    return rules::holds({when, 3.0, {}}, owner, deal, tension);
}

}  // namespace

TEST_CASE("every entry of a party's interests that matches a change counts") {
    World world = neutral_world();
    world.scenario.challenges[protein.value].spillovers = {{elsewhere, work, -2.0}};
    world.scenario.parties[city.value].interests = {
        {std::nullopt, std::nullopt, 1.0},
        {std::nullopt, work, 10.0},
        {valley, std::nullopt, 100.0},
        {valley, health, 1000.0},
    };
    world.scenario.parties[city.value].money_value = 0;
    // Reach 0.5 each (5/10, 4/8). health here 6 * 0.3 = 1.8, work here 4 * 0.45 = 1.8,
    // work elsewhere -2 * 0.5 = -1.
    // 1 * (1.8 + 1.8 - 1) + 10 * (1.8 - 1) + 100 * (1.8 + 1.8) + 1000 * 1.8 = 2170.6.
    CHECK(world.points(two_lines(), city) == near(2.6 + 8 + 360 + 1800));
}

TEST_CASE("money that is spent costs points by the value that a party gives it") {
    World world = neutral_world();
    world.scenario.parties[city.value].money_value = 0.3;
    CHECK(world.points(two_lines(), city) == near(-0.6));
    CHECK(world.points(two_lines(), school) == near(-2.5));
    CHECK(world.points(two_lines(), farmers) == near(0.0));
}

TEST_CASE("a goal brings points by its reach to who set it") {
    World world = neutral_world();
    world.model.national_value = 2.5;
    world.model.regional_value = 1.5;
    for (Party& party : world.scenario.parties) party.money_value = 0;
    Deal deal = two_lines();
    CHECK(world.points(deal, rijk) == near(0.0));
    deal.lines[0].goal = Goal::national;
    deal.lines[1].goal = Goal::region;
    deal.lines[1].partners = {city, ministry};
    // Reach is 0.5 on both lines.
    CHECK(world.points(deal, rijk) == near(1.25));
    CHECK(world.points(deal, city) == near(0.75));
    CHECK(world.points(deal, ministry) == near(0.0));  // belongs to the Rijk
    CHECK(world.points(deal, farmers) == near(0.0));   // no partner of that line
}

TEST_CASE("powers and a finding cost the centre points") {
    World world = neutral_world();
    world.model.powers_price = 2;
    world.model.audit_price = 3;
    for (Party& party : world.scenario.parties) party.money_value = 0;
    Deal deal = two_lines();
    deal.powers = true;
    CHECK(world.points(deal, rijk) == near(-2.0));
    CHECK(world.points(deal, rijk, true) == near(-5.0));
    CHECK(world.points(deal, city, true) == near(0.0));
}

TEST_CASE("the points of mandates count only where the deal is the party's own") {
    World world = neutral_world();
    world.scenario.parties[city.value].money_value = 0;
    world.scenario.parties[city.value].mandates = {{mandate::Includes{homes}, 3.0, {}},
                                                   {mandate::FormIn{{Form::specific}}, 4.0, {}},
                                                   {mandate::ConditionsAtMost{1}, -1.5, {}}};
    CHECK(world.points(two_lines(), city) == near(1.5));
    CHECK(world.points(two_lines(), city, false, false) == near(0.0));
}

TEST_CASE("a mandate about lines looks at that line's challenge, money and partners") {
    const Deal deal = two_lines();
    const Deal without = make_deal({make_line(protein, {school}, {{school, 25}})});
    CHECK(holds(mandate::Includes{homes}, deal));
    CHECK_FALSE(holds(mandate::Includes{homes}, without));
    CHECK(holds(mandate::SpendsAtLeast{homes, Money{40}}, deal));
    CHECK_FALSE(holds(mandate::SpendsAtLeast{homes, Money{41}}, deal));
    CHECK_FALSE(holds(mandate::SpendsAtLeast{homes, Money{0}}, without));
    CHECK(holds(mandate::WorksOn{protein, school}, deal));
    CHECK(holds(mandate::WorksOn{homes, city}, deal));  // whoever owns the mandate
    CHECK_FALSE(holds(mandate::WorksOn{homes, school}, deal));
    CHECK_FALSE(holds(mandate::WorksOn{homes, city}, without));
}

TEST_CASE("a mandate about terms looks at the deal as it is signed") {
    Deal deal = two_lines();
    deal.conditions = 2;
    deal.review = true;
    CHECK(holds(mandate::ConditionsAtMost{2}, deal));
    CHECK_FALSE(holds(mandate::ConditionsAtMost{1}, deal));
    CHECK(holds(mandate::ConditionsAtLeast{2}, deal));
    CHECK_FALSE(holds(mandate::ConditionsAtLeast{3}, deal));
    CHECK(holds(mandate::FormIn{{Form::specific, Form::decentralised}}, deal));
    CHECK_FALSE(holds(mandate::FormIn{{Form::specific, Form::partnership}}, deal));
    CHECK(holds(mandate::AccountabilityIn{{Accountability::mutual}}, deal));
    CHECK_FALSE(holds(mandate::AccountabilityIn{{Accountability::upward}}, deal));
    CHECK(holds(mandate::ClauseIs{Clause::review, true}, deal));
    CHECK_FALSE(holds(mandate::ClauseIs{Clause::review, false}, deal));
    CHECK(holds(mandate::ClauseIs{Clause::information, false}, deal));
    CHECK(holds(mandate::ClauseIs{Clause::powers, false}, deal));
    CHECK_FALSE(holds(mandate::ClauseIs{Clause::coordination, true}, deal));
}

TEST_CASE("a mandate about money of one's own counts all lines, of its owner alone") {
    const Deal deal = make_deal({make_line(protein, {school}, {{school, 25}}),
                                 make_line(homes, {city, school}, {{city, 90}, {school, 5}})});
    CHECK(holds(mandate::OwnMoneyAtMost{Money{30}}, deal));
    CHECK_FALSE(holds(mandate::OwnMoneyAtMost{Money{29}}, deal));
}

TEST_CASE("a mandate about a tension has a slack of a billionth in the party's favour") {
    const rules::Positions at{0.2, -0.3, 0.6};
    const Deal deal = two_lines();
    CHECK(holds(mandate::TensionAtMost{Tension::partnership, 0.2 - 0.5e-9}, deal, school, at));
    CHECK_FALSE(holds(mandate::TensionAtMost{Tension::partnership, 0.2 - 2e-9}, deal, school, at));
    CHECK(holds(mandate::TensionAtLeast{Tension::hierarchy, 0.6 + 0.5e-9}, deal, school, at));
    CHECK_FALSE(holds(mandate::TensionAtLeast{Tension::steering, -0.2}, deal, school, at));
}

TEST_CASE("after a finding mandates read the terms as signed and the tensions as computed") {
    World world = neutral_world();
    world.scenario.parties[city.value].money_value = 0;
    world.scenario.parties[city.value].mandates = {
        {mandate::ConditionsAtLeast{3}, 1.0, {}},
        {mandate::AccountabilityIn{{Accountability::upward}}, 10.0, {}},
        {mandate::SpendsAtLeast{homes, Money{40}}, 100.0, {}},
        {mandate::TensionAtLeast{Tension::hierarchy, -0.2}, 1000.0, {}},
    };
    world.model.audit_delay = 0.4;
    Deal deal = two_lines();
    deal.conditions = 3;
    deal.accountability = Accountability::upward;
    CHECK(world.points(deal, city) == near(1111));
    CHECK(world.points(deal, city, true) == near(111));  // hierarchy is -1 then
}

TEST_CASE("a forecast weighs the outcomes with and without a finding by its chance") {
    World world = default_world();
    world.scenario.parties[rijk.value].interests = {{std::nullopt, std::nullopt, 1.0}};
    world.scenario.parties[city.value].mandates = {{mandate::Includes{homes}, 3.0, {}}};
    Deal deal = two_lines();
    deal.conditions = 2;  // chance 0.3
    const rules::Forecast forecast =
        rules::forecast(world.scenario, world.at(), deal, set_of({city}));
    CHECK(forecast.audit_chance == near(0.3));
    const double health_without = world.delta(world.outcome(deal), valley, health);
    const double health_with = world.delta(world.outcome(deal, true), valley, health);
    CHECK(health_without != near(health_with));
    CHECK(forecast.delta[0] == near(0.7 * health_without + 0.3 * health_with));
    CHECK(forecast.points[rijk.value] ==
          near(0.7 * world.points(deal, rijk) + 0.3 * world.points(deal, rijk, true)));
    CHECK(forecast.points[city.value] == near(1.0));  // mandate 3, less 2.0 of money either way
    const rules::Forecast others =
        rules::forecast(world.scenario, world.at(), deal, set_of({school}));
    CHECK(others.points[city.value] == near(-2.0));
}

TEST_CASE("points are told in parts that name the rule, the mandate and the line") {
    World world = neutral_world();
    world.model.powers_price = 2;
    world.model.national_value = 2.5;
    world.model.information_cost = 0.5;
    world.model.steering_effort = 0.05;
    Party& centre = world.scenario.parties[rijk.value];
    centre.money_value = 0.3;
    centre.interests = {{std::nullopt, health, 2.0}, {valley, health, 1.0}};
    centre.mandates = {{mandate::Includes{ChallengeId{7}}, 9.0, {}},
                       {mandate::Includes{homes}, 3.0, {}}};
    Deal deal = two_lines();
    deal.powers = deal.information = true;
    deal.lines[0].goal = Goal::national;
    const std::vector<Part> parts = rules::explain_points(
        world.scenario, world.model, deal, world.outcome(deal), rijk, true);
    // health 1.8 counts with 2 + 1; 4.5 spent; 0.05 * 5.0 of effort; reach 0.5 of a national goal.
    const std::vector<std::pair<Rule, double>> expected = {
        {Rule::interest, 5.4},          {Rule::spent, -0.3 * 4.5},
        {Rule::steering_effort, -0.075}, {Rule::information_cost, -0.15},
        {Rule::mandate, 3.0},           {Rule::national_value, 1.25},
        {Rule::powers_price, -2.0}};
    REQUIRE(parts.size() == expected.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        CHECK(parts[i].rule == expected[i].first);
        CHECK(parts[i].amount == near(expected[i].second));
    }
    CHECK(parts[0].region == valley);
    CHECK(parts[0].theme == health);
    CHECK(parts[2].challenge == protein);
    CHECK_FALSE(parts[3].challenge.has_value());
    CHECK(parts[4].mandate == 1);
}
