// What makes one profile different from another: a few numbers. docs/bots.md says where the ideas
// come from.
#pragma once

#include "bots/bot.hpp"

#include <algorithm>

namespace dealtafel::bots {

struct Temper {
    // What it asks at first and at last, as a part of the way from its bottom line to the best
    // that it found for itself.
    double asks_first = 0.5;
    double asks_last = 0;
    // How late it gives in: with 1 evenly over the time, with 3 late.
    int patience = 1;
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
    temper.talks = talk == Talk::open;
    if (profile == Profile::tough) {
        temper.asks_first = 0.8;
        temper.asks_last = 0.1;
        temper.patience = 3;
        temper.gives = 0.5;
        temper.texts_max = 3;
        temper.generous = false;
        temper.threatens = true;
    } else if (profile == Profile::erratic) {
        temper.gives = 0.6;
        temper.texts_max = 3;
        temper.whims = 0.03;
    }
    return temper;
}

// When a bot has given in as far as it will, as a part of the time for texts: what is left then is
// for finding a text that all can sign.
inline constexpr double gives_in_by = 0.85;

// What it asks above its bottom line now; `passed` is how much of the time for texts is over,
// 0..1. With patience p the demand has fallen by the p-th power of the time.
inline double asked_part(const Temper& temper, double passed) {
    double fallen = 1;
    const double part = std::clamp(passed / gives_in_by, 0.0, 1.0);
    for (int i = 0; i < temper.patience; ++i) fallen *= part;
    return temper.asks_first + (temper.asks_last - temper.asks_first) * fallen;
}

}  // namespace dealtafel::bots
