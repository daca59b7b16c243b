// What goes on in all sessions, in figures that tell of nobody in particular.
#pragma once

#include "protocol/messages.hpp"

#include <cstddef>
#include <cstdint>
#include <map>

namespace dealtafel::core {

struct Figures {
    std::size_t sessions = 0;
    std::size_t members = 0;                             // who took a seat
    std::map<Stage, std::size_t> games;                  // that go on, by stage
    std::size_t stopped_games = 0;                       // damaged, or taken over by another server
    std::size_t waiting = 0;                             // requests that are not decided yet
    std::map<protocol::Role, std::size_t> connections;   // that said hello
    // Requests that were answered since the server started.
    std::uint64_t done = 0;
    std::uint64_t refused = 0;
};

}  // namespace dealtafel::core
