// What going back comes to: the first lines of a branch, the line that ends its parent, and the
// game as it stood there. A function of what is stored, so that it may run on a thread of its own.
#pragma once

#include "bots/bot.hpp"
#include "core/hub.hpp"
#include "record/writer.hpp"
#include "rules/game.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dealtafel::core {

// A place in the record of a game, and when the game stood there.
struct Point {
    std::uint64_t line = 0;  // the last line that is not undone
    std::int64_t at_ms = 0;
};

struct BranchOrder {
    std::shared_ptr<const Scenario> scenario;
    StoredStream parent;     // all that is stored of it
    record::Writer writer;   // that wrote its last line
    Point point;             // where to go back to; its line may be a later one of that request
    record::Origin origin;   // whose act it is
    std::int64_t at_ms = 0;
    std::string stream;      // of the branch
    std::string language;
};

struct Branched {
    std::optional<std::string> wrong;  // with the parent: there is nothing else then
    std::uint64_t line = 0;            // the last that both have
    std::string ending;                // the parent's last line
    std::vector<std::string> lines;    // of the branch
    std::vector<store::StoredText> texts;  // that those refer to
    rules::State state;
    std::int64_t stood_ms = 0;     // when, by the clock of that state, the game stood there
    std::vector<std::unique_ptr<bots::Bot>> bots;  // who heard all up to there, by party number
};

Branched branch_off(BranchOrder order);

// A bot for every seat of a game, whose seeds come from the id of its stream.
std::vector<std::unique_ptr<bots::Bot>> make_bots(const Scenario& scenario,
                                                  const std::string& stream,
                                                  const std::string& language);

}  // namespace dealtafel::core
