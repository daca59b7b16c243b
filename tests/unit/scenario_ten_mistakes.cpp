#include "scenario_text.hpp"

#include <doctest/doctest.h>

using namespace dealtafel;
using dealtafel::tests::check_findings;
using dealtafel::tests::ScenarioText;

TEST_CASE("ten different mistakes in one file are ten findings, in order of place") {
    const auto text = ScenarioText()
                          .with(5, "summary = { nl = \"Een proef.\" }")  // a language
                          .with(7, "rounds = \"three\"")                 // a type
                          .with(10, "frction = 0.2")                     // an unknown field
                          .with(15, "id = \"Health\"")                   // no id
                          .with(21, "start = { Health = 162 }")          // a range
                          .with(25, "outline = [[0, 0], [1, 1], [1, 0], [0, 1]]")  // crosses itself
                          .with(32, "budget = 20.05")                              // a step
                          .with(41, "required = false")                   // the lead's standing
                          .with(44, "interests = { \"valy.work\" = 1 }")  // points nowhere
                          .with(67, "effects = { Health = 6.0 }")
                          .with(69, "");  // a missing field
    check_findings(text, {{5, 11, {"`summary`", "language `en`"}},
                          {7, 10, {"`rounds` must be a whole number"}},
                          {10, 1, {"unknown parameter `frction`", "`friction`"}},
                          {15, 6, {"`Health` is no id"}},
                          {21, 20, {"`start.Health`", "from 0 to 100"}},
                          {25, 11, {"edges 1 and 3"}},
                          {32, 10, {"`budget`", "steps of 0.1"}},
                          {42, 8, {"`required = true`"}},
                          {44, 15, {"region `valy`", "`valley`"}},
                          {62, 1, {"a challenge needs", "`half`"}}});
}

TEST_CASE("a second ten: among them those that only the whole shows") {
    const auto text = ScenarioText()
                          .with(2, "format = 2")
                          .with(8, "tranche_budget = 40.0")
                          .with(18, "id = \"valley\"\nnaamd = true")
                          .with(28, "kind = \"central-goverment\"")
                          .with(40, "region = \"valley\"\nat_table = false")
                          .with(46, "when = \"works-in\"")
                          .with(60, "members = [\"town\", \"school\", \"town\"]")
                          .with(61, "tie = 1.8")
                          .with(68, "needs = {}")
                          .with(70, "urgency = [0.6, nan]");
    check_findings(text, {{2, 10, {"`format`"}},
                          {8, 18, {"`tranche_budget`"}},
                          {19, 1, {"unknown field `naamd`", "`named`"}},
                          {29, 8, {"`kind` must be one of", "`central-government`"}},
                          {42, 12, {"`at_table`"}},
                          {48, 8, {"`when` must be one of", "`works-on`"}},
                          {62, 30, {"`town` twice"}},
                          {63, 7, {"`tie`"}},
                          {70, 9, {"`needs`"}},
                          {72, 17, {"`urgency`", "finite"}}});
}

TEST_CASE("a finding is printed with its file, line and column") {
    CHECK(to_string({Severity::error, 12, 3, "this is wrong"}, "a/b.toml") ==
          "a/b.toml:12:3: error: this is wrong");
    CHECK(to_string({Severity::warning, 1, 1, "mind this"}, "b.toml") ==
          "b.toml:1:1: warning: mind this");
}
