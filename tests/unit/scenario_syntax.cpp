#include "scenario_text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dealtafel;
using dealtafel::tests::check_findings;
using dealtafel::tests::ScenarioText;

TEST_CASE("a syntax error is reported alone, at its place") {
    // The value ends after the 3; what follows is not TOML. Line 28 has a mistake of its own.
    check_findings(ScenarioText().with(7, "rounds = 3 4").with(28, "kind = \"king\""),
                   {{7, 12, {"no TOML"}}});
    check_findings(ScenarioText().with(7, "rounds = "), {{7, 10, {"no TOML"}}});
    // The list goes on, and `b` is no value.
    check_findings("a = [1,\nb = 2\n", {{2, 1, {"no TOML"}}});
}

TEST_CASE("a key given twice is a syntax error") {
    const auto parsed = ScenarioText().with(8, "rounds = 4").parse();
    REQUIRE(parsed.findings.size() == 1);
    CHECK(parsed.findings[0].line == 8);
}

TEST_CASE("a file that is no UTF-8 is refused at its first bad character") {
    // Fourteen characters stand before the bad byte; the é before it is two bytes and one of them.
    check_findings(ScenarioText().with(5, "summary = \"\xc3\xa9 - \xff\""), {{5, 16, {"UTF-8"}}});
    check_findings("\xff", {{1, 1, {"UTF-8"}}});
    // A character cut off at the end, and one that is longer than it need be.
    check_findings("a = 1\n# \xe2\x82", {{2, 3, {"UTF-8"}}});
    check_findings("# \xc0\xaf", {{1, 3, {"UTF-8"}}});
}

TEST_CASE("columns count characters, not bytes") {
    // `title = { nl = "éé", ` has 21 characters and 23 bytes.
    check_findings(ScenarioText().with(4, "title = { nl = \"\xc3\xa9\xc3\xa9\", em = \"x\" }"),
                   {{4, 22, {"unknown language `em`"}}});
}

TEST_CASE("a file of more than one MiB is refused unread") {
    check_findings(std::string(scenario_bytes_max + 1, '#'), {{1, 1, {"1048577 bytes"}}});
    CHECK(parse_scenario(ScenarioText().plus(std::string(900'000, '#')).text(), "small")
              .scenario.has_value());
}

TEST_CASE("a key of very many parts is refused before it is read") {
    std::string key = "a";
    for (int i = 0; i < 100'000; ++i) key += ".a";
    // The 17th part begins after 16 of two characters: its dot is in column 32.
    check_findings(key + " = 1", {{1, 32, {"more than 16 parts"}}});
    check_findings("[" + key + "]", {{1, 33, {"more than 16 parts"}}});
    check_findings("x = \"a\"\"\"\n" + key, {{2, 32, {"more than 16 parts"}}});
    // Quotes and line ends inside of a long text do not hide a key, nor are its dots parts.
    check_findings("x = \"\"\"a\"\"\"\"\n\"b\"." + key, {{2, 34, {"more than 16 parts"}}});
    // The fourth quote belongs to the long text and opens no other. The dot after "b" is in column
    // 24 and the first of sixteen, which are two apart.
    check_findings("x = { y = \"\"\"a\"\"\"\", \"b\"." + key + " = 1 }",
                   {{1, 54, {"more than 16 parts"}}});
    check_findings("x = '''" + key + "'''\ny = ", {{2, 5, {"no TOML"}}});
    check_findings("# " + key + "\ny = ", {{2, 5, {"no TOML"}}});
}

TEST_CASE("a file of nothing but mistakes ends its findings somewhere") {
    std::string text;
    for (int i = 0; i < 50'000; ++i) text += "unknown" + std::to_string(i) + " = 1\n";
    CHECK(parse_scenario(text, "").findings.size() == 1000);
}
