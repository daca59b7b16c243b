// The subcommands of `dealtafel`: each file of this folder adds one to the program, with its
// options and a callback that does the work and sets the exit code.
//
// Results go to standard output, messages to standard error. A callback that finds the usage
// wrong throws CLI::ValidationError, which main reports and maps to exit_usage.
#pragma once

#include <CLI/CLI.hpp>

namespace dealtafel::commands {

inline constexpr int exit_done = 0;     // all is well
inline constexpr int exit_refused = 1;  // the input is refused, or a check failed
inline constexpr int exit_usage = 2;    // the command line itself is wrong

void add_backup(CLI::App& app, int& exit_code);
void add_branch(CLI::App& app, int& exit_code);
void add_serve(CLI::App& app, int& exit_code);
void add_evaluate(CLI::App& app, int& exit_code);
void add_replay(CLI::App& app, int& exit_code);
void add_simulate(CLI::App& app, int& exit_code);
void add_validate(CLI::App& app, int& exit_code);

}  // namespace dealtafel::commands
