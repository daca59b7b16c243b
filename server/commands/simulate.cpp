#include "commands/balance.hpp"
#include "commands/commands.hpp"
#include "commands/progress.hpp"
#include "commands/scenarios.hpp"
#include "commands/simulated_games.hpp"
#include "json/codec.hpp"
#include "simulation/signature.hpp"
#include "simulation/talk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

namespace dealtafel::commands {

namespace {

namespace fs = std::filesystem;

struct Options {
    std::string scenario;
    std::string scenarios;  // the folder of scenarios, empty for the usual one
    std::optional<std::size_t> games;
    std::uint64_t seed = 1;
    std::vector<std::string> bots;
    std::string treatment;
    std::string out;
    std::size_t jobs = 0;
    bool signature = false;
    bool balance = false;
    bool json = false;
};

bots::Profile profile_of(const std::string& word) {
    if (const auto profile = from_word<bots::Profile>(word)) return *profile;
    throw CLI::ValidationError(
        "--bots", fmt::format("`{}` is no profile: there are {}", word,
                              fmt::join(words_of<bots::Profile>(), ", ")));
}

// Who plays which profile: entries are PARTY=PROFILE, or a PROFILE for all who are not named.
std::vector<bots::Profile> profiles_of(const Scenario& scenario, const Options& options) {
    std::vector<bots::Profile> profiles(scenario.parties.size(), bots::Profile::cooperative);
    for (const std::string& entry : options.bots) {
        if (entry.find('=') == std::string::npos) {
            std::fill(profiles.begin(), profiles.end(), profile_of(entry));
        }
    }
    for (const std::string& entry : options.bots) {
        const std::size_t at = entry.find('=');
        if (at == std::string::npos) continue;
        const std::string party = entry.substr(0, at);
        const auto seat = scenario.find<PartyId>(party);
        if (!seat) {
            throw CLI::ValidationError(
                "--bots", fmt::format("`{}` is no party of {}", party, scenario.id));
        }
        profiles[seat->value] = profile_of(entry.substr(at + 1));
    }
    return profiles;
}

int simulate(const Options& options) {
    if (options.scenario.empty()) throw CLI::RequiredError("SCENARIO");
    const auto loaded =
        load_scenario(options.scenario, options.scenarios, options.treatment);
    if (!loaded) return exit_refused;
    SimulationOrder order{loaded->scenario, loaded->text, profiles_of(loaded->scenario, options),
                          options.games.value_or(1), options.seed, options.jobs, std::nullopt,
                          bots::Talk::open};
    if (!options.out.empty()) order.out = options.out;
    if (!options.treatment.empty()) order.treatment = options.treatment;
    order.session = loaded->session;
    const auto games = play_games(order);
    if (!games) {
        std::cerr << games.error().text << '\n';
        return exit_refused;
    }
    const simulation::Summary summary =
        simulation::summarise(plan_of(order, 0), order.seed, *games);
    if (options.json) {
        std::cout << json::write(summary) << '\n';
    } else {
        std::cout << to_table(summary);
    }
    return exit_done;
}

// What bots reach of the joint gain that the search found, when they talk and when they do not.
Result<TalkFigures, Unreadable> worth_of_talk(const LoadedScenario& loaded, const Options& options,
                                              const analysis::Report& report) {
    constexpr std::size_t games = 20;
    const Scenario& scenario = loaded.scenario;
    SimulationOrder order{scenario,     loaded.text,  profiles_of(scenario, options),
                          options.games.value_or(games), options.seed, options.jobs, std::nullopt,
                          bots::Talk::open};
    TalkFigures talk;
    talk.games = static_cast<int>(order.games);
    talk.attainable.resize(static_cast<std::size_t>(scenario.rounds));
    for (const analysis::TableFigures& table : report.tables) {
        talk.attainable[static_cast<std::size_t>(table.round - 1)] += table.joint_gain.value_or(0);
    }
    for (const auto& [how, reached] : {std::pair{bots::Talk::open, &talk.sharing},
                                       std::pair{bots::Talk::silent, &talk.silent}}) {
        order.talk = how;
        const auto played = play_games(order);
        if (!played) return played.error();
        *reached = simulation::joint_gains(scenario, *played, scenario.rounds);
    }
    return talk;
}

int check_balance(const Options& options) {
    if (options.scenario.empty()) throw CLI::RequiredError("SCENARIO");
    const auto loaded =
        load_scenario(options.scenario, options.scenarios, options.treatment);
    if (!loaded) return exit_refused;
    CheckedScenario checked;
    {
        Progress progress("steps", analysis::ticks_of(loaded->scenario, checked.effort));
        checked.report = analysis::balance(loaded->scenario, checked.effort, options.seed,
                                           [&] { progress.done(); });
    }
    const auto talk = worth_of_talk(*loaded, options, checked.report);
    if (!talk) {
        std::cerr << talk.error().text << '\n';
        return exit_refused;
    }
    checked.talk = *talk;
    if (options.json) {
        std::cout << json::serialize(to_json(checked)) << '\n';
    } else {
        std::cout << to_table(checked);
    }
    return checked.report.problems.empty() ? exit_done : exit_refused;
}

// The files of all scenarios of a folder, by name.
std::vector<fs::path> all_scenarios(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

int print_signature(const Options& options) {
    std::vector<fs::path> files;
    if (options.scenario.empty()) {
        files = all_scenarios(scenarios_folder(options.scenarios));
    } else {
        files.push_back(scenario_path(options.scenario, options.scenarios));
    }
    std::vector<Scenario> scenarios;
    for (const fs::path& file : files) {
        auto loaded = load_scenario(file.string(), options.scenarios);
        if (!loaded) return exit_refused;
        scenarios.push_back(std::move(loaded->scenario));
    }
    if (scenarios.empty()) {
        std::cerr << "there is no scenario in " << scenarios_folder(options.scenarios) << '\n';
        return exit_refused;
    }
    std::cout << simulation::signature(scenarios) << '\n';
    return exit_done;
}

}  // namespace

void add_simulate(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    options->jobs = std::max(1U, std::thread::hardware_concurrency());
    CLI::App* command = app.add_subcommand(
        "simulate", "Play whole games by bots, without a network, and count what happens");
    command->add_option("SCENARIO", options->scenario, "A scenario's file or id");
    add_scenarios_option(*command, options->scenarios);
    command
        ->add_option("--games", options->games,
                     "How many games (1; with --balance 20 of bots that talk, 20 of silent ones)")
        ->check(CLI::Range(1, 1'000'000))
        ->type_name("N");
    command->add_option("--seed", options->seed, "The seed from which each game has its own (1)")
        ->type_name("S");
    command
        ->add_option("--bots", options->bots,
                     fmt::format("Who plays how: {} (the first if nothing is said); a PROFILE "
                                 "alone is for whoever is not named",
                                 fmt::join(words_of<bots::Profile>(), ", ")))
        ->delimiter(',')
        ->type_name("PARTY=PROFILE");
    CLI::Option* treatment =
        command
            ->add_option("--treatment", options->treatment,
                         "Play, or check, the scenario under one of its treatments")
            ->type_name("ID");
    CLI::Option* out =
        command
            ->add_option("--out", options->out,
                         "A folder for a record of each game (0001.jsonl) and its texts")
            ->type_name("DIR");
    command
        ->add_option("--jobs", options->jobs,
                     "Games that are played at once; the output is the same for every number")
        ->check(CLI::Range(1, 1024))
        ->type_name("N");
    CLI::Option* signature = command->add_flag(
        "--signature", options->signature,
        "Print one hash over a fixed set of games instead, of this scenario or all in the folder");
    signature->excludes(treatment);
    command
        ->add_flag("--balance", options->balance,
                   "Check a scenario's balance instead, as its author: search its deals, say what "
                   "is wrong and end 1 if something is")
        ->excludes(signature)
        ->excludes(out);
    command->add_flag("--json", options->json, "One JSON object instead of a table");
    command->callback([options, &exit_code] {
        exit_code = options->signature ? print_signature(*options)
                    : options->balance ? check_balance(*options)
                                       : simulate(*options);
    });
}

}  // namespace dealtafel::commands
