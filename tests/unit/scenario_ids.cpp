#include "scenario_text.hpp"

#include "scenario/reading/suggest.hpp"

#include <doctest/doctest.h>

using namespace dealtafel;
using dealtafel::tests::check_findings;
using dealtafel::tests::ScenarioText;

TEST_CASE("an id is words of lower-case letters and digits, joined by hyphens") {
    for (const char* good : {"a", "a1", "a-b", "a1-2b-3", "abc"}) {
        // The questionnaire is nobody's reference, so its id may be anything.
        const auto text = ScenarioText()
                              .plus("[[question]]")
                              .plus("id = \"" + std::string(good) + "\"")
                              .plus("when = \"before\"")
                              .plus("kind = \"text\"")
                              .plus("text = { nl = \"a\", en = \"a\" }");
        check_findings(text, {});
    }
    for (const char* bad : {"", "A", "1a", "-a", "a-", "a--b", "a_b", "a b", "\xc3\xa9", "a.b"}) {
        CAPTURE(bad);
        const auto text = ScenarioText()
                              .plus("[[question]]")
                              .plus("id = \"" + std::string(bad) + "\"")
                              .plus("when = \"before\"")
                              .plus("kind = \"text\"")
                              .plus("text = { nl = \"a\", en = \"a\" }");
        check_findings(text, {{73, 6, {"is no id"}}});
    }
    check_findings(ScenarioText().with(43, "capabilities = [\"research\", \"Homes\"]"),
                   {{43, 29, {"`Homes` cannot name a capability"}}});
}

TEST_CASE("whatever refers to a bad id is no second mistake") {
    check_findings(ScenarioText().with(63, "id = \"Protein\"").with(47, "challenge = \"Protein\""),
                   {{63, 6, {"`Protein` is no id"}}});
}

TEST_CASE("an id is given once in its kind, and may be given again in another") {
    check_findings(
        ScenarioText().with(51, "id = \"town\"").with(60, "members = [\"town\", \"rijk\"]"),
        {{51, 6, {"`town`", "another party before"}}});
    check_findings(
        ScenarioText().with(15, "id = \"work\"").with(21, "").with(67, "effects = {}").with(44, ""),
        {{15, 6, {"`work`", "another theme before"}}});
    check_findings(ScenarioText().with(58, "id = \"town\""), {});
}

TEST_CASE("an id that points nowhere is reported where it stands, with the nearest known") {
    check_findings(ScenarioText().with(40, "region = \"valey\""),
                   {{40, 10, {"region `valey`", "does not exist", "`valley`"}}});
    check_findings(ScenarioText().with(47, "challenge = \"protien\""),
                   {{47, 13, {"challenge `protien`", "`protein`"}}});
    check_findings(ScenarioText().with(60, "members = [\"town\", \"scool\"]"),
                   {{60, 20, {"party `scool`", "`school`"}}});
    check_findings(ScenarioText().with(61, "tie = 0.8\npurpose = [\"work\", \"helth\"]"),
                   {{62, 20, {"theme `helth`", "`health`"}}});
    check_findings(ScenarioText().with(64, "region = \"vallei\""),
                   {{64, 10, {"region `vallei`", "`valley`"}}});
    check_findings(ScenarioText().with(8, "party_order = [\"town\", \"rik\"]"),
                   {{8, 24, {"party `rik`", "`rijk`"}}});
    // Keys stand before their values: `effects = { ` is twelve characters.
    check_findings(ScenarioText().with(67, "effects = { helth = 6.0 }"),
                   {{67, 13, {"theme `helth`", "`health`"}}});
    check_findings(ScenarioText().with(21, "start = { helth = 6.0 }"),
                   {{21, 11, {"theme `helth`", "`health`"}}});
    check_findings(ScenarioText().with(21, "drift = { wrk = 6.0 }"),
                   {{21, 11, {"theme `wrk`", "`work`"}}});
    check_findings(ScenarioText().with(71,
                                       "spillover = [{ region = \"cost\", theme = \"wok\", "
                                       "effect = -1 }]\nseen_with = [\"homes\"]"),
                   {{71, 25, {"region `cost`", "`coast`"}}, {71, 41, {"theme `wok`", "`work`"}}});
    check_findings(ScenarioText()
                       .plus("[[tie]]")
                       .plus("a = \"rijk\"")
                       .plus("b = \"twn\"")
                       .plus("strength = 0.5"),
                   {{74, 5, {"party `twn`", "`town`"}}});
}

TEST_CASE("an interest names a region and a theme, or all of them") {
    check_findings(ScenarioText().with(44, "interests = { \"valley.helth\" = 1 }"),
                   {{44, 15, {"theme `helth`", "`health`"}}});
    check_findings(ScenarioText().with(44, "interests = { \"cost.*\" = 1 }"),
                   {{44, 15, {"region `cost`", "`coast`"}}});
    for (const char* bad : {"valley", "valley.", ".health", "a.b.c", ""}) {
        CAPTURE(bad);
        check_findings(ScenarioText().with(44, "interests = { \"" + std::string(bad) + "\" = 1 }"),
                       {{44, 15, {"\"region.theme\""}}});
    }
    // Without quotes a dot makes a table of its own.
    check_findings(ScenarioText().with(44, "interests = { valley.health = 1.0 }"),
                   {{44, 15, {"in quotes"}}});
    check_findings(ScenarioText().with(44, "interests = { \"*.*\" = \"1\" }"),
                   {{44, 23, {"`interests.*.*` must be a number"}}});
}

TEST_CASE("one list names a thing once") {
    check_findings(ScenarioText().with(60, "members = [\"town\", \"school\", \"town\"]"),
                   {{60, 30, {"`members` names `town` twice"}}});
    check_findings(ScenarioText().with(43, "capabilities = [\"research\", \"research\"]"),
                   {{43, 29, {"`capabilities` names `research` twice"}}});
}

TEST_CASE("a thing without a readable id may be the one that is meant") {
    // The challenge has lost its id, and the mandate of `town` refers to it.
    check_findings(ScenarioText().with(63, ""), {{62, 1, {"a challenge needs", "`id`"}}});
    check_findings(ScenarioText().with(63, "id = 7"), {{63, 6, {"`id` must be a text"}}});
}

TEST_CASE("there are at most 64 things of a kind") {
    ScenarioText text;
    for (int i = 1; i <= 62; ++i) {
        text = text.plus("[[theme]]\nid = \"t" + std::to_string(i) +
                         "\"\ntitle = { nl = \"a\", en = \"a\" }");
    }
    check_findings(text, {});  // two themes and these are 64
    // The next begins at line 71 + 3 * 62 + 1.
    text = text.plus("[[theme]]\nid = \"t63\"\ntitle = { nl = \"a\", en = \"a\" }");
    check_findings(text, {{258, 1, {"more than 64", "`theme`"}}});

    std::string list = "capabilities = [\"research\"";
    for (int i = 0; i < 64; ++i) list += ", \"c" + std::to_string(i) + "\"";
    list += "]";
    // `capabilities = [` is 16 characters, "research" 10, ten entries of 6 (`, "c0"`) and 53 of 7
    // (`, "c10"`) stand before the 65th, whose text begins two further on.
    check_findings(ScenarioText().with(43, list),
                   {{43, 16 + 10 + 10 * 6 + 53 * 7 + 2 + 1, {"more than 64", "`capability`"}}});
}

TEST_CASE("the nearest word is that which the fewest changes lead to") {
    using namespace dealtafel::reading;
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("abc", "abc") == 0);
    CHECK(edit_distance("abc", "acb") == 1);         // two neighbours swapped
    CHECK(edit_distance("kitten", "sitting") == 3);  // Levenshtein's classic: k-s, e-i, +g
    CHECK(edit_distance("ca", "abc") == 3);  // optimal string alignment: no edit within a swap
    const std::vector<std::string> known{"budget", "brief", "required"};
    CHECK(nearest("bugdet", known)->word == "budget");
    CHECK(nearest("bugdet", known)->likely);
    CHECK_FALSE(nearest("xyz", known)->likely);
    CHECK_FALSE(nearest("xyz", {}).has_value());
}
