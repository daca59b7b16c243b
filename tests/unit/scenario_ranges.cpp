#include "scenario_text.hpp"

#include "scenario/model.hpp"

#include <fmt/format.h>

#include <doctest/doctest.h>

#include <cmath>

using namespace dealtafel;
using dealtafel::tests::check_findings;
using dealtafel::tests::ScenarioText;

namespace {

struct Limits {
    int line;                       // whose field is set
    std::string field;              // as in `budget = `
    std::vector<std::string> good;  // values that are let through
    std::vector<std::string> bad;   // values that are refused, at their place
};

void check_limits(const Limits& limits, const ScenarioText& text) {
    for (const std::string& value : limits.good) {
        CAPTURE(value);
        CHECK(text.with(limits.line, limits.field + " = " + value).parse().scenario.has_value());
    }
    for (const std::string& value : limits.bad) {
        CAPTURE(value);
        const int column = static_cast<int>(limits.field.size()) + 4;
        check_findings(text.with(limits.line, limits.field + " = " + value),
                       {{limits.line, column, {"`" + limits.field + "`"}}});
    }
}

}  // namespace

TEST_CASE("the fields of a scenario are held in their ranges") {
    const ScenarioText text;
    // The day of this scenario takes 137 minutes (worked out in scenario_warnings.cpp).
    check_limits({6, "minutes", {"200", "1000000"}, {"0", "-5", "1000001"}}, text);
    check_limits({7, "rounds", {"1", "3"}, {"0", "-1", "100"}}, text);
    check_limits({8, "partnership_form_from", {"0", "9"}, {"-1"}}, text);
    check_limits({8, "agenda_slots", {"1", "9"}, {"0", "-1"}}, text);
    check_limits({8, "agenda_votes", {"1", "9"}, {"0", "-1"}}, text);
    check_limits({8, "agenda_support", {"0", "1", "0.4"}, {"-0.1", "1.1"}}, text);
    check_limits({8, "demands_max", {"0", "3"}, {"-1"}}, text);
    check_limits({8, "forecast_exact", {"0", "3"}, {"-1"}}, text);
    check_limits({8, "last_call", {"0", "300"}, {"-1"}}, text);
    check_limits({21, "named", {"true", "false"}, {"1", "\"true\""}}, text);
    check_limits({13, "title = { nl = \"W\", en = \"W\" }\nhorizon", {"\"now\"", "\"later\""}, {}},
                 text);
    check_limits({56,
                  "budget",
                  {"0", "2.5", "0.1", "0.3", "1234567.8", "3"},
                  {"-0.1", "2.55", "0.05", "1e10", "inf", "-inf", "nan"}},
                 text);
    check_limits({61, "tie", {"0", "1", "0.5"}, {"-0.1", "1.1", "nan"}}, text);
    check_limits({69, "half", {"0.01", "5", "12.345"}, {"0", "-1", "0.0", "inf", "1e10"}}, text);
}

TEST_CASE("the fields of a party are held in their ranges") {
    const ScenarioText text = ScenarioText().with(44, "");
    check_limits({44, "money_value", {"0", "0.3", "7"}, {"-0.1", "inf"}}, text);
    check_limits({44, "reserve", {"0", "-3", "6.25"}, {"nan", "1e10"}}, text);
    check_limits({44,
                  "level",
                  {"\"neighbourhood\"", "\"supra-regional\""},
                  {"\"national\"", "\"Regional\"", "2"}},
                 text);
    check_limits({35,
                  "kind",
                  {"\"water-board\"", "\"business\"", "\"civil-society\""},
                  {"\"gemeente\"", "\"water_board\""}},
                 text);
    check_findings(text.with(35, "kind = \"provice\""),
                   {{35, 8, {"must be one of", "`provice`", "the nearest known is `province`"}}});
}

TEST_CASE("a short title has at most 16 characters") {
    const auto titled = [](const std::string& words) {
        return ScenarioText().with(44, "short = { nl = \"x\", en = \"" + words + "\" }");
    };
    CHECK(titled("1234567890123456").parse().scenario.has_value());
    // Sixteen characters of two bytes.
    std::string accents;
    for (int i = 0; i < 16; ++i) accents += "\xc3\xa9";
    CHECK(titled(accents).parse().scenario.has_value());
    check_findings(titled("12345678901234567"), {{44, 9, {"at most 16", "not 17", "`en`"}}});
}

TEST_CASE("well-being and drift are numbers of a theme") {
    const ScenarioText text;
    check_findings(text.with(21, "start = { health = 100.5 }"),
                   {{21, 20, {"`start.health`", "from 0 to 100"}}});
    check_findings(text.with(21, "start = { health = -1, work = 101 }"),
                   {{21, 20, {"`start.health`"}}, {21, 31, {"`start.work`"}}});
    check_findings(text.with(21, "drift = { health = inf }"),
                   {{21, 20, {"`drift.health`", "finite"}}});
    CHECK(text.with(21, "start = { health = 0, work = 100 }").parse().scenario.has_value());
    CHECK(text.with(21, "drift = { health = -0.5 }").parse().scenario.has_value());
}

TEST_CASE("the lists of a challenge are held in their ranges") {
    const ScenarioText text;
    check_findings(text.with(70, "urgency = [0, 1, 1.5]"), {{70, 18, {"`urgency`", "0 to 1"}}});
    check_findings(text.with(70, "urgency = []"), {{70, 11, {"`urgency`", "at least one"}}});
    check_findings(text.with(70, "urgency = 0.5"), {{70, 11, {"`urgency`", "a list"}}});
    check_findings(text.with(68, "needs = { research = 0 }"),
                   {{68, 22, {"`needs.research`", "above 0"}}});
    check_findings(text.with(68, "needs = {}"), {{68, 9, {"`needs`", "at least one"}}});
    check_findings(text.with(67, "effects = { health = nan }"),
                   {{67, 22, {"`effects.health`", "finite"}}});
    check_findings(text.with(71, "scale = \"large\"\nseen_with = [\"homes\"]"),
                   {{71, 9, {"`scale` must be one of", "`large`"}}});
    check_findings(text.with(71,
                             "spillover = [{ region = \"coast\", theme = \"work\", effect = "
                             "inf }]\nseen_with = [\"homes\"]"),
                   {{71, 59, {"`effect`", "finite"}}});
    check_findings(text.with(71,
                             "spillover = [{ region = \"valley\", theme = \"work\", effect = "
                             "-1 }]\nseen_with = [\"homes\"]"),
                   {{71, 25, {"another region"}}});
}

TEST_CASE("a pair is of two different parties, and stands once") {
    const auto tie = [](const std::string& a, const std::string& b, const std::string& value) {
        return "[[tie]]\na = \"" + a + "\"\nb = \"" + b + "\"\nstrength = " + value;
    };
    check_findings(ScenarioText().plus(tie("town", "school", "1.5")),
                   {{75, 12, {"`strength`", "0 to 1"}}});
    check_findings(ScenarioText().plus(tie("town", "town", "0.5")),
                   {{74, 5, {"two different parties"}}});
    check_findings(
        ScenarioText().plus(tie("town", "school", "0.5")).plus(tie("school", "town", "0.6")),
        {{76, 1, {"`tie`", "before"}}});
    // One of each kind of pair is no duplicate.
    check_findings(ScenarioText()
                       .plus(tie("town", "school", "0.5"))
                       .plus("[[trust]]\na = \"town\"\nb = \"school\"\nvalue = 0"),
                   {});
    check_findings(ScenarioText().plus("[[trust]]\na = \"town\"\nb = \"school\"\nvalue = -1"),
                   {{75, 9, {"`value`", "0 to 1"}}});
    check_findings(ScenarioText().with(60, "members = [\"town\"]"), {});
    check_findings(ScenarioText().with(60, "members = []"), {{60, 11, {"at least one party"}}});
}

TEST_CASE("phases last whole seconds, one number or a list") {
    const auto phase = [](const std::string& line) {
        return ScenarioText().with(8, "[phases]\n" + line);
    };
    for (const char* good : {"agenda = 300", "negotiation = [60, 30]", "debrief = 60",
                             "briefing = [60]", "proposal = 1"}) {
        CAPTURE(good);
        CHECK(phase(good).parse().scenario.has_value());
    }
    check_findings(phase("agenda = 0"), {{9, 10, {"`agenda`", "at least 1"}}});
    check_findings(phase("agenda = [60, -1]"), {{9, 15, {"`agenda`", "at least 1"}}});
    check_findings(phase("agenda = []"), {{9, 10, {"`agenda`", "at least one number"}}});
    check_findings(phase("agenda = \"5 min\""), {{9, 10, {"`agenda`", "whole seconds"}}});
    check_findings(phase("agenda = 1.5"), {{9, 10, {"`agenda`", "whole seconds"}}});
    check_findings(phase("lobby = 60"), {{9, 1, {"unknown field `lobby`"}}});
}

TEST_CASE("a tranche's budget belongs to a scenario with selection, and only there") {
    check_findings(ScenarioText().with(8, "selection = true"),
                   {{8, 13, {"needs `tranche_budget`"}}});
    check_findings(ScenarioText().with(8, "tranche_budget = 40.0"),
                   {{8, 18, {"`tranche_budget` is only for"}}});
    // Under a misspelled name it is not missing too.
    check_findings(ScenarioText().with(8, "selection = true\ntranch_budget = 40"),
                   {{9, 1, {"unknown field `tranch_budget`", "`tranche_budget`"}}});
    check_findings(ScenarioText().with(8, "selection = true\ntranche_budget = 0.25"),
                   {{9, 18, {"`tranche_budget`", "steps of 0.1"}}});
    const Scenario scenario =
        ScenarioText().with(8, "selection = true\ntranche_budget = 40").scenario();
    CHECK(scenario.selection);
    CHECK(scenario.tranche_budget == Money{400});
}

TEST_CASE("every parameter of the model is held in the range of the rules") {
    for (const ModelParameter& parameter : model_parameters()) {
        CAPTURE(parameter.name);
        const auto set = [&](double value) {
            return ScenarioText().with(10, fmt::format("{} = {}", parameter.name, value));
        };
        // Whatever its own range, what no deal could satisfy is refused with the pair of minimums.
        const bool in_pair =
            parameter.name == "cofinancing_min" || parameter.name == "centre_share_min";
        CHECK(set(parameter.low).parse().scenario.has_value());
        if (std::isfinite(parameter.high) && !in_pair) {
            CHECK(set(parameter.high).parse().scenario.has_value());
        }
        const int column = static_cast<int>(parameter.name.size()) + 4;
        const std::string named = fmt::format("`{}`", parameter.name);
        check_findings(set(parameter.low - 0.1), {{10, column, {named}}});
        if (std::isfinite(parameter.high)) {
            check_findings(set(parameter.high + 0.1), {{10, column, {named}}});
        }
    }
    check_findings(ScenarioText().with(10, "line_min = 0.25"),
                   {{10, 12, {"`line_min`", "steps of 0.1"}}});
    CHECK(ScenarioText().with(10, "line_min = 0.3").parse().scenario.has_value());
}

TEST_CASE("the two minimums of money must leave a deal that satisfies both") {
    // 0.25 * (1 + 3) is 1 and just possible; 0.25 * (1 + 3.1) is 1.025.
    CHECK(ScenarioText()
              .with(10, "cofinancing_min = 3\ncentre_share_min = 0.25")
              .parse()
              .scenario.has_value());
    check_findings(ScenarioText().with(10, "cofinancing_min = 3.1\ncentre_share_min = 0.25"),
                   {{11, 20, {"`centre_share_min`", "`cofinancing_min`"}}});
    // With the default share of 0.2 a minimum of 4 is just possible.
    CHECK(ScenarioText().with(10, "cofinancing_min = 4").parse().scenario.has_value());
    check_findings(ScenarioText().with(10, "cofinancing_min = 4.1"),
                   {{10, 19, {"`centre_share_min`", "`cofinancing_min`"}}});
    // One that cannot be read is no reason to compare the other.
    check_findings(ScenarioText().with(10, "cofinancing_min = 4.1\ncentre_share_min = \"x\""),
                   {{11, 20, {"`centre_share_min` must be a number"}}});
}
