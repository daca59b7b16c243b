#include "scenario_text.hpp"

#include <fmt/format.h>

namespace dealtafel::tests {

ScenarioText::ScenarioText()
    : lines_{
          /*  1 */ R"(id = "small")",
          /*  2 */ R"(format = 1)",
          /*  3 */ R"(languages = ["nl", "en"])",
          /*  4 */ R"(title = { nl = "Klein", en = "Small" })",
          /*  5 */ R"(summary = { nl = "Een proef.", en = "A trial." })",
          /*  6 */ R"(minutes = 300)",
          /*  7 */ R"(rounds = 3)",
          /*  8 */ R"(selection = false)",
          /*  9 */ R"([model])",
          /* 10 */ R"(friction = 0.2)",
          /* 11 */ R"([[theme]])",
          /* 12 */ R"(id = "work")",
          /* 13 */ R"(title = { nl = "Werk", en = "Work" })",
          /* 14 */ R"([[theme]])",
          /* 15 */ R"(id = "health")",
          /* 16 */ R"(title = { nl = "Gezondheid", en = "Health" })",
          /* 17 */ R"([[region]])",
          /* 18 */ R"(id = "valley")",
          /* 19 */ R"(title = { nl = "Vallei", en = "Valley" })",
          /* 20 */ R"(outline = [[0.1, 0.1], [0.9, 0.1], [0.5, 0.9]])",
          /* 21 */ R"(start = { health = 62 })",
          /* 22 */ R"([[region]])",
          /* 23 */ R"(id = "coast")",
          /* 24 */ R"(title = { nl = "Kust", en = "Coast" })",
          /* 25 */ R"(outline = [[0, 0], [1, 0], [1, 1], [0, 1]])",
          /* 26 */ R"([[party]])",
          /* 27 */ R"(id = "rijk")",
          /* 28 */ R"(kind = "central-government")",
          /* 29 */ R"(title = { nl = "Rijk", en = "Centre" })",
          /* 30 */ R"(public = { nl = "Het Rijk.", en = "The centre." })",
          /* 31 */ R"(brief = { nl = "Geheim.", en = "Secret." })",
          /* 32 */ R"(budget = 20.0)",
          /* 33 */ R"([[party]])",
          /* 34 */ R"(id = "town")",
          /* 35 */ R"(kind = "municipality")",
          /* 36 */ R"(title = { nl = "Stad", en = "Town" })",
          /* 37 */ R"(public = { nl = "De stad.", en = "The town." })",
          /* 38 */ R"(brief = { nl = "Geheim.", en = "Secret." })",
          /* 39 */ R"(budget = 5)",
          /* 40 */ R"(region = "valley")",
          /* 41 */ R"(required = true)",
          /* 42 */ R"(lead = true)",
          /* 43 */ R"(capabilities = ["research", "homes"])",
          /* 44 */ R"(interests = { "valley.health" = 1.0, "*.*" = 0.5 })",
          /* 45 */ R"([[party.mandate]])",
          /* 46 */ R"(when = "includes")",
          /* 47 */ R"(challenge = "protein")",
          /* 48 */ R"(points = 3.0)",
          /* 49 */ R"(text = { nl = "Eiwit.", en = "Protein." })",
          /* 50 */ R"([[party]])",
          /* 51 */ R"(id = "school")",
          /* 52 */ R"(kind = "knowledge")",
          /* 53 */ R"(title = { nl = "School", en = "School" })",
          /* 54 */ R"(public = { nl = "De school.", en = "The school." })",
          /* 55 */ R"(brief = { nl = "Geheim.", en = "Secret." })",
          /* 56 */ R"(budget = 2.5)",
          /* 57 */ R"([[partnership]])",
          /* 58 */ R"(id = "circle")",
          /* 59 */ R"(title = { nl = "Kring", en = "Circle" })",
          /* 60 */ R"(members = ["town", "school"])",
          /* 61 */ R"(tie = 0.8)",
          /* 62 */ R"([[challenge]])",
          /* 63 */ R"(id = "protein")",
          /* 64 */ R"(region = "valley")",
          /* 65 */ R"(title = { nl = "Eiwit", en = "Protein" })",
          /* 66 */ R"(text = { nl = "Minder vlees.", en = "Less meat." })",
          /* 67 */ R"(effects = { health = 6.0 })",
          /* 68 */ R"(needs = { research = 2.0 })",
          /* 69 */ R"(half = 5.0)",
          /* 70 */ R"(urgency = [0.6, 0.8])",
          /* 71 */ R"(seen_with = ["research"])",
      } {}

ScenarioText ScenarioText::with(int line, const std::string& text) const {
    ScenarioText changed = *this;
    changed.lines_.at(static_cast<std::size_t>(line - 1)) = text;
    return changed;
}

ScenarioText ScenarioText::plus(const std::string& text) const {
    ScenarioText longer = *this;
    longer.lines_.push_back(text);
    return longer;
}

std::string ScenarioText::text() const {
    std::string text;
    for (const std::string& line : lines_) text += line + '\n';
    return text;
}

Scenario ScenarioText::scenario() const {
    ParsedScenario parsed = parse();
    std::string all;
    for (const Finding& finding : parsed.findings) all += to_string(finding, "small.toml") + '\n';
    INFO("found:\n" << all);
    REQUIRE(parsed.scenario.has_value());
    return std::move(*parsed.scenario);
}

void check_findings(const std::string& text, const std::vector<Expected>& expected) {
    const ParsedScenario parsed = parse_scenario(text, "small");
    std::string all;
    for (const Finding& finding : parsed.findings) all += to_string(finding, "small.toml") + '\n';
    INFO("found:\n" << all);
    CHECK(parsed.findings.size() == expected.size());
    bool failed = false;
    for (std::size_t i = 0; i < std::min(parsed.findings.size(), expected.size()); ++i) {
        const Finding& found = parsed.findings[i];
        CHECK(found.line == expected[i].line);
        CHECK(found.column == expected[i].column);
        CHECK(found.severity == expected[i].severity);
        for (const std::string& words : expected[i].words) {
            CAPTURE(words);
            CHECK(found.text.find(words) != std::string::npos);
        }
        failed = failed || expected[i].severity == Severity::error;
    }
    CHECK(parsed.scenario.has_value() == !failed);
}

}  // namespace dealtafel::tests
