// Who is told of what happens, event by event: the seats of the small scenario, a facilitator, and
// somebody who only watches.
#include "readers.hpp"
#include "rules/feed.hpp"

using namespace dealtafel;
using namespace dealtafel::tests;

namespace {

const Readers everybody = {"rijk",   "city",        "farmers", "ministry",
                           "school", "facilitator", "watcher"};
// At the valley's table; the centre sits at every table, the facilitator sees all.
const Readers the_table = {"rijk", "city", "farmers", "ministry", "facilitator"};

class Told : public Play {
public:
    Told() { negotiate(); }
    Readers of(const rules::Event& event) const {
        return readers(scenario, [&](const rules::Viewer& viewer) {
            return !rules::project(scenario, state, event, viewer).empty();
        });
    }
};

event::Said said(rules::Audience to) {
    event::Said said;
    said.party = city;
    said.to = to;
    said.text = some_words();
    return said;
}

}  // namespace

TEST_CASE("talk reaches whom it is said to, who said it, and the facilitator") {
    const Told told;
    CHECK(told.of(said(rules::Audience::all)) == everybody);
    event::Said to_table = said(rules::Audience::table);
    to_table.region = valley;
    CHECK(told.of(to_table) == the_table);
    event::Said to_some = said(rules::Audience::parties);
    to_some.parties = set_of({school});
    CHECK(told.of(to_some) == Readers{"city", "school", "facilitator"});
    CHECK(told.of(said(rules::Audience::facilitator)) == Readers{"city", "facilitator"});
}

TEST_CASE("help is between a seat and the facilitator, who keeps notes alone") {
    const Told told;
    CHECK(told.of(event::HelpAsked{city, some_words()}) == Readers{"city", "facilitator"});
    CHECK(told.of(event::HelpAnswered{city, some_words()}) == Readers{"city", "facilitator"});
    CHECK(told.of(event::Noted{some_words()}) == Readers{"facilitator"});
    CHECK(told.of(event::Announced{some_words()}) == everybody);
}

TEST_CASE(
    "texts, backing and questions for a stance stay at the table; who took a stance is told "
    "to nobody") {
    const Told told;
    CHECK(told.of(event::VersionMade{valley, 2, city, 1, told.sound_deal()}) == the_table);
    CHECK(told.of(event::Backed{valley, city, 1}) == the_table);
    CHECK(told.of(event::TakenOff{valley, 1, {}}) == the_table);
    CHECK(told.of(event::StanceAsked{valley, 1}) == the_table);
    CHECK(told.of(event::StanceGiven{valley, city, 1, true, {}, {}}).empty());
    CHECK(told.of(event::PutOnTable{valley, 1, city}) == everybody);
    CHECK(told.of(event::Signed{valley, city, 1}) == everybody);
}

TEST_CASE("a look, points and a motivation are its seat's; the ratings of others come together") {
    const Told told;
    event::Looked look;
    look.region = valley;
    look.party = city;
    CHECK(told.of(look) == Readers{"city", "facilitator"});
    CHECK(told.of(event::Scored{city, 1.5, {}}) == Readers{"city"});
    CHECK(told.of(event::Rated{rijk, city, 4}).empty());
    CHECK(told.of(event::Motivated{rijk, some_words()}) == Readers{"rijk", "facilitator"});
    CHECK(told.of(event::Placed{city, 1, 0, 0, 0}).empty());
    CHECK(told.of(event::RatingsShown{}) == everybody);
}

TEST_CASE("ambitions, supports, pledges and readiness are told to nobody as they are made") {
    const Told told;
    CHECK(told.of(event::AmbitionSet{city, valley, health, 60}).empty());
    CHECK(told.of(event::Supported{city, homes, true}).empty());
    CHECK(told.of(event::Pledged{valley, city, Money{10}}).empty());
    CHECK(told.of(event::ReadySaid{city, true}).empty());
    CHECK(told.of(event::GraceRanOut{city}).empty());
}

TEST_CASE("of what is shared the sharer, those it is shared with and the facilitator know") {
    const Told told;
    CHECK(told.of(event::Shared{city, homes, set_of({school})}) ==
          Readers{"city", "school", "facilitator"});
}

TEST_CASE("a challenge that changes in urgency is told to who sees it") {
    Told told;
    event::EventHappened happened;
    happened.event = EventId{0};
    happened.urgency.push_back({protein, 0.1, {}, 0.5, 0.6});
    told.scenario.events.emplace_back();
    // Protein needs food and research, which the farmers and the school have; the city was told.
    CHECK(readers(told.scenario, [&](const rules::Viewer& viewer) {
              const auto items = rules::project(told.scenario, told.state, happened, viewer);
              return !get<rules::feed::ScenarioEventTold>(items.at(0)).urgency.empty();
          }) == Readers{"city", "farmers", "school", "facilitator"});
}
