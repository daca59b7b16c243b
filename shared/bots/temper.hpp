// What makes one profile different from another: a strategy, and a few numbers. docs/bots.md says
// where the ideas come from.
#pragma once

#include "bots/bot.hpp"
#include "bots/strategy.hpp"

namespace dealtafel::bots {

struct Temper {
    // What it asks over time, and how it takes what the others do.
    const Strategy* strategy = nullptr;
    // How much the others count against its own points when it writes or chooses a text.
    double gives = 0.75;
    // How many texts it writes in a round.
    int texts_max = 3;
    // Whether it invites, shares and supports for the good of the table, or for itself alone.
    bool generous = true;
    // Whether it shares what it sees and tells its stances.
    bool talks = true;
    // Whether it threatens to leave when nothing that it could sign is in sight.
    bool threatens = false;
    // How often it acts on a whim, and signs what is below its bottom line.
    double whims = 0;
};

inline Temper temper_of(Profile profile, Talk talk = Talk::open) {
    Temper temper;
    temper.strategy = &strategy_of(profile);
    temper.talks = talk == Talk::open;
    if (profile == Profile::tough) {
        temper.gives = 0.5;
        temper.generous = false;
        temper.threatens = true;
    } else if (profile == Profile::erratic) {
        temper.gives = 0.6;
        temper.whims = 0.03;
    }
    return temper;
}

}  // namespace dealtafel::bots
