#include "scenario_text.hpp"

#include <doctest/doctest.h>

using namespace dealtafel;
using dealtafel::tests::check_findings;
using dealtafel::tests::ScenarioText;

namespace {

// An event at the lines 72 to 77, and one more line, 78.
ScenarioText with_event(const std::string& line) {
    return ScenarioText()
        .plus("[[event]]")
        .plus("id = \"report\"")
        .plus("title = { nl = \"Verslag\", en = \"Report\" }")
        .plus("text = { nl = \"Een verslag.\", en = \"A report.\" }")
        .plus("phase = \"negotiation\"")
        .plus("chance = 0.5")
        .plus(line);
}

// `changes = [` is eleven characters, so the change stands in column 12.
ScenarioText with_change(const std::string& change) {
    return with_event("changes = [{ " + change + " }]");
}

template <class T>
T read(const std::string& change) {
    const Scenario scenario = with_change(change).scenario();
    REQUIRE(scenario.events.size() == 1);
    REQUIRE(scenario.events[0].changes.size() == 1);
    REQUIRE(holds_alternative<T>(scenario.events[0].changes[0]));
    return get<T>(scenario.events[0].changes[0]);
}

}  // namespace

TEST_CASE("an event is read with its defaults") {
    const Scenario scenario = with_event("").scenario();
    REQUIRE(scenario.events.size() == 1);
    const ScenarioEvent& event = scenario.events[0];
    CHECK(event.id == "report");
    CHECK(event.phase == Stage::negotiation);
    CHECK(event.chance == 0.5);
    CHECK(event.once);
    CHECK_FALSE(event.round.has_value());
    CHECK(event.changes.empty());
    CHECK(with_event("round = 2").scenario().events[0].round == 2);
    CHECK_FALSE(with_event("once = false").scenario().events[0].once);
}

TEST_CASE("a change of each kind is read with its fields") {
    const auto urgency =
        read<change::Urgency>("set = \"urgency\", challenge = \"protein\", add = 0.2");
    CHECK(urgency.challenge == ChallengeId{0});
    CHECK(urgency.add == 0.2);
    CHECK_FALSE(urgency.multiply.has_value());
    const auto budget = read<change::Budget>("set = \"budget\", party = \"rijk\", multiply = 0.9");
    CHECK(budget.party == PartyId{0});
    CHECK(budget.multiply == 0.9);
    const auto wellbeing = read<change::WellBeing>(
        "set = \"wellbeing\", region = \"coast\", theme = \"work\", add = -2");
    CHECK(wellbeing.region == RegionId{1});
    CHECK(wellbeing.theme == ThemeId{1});  // health 0, work 1
    CHECK(wellbeing.add == -2.0);
    // Pairs are in ascending order: rijk 0, town 2.
    const auto trust =
        read<change::Trust>("set = \"trust\", a = \"town\", b = \"rijk\", add = -0.1");
    CHECK(trust.a == PartyId{0});
    CHECK(trust.b == PartyId{2});
    CHECK(read<change::ModelValue>("set = \"model\", parameter = \"friction\", multiply = 1.5")
              .parameter == "friction");
    const auto table =
        read<change::AtTable>("set = \"at_table\", party = \"school\", value = true");
    CHECK(table.party == PartyId{1});
    CHECK(table.value);
}

TEST_CASE("an event is drawn in a phase of a round") {
    for (const char* bad : {"briefing", "debrief", "lobby", "closed", "negotiations"}) {
        CAPTURE(bad);
        check_findings(with_event("").with(76, "phase = \"" + std::string(bad) + "\""),
                       {{76, 9, {"`phase` must be one of `framework`"}}});
    }
    check_findings(with_event("").with(76, "phase = \"proposal\""),
                   {{76, 9, {"never happens"}, Severity::warning}});
    check_findings(with_event("round = 4"),
                   {{78, 9, {"only 3 rounds", "never happens"}, Severity::warning}});
    check_findings(with_event("round = 0"), {{78, 9, {"`round`", "at least 1"}}});
    check_findings(with_event("").with(77, "chance = 1.5"), {{77, 10, {"`chance`", "0 to 1"}}});
}

TEST_CASE("a change has the fields of its kind, and either adds or multiplies") {
    check_findings(with_change("set = \"urgency\", challenge = \"protein\""),
                   {{78, 12, {"needs `add` or `multiply`"}}});
    // `changes = [{ set = "budget", party = "rijk", add = 1, multiply = ` is 65 characters.
    check_findings(with_change("set = \"budget\", party = \"rijk\", add = 1, multiply = 2"),
                   {{78, 66, {"not both"}}});
    check_findings(with_change("set = \"budget\", party = \"rijk\", mulitply = 2"),
                   {{78, 46, {"unknown field `mulitply`", "`multiply`"}}});
    check_findings(with_change("set = \"budgets\", party = \"rijk\", add = 2"),
                   {{78, 20, {"`set` must be one of", "is `budget`"}}});
    check_findings(with_change("set = \"budget\", party = \"rjk\", add = 2"),
                   {{78, 38, {"party `rjk`", "`rijk`"}}});
    check_findings(with_change("set = \"budget\", add = 2"),
                   {{78, 12, {"a change `budget` needs", "`party`"}}});
    check_findings(with_change("set = \"budget\", party = \"rijk\", multiply = -1"),
                   {{78, 57, {"`multiply`", "at least 0"}}});
    check_findings(with_change("set = \"model\", parameter = \"frictions\", add = 2"),
                   {{78, 41, {"`frictions`", "`friction`"}}});
    check_findings(with_change("set = \"trust\", a = \"rijk\", b = \"rijk\", add = 0.1"),
                   {{78, 45, {"two different parties"}}});
    check_findings(with_change("set = \"at_table\", party = \"school\""),
                   {{78, 12, {"a change `at_table` needs", "`value`"}}});
}

TEST_CASE("no event takes the lead or a required party from its table, or seats the centre") {
    // `changes = [{ set = "at_table", party = "town", value = ` is 55 characters.
    check_findings(with_change("set = \"at_table\", party = \"town\", value = false"),
                   {{78, 56, {"`town`", "stays at its table"}}});
    check_findings(with_change("set = \"at_table\", party = \"town\", value = true"), {});
    check_findings(with_change("set = \"at_table\", party = \"school\", value = false"), {});
    check_findings(with_change("set = \"at_table\", party = \"rijk\", value = true"),
                   {{78, 40, {"when it is invited"}}});
}
