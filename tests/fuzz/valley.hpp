// The small scenario that the fuzz targets play, read once.
#pragma once

#include "scenario/parse.hpp"

#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

namespace dealtafel::fuzz {

// What the file has none of.
inline constexpr std::string_view valley_more = R"(
[[event]]
id = "frost"
title = { en = "Frost" }
text = { en = "The harvest fails." }
phase = "negotiation"
chance = 0.5
once = false
changes = [
  { set = "budget", party = "city", multiply = 0.75 },
  { set = "trust", a = "rijk", b = "city", add = -0.15 },
]

[[question]]
id = "clear"
when = "reflection"
kind = "scale"
low = 1
high = 7
text = { en = "I knew what the others expected." }
)";

inline const std::string& valley_toml() {
    static const std::string text = [] {
        std::ifstream file(DEALTAFEL_VALLEY);
        std::string read{std::istreambuf_iterator<char>(file), {}};
        return read.append(valley_more);
    }();
    return text;
}

inline const std::shared_ptr<const Scenario>& valley() {
    static const auto scenario =
        std::make_shared<const Scenario>(parse_scenario(valley_toml(), "valley").scenario.value());
    return scenario;
}

}  // namespace dealtafel::fuzz
