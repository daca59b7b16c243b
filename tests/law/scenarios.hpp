// The scenarios that laws are held against: the real ones, and small ones made at random. And who
// can play them.
#pragma once

#include "base/random.hpp"
#include "bots/bot.hpp"
#include "scenario/parse.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace dealtafel::laws {

inline std::string foodvalley_text() {
    std::ifstream file(DEALTAFEL_SCENARIOS "/foodvalley.toml", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline const Scenario& foodvalley() {
    static const ParsedScenario parsed = parse_scenario(foodvalley_text(), "foodvalley");
    REQUIRE(parsed.scenario);
    return *parsed.scenario;
}

// Three small regions for one tranche: two compete, one is named.
inline std::string delta_text() {
    std::ifstream file(DEALTAFEL_DELTA, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline const Scenario& delta() {
    static const ParsedScenario parsed = parse_scenario(delta_text(), "delta");
    REQUIRE(parsed.scenario);
    return *parsed.scenario;
}

// Two regions with a table each and one without, a ministry, six challenges of which two are
// national; numbers, capabilities, wishes and lengths of phases at random. In most of them the
// regions compete for a tranche's money.
Scenario random_scenario(std::uint64_t seed);

// Every profile that a bot can have.
inline std::vector<bots::Profile> all_profiles() {
    std::vector<bots::Profile> all;
    for (const std::string& word : words_of<bots::Profile>()) {
        all.push_back(*from_word<bots::Profile>(word));
    }
    return all;
}

}  // namespace dealtafel::laws
