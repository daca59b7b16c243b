#include "scenario_text.hpp"

#include <doctest/doctest.h>

using namespace dealtafel;
using dealtafel::tests::check_findings;
using dealtafel::tests::ScenarioText;

namespace {

// A treatment at the lines 72 to 74, whose changes are line 75. `changes = { ` is twelve
// characters, so the first key stands in column 13.
ScenarioText with_treatment(const std::string& changes) {
    return ScenarioText()
        .plus("[[treatment]]")
        .plus("id = \"other\"")
        .plus("title = { nl = \"Anders\", en = \"Other\" }")
        .plus("changes = { " + changes + " }");
}

Scenario treated(const std::string& changes) {
    ParsedScenario parsed =
        parse_scenario_with_treatment(with_treatment(changes).text(), "small", "other");
    REQUIRE(parsed.scenario.has_value());
    return std::move(*parsed.scenario);
}

}  // namespace

TEST_CASE("a treatment is the scenario with other values, and the scenario stays as it is") {
    const std::string changes =
        R"(rounds = 2, "model.friction" = 0.12, "party.rijk.budget" = 15.0)";
    const Scenario plain = with_treatment(changes).scenario();
    CHECK(plain.rounds == 3);
    CHECK(plain.model.friction == 0.2);
    CHECK(plain[plain.centre].budget == Money{200});
    REQUIRE(plain.treatments.size() == 1);
    CHECK(plain.treatments[0].id == "other");
    REQUIRE(plain.treatments[0].changes.size() == 3);

    const Scenario other = treated(changes);
    CHECK(other.rounds == 2);
    CHECK(other.model.friction == 0.12);
    CHECK(other[other.centre].budget == Money{150});
    CHECK(other.source_sha256 == plain.source_sha256);
    CHECK(other.treatments.size() == 1);
}

TEST_CASE("a path leads to fields that the scenario leaves at their default") {
    CHECK(treated(R"("party.town.money_value" = 0.3)")
              .parties[2]  // rijk, school, town
              .money_value == 0.3);
    CHECK(treated(R"("phases.agenda" = [60, 30])").seconds(Stage::agenda, 2) == 30);
    CHECK(treated("agenda_slots = 2").agenda_slots == 2);
    CHECK(treated(R"("model.stale" = 0.5)").model.stale == 0.5);
}

TEST_CASE("a path leads to interests, whose keys have dots of their own, and into tables") {
    const Scenario other =
        treated(R"("party.town.interests.valley.health" = 2, "party.town.interests.*.*" = 0)");
    const std::vector<Interest>& interests = other.parties[2].interests;
    REQUIRE(interests.size() == 2);
    CHECK(interests[0].weight == 0);  // "*.*" comes before "valley.health"
    CHECK(interests[1].weight == 2);
    CHECK(treated(R"("party.town.interests.coast.work" = 3)").parties[2].interests.size() == 3);
    CHECK(treated(R"("challenge.protein.needs.homes" = 1)").challenges[0].needs.size() == 2);
    CHECK(treated(R"("challenge.protein.effects" = { work = 1 })").challenges[0].effects.size() ==
          1);
    CHECK(treated(R"(title = { nl = "Anders", en = "Other" })").title.by_language.at("en") ==
          "Other");
}

TEST_CASE("a treatment may set the session, within what a session allows") {
    check_findings(with_treatment(R"("session.forecast" = "exact", "session.grace" = 30, )"
                                  R"("session.same_draws" = true, "session.drop_out" = "wait", )"
                                  R"("session.second_look" = false)"),
                   {});
    // `changes = { "session.forecast" = ` is 33 characters.
    check_findings(with_treatment(R"("session.forecast" = "band")"),
                   {{75, 34, {"`forecast` must be one of", "`bands`"}}});
    check_findings(with_treatment(R"("session.grace" = -1)"),
                   {{75, 31, {"`grace`", "at least 0"}}});
    check_findings(with_treatment(R"("session.same_draws" = 1)"),
                   {{75, 36, {"`same_draws`", "true or false"}}});
    check_findings(with_treatment(R"("session.drop_out" = "stop")"),
                   {{75, 34, {"`drop_out` must be one of"}}});
    check_findings(with_treatment(R"("session.forcast" = "exact")"),
                   {{75, 13, {"unknown field `forcast`", "`forecast`"}}});
}

TEST_CASE("a path that leads nowhere is reported at the path") {
    check_findings(with_treatment(R"("party.rjik.budget" = 15)"),
                   {{75, 13, {"the party `rjik`", "`rijk`"}}});
    check_findings(with_treatment(R"("party.rijk.bugdet" = 15)"),
                   {{75, 13, {"unknown field `bugdet`", "`budget`"}}});
    check_findings(with_treatment(R"("modle.friction" = 0.1)"),
                   {{75, 13, {"unknown field `modle`", "`model`"}}});
    check_findings(with_treatment(R"("model.frictions" = 0.1)"),
                   {{75, 13, {"unknown parameter `frictions`", "`friction`"}}});
    check_findings(with_treatment(R"("event.flood.chance" = 0.1)"),
                   {{75, 13, {"the event `flood`", "does not exist"}}});
    check_findings(with_treatment(R"("rounds.first" = 1)"), {{75, 13, {"`rounds`", "a whole"}}});
    check_findings(with_treatment(R"("party.rijk" = 1)"), {{75, 13, {"a whole party"}}});
    check_findings(with_treatment(R"(model.friction = 0.1)"), {{75, 13, {"in quotes"}}});
}

TEST_CASE("a treatment changes neither ids nor languages nor treatments") {
    for (const char* path : {"id", "format", "languages", "treatment.other.title"}) {
        CAPTURE(path);
        check_findings(with_treatment("\"" + std::string(path) + "\" = \"x\""),
                       {{75, 13, {"cannot change"}}});
    }
    check_findings(with_treatment(R"("party.rijk.id" = "x")"), {{75, 13, {"cannot change an id"}}});
}

TEST_CASE("a value of a treatment is of the type and in the range of its field") {
    check_findings(with_treatment("rounds = 0"), {{75, 22, {"`rounds`", "from 1 to 99"}}});
    // `changes = { "model.friction" = ` is 31 characters.
    check_findings(with_treatment(R"("model.friction" = -1)"), {{75, 32, {"`friction`"}}});
    check_findings(with_treatment(R"("party.rijk.budget" = "15")"),
                   {{75, 35, {"`budget` must be a number"}}});
    check_findings(with_treatment(R"("party.rijk.budget" = 1.25)"),
                   {{75, 35, {"`budget`", "steps of 0.1"}}});
    check_findings(with_treatment(R"("challenge.protein.urgency" = [0.5, 2])"),
                   {{75, 49, {"`urgency`", "from 0 to 1"}}});
    check_findings(with_treatment(R"("challenge.protein.effects" = { helth = 1 })"),
                   {{75, 45, {"theme `helth`", "`health`"}}});
}

TEST_CASE("what a treatment breaks elsewhere is reported at its changes") {
    check_findings(with_treatment("selection = true"), {{75, 25, {"needs `tranche_budget`"}}});
    check_findings(with_treatment("selection = true, tranche_budget = 20"), {});
    check_findings(with_treatment(R"("party.town.lead" = false)"),
                   {{75, 11, {"with the treatment `other`", "`valley`", "`lead = true`"}}});
    check_findings(with_treatment(R"("party.school.kind" = "central-government")"),
                   {{75, 35, {"exactly one party"}}});
    check_findings(with_treatment("minutes = 60"),
                   {{75, 23, {"more than the 60"}, Severity::warning}});
}

TEST_CASE("what is wrong without a treatment is not reported again with it") {
    check_findings(with_treatment("rounds = 2").with(69, "half = 0"), {{69, 8, {"`half`"}}});
    check_findings(with_treatment("rounds = 2").with(42, ""), {{17, 1, {"`valley`"}}});
    // A party without an id cannot be found, and may be the one that is meant.
    check_findings(with_treatment(R"("party.school.budget" = 2)")
                       .with(51, "")
                       .with(60, "members = [\"town\", \"rijk\"]"),
                   {{50, 1, {"a party needs", "`id`"}}});
}

TEST_CASE("a treatment has an id of its own, a title and changes, which may be none") {
    check_findings(with_treatment(""), {});
    check_findings(with_treatment("").with(73, ""), {{72, 1, {"a treatment needs", "`id`"}}});
    check_findings(with_treatment("").with(75, "changes = []"), {{75, 11, {"must be a table"}}});
    check_findings(with_treatment("").plus("[[treatment]]\nid = \"other\"\n"
                                           "title = { nl = \"a\", en = \"a\" }\nchanges = {}"),
                   {{77, 6, {"`other`", "another treatment before"}}});
}

TEST_CASE("what a treatment sets of the session comes with its scenario, and nothing else") {
    const auto session = [](const std::string& changes) {
        return parse_scenario_with_treatment(with_treatment(changes).text(), "small", "other")
            .session;
    };
    const SessionChanges all = session(R"("session.forecast" = "exact", "session.grace" = 30, )"
                                       R"("session.same_draws" = true, )"
                                       R"("session.drop_out" = "wait", )"
                                       R"("session.second_look" = false)");
    CHECK(all.forecast == "exact");
    CHECK(all.grace_seconds == 30);
    CHECK(all.same_draws == true);
    CHECK(all.drop_out == "wait");
    CHECK(all.second_look == false);
    const SessionChanges none = session("rounds = 2");
    CHECK_FALSE(none.forecast);
    CHECK_FALSE(none.grace_seconds);
    CHECK_FALSE(none.same_draws);
    CHECK_FALSE(none.drop_out);
    CHECK_FALSE(none.second_look);
}

TEST_CASE("a treatment that does not exist is refused") {
    const auto parsed =
        parse_scenario_with_treatment(with_treatment("rounds = 2").text(), "small", "none");
    CHECK_FALSE(parsed.scenario.has_value());
    REQUIRE(parsed.findings.size() == 1);
    CHECK(parsed.findings[0].text.find("`none`") != std::string::npos);
}
