// The signature of how games go: one hash over a fixed set of bot games. It is the same on every
// machine and compiler, and changes when rules, bots or a scenario's numbers change what happens.
#pragma once

#include "scenario/scenario.hpp"

#include <span>
#include <string>

namespace dealtafel::simulation {

// The SHA-256, as 64 hexadecimal digits, over the record lines of the games of all scenarios, in
// order. Headers and chains are left out, and so are the program's version and the scenario's text.
std::string signature(std::span<const Scenario> scenarios);

}  // namespace dealtafel::simulation
