#include "bots/ratings.hpp"

#include "rules/withholding.hpp"

#include <algorithm>

namespace dealtafel::bots {

namespace {

// A mark for who stands at `place` (from 0) in its trust, of whom `high` may be above 3.
int mark_of(Profile profile, std::size_t place, std::size_t high, Random& random) {
    switch (profile) {
        case Profile::tough: return place < high ? 3 : 2;
        case Profile::erratic: {
            const std::size_t most = place < high ? 5 : 3;
            return 1 + static_cast<int>(random.below(most));
        }
        default: return place < high ? 4 : 3;
    }
}

// What a centre keeps back of its money from a region that it rated low.
int percent_of(Profile profile, Random& random) {
    switch (profile) {
        case Profile::tough: return 10;
        case Profile::erratic:
            return static_cast<int>(random.below(rules::withheld_percent_max + 1));
        default: return 0;
    }
}

// Goes by the marks that stand after these commands.
void withhold(const Mind& mind, Profile profile, const IdMap<PartyId, int>& marks, Random& random,
              Turn& turn) {
    for (const rules::WithholdingView& region : mind.view().own->to_withhold) {
        int sum = 0;
        int given = 0;
        for (const PartyId party : region.rated) {
            sum += marks.get(party);
            given += marks.find(party) != nullptr ? 1 : 0;
        }
        if (given == 0 || !rules::rated_low(static_cast<double>(sum) / given)) continue;
        const int percent = percent_of(profile, random);
        if (percent == region.percent) continue;
        turn.commands.emplace_back(rules::command::Withhold{region.region, percent});
    }
}

}  // namespace

void rate(const Mind& mind, Profile profile, Random& random, const Voice& voice, Turn& turn) {
    std::vector<rules::RatingView> due = mind.view().own->to_rate;
    std::stable_sort(due.begin(), due.end(),
                     [&](const rules::RatingView& a, const rules::RatingView& b) {
                         return mind.trust(a.party) > mind.trust(b.party);
                     });
    const std::size_t high = (due.size() + 1) / 2;
    IdMap<PartyId, int> marks;
    int sum = 0;
    int given = 0;
    for (std::size_t place = 0; place < due.size(); ++place) {
        if (due[place].rating) {
            marks[due[place].party] = *due[place].rating;
            continue;
        }
        const int mark = mark_of(profile, place, high, random);
        marks[due[place].party] = mark;
        turn.commands.emplace_back(rules::command::Rate{due[place].party, mark});
        sum += mark;
        ++given;
    }
    if (given == 0) return;
    const bool pleased = sum >= 3 * given;
    turn.commands.emplace_back(rules::command::Motivate{
        voice.say(pleased ? "bot.motivation.high" : "bot.motivation.low")});
    withhold(mind, profile, marks, random, turn);
}

}  // namespace dealtafel::bots
