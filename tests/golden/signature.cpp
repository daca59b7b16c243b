// One hash over bot games of every scenario: the same with each compiler and at each level of
// optimisation, which the presets dev, release, clang and clang-release together show.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include "simulation/signature.hpp"

#include "scenario/parse.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace dealtafel {

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<Scenario> all_scenarios() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(SCENARIOS_FOLDER)) {
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<Scenario> scenarios;
    for (const fs::path& file : files) {
        ParsedScenario parsed = parse_scenario(text_of(file), file.stem().string());
        REQUIRE_MESSAGE(parsed.scenario, file.string());
        scenarios.push_back(std::move(*parsed.scenario));
    }
    return scenarios;
}

}  // namespace

TEST_CASE("this compiler plays the bots' games of all scenarios to the agreed signature") {
    CHECK(simulation::signature(all_scenarios()) + '\n' ==
          text_of(fs::path(GOLDEN_FOLDER) / "signature.txt"));
}

}  // namespace dealtafel
