#include "scenario_text.hpp"

#include <doctest/doctest.h>

using namespace dealtafel;
using dealtafel::tests::check_findings;
using dealtafel::tests::ScenarioText;

TEST_CASE("a need that no party can meet is a warning at the need") {
    check_findings(ScenarioText().with(68, "needs = { research = 2.0, water = 1 }"),
                   {{68, 27, {"`water`", "`protein`"}, Severity::warning}});
    // The centre is never a partner, so what it alone has meets no need.
    check_findings(ScenarioText()
                       .with(32, "budget = 20.0\ncapabilities = [\"water\"]")
                       .with(68, "needs = { water = 1 }"),
                   {{69, 11, {"`water`"}, Severity::warning}});
}

TEST_CASE("a challenge that nobody can ever see is a warning") {
    check_findings(ScenarioText().with(71, "seen_with = [\"water\"]"),
                   {{71, 13, {"nobody can ever see", "`protein`"}, Severity::warning}});
    check_findings(ScenarioText().with(71, ""),
                   {{62, 1, {"nobody can ever see"}, Severity::warning}});
    // The centre sees what it has a capability for, and every national challenge.
    check_findings(ScenarioText()
                       .with(32, "budget = 20.0\ncapabilities = [\"water\"]")
                       .with(71, "seen_with = [\"water\"]"),
                   {});
    check_findings(ScenarioText().with(71, "national = true"), {});
}

TEST_CASE("a day that is longer than planned is a warning at the minutes") {
    // In seconds, three rounds by default: joining 600, briefing 480; framework 120 + 60 + 60;
    // agenda 420 + 240 + 180; negotiation 1020 + 720 + 480; outcome 3 * 240; accountability
    // 3 * 120; reflection 3 * 120; debrief 2400:
    // 600 + 480 + 240 + 840 + 2220 + 720 + 360 + 360 + 2400 = 8220, which is 137 minutes.
    check_findings(ScenarioText().with(6, "minutes = 137"), {});
    check_findings(ScenarioText().with(6, "minutes = 136"),
                   {{6, 11, {"137 minutes", "136"}, Severity::warning}});
    // With selection the phase `proposal` adds 3 * 300 seconds, 15 minutes.
    const auto selection = ScenarioText().with(8, "selection = true\ntranche_budget = 9");
    check_findings(selection.with(6, "minutes = 152"), {});
    check_findings(selection.with(6, "minutes = 151"),
                   {{6, 11, {"152 minutes"}, Severity::warning}});
    // A second more than 137 minutes are not within 137 minutes.
    check_findings(ScenarioText().with(6, "minutes = 137").with(8, "[phases]\nbriefing = 481"),
                   {{6, 11, {"138 minutes", "137"}, Severity::warning}});
}

TEST_CASE("a warning does not refuse a scenario") {
    CHECK(ScenarioText().with(6, "minutes = 1").parse().scenario.has_value());
}

TEST_CASE("where a field of a warning cannot be read there is no warning") {
    check_findings(ScenarioText().with(71, "seen_with = \"research\""),
                   {{71, 13, {"`seen_with` must be a list"}}});
    check_findings(ScenarioText().with(43, "capabilites = [\"research\"]"),
                   {{43, 1, {"unknown field `capabilites`"}}});
    check_findings(ScenarioText().with(6, "minutes = 1").with(8, "[phases]\nagenda = \"x\""),
                   {{9, 10, {"`agenda`"}}});
}
