// Outcome, what moves on, accountability and reflection.
#include "rules/evolve/parts.hpp"

#include <algorithm>

namespace dealtafel::rules {

namespace {

constexpr std::size_t trail_rounds_max = 3;

void apply_moved(State& state, const std::vector<event::PairMoved>& trust) {
    for (const event::PairMoved& pair : trust) state.trust.set(pair.a, pair.b, pair.to);
}

// What a region's round leaves to the next.
void close_round(const Change& change, RegionState& region) {
    RoundTrail trail{change.state.round, change.state.framework.stated, std::nullopt};
    if (region.concluded != 0) {
        const Deal& deal = version_of(region, region.concluded).deal;
        if (region.outcome) trail.practised = region.outcome->tension;
        region.earlier_specific += deal.form == Form::specific ? 1 : 0;
        region.unreviewed = deal.review ? 0 : region.unreviewed + 1;
    }
    region.trail.push_back(trail);
    if (region.trail.size() > trail_rounds_max) region.trail.erase(region.trail.begin());
}

}  // namespace

void apply(const Change&, const event::AuditDrawn&) {}

void apply(const Change& change, const event::OutcomeTold& told) {
    const std::size_t themes = change.scenario.themes.size();
    Outcome outcome = told.outcome;
    outcome.delta.assign(change.scenario.regions.size() * themes, 0);
    for (const auto& [region, changes] : told.delta) {
        for (const auto& [theme, amount] : changes) {
            outcome.delta[region.value * themes + theme.value] = amount;
        }
    }
    outcome.spent.assign(change.scenario.parties.size(), 0);
    for (const auto& [party, amount] : told.spent) outcome.spent[party.value] = amount;
    change.at(told.region).outcome = std::move(outcome);
}

void apply(const Change&, const event::NoDeal&) {}

void apply(const Change& change, const event::Scored& scored) {
    change.at(scored.party).points += scored.points;
}

void apply(const Change& change, const event::MovedOn& moved) {
    State& state = change.state;
    for (const event::WellBeingMoved& score : moved.wellbeing) {
        change.at(score.region).wellbeing[score.theme.value] = score.to;
    }
    apply_moved(state, moved.trust);
    for (const event::PairMoved& tie : moved.ties) state.ties.set(tie.a, tie.b, tie.to);
    if (moved.common.governance) state.governance = moved.common.governance;
    for (RegionState& region : state.regions) close_round(change, region);
    state.moved_on = true;
}

void apply(const Change& change, const event::Rated& rated) {
    std::vector<RatingGiven>& ratings = change.state.ratings;
    std::erase_if(ratings, [&](const RatingGiven& given) {
        return given.rater == rated.party && given.rated == rated.rated;
    });
    ratings.push_back({rated.party, rated.rated, rated.rating});
}

void apply(const Change&, const event::Motivated&) {}

void apply(const Change& change, const event::Withheld& withheld) {
    change.at(withheld.region).withholding = withheld.percent;
}

void apply(const Change& change, const event::RatingsShown& shown) {
    apply_moved(change.state, shown.trust);
    change.state.ratings_shown = true;
}

void apply(const Change&, const event::Placed&) {}
void apply(const Change&, const event::LessonWritten&) {}

}  // namespace dealtafel::rules
