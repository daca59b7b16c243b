// Plays whole games by bots, without a network and on a virtual clock: the same rules, views and
// feeds as on the server. A game is a function of its plan: the same plan gives the same game.
#pragma once

#include "bots/bot.hpp"
#include "record/texts.hpp"
#include "rules/game.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dealtafel::simulation {

struct Plan {
    const Scenario& scenario;
    rules::Settings settings;             // its seed is the game's
    std::vector<bots::Profile> profiles;  // by party number
    std::string language;                 // of the sentences that bots write
    bots::Talk talk = bots::Talk::open;   // of every seat
    // From which each bot has its own; none: that of the game.
    std::optional<std::uint64_t> bots_seed = std::nullopt;
};

// A plan with the scenario's own rounds and phases, and every seat played by one profile.
Plan plan_of(const Scenario& scenario, std::uint64_t game_seed, bots::Profile profile);

using Bots = std::vector<std::unique_ptr<bots::Bot>>;  // by party number
Bots make_bots(const Plan& plan);

// Sees a game while it is played; does nothing by itself.
class Watcher {
public:
    virtual ~Watcher() = default;
    // A request that was taken, with what it led to and the state after it.
    virtual void stepped(const rules::Request&, const rules::Events&, const rules::State&) {}
    // A request that was refused; the state is as it was.
    virtual void refused(const rules::Request&, rules::Refusal, const rules::State&) {}
    // A text of a bot, before the request that refers to it.
    virtual void wrote(const record::SaltedText&) {}
};

// Plays from the lobby until the game is closed. Seats are asked in party order, and a turn of
// virtual time passes between two rounds of asking; wall time begins at 0.
rules::State play(const Plan& plan, const Bots& bots, Watcher& watcher);

}  // namespace dealtafel::simulation
