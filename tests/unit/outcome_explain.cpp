#include "make_scenario.hpp"

#include "rules/explain.hpp"

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

using namespace dealtafel;
using namespace dealtafel::tests;
using rules::Deal;
using rules::Part;
using rules::Rule;

namespace {

using Claims = std::vector<std::string_view>;

}  // namespace

TEST_CASE("a rule names the claims of the essay behind it, or is the game's own choice") {
    CHECK(rules::source_of(Rule::friction).claims == Claims{"E05", "E15"});
    CHECK(rules::source_of(Rule::fit).claims == Claims{"E03", "E19", "E20", "E21", "E25"});
    CHECK(rules::source_of(Rule::chi).claims == Claims{"E27", "E36"});
    CHECK(rules::source_of(Rule::no_framework).claims == Claims{"E01"});
    CHECK(rules::source_of(Rule::reach).claims.empty());
    CHECK(rules::source_of(Rule::positive_spillover).claims.empty());
    CHECK(rules::source_of(Rule::tie_growth).claims.empty());
}

TEST_CASE("every claim behind a rule is one of the essay's thirty-six") {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Rule>>([](auto rule) {
        CAPTURE(rule.name);
        for (const std::string_view claim : rules::source_of(rule.value).claims) {
            CHECK(claim.size() == 3);
            CHECK(claim >= "E01");
            CHECK(claim <= "E36");
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
    CHECK(told.admin == std::vector<Part>{{.rule = Rule::admin_base, .amount = 0.03},
                                          {.rule = Rule::admin_condition, .amount = 0.02}});
    REQUIRE(told.lines.size() == 1);
    const rules::LineExplanation& line = told.lines[0];

    // 5.0, less 0.08 of friction and 0.05 of administration.
    REQUIRE(line.effective.size() == 3);
    CHECK(line.effective[0].rule == Rule::money);
    CHECK(line.effective[0].amount == near(5.0));
    CHECK(line.effective[1].rule == Rule::friction);
    CHECK(line.effective[1].amount == near(0.92));
    CHECK(line.effective[2].rule == Rule::admin);
    CHECK(line.effective[2].amount == near(0.95));

    const double effective = 5 * 0.92 * 0.95;
    const double reach = effective / (effective + 5);
    REQUIRE(line.factors.size() == 9);
    CHECK(line.factors[0].rule == Rule::relevance);
    CHECK(line.factors[0].amount == near(0.6));
    CHECK(line.factors[1].rule == Rule::reach);
    CHECK(line.factors[1].amount == near(reach));

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
