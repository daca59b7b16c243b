// Seeks a text by small steps: one that gives the bot what it asks, and beyond that is as likely
// as it can find to suit the others.
#pragma once

#include "base/random.hpp"
#include "bots/others.hpp"

namespace dealtafel::bots {

// What a text is judged by, in own points.
struct Wish {
    double bottom = 0;  // its bottom line
    double asked = 0;   // what it asks now
    double best = 0;    // the most that it found for itself
    double gives = 0;   // how much the others count, 0..1
};

class Composer {
public:
    Composer(const Mind& mind, const Others& others, Wish wish, Random& random)
        : mind_(mind), others_(others), wish_(wish), random_(random) {}

    // How good a legal deal with these own points is to propose that suits the others so far; more
    // is better. What gives less than it asks is always worse than what gives enough.
    double score(double own, double suits) const;
    // Changes a deal step by step, each kept where it helps.
    struct Idea {
        rules::Deal deal;
        double own = 0;
        double score = 0;  // below any legal one's where the deal has problems
    };
    Idea improve(rules::Deal from, int steps);

private:
    // Scores an idea; one that cannot come up to `to_beat` gets a score below that, and no more.
    void judge(Idea& idea, double to_beat);

    const Mind& mind_;
    const Others& others_;
    Wish wish_;
    Random& random_;
    Traits traits_;  // of the idea that was judged last, kept for their memory
};

// The most own points that some searches for nothing else find in a region.
double best_for_itself(const Mind& mind, RegionId region, Random& random);

}  // namespace dealtafel::bots
