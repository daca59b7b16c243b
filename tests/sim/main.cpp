// Plays short games through trouble of all kinds and checks what must hold: docs/simulation.md.
#include "run.hpp"

#include "scenario/parse.hpp"

#include <CLI/CLI.hpp>

#include <fstream>
#include <iostream>
#include <sstream>

namespace dealtafel::sim {

namespace {

struct Options {
    int games = DEALTAFEL_SIM_GAMES;
    std::uint64_t seed = 1;
    bool one = false;  // the seed alone
    bool traces = false;
};

core::ScenarioEntry read_scenario() {
    std::ifstream file(DEALTAFEL_SCENARIOS "/kennismaking.toml");
    std::stringstream text;
    text << file.rdbuf();
    ParsedScenario parsed = parse_scenario(text.str(), "kennismaking");
    if (!parsed.scenario) throw std::runtime_error("the scenario kennismaking cannot be read");
    return {std::make_shared<const Scenario>(std::move(*parsed.scenario)), text.str()};
}

// What was found in all runs.
struct Found {
    int games = 0;
    int runs = 0;
    int bad_runs = 0;
    int bad_games = 0;
    std::map<std::string, int> happened;
};

void play(std::uint64_t seed, const core::ScenarioEntry& entry, bool traces, Found& found) {
    constexpr int shown_max = 5;
    Run run(seed, entry, traces);
    run.play();
    ++found.runs;
    found.games += run.games();
    for (const auto& [kind, count] : run.journal().happened()) found.happened[kind] += count;
    const auto& faults = run.journal().faults();
    if (faults.empty()) return;
    found.bad_games += run.games();
    if (++found.bad_runs > shown_max) return;
    std::cout << fmt::format("seed {}: {} faults; sim --seed {} --trace tells more\n", seed,
                             faults.size(), seed);
    for (std::size_t at = 0; at < faults.size() && at < shown_max; ++at) {
        std::cout << "  " << faults[at] << '\n';
    }
    std::cout << std::flush;  // so that it is told even where a later run is cut off
}

// In so many games every kind of trouble comes.
constexpr int all_come_games = 60;

// A simulation in which nothing goes wrong says nothing.
bool all_troubles_came(const Found& found) {
    bool all = true;
    for (const std::string& kind : words_of<Trouble>()) {
        if (found.happened.contains(kind)) continue;
        std::cout << "\nthis never came: " << kind;
        all = false;
    }
    return all;
}

int run(const Options& options) {
    const core::ScenarioEntry entry = read_scenario();
    Found found;
    std::uint64_t seed = options.seed;
    do {
        play(seed++, entry, options.traces, found);
    } while (!options.one && found.games < options.games);
    std::cout << fmt::format("{} games in {} runs, seeds {} to {}", found.games, found.runs,
                             options.seed, seed - 1);
    for (const auto& [kind, count] : found.happened) {
        std::cout << fmt::format("\n  {}: {}", kind, count);
    }
    const bool all_came = options.one || found.games < all_come_games || all_troubles_came(found);
    std::cout << fmt::format("\n{} runs with {} games have faults\n", found.bad_runs,
                             found.bad_games);
    return found.bad_runs == 0 && all_came ? 0 : 1;
}

}  // namespace

}  // namespace dealtafel::sim

int main(int argc, char** argv) {
    dealtafel::sim::Options options;
    CLI::App app("Plays short games through trouble of all kinds, and checks what must hold.");
    app.add_option("--games", options.games, "how many games at least");
    auto* seed = app.add_option("--seed", options.seed,
                                "of the first run; without --games of the only one");
    app.add_flag("--trace", options.traces, "tell all that happens");
    CLI11_PARSE(app, argc, argv);
    options.one = seed->count() > 0 && app.get_option("--games")->count() == 0;
    return dealtafel::sim::run(options);
}
