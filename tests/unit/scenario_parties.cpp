#include "scenario_text.hpp"

#include <doctest/doctest.h>

using namespace dealtafel;
using dealtafel::tests::check_findings;
using dealtafel::tests::ScenarioText;

TEST_CASE("a scenario has exactly one centre") {
    check_findings(ScenarioText().with(28, "kind = \"ministry\""),
                   {{1, 1, {"exactly one party", "`central-government`"}}});
    check_findings(ScenarioText().with(52, "kind = \"central-government\""),
                   {{52, 8, {"exactly one party", "`rijk`"}}});
    // Where a kind cannot be read, that party may be the centre.
    check_findings(ScenarioText().with(28, "kind = \"centre\""), {{28, 8, {"must be one of"}}});
}

TEST_CASE("the centre acts for no region and sits at no table from the start") {
    check_findings(ScenarioText().with(32, "budget = 20.0\nregion = \"valley\""),
                   {{33, 10, {"the centre acts for no region"}}});
    const auto text = ScenarioText().with(32, "budget = 20.0\nat_table = true");
    check_findings(text, {{33, 12, {"never at a table"}, Severity::warning}});
    const Scenario scenario = text.scenario();
    CHECK_FALSE(scenario[scenario.centre].at_table);
}

TEST_CASE("each region that has parties has exactly one lead") {
    check_findings(ScenarioText().with(42, ""),
                   {{17, 1, {"the region `valley`", "`lead = true`"}}});
    const auto second =
        ScenarioText().with(56, "budget = 2.5\nregion = \"valley\"\nrequired = true\nlead = true");
    check_findings(second, {{59, 8, {"exactly one lead", "`town`"}}});
    // A region whose parties cannot all be read may have its lead among them.
    check_findings(ScenarioText().with(42, "lead = \"yes\""),
                   {{42, 8, {"`lead` must be true or false"}}});
    check_findings(ScenarioText().with(40, "region = \"valey\""), {{40, 10, {"`valey`"}}});
}

TEST_CASE("a lead is required, regional, and at its table") {
    check_findings(ScenarioText().with(41, ""), {{42, 8, {"`required = true`"}}});
    check_findings(ScenarioText().with(41, "required = false"), {{42, 8, {"`required = true`"}}});
    check_findings(ScenarioText().with(35, "kind = \"ministry\""),
                   {{42, 8, {"not one of the Rijk"}}});
    check_findings(ScenarioText().with(43, "at_table = false").with(68, "needs = { homes = 1 }"),
                   {{43, 12, {"`lead = true`", "`at_table` cannot be false"}},
                    {68, 11, {"`homes`"}, Severity::warning},
                    {71, 13, {"nobody"}, Severity::warning}});
}

TEST_CASE("a required party has a region and sits at its table") {
    check_findings(ScenarioText().with(56, "budget = 2.5\nrequired = true"),
                   {{57, 12, {"`required = true` needs a `region`"}}});
    check_findings(
        ScenarioText().with(56,
                            "budget = 2.5\nregion = \"valley\"\nrequired = true\nat_table = "
                            "false"),
        {{59, 12, {"`required = true`", "`at_table` cannot be false"}}});
    check_findings(ScenarioText().with(56, "budget = 2.5\nregion = \"valley\"\nat_table = false"),
                   {});
}

TEST_CASE("a lead without a region is one mistake, though it is required too") {
    check_findings(ScenarioText().with(56, "budget = 2.5\nlead = true\nrequired = true"),
                   {{57, 8, {"`lead = true` needs a `region`"}}});
}

TEST_CASE("at least two parties can act: the centre, and one with a region") {
    check_findings(ScenarioText().with(40, "").with(41, "").with(42, ""),
                   {{1, 1, {"at least two parties"}}});
}

TEST_CASE("a scenario has at least one region and one challenge") {
    const auto none = [](int from, int to) {
        ScenarioText text;
        for (int line = from; line <= to; ++line) text = text.with(line, "");
        return text;
    };
    check_findings(none(62, 71).with(45, "").with(46, "").with(47, "").with(48, "").with(49, ""),
                   {{1, 1, {"at least one challenge", "[[challenge]]"}}});
    // Without regions nobody can have one either.
    const auto parsed = none(17, 25).parse();
    bool found = false;
    for (const Finding& finding : parsed.findings) {
        found = found || finding.text.find("at least one region") != std::string::npos;
    }
    CHECK(found);
}
