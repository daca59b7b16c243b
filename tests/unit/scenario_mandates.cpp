#include "scenario_text.hpp"

#include <doctest/doctest.h>

using namespace dealtafel;
using dealtafel::tests::check_findings;
using dealtafel::tests::ScenarioText;

namespace {

// Another mandate in the place of the fields of the one that `town` has; its text stays.
ScenarioText with_mandate(const std::string& when, const std::string& fields) {
    return ScenarioText().with(46, "when = \"" + when + "\"").with(47, fields);
}

mandate::Condition condition_of(const std::string& when, const std::string& fields) {
    const Scenario scenario = with_mandate(when, fields).scenario();
    const Party& town = scenario[*scenario.find<PartyId>("town")];
    REQUIRE(town.mandates.size() == 1);
    CHECK(town.mandates[0].points == 3.0);
    CHECK(town.mandates[0].text.by_language.at("en") == "Protein.");
    return town.mandates[0].when;
}

template <class T>
T read(const std::string& when, const std::string& fields) {
    const mandate::Condition condition = condition_of(when, fields);
    REQUIRE(holds_alternative<T>(condition));
    return get<T>(condition);
}

}  // namespace

TEST_CASE("a mandate of each kind is read with its fields") {
    const ChallengeId protein{0};
    // In ascending order of id the parties are rijk 0, school 1, town 2.
    const PartyId school{1};
    const PartyId town{2};
    CHECK(read<mandate::Includes>("includes", "challenge = \"protein\"").challenge == protein);
    const auto spends =
        read<mandate::SpendsAtLeast>("spends-at-least", "challenge = \"protein\"\namount = 2.3");
    CHECK(spends.challenge == protein);
    CHECK(spends.amount == Money{23});
    CHECK(read<mandate::WorksOn>("works-on", "challenge = \"protein\"").party == town);
    CHECK(read<mandate::WorksOn>("works-on", "challenge = \"protein\"\nparty = \"school\"").party ==
          school);
    CHECK(read<mandate::ConditionsAtMost>("conditions-at-most", "count = 4").count == 4);
    CHECK(read<mandate::ConditionsAtLeast>("conditions-at-least", "count = 0").count == 0);
    CHECK(read<mandate::FormIn>("form", "any = [\"specific\", \"partnership\"]").any ==
          std::vector{Form::specific, Form::partnership});
    CHECK(read<mandate::AccountabilityIn>("accountability", "any = [\"none\"]").any ==
          std::vector{Accountability::none});
    const auto review = read<mandate::ClauseIs>("clause", "clause = \"review\"");
    CHECK(review.clause == Clause::review);
    CHECK(review.value);
    CHECK_FALSE(read<mandate::ClauseIs>("clause", "clause = \"powers\"\nvalue = false").value);
    const auto most =
        read<mandate::TensionAtMost>("tension-at-most", "tension = \"steering\"\nvalue = -0.5");
    CHECK(most.tension == Tension::steering);
    CHECK(most.value == -0.5);
    CHECK(read<mandate::TensionAtLeast>("tension-at-least", "tension = \"hierarchy\"\nvalue = 1")
              .value == 1.0);
    CHECK(read<mandate::OwnMoneyAtMost>("own-money-at-most", "amount = 4").amount == Money{40});
}

TEST_CASE("a mandate has the fields of its kind and no other") {
    check_findings(with_mandate("includes", "challenge = \"protein\"\namount = 2"),
                   {{48, 1, {"unknown field `amount`", "`includes`"}}});
    check_findings(with_mandate("form", "any = [\"specific\"]\nvalue = true"),
                   {{48, 1, {"unknown field `value`", "`form`"}}});
    check_findings(with_mandate("spends-at-least", "challenge = \"protein\""),
                   {{45, 1, {"`spends-at-least`", "`amount`"}}});
    check_findings(with_mandate("tension-at-most", "tension = \"steering\""),
                   {{45, 1, {"`tension-at-most`", "`value`"}}});
    check_findings(ScenarioText().with(48, ""), {{45, 1, {"`includes`", "`points`"}}});
}

TEST_CASE("a mandate whose kind is unknown is one mistake") {
    check_findings(with_mandate("include", "challenge = \"protein\""),
                   {{46, 8, {"`when` must be one of", "`include`", "is `includes`"}}});
    check_findings(ScenarioText().with(46, ""), {{45, 1, {"a mandate needs", "`when`"}}});
    check_findings(ScenarioText().with(46, "when = \"\""), {{46, 8, {"`when` must be one of"}}});
    // Of no kind at all does it have this field.
    check_findings(with_mandate("include", "chalenge = \"protein\""),
                   {{46, 8, {"`when`"}}, {47, 1, {"unknown field `chalenge`", "`challenge`"}}});
}

TEST_CASE("the values of a mandate are held in their ranges") {
    check_findings(with_mandate("conditions-at-most", "count = 5"),
                   {{47, 9, {"`count`", "from 0 to 4"}}});
    check_findings(with_mandate("conditions-at-least", "count = 1.0"),
                   {{47, 9, {"`count`", "a whole number"}}});
    check_findings(with_mandate("own-money-at-most", "amount = 2.55"),
                   {{47, 10, {"`amount`", "steps of 0.1"}}});
    check_findings(with_mandate("tension-at-least", "tension = \"steering\"\nvalue = 1.1"),
                   {{48, 9, {"`value`", "from -1 to 1"}}});
    check_findings(with_mandate("tension-at-least", "tension = \"stering\"\nvalue = 1"),
                   {{47, 11, {"`tension` must be one of", "is `steering`"}}});
    check_findings(with_mandate("form", "any = []"), {{47, 7, {"`any`", "at least one"}}});
    check_findings(with_mandate("form", "any = \"specific\""), {{47, 7, {"`any`", "a list"}}});
    check_findings(with_mandate("form", "any = [\"specific\", \"special\"]"),
                   {{47, 20, {"`any` must be one of", "is `specific`"}}});
    check_findings(with_mandate("accountability", "any = [\"specific\"]"),
                   {{47, 8, {"`any` must be one of `none`, `mutual`, `upward`"}}});
    check_findings(with_mandate("clause", "clause = \"reviews\""),
                   {{47, 10, {"`clause` must be one of", "is `review`"}}});
    check_findings(with_mandate("works-on", "challenge = \"protein\"\nparty = \"twn\""),
                   {{48, 9, {"party `twn`", "`town`"}}});
    check_findings(ScenarioText().with(48, "points = inf"), {{48, 10, {"`points`", "finite"}}});
}
