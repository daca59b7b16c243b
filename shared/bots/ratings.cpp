#include "bots/ratings.hpp"

#include <algorithm>

namespace dealtafel::bots {

namespace {

// A mark for who stands at `place` (from 0) in its trust, of whom `high` may be above 3.
int mark_of(Profile profile, std::size_t place, std::size_t high, Random& random) {
    switch (profile) {
        case Profile::cooperative: return place < high ? 4 : 3;
        case Profile::tough: return place < high ? 3 : 2;
        case Profile::erratic: {
            const std::size_t most = place < high ? 5 : 3;
            return 1 + static_cast<int>(random.below(most));
        }
    }
    return 3;
}

}  // namespace

void rate(const Mind& mind, Profile profile, Random& random, const Voice& voice, Turn& turn) {
    std::vector<rules::RatingView> due = mind.view().own->to_rate;
    std::stable_sort(due.begin(), due.end(),
                     [&](const rules::RatingView& a, const rules::RatingView& b) {
                         return mind.trust(a.party) > mind.trust(b.party);
                     });
    const std::size_t high = (due.size() + 1) / 2;
    int sum = 0;
    int given = 0;
    for (std::size_t place = 0; place < due.size(); ++place) {
        if (due[place].rating) continue;
        const int mark = mark_of(profile, place, high, random);
        turn.commands.emplace_back(rules::command::Rate{due[place].party, mark});
        sum += mark;
        ++given;
    }
    if (given == 0) return;
    const bool pleased = sum >= 3 * given;
    turn.commands.emplace_back(rules::command::Motivate{
        voice.say(pleased ? "bot.motivation.high" : "bot.motivation.low")});
}

}  // namespace dealtafel::bots
