// What will go wrong in one run, and how often: all of it is drawn from one seed.
#pragma once

#include "protocol/messages.hpp"

#include <cstdint>

namespace dealtafel::sim {

struct Plan {
    std::uint64_t seed = 1;
    int games = 1;              // of the session
    rules::DropOut drop_out{};  // what happens when people stay away
    int grace_seconds = 10;
    double held = 1;            // the chance that a seat is held by people
    double teams = 0;           // the chance that two people hold it

    // Until when trouble comes; afterwards all must come right by itself.
    std::int64_t troubled_ms = 0;

    // Lines: how long a message takes at most.
    std::int64_t delay_ms = 20;
};

// The plan of a seed.
Plan plan_of(std::uint64_t seed);

// The session that a plan wishes for: a round in minutes.
protocol::http::CreateSession session_of(const Plan& plan, const std::string& scenario);

}  // namespace dealtafel::sim
