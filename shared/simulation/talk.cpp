#include "simulation/talk.hpp"

namespace dealtafel::simulation {

namespace {

double joint_gain(const Scenario& scenario, const GameFigures& game, int round) {
    IdSet<PartyId> signatories;
    for (const TableFigures& table : game.tables) {
        if (table.round != round || !table.deal) continue;
        signatories = signatories | rules::signatories(scenario, *table.deal);
    }
    double gain = 0;
    for (const PartyId party : signatories) {
        gain += game.points[static_cast<std::size_t>(round - 1)][party.value] -
                scenario[party].reserve;
    }
    return gain;
}

}  // namespace

std::vector<double> joint_gains(const Scenario& scenario, std::span<const GameFigures> games,
                                int rounds) {
    std::vector<double> means;
    for (int round = 1; round <= rounds; ++round) {
        double sum = 0;
        for (const GameFigures& game : games) sum += joint_gain(scenario, game, round);
        means.push_back(games.empty() ? 0 : sum / static_cast<double>(games.size()));
    }
    return means;
}

}  // namespace dealtafel::simulation
