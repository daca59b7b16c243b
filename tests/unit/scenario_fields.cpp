#include "scenario_text.hpp"

#include <doctest/doctest.h>

using namespace dealtafel;
using dealtafel::tests::check_findings;
using dealtafel::tests::ScenarioText;

TEST_CASE("a scenario in which nothing is wrong has no findings") {
    check_findings(ScenarioText(), {});
}

TEST_CASE("an unknown field is reported at its name, with the nearest known") {
    check_findings(ScenarioText().with(8, "agenda_slot = 4"),
                   {{8, 1, {"unknown field `agenda_slot`", "`agenda_slots`"}}});
    check_findings(ScenarioText().with(39, "budget = 5\n  reserv = 6"),
                   {{40, 3, {"unknown field `reserv` in a party", "`reserve`"}}});
    check_findings(ScenarioText().with(67, "effects = { health = 6 }\nfoo = 1"),
                   {{68, 1, {"unknown field `foo` in a challenge", "nearest known"}}});
    // [model] has parameters: `frictoin = ` is one letter pair swapped.
    check_findings(ScenarioText().with(10, "frictoin = 0.2"),
                   {{10, 1, {"unknown parameter `frictoin`", "`friction`"}}});
}

TEST_CASE("a title of a capability that nobody has is reported with the nearest known") {
    check_findings(
        ScenarioText().with(8, "[capability]\nreserch = { nl = \"onderzoek\", en = \"x\" }"),
        {{9, 1, {"unknown capability `reserch`", "`research`"}}});
}

TEST_CASE("an unknown table is reported with the nearest known") {
    check_findings(ScenarioText().plus("[phase]").plus("agenda = 60"),
                   {{72, 2, {"unknown field `phase`", "`phases`"}}});
    // A new list of ties under a wrong name: no second finding for what is in it.
    check_findings(ScenarioText().plus("[[ties]]").plus("x = 1"),
                   {{72, 3, {"unknown field `ties`", "`tie`"}}});
}

TEST_CASE("a list under a misspelled name is one mistake: what it holds is not missing elsewhere") {
    // The challenge list is renamed; the mandate of `town` names a challenge of it.
    check_findings(ScenarioText().with(62, "[[chalenge]]"),
                   {{62, 3, {"unknown field `chalenge`", "`challenge`"}}});
    // The second party and everything after it moves into another list.
    check_findings(ScenarioText().with(33, "[[partie]]").with(45, "[[partie.mandate]]"),
                   {{33, 3, {"unknown field `partie`", "`party`"}}});
}

TEST_CASE("a missing field is reported at its table") {
    check_findings(ScenarioText().with(6, ""), {{1, 1, {"a scenario needs", "`minutes`"}}});
    check_findings(ScenarioText().with(32, ""), {{26, 1, {"a party needs", "`budget`"}}});
    check_findings(ScenarioText().with(69, ""), {{62, 1, {"a challenge needs", "`half`"}}});
    check_findings(ScenarioText().with(47, ""), {{45, 1, {"`includes`", "`challenge`"}}});
    // An inline table's place is that of its brace: `mandate = [` is eleven characters.
    check_findings(ScenarioText().with(56, "budget = 2.5\nmandate = [{ when = \"clause\" }]"),
                   {{57, 12, {"needs", "`clause`"}},
                    {57, 12, {"needs", "`points`"}},
                    {57, 12, {"needs", "`text`"}}});
}

TEST_CASE("a misspelled required field is one mistake") {
    check_findings(ScenarioText().with(4, "titel = { nl = \"Klein\", en = \"Small\" }"),
                   {{4, 1, {"unknown field `titel`", "`title`"}}});
    // Nor does its absence mislead the checks of the whole: this party may be the centre.
    check_findings(ScenarioText().with(28, "kidn = \"central-government\""),
                   {{28, 1, {"unknown field `kidn`", "`kind`"}}});
    // This may be the lead of `valley`.
    check_findings(ScenarioText().with(42, "laed = true"),
                   {{42, 1, {"unknown field `laed`", "`lead`"}}});
}

TEST_CASE("a field of another type is reported at its value") {
    check_findings(ScenarioText().with(7, "rounds = \"3\""),
                   {{7, 10, {"`rounds` must be a whole number", "a text"}}});
    check_findings(ScenarioText().with(7, "rounds = 3.0"),
                   {{7, 10, {"`rounds` must be a whole number", "a number with a point"}}});
    check_findings(ScenarioText().with(8, "selection = 0"),
                   {{8, 13, {"`selection` must be true or false"}}});
    check_findings(ScenarioText().with(4, "title = \"Klein\""),
                   {{4, 9, {"`title` must be a text in every language"}}});
    check_findings(ScenarioText().with(56, "budget = [2.5]"),
                   {{56, 10, {"`budget` must be a number", "a list"}}});
    check_findings(ScenarioText().with(56, "budget = 1979-05-27"),
                   {{56, 10, {"`budget` must be a number", "a date"}}});
    check_findings(ScenarioText().with(43, "capabilities = \"research\""),
                   {{43, 16, {"`capabilities` must be a list"}}});
    check_findings(ScenarioText().with(43, "capabilities = [\"research\", 7]"),
                   {{43, 29, {"`capabilities` must be a text in quotes", "a whole number"}}});
    check_findings(ScenarioText().with(67, "effects = [6.0]"),
                   {{67, 11, {"`effects` must be a table"}}});
    check_findings(ScenarioText().with(28, "kind = true"),
                   {{28, 8, {"`kind` must be a text in quotes"}}});
    check_findings(ScenarioText().with(1, "id = 5"), {{1, 6, {"`id` must be a text"}}});
}

TEST_CASE("a list of tables that is written as a table or value is one mistake") {
    check_findings(ScenarioText().with(62, "[challenge]"),
                   {{62, 1, {"`challenge` must be a list of tables", "[[challenge]]"}}});
    check_findings(ScenarioText().with(8, "tie = 3"), {{8, 7, {"`tie` must be a list of tables"}}});
    check_findings(ScenarioText().with(8, "tie = [3]"), {{8, 8, {"`tie` must be a table"}}});
}

TEST_CASE("a whole number stands for a number with a point") {
    CHECK(ScenarioText().with(61, "tie = 1").scenario().partnerships[0].tie == 1.0);
}

TEST_CASE("a text must have every language of the scenario, and no other") {
    check_findings(ScenarioText().with(19, "title = { nl = \"Vallei\" }"),
                   {{19, 9, {"`title`", "language `en`", "missing"}}});
    check_findings(ScenarioText().with(19, "title = { nl = \"V\", en = \"V\", fr = \"V\" }"),
                   {{19, 31, {"unknown language `fr`"}}});
    check_findings(ScenarioText().with(19, "title = { nl = \"Vallei\", em = \"Valley\" }"),
                   {{19, 26, {"unknown language `em`", "`en`"}}});
    check_findings(ScenarioText().with(19, "title = { nl = \"Vallei\", en = 3 }"),
                   {{19, 31, {"`en` must be a text"}}});
    check_findings(ScenarioText().with(19, "title = { nl = \"Vallei\", en = \" \" }"),
                   {{19, 31, {"`title` is empty in `en`"}, Severity::warning}});
}

TEST_CASE("where the languages cannot be read, texts are not blamed for it") {
    check_findings(ScenarioText().with(3, "langauges = [\"nl\", \"en\"]"),
                   {{3, 1, {"unknown field `langauges`", "`languages`"}}});
    check_findings(ScenarioText().with(3, "languages = []"), {{3, 13, {"`languages` must hold"}}});
    check_findings(ScenarioText().with(3, "languages = [\"nl\", \"English\"]"),
                   {{3, 20, {"`English` is no language"}}});
    check_findings(ScenarioText().with(3, "languages = [\"nl\", \"en\", \"nl\"]"),
                   {{3, 26, {"`languages` names `nl` twice"}}});
}

TEST_CASE("an id equals the name of its file") {
    const auto parsed = parse_scenario(ScenarioText().text(), "large");
    REQUIRE(parsed.findings.size() == 1);
    CHECK(parsed.findings[0].line == 1);
    CHECK(parsed.findings[0].column == 6);
    CHECK(parsed.findings[0].text.find("`large`") != std::string::npos);
    CHECK(parse_scenario(ScenarioText().text(), "").scenario.has_value());
}

TEST_CASE("only format 1 is read") {
    check_findings(ScenarioText().with(2, "format = 2"), {{2, 10, {"`format` must be"}}});
}
