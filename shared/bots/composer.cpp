#include "bots/composer.hpp"

#include <algorithm>

namespace dealtafel::bots {

namespace {

constexpr double no_score = -1e6;
constexpr double shortfall = 3;  // what a lack of one whole span costs, and
constexpr double too_little = 1;  // what any lack costs
constexpr int dreams = 3;         // searches for oneself alone, and their
constexpr int dream_steps = 40;   // steps

}  // namespace

double Composer::score(const rules::Deal& deal, double own) const {
    const double span = std::max(1.0, wish_.best - wish_.bottom);
    const double gain = std::clamp((own - wish_.bottom) / span, -1.0, 1.0);
    double sum = wish_.gives * others_.suits(mind_, deal) + (1 - wish_.gives) * gain;
    if (own < wish_.asked) sum -= too_little + shortfall * (wish_.asked - own) / span;
    return sum;
}

Composer::Idea Composer::judged(rules::Deal deal) const {
    Idea idea{std::move(deal), 0, no_score};
    if (!mind_.legal(idea.deal)) return idea;
    idea.own = mind_.points(idea.deal);
    idea.score = score(idea.deal, idea.own);
    return idea;
}

Composer::Idea Composer::improve(rules::Deal from, int steps) {
    // A text that says what will count as success helps everybody; its words come when it is made.
    for (rules::Line& line : from.lines) line.result.empty = false;
    const analysis::Room room = mind_.room(from.region);
    mend(room, from);
    Idea best = judged(std::move(from));
    for (int step = 0; step < steps; ++step) {
        rules::Deal deal = best.deal;
        const std::size_t changes = 1 + random_.below(3);
        for (std::size_t change = 0; change < changes; ++change) vary(room, deal, random_);
        for (rules::Line& line : deal.lines) line.result.empty = false;
        mend(room, deal);
        Idea idea = judged(std::move(deal));
        if (idea.score >= best.score) best = std::move(idea);
    }
    return best;
}

double best_for_itself(const Mind& mind, RegionId region, Random& random) {
    const Others nobody(region);
    Composer composer(mind, nobody, Wish{0, 1e3, 0, 0}, random);
    const analysis::Room room = mind.room(region);
    double best = no_score;
    for (int dream = 0; dream < dreams; ++dream) {
        const Composer::Idea idea = composer.improve(invent(room, random), dream_steps);
        if (idea.score > no_score) best = std::max(best, idea.own);
    }
    return best;
}

}  // namespace dealtafel::bots
