#include "scenario_text.hpp"

#include <doctest/doctest.h>

using namespace dealtafel;
using dealtafel::tests::check_findings;
using dealtafel::tests::ScenarioText;

namespace {

const std::string two_options =
    R"(options = [{ nl = "Ja", en = "Yes" }, { nl = "Nee", en = "No" }])";

// A question at the lines 72 to 76, and one more line, 77.
ScenarioText with_question(const std::string& when, const std::string& kind,
                           const std::string& line) {
    return ScenarioText()
        .plus("[[question]]")
        .plus("id = \"trust\"")
        .plus("when = \"" + when + "\"")
        .plus("kind = \"" + kind + "\"")
        .plus("text = { nl = \"Vertrouwt u?\", en = \"Do you trust?\" }")
        .plus(line);
}

}  // namespace

TEST_CASE("a question of each kind is read") {
    const Question scale = with_question("reflection", "scale", "").scenario().questions.at(0);
    CHECK(scale.when == QuestionWhen::reflection);
    CHECK(scale.low == 1);
    CHECK(scale.high == 7);
    const Question choice = with_question("before", "choice", two_options + "\ncorrect = [1]")
                                .scenario()
                                .questions.at(0);
    CHECK(choice.kind == QuestionKind::choice);
    CHECK(choice.options.size() == 2);
    CHECK(choice.options[1].by_language.at("nl") == "Nee");
    CHECK(choice.correct == std::vector{1});
    CHECK(with_question("after", "text", "options = []\ncorrect = []")
              .scenario()
              .questions.at(0)
              .kind == QuestionKind::text);
}

TEST_CASE("a scale runs upward") {
    check_findings(with_question("after", "scale", "low = 7\nhigh = 1"),
                   {{78, 8, {"`high` (1) must be above `low` (7)"}}});
    check_findings(with_question("after", "scale", "high = 1"), {{77, 8, {"must be above"}}});
    check_findings(with_question("after", "scale", "high = 5.5"),
                   {{77, 8, {"`high` must be a whole number"}}});
    check_findings(with_question("after", "scale", "low = -3\nhigh = 3"), {});
}

TEST_CASE("a choice has options, and no other question has any") {
    check_findings(with_question("after", "choice", ""), {{72, 1, {"at least one text"}}});
    check_findings(with_question("after", "choice", "options = []"),
                   {{77, 11, {"at least one text"}}});
    check_findings(with_question("after", "scale", two_options), {{77, 11, {"only", "`choice`"}}});
    check_findings(with_question("after", "choice",
                                 "options = [{ nl = \"Ja\", en = \"Yes\" }, { nl = \"Nee\" }]"),
                   {{77, 39, {"language `en`"}}});
    check_findings(
        with_question("after", "choice", "options = [\"Ja\", \"Nee\"]"),
        {{77, 12, {"a text in every language"}}, {77, 18, {"a text in every language"}}});
}

TEST_CASE("correct options belong to a choice that is asked before, and exist") {
    check_findings(with_question("after", "choice", two_options + "\ncorrect = [0]"),
                   {{78, 11, {"`before`"}}});
    check_findings(with_question("before", "scale", "correct = [0]"), {{77, 11, {"`choice`"}}});
    check_findings(with_question("before", "choice", two_options + "\ncorrect = [0, 2]"),
                   {{78, 15, {"the option 2", "from 0"}}});
    check_findings(with_question("before", "choice", two_options + "\ncorrect = [-1]"),
                   {{78, 12, {"`correct`", "at least 0"}}});
    check_findings(with_question("before", "choice", two_options + "\ncorrect = [1, 1]"),
                   {{78, 15, {"the option 1 twice"}}});
}

TEST_CASE("a question is asked at one of three times, in one of three kinds") {
    check_findings(with_question("later", "text", ""), {{74, 8, {"`when` must be one of"}}});
    check_findings(with_question("after", "number", ""), {{75, 8, {"`kind` must be one of"}}});
}
