#include "bots/composer.hpp"

#include <algorithm>

namespace dealtafel::bots {

namespace {

constexpr double no_score = -1e6;
constexpr double shortfall = 3;  // what a lack of one whole span costs, and
constexpr double too_little = 1;  // what any lack costs
constexpr int dreams = 2;         // searches for oneself alone, and their
constexpr int dream_steps = 30;   // steps

}  // namespace

double Composer::score(double own, double suits) const {
    const double span = std::max(1.0, wish_.best - wish_.bottom);
    const double gain = std::clamp((own - wish_.bottom) / span, -1.0, 1.0);
    double sum = wish_.gives * suits + (1 - wish_.gives) * gain;
    if (own < wish_.asked) sum -= too_little + shortfall * (wish_.asked - own) / span;
    return sum;
}

void Composer::judge(Idea& idea, double to_beat) {
    idea.own = 0;
    idea.score = no_score;
    if (!mind_.legal(idea.deal)) return;
    idea.own = mind_.points(idea.deal);
    // What the others make of it takes longest to find out, and matters to few ideas.
    idea.score = score(idea.own, others_.suits_most());
    if (idea.score < to_beat || wish_.gives == 0) return;
    take_traits(idea.deal, mind_.scenario().parties.size(), traits_);
    const IdSet<PartyId> needed = rules::signatories(mind_.scenario(), idea.deal);
    idea.score = score(idea.own, others_.suits(mind_, traits_, needed));
}

Composer::Idea Composer::improve(rules::Deal from, int steps) {
    // A text that says what will count as success helps everybody; its words come when it is made.
    for (rules::Line& line : from.lines) line.result.empty = false;
    const analysis::Room room = mind_.room(from.region);
    mend(room, from);
    Idea best{std::move(from), 0, no_score};
    judge(best, no_score);
    Idea idea;
    for (int step = 0; step < steps; ++step) {
        idea.deal = best.deal;
        const std::size_t changes = 1 + random_.below(3);
        for (std::size_t change = 0; change < changes; ++change) vary(room, idea.deal, random_);
        for (rules::Line& line : idea.deal.lines) line.result.empty = false;
        mend(room, idea.deal);
        if (idea.deal == best.deal) continue;
        judge(idea, best.score);
        if (idea.score >= best.score) std::swap(idea, best);
    }
    return best;
}

double best_for_itself(const Mind& mind, RegionId region, Random& random) {
    const Others nobody(region, strategy_of(Profile::cooperative));
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
