// The games of `simulate`, played on several threads; what comes out is the same for any number.
#pragma once

#include "base/result.hpp"
#include "commands/files.hpp"
#include "scenario/parse.hpp"
#include "simulation/figures.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace dealtafel::commands {

struct SimulationOrder {
    const Scenario& scenario;
    std::string toml;
    std::vector<bots::Profile> profiles;  // by party number
    std::size_t games = 1;
    std::uint64_t seed = 1;
    std::size_t jobs = 1;
    std::optional<std::filesystem::path> out;  // the folder of the records
    bots::Talk talk = bots::Talk::open;        // of every seat
    std::optional<std::string> treatment = std::nullopt;  // under which the scenario stands here
    SessionChanges session = {};                          // what that sets of the session
};

// The plan of game `index` (from 0).
simulation::Plan plan_of(const SimulationOrder& order, std::size_t index);

// Plays all games; the figures of game i stand at i. With `out` the record of each is written, and
// an error says which file could not be.
Result<std::vector<simulation::GameFigures>, Unreadable> play_games(const SimulationOrder& order);

// Figures for people.
std::string to_table(const simulation::Summary& summary);

}  // namespace dealtafel::commands
