// What is counted of simulated games: first of each game for itself, then of all together, always
// in the order of the games, so that the sums are the same however the work was divided.
#pragma once

#include "simulation/play.hpp"

#include <boost/describe/class.hpp>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dealtafel::simulation {

// One round at one region's table.
struct TableFigures {
    int round = 0;
    std::optional<rules::Deal> deal;
    bool finding = false;  // of an audit
};

struct GameFigures {
    std::vector<TableFigures> tables;
    std::vector<std::vector<double>> points;  // by round (from 0) and party number
    std::vector<std::optional<double>> governance;    // by round
    std::vector<std::vector<double>> wellbeing;       // at the end, by region and theme number
    int refused = 0;  // commands that the rules refused
};

class Tally : public Watcher {
public:
    explicit Tally(const Scenario& scenario) : scenario_(scenario) {}

    void stepped(const rules::Request& request, const rules::Events& events,
                 const rules::State& after) override;
    void refused(const rules::Request& request, rules::Refusal refusal,
                 const rules::State& state) override;

    const GameFigures& figures() const { return figures_; }

private:
    const Scenario& scenario_;
    GameFigures figures_;
    IdSet<RegionId> findings_;
};

// Counts by word, as in {"decentralised": 12}; every word of the kind is there.
using Counts = std::map<std::string, int>;

struct PartySummary {
    double reserve = 0;
    double points = 0;                      // mean of all rounds
    std::optional<double> points_of_deals;  // mean of the rounds with a deal of its region
    int above_reserve = 0;  // in how many of those rounds it has its reserve or more
};

struct RoundSummary {
    int round = 0;
    int with_deal = 0;
    int without_deal = 0;
    Counts forms;
    Counts goals;  // of lines
    Counts accountability;
    Counts clauses;
    Counts conditions;
    double lines = 0;  // mean of the deals
    int findings = 0;  // of audits
    std::optional<double> governance;  // mean
    std::map<std::string, PartySummary> parties;
};

struct ScoreSummary {
    double start = 0;
    double end = 0;  // mean
};

struct Summary {
    std::string scenario;
    int games = 0;
    std::uint64_t seed = 0;
    std::map<std::string, std::string> bots;
    std::vector<RoundSummary> rounds;
    std::map<std::string, std::map<std::string, ScoreSummary>> wellbeing;
    int refused = 0;
};

Summary summarise(const Plan& plan, std::uint64_t session_seed,
                  std::span<const GameFigures> games);

BOOST_DESCRIBE_STRUCT(PartySummary, (), (reserve, points, points_of_deals, above_reserve))
BOOST_DESCRIBE_STRUCT(RoundSummary, (),
                      (round, with_deal, without_deal, forms, goals, accountability, clauses,
                       conditions, lines, findings, governance, parties))
BOOST_DESCRIBE_STRUCT(ScoreSummary, (), (start, end))
BOOST_DESCRIBE_STRUCT(Summary, (),
                      (scenario, games, seed, bots, rounds, wellbeing, refused))

}  // namespace dealtafel::simulation
