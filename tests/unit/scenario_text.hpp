// A small scenario in which nothing is wrong, as numbered lines of TOML, to plant mistakes in.
//
// A test changes a line, by its number below, or adds lines at the end, and says at which line
// and column what must be found. Columns are counted by hand: `budget = ` is nine characters, so
// its value stands in column 10.
#pragma once

#include "scenario/parse.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dealtafel::tests {

class ScenarioText {
public:
    ScenarioText();

    // A copy with another line in the place of one (counted from 1); it may be empty.
    ScenarioText with(int line, const std::string& text) const;
    // A copy with one more line at the end.
    ScenarioText plus(const std::string& text) const;
    // The number of the last line.
    int last() const { return static_cast<int>(lines_.size()); }
    std::string text() const;

    ParsedScenario parse() const { return parse_scenario(text(), "small"); }
    // The scenario; it must be in order.
    Scenario scenario() const;

private:
    std::vector<std::string> lines_;
};

// What must be found: where, and words of it.
struct Expected {
    int line;
    int column;
    std::vector<std::string> words;
    Severity severity = Severity::error;
};

// Checks that a text has exactly these findings, in this order.
void check_findings(const std::string& text, const std::vector<Expected>& expected);
inline void check_findings(const ScenarioText& text, const std::vector<Expected>& expected) {
    check_findings(text.text(), expected);
}

}  // namespace dealtafel::tests
