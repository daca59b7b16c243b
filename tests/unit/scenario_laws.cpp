#include "scenario_text.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace dealtafel;
using dealtafel::tests::ScenarioText;

namespace {

// A scenario with every kind of thing in it.
std::string full_text() {
    return ScenarioText()
        .with(8, "[phases]\nagenda = [60, 30]\n[guide.agenda]\nsay = { nl = \"a\", en = \"b\" }")
        .plus("[[tie]]\na = \"town\"\nb = \"rijk\"\nstrength = 0.5")
        .plus("[[trust]]\na = \"school\"\nb = \"town\"\nvalue = 0.7")
        .plus("[[event]]\nid = \"e\"\ntitle = { nl = \"a\", en = \"b\" }")
        .plus("text = { nl = \"a\", en = \"b\" }\nphase = \"agenda\"\nchance = 1")
        .plus("changes = [{ set = \"trust\", a = \"rijk\", b = \"town\", add = 0.1 },")
        .plus("  { set = \"model\", parameter = \"friction\", multiply = 2 }]")
        .plus("[[question]]\nid = \"q\"\nwhen = \"before\"\nkind = \"choice\"")
        .plus("text = { nl = \"a\", en = \"b\" }\ncorrect = [0]")
        .plus("options = [{ nl = \"a\", en = \"b\" }, { nl = \"c\", en = \"d\" }]")
        .plus("[[treatment]]\nid = \"t\"\ntitle = { nl = \"a\", en = \"b\" }")
        .plus("changes = { rounds = 2, \"party.town.interests.*.*\" = 2, \"session.grace\" = 9 }")
        .text();
}

// Whether a reading keeps its promises: findings in order within the file, and a scenario exactly
// where none of them is an error.
bool holds(const std::string& text) {
    const ParsedScenario parsed = parse_scenario(text, "small");
    const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
    bool failed = false;
    std::pair<int, int> last{1, 1};
    for (const Finding& finding : parsed.findings) {
        const std::pair<int, int> place{finding.line, finding.column};
        if (place < last || finding.line > lines || finding.text.empty()) return false;
        last = place;
        failed = failed || finding.severity == Severity::error;
    }
    return parsed.scenario.has_value() == !failed;
}

}  // namespace

TEST_CASE("the full text is in order") {
    CHECK(parse_scenario(full_text(), "small").findings.empty());
}

TEST_CASE("a scenario cut off at any byte is read without harm") {
    const std::string text = full_text();
    for (std::size_t length = 0; length < text.size(); ++length) {
        CAPTURE(length);
        CHECK(holds(text.substr(0, length)));
    }
}

TEST_CASE("a scenario with any one byte changed is read without harm") {
    const std::string text = full_text();
    CHECK(rc::check("one byte", [&] {
        std::string changed = text;
        const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
        changed[at] = *rc::gen::oneOf(rc::gen::arbitrary<char>(),
                                      rc::gen::elementOf(std::string("\"'[]{}=.,#-\n0aZ\xff")));
        RC_ASSERT(holds(changed));
    }));
}

TEST_CASE("a scenario with lines left out, doubled or swapped is read without harm") {
    std::vector<std::string> lines;
    std::string line;
    for (const char c : full_text()) {
        line += c;
        if (c != '\n') continue;
        lines.push_back(line);
        line.clear();
    }
    CHECK(rc::check("lines", [&] {
        std::string text;
        const auto picks = *rc::gen::container<std::vector<std::size_t>>(
            rc::gen::inRange<std::size_t>(0, lines.size()));
        const auto from = *rc::gen::inRange<std::size_t>(0, lines.size());
        for (std::size_t i = 0; i < from; ++i) text += lines[i];
        for (const std::size_t pick : picks) text += lines[pick];
        for (std::size_t i = std::min(lines.size(), from + 1); i < lines.size(); ++i) {
            text += lines[i];
        }
        RC_ASSERT(holds(text));
    }));
}

TEST_CASE("a value of another kind in any place is read without harm") {
    const std::string text = full_text();
    std::vector<std::size_t> values;  // where a value begins
    for (std::size_t at = text.find("= "); at != std::string::npos; at = text.find("= ", at + 1)) {
        values.push_back(at + 2);
    }
    const std::vector<std::string> others{"1",         "-1.5",
                                          "nan",       "\"x\"",
                                          "[]",        "{}",
                                          "true",      "[[]]",
                                          "[{}]",      "{ a = { b = 1 } }",
                                          "1e300",     "9223372036854775807",
                                          "1979-05-27"};
    for (const std::size_t at : values) {
        // To the end of the line, or of the entry in an inline table.
        const std::size_t end = text.find_first_of(",}\n", at);
        for (const std::string& other : others) {
            CAPTURE(at);
            CAPTURE(other);
            CHECK(holds(text.substr(0, at) + other + text.substr(end)));
        }
    }
}
