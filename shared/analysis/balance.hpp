// The author's check of a scenario: a search at every region's table in every round, its figures,
// and what is wrong by the codes of docs/scenarios.md.
#pragma once

#include "analysis/dead_events.hpp"
#include "analysis/search.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dealtafel::analysis {

enum class ProblemCode {
    no_zone,
    zone_too_narrow,
    zone_too_wide,
    party_cannot_gain,
    party_cannot_lose,
    extreme_dominates,
    tension_uncontested,
    recipe_wins,
    clause_always,
    clause_never,
    form_always,
    form_never,
    goal_never,
    dead_challenge,
    dead_party,
    dead_event,
    too_long
};
BOOST_DESCRIBE_ENUM(ProblemCode, no_zone, zone_too_narrow, zone_too_wide, party_cannot_gain,
                    party_cannot_lose, extreme_dominates, tension_uncontested, recipe_wins,
                    clause_always, clause_never, form_always, form_never, goal_never,
                    dead_challenge, dead_party, dead_event, too_long)

struct Problem {
    ProblemCode code{};
    std::string what;  // an id, or the word of a tension, form, goal or clause
    int round = 0;     // 0: the scenario as a whole
    std::string text;
};

// A share of a sample, with its standard error.
struct ShareFigures {
    double share = 0;
    double error = 0;
    int sample = 0;
};

struct PartyFigures {
    double reserve = 0;
    double median = 0;           // of plausible deals
    double below = 0;            // the share of plausible deals that bring it less
    std::optional<double> best;  // of the deals that suit all
};

struct TensionFigures {
    std::optional<double> lowest;   // of the parties' best deals
    std::optional<double> highest;
    std::optional<double> common;   // of the best common result
};

// In how many efficient deals something stands, by word or id.
using Counts = std::map<std::string, int>;

struct TableFigures {
    std::string region;
    int round = 1;
    ShareFigures plausible;
    ShareFigures near_recipe;
    ShareFigures recipe;  // of the agendas
    std::map<std::string, PartyFigures> parties;
    std::map<std::string, TensionFigures> tensions;
    std::optional<double> best_common;
    std::optional<double> joint_gain;  // the most that signatories have over their reserves
    int efficient = 0;
    Counts forms;
    Counts goals;
    Counts accountability;
    Counts clauses;
    Counts challenges;
    Counts partners;
    int judged = 0;
};

struct Report {
    std::string scenario;
    std::uint64_t seed = 1;
    std::vector<Problem> problems;
    std::vector<TableFigures> tables;
    int minutes = 0;         // as the scenario has them
    int minutes_needed = 0;
};

BOOST_DESCRIBE_STRUCT(Problem, (), (code, what, round, text))
BOOST_DESCRIBE_STRUCT(ShareFigures, (), (share, error, sample))
BOOST_DESCRIBE_STRUCT(PartyFigures, (), (reserve, median, below, best))
BOOST_DESCRIBE_STRUCT(TensionFigures, (), (lowest, highest, common))
BOOST_DESCRIBE_STRUCT(TableFigures, (),
                      (region, round, plausible, near_recipe, recipe, parties, tensions,
                       best_common, joint_gain, efficient, forms, goals, accountability, clauses,
                       challenges, partners, judged))
BOOST_DESCRIBE_STRUCT(Report, (),
                      (scenario, seed, problems, tables, minutes, minutes_needed))

// How often the check calls its `tick`.
std::size_t ticks_of(const Scenario& scenario, const Effort& effort);
Report balance(const Scenario& scenario, const Effort& effort, std::uint64_t seed,
               const std::function<void()>& tick);

}  // namespace dealtafel::analysis
