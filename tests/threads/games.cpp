// Games on two threads at once, as `simulate --jobs 2` plays them.
#include "commands/simulated_games.hpp"
#include "fuzz/valley.hpp"
#include "temporary_folder.hpp"

#include <doctest/doctest.h>

using namespace dealtafel;

TEST_CASE("games on two threads are written like those on one, and touch nothing of each other") {
    const auto written = [](std::size_t jobs) {
        const TemporaryFolder folder;
        commands::SimulationOrder order{.scenario = *fuzz::valley(),
                                        .toml = fuzz::valley_toml(),
                                        .profiles = {},
                                        .games = 4,
                                        .jobs = jobs,
                                        .out = folder / "records"};
        order.profiles.assign(order.scenario.parties.size(), bots::Profile::cooperative);
        CHECK(commands::play_games(order).has_value());
        std::string all;
        for (const char* name : {"records/0001.jsonl", "records/0004.jsonl"}) {
            std::ifstream file(folder / name, std::ios::binary);
            all.append(std::istreambuf_iterator<char>(file), {});
        }
        return all;
    };
    const std::string by_two = written(2);
    CHECK_FALSE(by_two.empty());
    CHECK(by_two == written(1));
}
