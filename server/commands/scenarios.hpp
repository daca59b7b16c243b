// The scenarios that commands work on: found by path or by id, read, checked.
#pragma once

#include "base/result.hpp"
#include "commands/files.hpp"
#include "scenario/parse.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <optional>
#include <string>

namespace dealtafel::commands {

// Adds `--scenarios DIR` to a command; `folder` must outlive it.
void add_scenarios_option(CLI::App& command, std::string& folder);

// The folder of scenarios: the given one, else ./scenarios, else the one that was built with.
std::filesystem::path scenarios_folder(const std::string& given);

// The file that SCENARIO means: a path, or the id of a scenario in the folder.
std::filesystem::path scenario_path(const std::string& scenario, const std::string& folder);

struct ScenarioFile {
    std::filesystem::path path;
    std::string text;
    ParsedScenario parsed;
};

// Reads and checks a file.
Result<ScenarioFile, Unreadable> read_scenario_file(const std::filesystem::path& path);

struct LoadedScenario {
    std::filesystem::path path;
    std::string text;
    Scenario scenario;
    SessionChanges session = {};  // what its treatment sets of the session
};

// The scenario that a command works on. What is wrong with it goes to standard error; without a
// scenario the command ends with exit_refused.
std::optional<LoadedScenario> load_scenario(const std::string& scenario, const std::string& folder);
// The same under one of its treatments, where one is named.
std::optional<LoadedScenario> load_scenario(const std::string& scenario, const std::string& folder,
                                            const std::string& treatment);

}  // namespace dealtafel::commands
