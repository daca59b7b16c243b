// After the outcome: ratings, and what players make of the round.
#include "rules/decide/parts.hpp"
#include "rules/withholding.hpp"

#include <algorithm>

namespace dealtafel::rules {

namespace {

// A region that a new rating lifts above 2 gets all of the money again.
void add_lapses(const Asked& asked, const command::Rate& rate, Events& events) {
    if (asked.party != asked.scenario.centre) return;
    std::vector<RatingGiven> ratings = asked.state.ratings;
    std::erase_if(ratings, [&](const RatingGiven& given) {
        return given.rater == asked.party && given.rated == rate.party;
    });
    ratings.push_back({asked.party, rate.party, rate.rating});
    for (std::uint16_t at = 0; at < asked.state.regions.size(); ++at) {
        const RegionId region{at};
        if (asked.at(region).withholding == 0) continue;
        if (rated_low(mean_rating(asked.scenario, asked.state, region, ratings))) continue;
        events.emplace_back(event::Withheld{region, 0, true});
    }
}

}  // namespace

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
    Events events;
    events.emplace_back(event::Rated{asked.party, rate.party, rate.rating});
    add_lapses(asked, rate, events);
    return events;
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

Decision decide(const Asked& asked, const command::Withhold& withhold) {
    const State& state = asked.state;
    if (asked.party != asked.scenario.centre) return Refusal::wrong_seat;
    if (withhold.percent < 0 || withhold.percent > withheld_percent_max) return Refusal::bad_value;
    if (!has_next_round(state)) return Refusal::no_next_round;
    if (rated_upward(asked.scenario, state, withhold.region).empty()) {
        return Refusal::not_upward;
    }
    if (!rated_low(mean_rating(asked.scenario, state, withhold.region, state.ratings))) {
        return Refusal::rated_above_two;
    }
    return just(event::Withheld{withhold.region, withhold.percent});
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
