#include "explanations.hpp"

#include "support/explained.hpp"

#include <doctest/doctest.h>

namespace dealtafel::laws {

namespace {

using tests::adds_up;
using tests::close;
using tests::sum_of;
namespace event = rules::event;

struct Look {
    const Scenario& scenario;

    void operator()(const event::OutcomeTold& told) const {
        const rules::Explanation& why = told.explanation;
        const rules::Outcome& done = told.outcome;
        is_told(why.partnership, done.tension.partnership);
        is_told(why.steering, done.tension.steering);
        is_told(why.hierarchy, done.tension.hierarchy);
        is_told(why.audit_chance, done.audit_chance);
        is_told(why.admin, 1 - done.admin);
        is_told(why.commitment, done.commitment);
        is_told(why.chi, done.chi);
        std::vector<double> delta(done.delta.size(), 0.0);
        REQUIRE(why.lines.size() == done.lines.size());
        for (std::size_t i = 0; i < why.lines.size(); ++i) {
            CHECK(why.lines[i].challenge == done.lines[i].challenge);
            is_told(why.lines[i].yield, done.lines[i].yield);
            CHECK(adds_up(why.lines[i].effects));
            for (const rules::Part& part : why.lines[i].effects) {
                delta[part.region->value * scenario.themes.size() + part.theme->value] +=
                    part.amount;
            }
        }
        for (std::size_t i = 0; i < delta.size(); ++i) CHECK(close(delta[i], done.delta[i]));
    }
    void operator()(const event::Scored& scored) const {
        CHECK(close(sum_of(scored.parts), scored.points));
        CHECK(adds_up(scored.parts));
    }
    void operator()(const event::MovedOn& moved) const {
        for (const event::WellBeingMoved& change : moved.wellbeing) is_change(change);
        for (const event::PairMoved& change : moved.trust) is_change(change);
        for (const event::PairMoved& change : moved.ties) is_change(change);
        if (moved.common.governance) {
            CHECK(close(sum_of(moved.common.governance_parts), *moved.common.governance));
        }
        for (const event::Attainment& attained : moved.common.attainment) {
            is_told(attained.why, attained.attained);
        }
    }
    void operator()(const event::RatingsShown& shown) const {
        for (const event::PairMoved& change : shown.trust) is_change(change);
    }
    void operator()(const event::AgendaMade& made) const {
        REQUIRE(made.reasons.size() == made.challenges.size());
        for (std::size_t i = 0; i < made.reasons.size(); ++i) {
            CHECK(made.reasons[i].challenge == made.challenges[i]);
            CHECK(adds_up(made.reasons[i]));
        }
    }
    template <class Other>
    void operator()(const Other&) const {}

private:
    static void is_told(const rules::Part& why, double number) {
        CHECK_MESSAGE(why.amount == number, to_word(why.rule));
        CHECK_MESSAGE(adds_up(why), to_word(why.rule));
    }
    template <class Change>
    static void is_change(const Change& change) {
        CHECK(close(change.from + sum_of(change.parts), change.to));
        CHECK(adds_up(change.parts));
    }
};

}  // namespace

void explanation_adds_up(const Scenario& scenario, const rules::Event& event) {
    visit(Look{scenario}, event);
}

}  // namespace dealtafel::laws
