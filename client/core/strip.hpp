// The strip at the top of the board: where the game is, what everybody waits for, and how long.
#pragma once

#include "core/scene.hpp"

namespace dealtafel::client {

struct StripPart {
    std::string place;  // the game and its round
    std::string stage;
    std::string note;   // "paused", "last call", "last minute", or nothing
    std::string ask;
    std::string clock;  // nothing where the stage has no length
    bool last_minute = false;
    bool operator==(const StripPart&) const = default;
};

StripPart strip_part(const Scene& scene);

}  // namespace dealtafel::client
