// What the author's check says of a scenario in which nothing is wrong, and of the same scenario
// made bad in one way: each by one change to one place.
#include "analysis/balance.hpp"
#include "scenario/parse.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>

namespace dealtafel::tests {

namespace {

using analysis::ProblemCode;
using Codes = std::set<ProblemCode>;

// Less than a user's check does, and enough for a scenario as small as this one.
constexpr analysis::Effort effort{4'000, 2'000, 8, 600, 15'000, 1};

std::string good_text() {
    std::ifstream file(BALANCE_SCENARIO);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// The good scenario with `to` in the place of `from`, which stands there once.
std::string changed(const std::string& from, const std::string& to) {
    std::string text = good_text();
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    REQUIRE(text.find(from, at + 1) == std::string::npos);
    return text.replace(at, from.size(), to);
}

analysis::Report check(const std::string& text) {
    const ParsedScenario parsed = parse_scenario(text, "good");
    for (const Finding& finding : parsed.findings) {
        CHECK_MESSAGE(finding.severity != Severity::error, finding.text);
    }
    REQUIRE(parsed.scenario);
    return analysis::balance(*parsed.scenario, effort, 1, [] {});
}

// Checks that a fault is found by its code, and nothing else but what `follows` from it.
void check_fault(const std::string& text, ProblemCode code, const Codes& follows = {}) {
    const analysis::Report report = check(text);
    bool found = false;
    for (const analysis::Problem& problem : report.problems) {
        found = found || problem.code == code;
        const bool expected = problem.code == code || follows.count(problem.code) > 0;
        CHECK_MESSAGE(expected, to_word(problem.code), " ", problem.what, ": ", problem.text);
    }
    CHECK_MESSAGE(found, to_word(code), " was not found");
}

// One more party at the table, that can do nothing.
std::string with_watchers(const std::string& fields) {
    return good_text() + R"(
[[party]]
id = "watchers"
kind = "civil-society"
title = { en = "Watchers" }
region = "valley"
budget = 0.0
interests = { "valley.health" = 1.0 }
public = { en = "The watchers." }
brief = { en = "The watchers." }
)" + fields + '\n';
}

const std::string town_reserve = "reserve = 4.5\n";
const std::string centre_reserve = "reserve = 1.5\ninterests = { \"valley.*\"";
const std::string town_form = "any = [\"decentralised\"], points = 4.0";

// The good scenario with one more wish of the town about a clause.
std::string town_wishes(const std::string& clause) {
    const std::string wish = "{ when = \"clause\", " + clause + ", text = { en = \"A wish.\" } },";
    return changed("text = { en = \"Free money.\" } },",
                   "text = { en = \"Free money.\" } },\n  " + wish);
}

}  // namespace

TEST_CASE("in the good scenario nothing is wrong") {
    const analysis::Report report = check(good_text());
    for (const analysis::Problem& problem : report.problems) {
        FAIL_CHECK(to_word(problem.code), " ", problem.what, ": ", problem.text);
    }
    CHECK(report.tables.size() == 2);
}

TEST_CASE("no-zone: a party that must sign asks more than any deal brings") {
    check_fault(changed(town_reserve, "reserve = 40.0\n"), ProblemCode::no_zone);
}

TEST_CASE("zone-too-narrow: a party that must sign asks much more than the median deal") {
    check_fault(changed(town_reserve, "reserve = 6.5\n"), ProblemCode::zone_too_narrow);
}

TEST_CASE("zone-too-wide: the centre is content with nearly anything") {
    check_fault(changed(centre_reserve, "reserve = 0.0\ninterests = { \"valley.*\""),
                ProblemCode::zone_too_wide);
}

TEST_CASE("party-cannot-gain: somebody would be better off without any deal") {
    check_fault(with_watchers("reserve = 30.0"), ProblemCode::party_cannot_gain,
                {ProblemCode::dead_party});
}

TEST_CASE("party-cannot-lose: somebody signs whatever there is") {
    check_fault(with_watchers("required = true\nreserve = -9.0"),
                ProblemCode::party_cannot_lose);
}

TEST_CASE("extreme-dominates: the strictest hierarchy does best for the region") {
    check_fault(good_text() + "\n[model]\nbuilt_in_hierarchy = -1.0\ncommitment_one_sided = 0.0\n"
                              "admin_hierarchy = 0.0\nadmin_upward = 0.0\n",
                ProblemCode::extreme_dominates,
                {ProblemCode::zone_too_narrow, ProblemCode::tension_uncontested,
                 ProblemCode::form_always, ProblemCode::form_never});
}

TEST_CASE("tension-uncontested: nobody asks for steering any more") {
    check_fault(changed("tension = \"steering\", value = 0.3, points = 3.0",
                        "tension = \"steering\", value = -0.3, points = 3.0"),
                ProblemCode::tension_uncontested, {ProblemCode::zone_too_wide});
}

TEST_CASE("recipe-wins: who stood in the recipe's way is paid by it") {
    check_fault(changed("when = \"conditions-at-most\", count = 1, points = 2.0",
                        "when = \"conditions-at-least\", count = 2, points = 5.5"),
                ProblemCode::recipe_wins, {ProblemCode::zone_too_wide});
}

TEST_CASE("clause-always: without the clause somebody loses more than a deal can make good") {
    check_fault(town_wishes("clause = \"review\", value = false, points = -5.0"),
                ProblemCode::clause_always);
}

TEST_CASE("clause-never: with the clause somebody loses more than a deal can make good") {
    check_fault(town_wishes("clause = \"information\", value = true, points = -5.0"),
                ProblemCode::clause_never);
}

TEST_CASE("form-always: every other form costs somebody too much") {
    check_fault(changed(town_form, "any = [\"specific\", \"partnership\"], points = -9.0"),
                ProblemCode::form_always,
                {ProblemCode::form_never, ProblemCode::zone_too_narrow,
                 ProblemCode::tension_uncontested, ProblemCode::dead_event});
}

TEST_CASE("form-never: the new form eats up the money") {
    check_fault(good_text() + "\n[model]\nadmin_partnership = 0.6\n", ProblemCode::form_never);
}

TEST_CASE("goal-never: a national goal costs more than it can bring") {
    check_fault(good_text() + "\n[model]\nsteering_effort = 8.0\nadmin_upward = 0.8\n",
                ProblemCode::goal_never);
}

TEST_CASE("dead-challenge: a challenge does next to nothing") {
    check_fault(changed("effects = { nature = 10.0, health = 3.0, work = -1.0 }",
                        "effects = { nature = 0.1, health = 0.1, work = -1.0 }"),
                ProblemCode::dead_challenge);
}

TEST_CASE("dead-party: somebody loses by every part in a deal, and need not sign") {
    std::string fields = "reserve = 2.5\nmandate = [\n";
    for (const std::string challenge : {"homes", "farms", "market", "care"}) {
        fields += "  { when = \"works-on\", challenge = \"" + challenge +
                  "\", points = -9.0, text = { en = \"Keep out.\" } },\n";
    }
    check_fault(with_watchers(fields + "]"), ProblemCode::dead_party);
}

TEST_CASE("dead-event: an event adds nothing to an urgency") {
    check_fault(changed("add = 0.3", "add = 0.0"), ProblemCode::dead_event);
}

TEST_CASE("too-long: the day needs more minutes than it has") {
    check_fault(changed("minutes = 120", "minutes = 60"), ProblemCode::too_long);
}

}  // namespace dealtafel::tests
