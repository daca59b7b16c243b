// Events of the scenario: when they are drawn, what they change and for how long, and who is told.
#include "play.hpp"

#include "rules/bands.hpp"
#include "rules/feed.hpp"
#include "messages/messages.hpp"

#include <algorithm>

namespace dealtafel::tests {

namespace {

// An event that happens at the start of a phase, whatever the draw.
ScenarioEvent certain(std::string id, Stage phase, std::vector<change::Change> changes) {
    ScenarioEvent event;
    event.id = std::move(id);
    event.title.by_language["en"] = "Title of " + event.id;
    event.phase = phase;
    event.chance = 1;
    event.changes = std::move(changes);
    return event;
}

// One that only the facilitator makes happen.
ScenarioEvent injected(std::vector<change::Change> changes) {
    ScenarioEvent event = certain("injected", Stage::negotiation, std::move(changes));
    event.chance = 0;
    return event;
}

Scenario with_events(std::vector<ScenarioEvent> events) {
    Scenario made = game_scenario();
    made.events = std::move(events);
    return made;
}

constexpr EventId first{0}, second{1}, third{2};

change::Change budget(PartyId party, std::optional<double> add, std::optional<double> multiply) {
    return change::Budget{party, add, multiply};
}

std::vector<rules::FeedItem> told(const Play& play, const rules::Viewer& viewer) {
    std::vector<rules::FeedItem> items;
    for (const rules::Event& event : play.events) {
        if (!holds_alternative<event::EventHappened>(event)) continue;
        for (auto& item : rules::project(play.scenario, play.state, event, viewer)) {
            items.push_back(std::move(item));
        }
    }
    return items;
}

rules::feed::ScenarioEventTold first_told(const Play& play, const rules::Viewer& viewer) {
    const auto items = told(play, viewer);
    REQUIRE(!items.empty());
    REQUIRE(holds_alternative<rules::feed::ScenarioEventTold>(items.front()));
    return get<rules::feed::ScenarioEventTold>(items.front());
}

}  // namespace

// The draws were computed with Python's integers from the published definitions of both functions
// (tests/oracle/draws.py), with seed 1.
TEST_CASE("events are drawn at the start of their phase, in file order, by their label") {
    ScenarioEvent flood = certain("flood", Stage::agenda, {});
    flood.chance = 0.5;
    ScenarioEvent report = certain("report", Stage::agenda, {});
    report.chance = 0;
    ScenarioEvent late = certain("late", Stage::agenda, {});
    late.round = 2;
    Play play(with_events({flood, report, late}));
    play.begin(Stage::framework);
    CHECK(play.happened<event::EventDrawn>().empty());
    play.skip_to(Stage::agenda);
    auto drawn = play.happened<event::EventDrawn>();
    REQUIRE(drawn.size() == 2);
    CHECK(drawn[0].event == first);
    CHECK(drawn[0].chance == 0.5);
    CHECK(drawn[0].draw == 0x1.613e07718549ep-2);
    CHECK(drawn[0].happens == true);
    CHECK(drawn[1].event == second);
    CHECK(drawn[1].draw == 0x1.0c2dd47fdaf6ep-2);
    CHECK(!drawn[1].happens);
    play.skip_to(Stage::agenda, 2);
    drawn = play.happened<event::EventDrawn>();
    CHECK(drawn.back().event == third);
    CHECK(drawn.back().draw == 0x1.417266ecae400p-11);
}

TEST_CASE("an event with once happens once a game, and another in every round") {
    ScenarioEvent again = certain("again", Stage::outcome, {});
    again.once = false;
    Play play(with_events({certain("once", Stage::outcome, {}), again}));
    play.begin(Stage::outcome, 2);
    const auto happened = play.happened<event::EventHappened>();
    REQUIRE(happened.size() == 3);
    CHECK(happened[0].event == first);
    CHECK(happened[1].event == second);
    CHECK(happened[2].event == second);
    // What cannot happen any more is not drawn either.
    CHECK(play.happened<event::EventDrawn>().size() == 3);
}

TEST_CASE("the facilitator injects an event in a running game, which counts for once") {
    Play play(with_events({certain("once", Stage::outcome, {})}));
    CHECK(play.act(act::Inject{first}) == "not-running");
    play.begin(Stage::briefing);
    CHECK(play.act(act::Inject{first}, true) == "not-allowed-to-helper");
    CHECK(play.act(act::Pause{}) == "");
    CHECK(play.act(act::Inject{first}) == "");
    CHECK(play.happened<event::EventHappened>().back().injected);
    CHECK(play.act(act::Inject{first}) == "already-so");
    CHECK(play.act(act::Resume{}) == "");
    play.skip_to(Stage::outcome);
    CHECK(play.happened<event::EventHappened>().size() == 1);
    CHECK(play.happened<event::EventDrawn>().empty());
}

TEST_CASE("changes of budgets last the round, in tenths with halves up, and not below 0") {
    Scenario scenario = with_events({certain("cuts", Stage::agenda,
                                             {budget(city, {}, 0.7), budget(farmers, -30.0, {}),
                                              budget(rijk, 0.3, {}), budget(school, {}, 0.9)})});
    scenario.parties[city.value].budget = Money{45};
    scenario.parties[school.value].budget = Money{41};
    Play play(scenario);
    play.begin(Stage::agenda);
    CHECK(play.state.budgets[city.value] == Money{32});    // 31.5
    CHECK(play.state.budgets[farmers.value] == Money{0});  // of 20 million
    CHECK(play.state.budgets[rijk.value] == Money{203});
    CHECK(play.state.budgets[school.value] == Money{37});  // 36.9
    CHECK(rules::view(play.scenario, play.state, {}).parties.find(city)->budget == Money{32});
    play.skip_to(Stage::framework, 2);
    CHECK(play.state.budgets[city.value] == Money{45});
    CHECK(play.state.budgets[farmers.value] == Money{200});
}

TEST_CASE("a budget that is injected in the briefing counts in the first round") {
    Play play(with_events({injected({budget(city, -5.0, {})})}));
    play.begin(Stage::briefing);
    CHECK(play.act(act::Inject{first}) == "");
    play.skip_to(Stage::negotiation);
    CHECK(play.state.budgets[city.value] == Money{150});
    play.skip_to(Stage::negotiation, 2);
    CHECK(play.state.budgets[city.value] == Money{200});
}

TEST_CASE("changes of urgency last, on top of the challenge's list, within 0..1") {
    Scenario scenario =
        with_events({certain("alarm", Stage::agenda,
                             {change::Urgency{protein, 0.3, {}},
                              change::Urgency{homes, {}, 0.5}})});
    scenario.challenges[protein.value].urgency = {0.5, 0.9};
    scenario.challenges[homes.value].urgency = {0.5, 0.25};
    Play play(scenario);
    play.begin(Stage::agenda);
    CHECK(play.state.urgency[protein.value] == near(0.8));
    CHECK(play.state.urgency[homes.value] == near(0.25));
    const auto view = rules::view(play.scenario, play.state, {school, false});
    CHECK(*view.own->urgency.find(protein) == near(0.8));
    play.skip_to(Stage::framework, 2);
    CHECK(play.state.urgency[protein.value] == 1);
    CHECK(play.state.urgency[homes.value] == near(0.125));
}

TEST_CASE("changes of trust, well-being and the model last and stay in their range") {
    Play play(with_events({certain("shock", Stage::framework,
                                   {change::Trust{city, rijk, -0.9, {}},
                                    change::WellBeing{valley, health, 70.0, {}},
                                    change::WellBeing{valley, work, {}, 0.5},
                                    change::ModelValue{"friction_cap", 3.0, {}},
                                    change::ModelValue{"friction", {}, 1.5}})}));
    play.begin(Stage::framework);
    CHECK(play.state.trust.get(rijk, city) == 0);
    CHECK(play.region().wellbeing[health.value] == 100);
    CHECK(play.region().wellbeing[work.value] == 25);
    CHECK(play.state.model.friction_cap == 1);
    CHECK(play.state.model.friction == near(0.15));
    const auto view = rules::view(play.scenario, play.state, {});
    REQUIRE(view.model.size() == 2);
    CHECK(view.model[0].parameter == "friction");
    CHECK(view.model[0].value == near(0.15));
    play.skip_to(Stage::framework, 2);
    CHECK(play.state.model.friction == near(0.15));
    CHECK(play.region().wellbeing[work.value] == 25);
}

TEST_CASE("no event makes it impossible that both sides pay") {
    Play play(with_events({certain("frugal", Stage::framework,
                                   {change::ModelValue{"centre_share_min", 0.7, {}}})}));
    play.begin(Stage::framework);
    // The region pays at least as much as the Rijk, so the Rijk cannot have to pay over half.
    CHECK(play.state.model.cofinancing_min == 1);
    CHECK(play.state.model.centre_share_min == near(0.5));
}

TEST_CASE("who does not know each other comes closer where an event raises the default tie") {
    Play play(with_events({certain("fair", Stage::framework,
                                   {change::ModelValue{"default_tie", 0.3, {}}})}));
    play.begin(Stage::framework);
    CHECK(play.state.ties.get(city, school) == near(0.5));
    CHECK(play.state.ties.get(city, farmers) == near(0.8));  // their circle's
}

TEST_CASE("an outcome and a forecast follow the changed model") {
    Play play(with_events({injected({change::ModelValue{"friction", 3.0, {}}})}));
    play.negotiate();
    const rules::Deal deal = play.sound_deal();
    const double before = rules::seat_forecast(play.scenario, play.state, city, deal).delta[1];
    CHECK(play.act(act::Inject{first}) == "");
    const double after = rules::seat_forecast(play.scenario, play.state, city, deal).delta[1];
    CHECK(after < before);
    play.sign_by_all(play.on_table(deal));
    play.skip_to(Stage::outcome);
    // friction = min(cap 0.5, 3.1 * 1 * (1 - 0.8)) of city and farmers
    CHECK(play.happened<event::OutcomeTold>().back().outcome.lines[0].friction == near(0.5));
}

TEST_CASE("a text that a changed model does not allow leaves the table") {
    Play play(with_events({injected({change::ModelValue{"line_min", 8.0, {}}})}));
    play.negotiate();
    const int version = play.on_table(play.sound_deal());
    CHECK(play.ask(city, command::Sign{valley, version}) == "");
    CHECK(play.act(act::Inject{first}) == "");
    CHECK(play.region().on_table == 0);
    CHECK(play.happened<event::TakenOff>().back().problem == rules::ProblemCode::line_min);
    CHECK(play.region().versions[static_cast<std::size_t>(version) - 1].signatures.empty());
}

TEST_CASE("signatures for more than a lowered budget fall; what is concluded stands") {
    Play play(with_events({injected({budget(farmers, {}, 0.05)})}));
    play.negotiate();
    play.sign_by_all(play.on_table(play.sound_deal()));
    const int concluded = play.region().concluded;
    rules::Deal dear = play.sound_deal();
    dear.lines[0].money[farmers] = Money{25};
    const int dearer = play.on_table(dear);
    CHECK(play.ask(farmers, command::Sign{valley, dearer}) == "");
    CHECK(play.ask(city, command::Sign{valley, dearer}) == "");
    CHECK(play.act(act::Inject{first}) == "");
    CHECK(play.state.budgets[farmers.value] == Money{10});
    const auto fallen = play.happened<event::Unsigned>();
    REQUIRE(fallen.size() == 1);
    CHECK(fallen[0].party == farmers);
    CHECK(fallen[0].version == dearer);
    CHECK(fallen[0].lapsed);
    CHECK(play.region().concluded == concluded);
}

TEST_CASE("a signature for no more than the lowered budget stands") {
    Play play(with_events({injected({budget(farmers, {}, 0.1)})}));
    play.negotiate();
    const int version = play.on_table(play.sound_deal());
    CHECK(play.ask(farmers, command::Sign{valley, version}) == "");
    CHECK(play.act(act::Inject{first}) == "");
    CHECK(play.state.budgets[farmers.value] == Money{20});  // and 2.0 is signed for
    CHECK(play.happened<event::Unsigned>().empty());
    CHECK(play.region().versions[static_cast<std::size_t>(version) - 1].signatures.contains(
        farmers));
}

TEST_CASE("whoever an event brings to a table sees its versions, and stays in later rounds") {
    Play play(with_events({injected({change::AtTable{school, true}})}));
    play.negotiate();
    play.ask(city, command::Amend{valley, 1, play.sound_deal()});
    CHECK(play.act(act::Inject{first}) == "");
    CHECK(play.region().table.contains(school));
    int versions = 0;
    for (const rules::FeedItem& item : told(play, {school, false})) {
        versions += holds_alternative<event::VersionMade>(item) ? 1 : 0;
    }
    CHECK(versions == 2);
    CHECK(told(play, {farmers, false}).size() == 1);
    play.skip_to(Stage::agenda, 2);
    CHECK(play.region().table.contains(school));
}

TEST_CASE("whoever an event takes from a table loses its signature, and stays away") {
    Play play(with_events({injected({change::AtTable{farmers, false}})}));
    play.negotiate();
    const int version = play.on_table(play.sound_deal());
    CHECK(play.ask(farmers, command::Back{valley, version}) == "");
    CHECK(play.ask(farmers, command::Sign{valley, version}) == "");
    CHECK(play.act(act::Inject{first}) == "");
    CHECK(!play.region().table.contains(farmers));
    CHECK(play.region().backing[farmers.value] == 0);
    CHECK(play.happened<event::TakenOff>().back().problem == rules::ProblemCode::not_at_table);
    play.skip_to(Stage::agenda, 2);
    CHECK(!play.region().table.contains(farmers));
}

TEST_CASE("an event brings a ministry to every table, and back to one that it walked away from") {
    Play play(with_events({injected({change::AtTable{ministry, true}})}));
    play.negotiate();
    CHECK(play.ask(ministry, command::WalkAway{valley}) == "");
    CHECK(!play.region().table.contains(ministry));
    CHECK(play.act(act::Inject{first}) == "");
    CHECK(play.region().table.contains(ministry));
    // Elsewhere there is no table.
    CHECK(!play.state.regions[elsewhere.value].table.contains(ministry));
}

TEST_CASE("no event takes the lead or a required party from its table, or brings the centre") {
    Play play(with_events({injected({change::AtTable{city, false}, change::AtTable{rijk, true}})}));
    play.begin(Stage::agenda);
    CHECK(play.act(act::Inject{first}) == "");
    CHECK(play.region().table.contains(city));
    CHECK(!play.region().table.contains(rijk));
    CHECK(play.happened<event::EventHappened>().back().tables.empty());
}

TEST_CASE("nobody is ready any more when an event happens") {
    Play play(with_events({injected({})}));
    play.begin(Stage::agenda);
    CHECK(play.ask(school, command::Ready{true}) == "");
    CHECK(play.act(act::Inject{first}) == "");
    CHECK(!play.state.seats[school.value].ready);
}

TEST_CASE("all are told of an event, and of a changed urgency only those who see the challenge") {
    Play play(with_events({injected({change::Urgency{protein, 0.1, {}},
                                     change::Trust{city, rijk, 0.1, {}}})}));
    play.begin(Stage::agenda);
    CHECK(play.act(act::Inject{first}) == "");
    for (const rules::Viewer& viewer :
         {rules::Viewer{}, rules::Viewer{city, false}, rules::Viewer{rijk, false}}) {
        const auto event = first_told(play, viewer);
        CHECK(event.title.by_language.at("en") == "Title of injected");
        CHECK(event.urgency.empty());
        CHECK(event.trust.size() == 1);
    }
    for (const rules::Viewer& viewer :
         {rules::Viewer{school, false}, rules::Viewer{farmers, false}, rules::Viewer{{}, true}}) {
        REQUIRE(first_told(play, viewer).urgency.size() == 1);
        CHECK(first_told(play, viewer).urgency[0].to == near(0.7));
    }
}

TEST_CASE("which events happened is for the facilitator; a draw is told to nobody") {
    ScenarioEvent never = injected({});
    never.phase = Stage::agenda;
    Play play(with_events({never, injected({})}));
    play.begin(Stage::agenda);
    CHECK(play.act(act::Inject{second}) == "");
    const auto of = [&](const rules::Viewer& viewer) {
        return rules::view(play.scenario, play.state, viewer).events_happened;
    };
    CHECK(of({{}, true}) == set_of({second}));
    CHECK(of({city, false}).empty());
    CHECK(of({}).empty());
    REQUIRE(play.happened<event::EventDrawn>().size() == 1);
    const rules::Event drawn = play.happened<event::EventDrawn>()[0];
    CHECK(rules::project(play.scenario, play.state, drawn, {city, false}).empty());
    CHECK(rules::project(play.scenario, play.state, drawn, {{}, true}).empty());
}

TEST_CASE("every parameter that an event may change has a name for people") {
    const std::vector<std::string> keys = messages::keys("nl");
    for (const ModelParameter& parameter : model_parameters()) {
        std::string key = "parameter." + std::string(parameter.name);
        std::replace(key.begin(), key.end(), '_', '-');
        CHECK_MESSAGE(std::find(keys.begin(), keys.end(), key) != keys.end(), key);
    }
}

}  // namespace dealtafel::tests
