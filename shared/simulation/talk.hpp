// How much better off signatories are by their deals, of games in which bots talk or are silent.
#pragma once

#include "simulation/figures.hpp"

#include <span>
#include <vector>

namespace dealtafel::simulation {

// By round (from 0): the mean over games of what everybody who signed a deal has over its reserve,
// together. A round without a deal counts as nothing gained.
std::vector<double> joint_gains(const Scenario& scenario, std::span<const GameFigures> games,
                                int rounds);

}  // namespace dealtafel::simulation
