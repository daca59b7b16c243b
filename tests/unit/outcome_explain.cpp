#include "make_scenario.hpp"

#include "rules/explain.hpp"
#include "support/explained.hpp"

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

using namespace dealtafel;
using namespace dealtafel::tests;
using rules::Deal;
using rules::Origin;
using rules::Part;
using rules::Rule;

namespace {

using Claims = std::vector<std::string_view>;

}  // namespace

TEST_CASE("a rule names the claims of the essay behind it, another source, or the game's design") {
    CHECK(rules::source_of(Rule::friction).claims == Claims{"E05", "E15"});
    CHECK(rules::source_of(Rule::fit).claims == Claims{"E03", "E19", "E20", "E21", "E25"});
    CHECK(rules::source_of(Rule::chi).claims == Claims{"E27", "E36"});
    CHECK(rules::source_of(Rule::no_framework).claims == Claims{"E01"});
    CHECK(rules::source_of(Rule::reach).origin == Origin::design);
    CHECK(rules::source_of(Rule::positive_spillover).origin == Origin::design);
    CHECK(rules::source_of(Rule::tie_growth).origin == Origin::design);
    CHECK(rules::source_of(Rule::reserve).other == "scoreable-exercise");
}

TEST_CASE("a rule has claims where it is the essay's, a name where it is another's, else neither") {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Rule>>([](auto rule) {
        CAPTURE(rule.name);
        const rules::Source& source = rules::source_of(rule.value);
        CHECK((source.origin == Origin::essay) == !source.claims.empty());
        CHECK((source.origin == Origin::other) == source.other.has_value());
        for (const std::string_view claim : source.claims) {
            const bool effect = claim.size() == 3 && claim >= "E01" && claim <= "E36";
            const bool structural = claim.size() == 2 && claim >= "R1" && claim <= "R8";
            CHECK((effect || structural));
        }
    });
}

TEST_CASE("an explanation tells what made reach, yield, effects and administration") {
    World world = neutral_world();
    world.model.friction = 0.1;
    world.model.admin_base = 0.03;
    world.model.admin_condition = 0.01;
    world.model.coordination_base = 0.25;
    world.scenario.challenges[protein.value].spillovers = {{elsewhere, health, 2.0},
                                                           {elsewhere, work, -4.0}};
    Deal deal = make_deal({make_line(protein, {farmers, school}, {{rijk, 25}, {school, 25}})});
    deal.conditions = 2;
    deal.coordination = true;
    const rules::Explanation told = rules::explain(world.scenario, world.at(), deal,
                                                   world.outcome(deal));
    CHECK(told.admin.amount == near(0.95));
    CHECK(told.admin.sum == std::vector<Part>{{.rule = Rule::whole, .amount = 1},
                                              {.rule = Rule::admin_base, .amount = -0.03},
                                              {.rule = Rule::admin_condition, .amount = -0.02}});
    REQUIRE(told.lines.size() == 1);
    const rules::LineExplanation& line = told.lines[0];

    // 5.0, less 0.08 of friction and 0.05 of administration.
    const double effective = 5 * 0.92 * 0.95;
    const double reach = effective / (effective + 5);
    CHECK(line.yield.amount == near(0.6 * reach));
    REQUIRE(line.yield.product.size() == 9);
    CHECK(line.yield.product[0].rule == Rule::relevance);
    CHECK(line.yield.product[0].amount == near(0.6));
    const Part& reached = line.yield.product[1];
    CHECK(reached.rule == Rule::reach);
    CHECK(reached.amount == near(reach));
    const std::vector<std::pair<Rule, double>> made_of = {{Rule::money, 5.0},
                                                          {Rule::friction, 0.92},
                                                          {Rule::admin, 0.95},
                                                          {Rule::half, 1 / (effective + 5)}};
    REQUIRE(reached.product.size() == made_of.size());
    for (std::size_t i = 0; i < made_of.size(); ++i) {
        CHECK(reached.product[i].rule == made_of[i].first);
        CHECK(reached.product[i].amount == near(made_of[i].second));
    }
    // Two partners with a tie of 0.2: one more than the first, and 0.8 is missing.
    CHECK(find(reached, Rule::strangers)->amount == near(-0.08));
    CHECK(find(reached, Rule::more_partners)->amount == 1);
    CHECK(find(reached, Rule::looseness)->amount == near(0.8));

    // The good here, the good elsewhere, the harm elsewhere, and what coordination takes off it.
    const std::vector<std::pair<Rule, double>> expected = {{Rule::effect, 6 * 0.6 * reach},
                                                           {Rule::positive_spillover, 2 * reach},
                                                           {Rule::spillover, -4 * reach},
                                                           {Rule::chi, reach}};
    REQUIRE(line.effects.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(line.effects[i].rule == expected[i].first);
        CHECK(line.effects[i].amount == near(expected[i].second));
        CHECK(line.effects[i].challenge == protein);
    }
    CHECK(line.effects[0].region == valley);
    CHECK(line.effects[3].region == elsewhere);
    CHECK(line.effects[3].theme == work);
}

TEST_CASE("what a range cuts off is told as its limit") {
    World world = neutral_world();
    world.model.information_coverage = 0.2;
    world.model.fit_steering = 2;
    Deal deal = make_deal({make_line(protein, {farmers, school}, {{school, 25}}, Goal::national)});
    deal.information = true;
    deal.conditions = 4;
    const rules::Explanation told = rules::explain(world.scenario, world.at(), deal,
                                                   world.outcome(deal));
    // food 1 of 4 and research 3 of 4 are there, and 0.2 of information is too much.
    const Part& coverage = told.lines[0].yield.product[2];
    REQUIRE(coverage.sum.size() == 4);
    CHECK(coverage.sum[0] ==
          Part{.rule = Rule::capability, .amount = 0.25, .party = farmers});
    CHECK(coverage.sum[1] == Part{.rule = Rule::capability, .amount = 0.75, .party = school});
    CHECK(coverage.sum[2] == Part{.rule = Rule::information, .amount = 0.2});
    CHECK(coverage.sum[3].rule == Rule::limit);
    CHECK(coverage.sum[3].amount == near(-0.2));
    // Steering 1 takes 2 of the 1 that is there.
    const Part& fit = told.lines[0].yield.product[5];
    CHECK(find(fit, Rule::fit_steering)->amount == near(-2.0));
    CHECK(find(fit, Rule::limit)->amount == near(1.0));
}

TEST_CASE("money that comes too late or is kept back is told apart from what was put in") {
    World world = neutral_world();
    world.model.audit_delay = 0.4;
    world.withheld_share = 0.2;
    const Deal deal = make_deal({make_line(protein, {school}, {{rijk, 50}, {school, 25}})});
    const rules::Explanation told = rules::explain(world.scenario, world.at(), deal,
                                                   world.outcome(deal, true));
    const Part& money = *find(told.lines[0].yield, Rule::money);
    // 5.0 of the centre: 1.0 kept back, and 0.4 of the other 4.0 is late. 2.5 of the school.
    const std::vector<std::pair<Rule, double>> expected = {
        {Rule::paid, 5.0}, {Rule::paid, 2.5}, {Rule::withheld, -1.0}, {Rule::late, -1.6}};
    REQUIRE(money.sum.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(money.sum[i].rule == expected[i].first);
        CHECK(money.sum[i].amount == near(expected[i].second));
    }
    CHECK(money.amount == near(4.9));
}

TEST_CASE("a position is told line by line, with the share of the money and what made it") {
    World world = neutral_world();
    Deal deal = make_deal({make_line(protein, {farmers, school}, {{school, 30}}, Goal::national),
                           make_line(homes, {city}, {{city, 10}}, Goal::region)});
    deal.conditions = 1;
    deal.form = Form::specific;
    const rules::Explanation told = rules::explain(world.scenario, world.at(), deal,
                                                   world.outcome(deal));
    // 0.7 - 0.15 on three quarters of the money, -0.7 - 0.15 on one quarter.
    REQUIRE(told.steering.sum.size() == 2);
    CHECK(told.steering.sum[0].amount == near(0.75 * 0.55));
    CHECK(told.steering.sum[1].amount == near(0.25 * -0.85));
    CHECK(find(told.steering.sum[1], Rule::goal)->amount == near(-0.7));
    CHECK(find(told.steering.sum[1], Rule::conditions)->amount == near(-0.15));
    // One of two from one partnership and both can: 0.5 - 1; the city alone: 1 - 1.
    CHECK(find(told.partnership, Rule::together)->amount == near(0.5));
    CHECK(find(told.partnership, Rule::capable)->amount == near(-1.0));
    CHECK(told.hierarchy.sum == std::vector<Part>{{.rule = Rule::form, .amount = 0.6}});
}

TEST_CASE("built-in hierarchy is told as the difference that it makes to commitment") {
    World world = neutral_world();
    world.model.commitment_hierarchy = 0.35;
    world.model.commitment_freedom = 0.45;
    world.model.built_in_hierarchy = 0.2;
    Deal deal = make_deal({make_line(protein, {school}, {{school, 30}})});
    deal.form = Form::specific;
    // Agreed 0.6, felt 0.8: 0.35 * (0.64 - 0.36).
    rules::Explanation told = rules::explain(world.scenario, world.at(), deal,
                                             world.outcome(deal));
    CHECK(find(told.commitment, Rule::commitment_hierarchy)->amount == near(-0.126));
    CHECK(find(told.commitment, Rule::built_in_hierarchy)->amount == near(-0.098));
    deal.form = Form::decentralised;
    // Agreed -0.6, felt -0.4: 0.45 * (0.36 - 0.16), in its favour.
    told = rules::explain(world.scenario, world.at(), deal, world.outcome(deal));
    CHECK(find(told.commitment, Rule::commitment_freedom)->amount == near(-0.162));
    CHECK(find(told.commitment, Rule::built_in_hierarchy)->amount == near(0.09));
}
