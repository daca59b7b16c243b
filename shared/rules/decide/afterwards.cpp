// After the outcome: ratings, and what players make of the round.
#include "rules/decide/parts.hpp"

#include <algorithm>

namespace dealtafel::rules {

Decision decide(const Asked& asked, const command::Rate& rate) {
    if (rate.rating < 1 || rate.rating > 5) return Refusal::bad_value;
    int due = 0;
    bool may_rate = false;
    for (const RatingGiven& rating : ratings_due(asked.scenario, asked.state)) {
        if (rating.rater != asked.party) continue;
        ++due;
        may_rate = may_rate || rating.rated == rate.party;
    }
    if (!may_rate) return Refusal::nobody_to_rate;
    int high = rate.rating > 3 ? 1 : 0;
    for (const RatingGiven& given : asked.state.ratings) {
        const bool other = given.rater == asked.party && given.rated != rate.party;
        high += other && given.rating > 3 ? 1 : 0;
    }
    if (rate.rating > 3 && high > (due + 1) / 2) return Refusal::too_many_high;
    return just(event::Rated{asked.party, rate.party, rate.rating});
}

Decision decide(const Asked& asked, const command::Motivate& motivate) {
    const auto due = ratings_due(asked.scenario, asked.state);
    const bool rates = std::any_of(due.begin(), due.end(), [&](const RatingGiven& rating) {
        return rating.rater == asked.party;
    });
    if (!rates) return Refusal::nobody_to_rate;
    if (motivate.sentence.empty) return Refusal::empty_text;
    return just(event::Motivated{asked.party, motivate.sentence});
}

Decision decide(const Asked& asked, const command::Place& place) {
    for (const double value : {place.partnership, place.steering, place.hierarchy}) {
        if (value < -1 || value > 1) return Refusal::bad_value;
    }
    return just(event::Placed{asked.party, asked.member, place.partnership, place.steering,
                              place.hierarchy});
}

Decision decide(const Asked& asked, const command::Lesson& lesson) {
    if (lesson.text.empty) return Refusal::empty_text;
    return just(event::LessonWritten{asked.party, asked.member, lesson.text});
}

}  // namespace dealtafel::rules
