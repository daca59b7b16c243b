// The ways in which a round, a game and a session can end: for each one a short game that comes to
// it, and what must be found in its record. A session ends when the last of its games does.
#pragma once

#include "rules/events.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace dealtafel::tests {

struct Ending {
    std::string_view name;  // of the record's file, without .jsonl
    std::string_view what;  // for people
    // Whether these events are a game that came to this end.
    std::function<bool(const rules::Events&)> shows;
    // Plays the game; the text of its record.
    std::function<std::string()> play;
};

std::vector<Ending> endings();

}  // namespace dealtafel::tests
