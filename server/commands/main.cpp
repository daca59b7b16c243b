#include "commands/commands.hpp"

#include <exception>
#include <iostream>

namespace {

using namespace dealtafel::commands;

// The library has an exit code of its own for every kind of wrong usage; ours are only three.
int report(const CLI::App& app, const CLI::ParseError& error) {
    return app.exit(error) == 0 ? exit_done : exit_usage;
}

}  // namespace

int main(int argc, char** argv) {
    int exit_code = exit_done;
    CLI::App app{"Dealtafel: negotiate deals between many public parties as a game", "dealtafel"};
    app.set_version_flag("--version", DEALTAFEL_VERSION);
    app.require_subcommand(1);
    add_serve(app, exit_code);
    add_evaluate(app, exit_code);
    add_replay(app, exit_code);
    add_branch(app, exit_code);
    add_backup(app, exit_code);
    add_simulate(app, exit_code);
    add_validate(app, exit_code);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return report(app, error);
    } catch (const std::exception& error) {
        std::cerr << "dealtafel: " << error.what() << '\n';
        return exit_refused;
    }
    return exit_code;
}
