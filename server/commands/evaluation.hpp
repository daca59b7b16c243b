// What `dealtafel evaluate` finds out about one deal, as docs/tools.md has it: its problems, or its
// outcome with the points and the forecast. Described, so that it is the JSON that is printed.
#pragma once

#include "rules/deal_file.hpp"
#include "rules/outcome.hpp"
#include "rules/describe.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dealtafel::rules {

BOOST_DESCRIBE_STRUCT(NamedLine, (), (challenge, partners, goal, result, money))
BOOST_DESCRIBE_STRUCT(NamedDeal, (), (region, form, conditions, accountability, information,
    powers, coordination, review, lines))

}  // namespace dealtafel::rules

namespace dealtafel::commands {

// When the deal is carried out, as told on the command line.
struct Moment {
    int round = 1;
    int earlier_specific = 0;
    int unreviewed = 0;
    bool audited = false;
};

using Changes = IdMap<RegionId, IdMap<ThemeId, double>>;
using ByParty = IdMap<PartyId, double>;

struct ProblemTold {
    rules::ProblemCode code{};
    std::string where;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(ProblemTold, (), (code, where, text))

// A deal that has problems: it has no outcome.
struct Refused {
    bool legal = false;
    std::vector<ProblemTold> problems;
};
BOOST_DESCRIBE_STRUCT(Refused, (), (legal, problems))

struct ForecastTold {
    Changes delta;
    ByParty points;
};
BOOST_DESCRIBE_STRUCT(ForecastTold, (), (delta, points))

struct ExplanationTold {
    rules::Explanation deal;
    IdMap<PartyId, std::vector<rules::Part>> points;
    std::map<std::string, rules::Source> sources;  // of every rule that is named
};
BOOST_DESCRIBE_STRUCT(ExplanationTold, (), (deal, points, sources))

struct Evaluated {
    bool legal = true;
    std::vector<ProblemTold> problems;
    rules::Positions tension;
    double audit_chance = 0;
    double admin = 0;
    double commitment = 0;
    double chi = 0;
    std::vector<rules::LineOutcome> lines;
    Changes delta;
    ByParty spent;   // of every party that spends something
    ByParty points;  // of every party, each as if it had signed
    ForecastTold forecast;
    std::optional<ExplanationTold> explanation;
};
BOOST_DESCRIBE_STRUCT(Evaluated, (), (legal, problems, tension, audit_chance, admin, commitment,
    chi, lines, delta, spent, points, forecast, explanation))

// The problems of a deal, each with a sentence that says what would be right.
std::vector<ProblemTold> tell_problems(const Scenario& scenario,
                                       const std::vector<rules::Problem>& problems);

// The outcome of a deal without problems, at the start of a session: the scenario's trust and ties,
// nothing withheld. `moment.audited` needs the form `decentralised`.
Evaluated evaluate_deal(const Scenario& scenario, const rules::Deal& deal, const Moment& moment,
                        bool explain);

// The same for people: tables in English, with the rules and their sources where it is explained.
std::string to_table(const Scenario& scenario, const rules::Deal& deal, const Moment& moment,
                     const Evaluated& evaluated);

}  // namespace dealtafel::commands
