// What a table finds in a round before anybody plays, and what events do to it.
#include "make_scenario.hpp"

#include "analysis/recipe.hpp"
#include "analysis/situation.hpp"

namespace dealtafel::tests {

namespace {

using analysis::Situation;

Situation situation(const Scenario& scenario, int round = 1) {
    return analysis::situation_of(scenario, valley, analysis::state_of_round(scenario, round));
}

ScenarioEvent make_event(double chance, std::optional<int> round, change::Change change) {
    ScenarioEvent event;
    event.id = "event";
    event.phase = Stage::framework;
    event.chance = chance;
    event.round = round;
    event.changes = {std::move(change)};
    return event;
}

double urgency(const Scenario& scenario, int round) {
    return analysis::state_of_round(scenario, round).urgency[homes.value];
}

}  // namespace

TEST_CASE("agendas hold as many challenges as there are slots, with and without a demanded one") {
    Scenario scenario = small_scenario();
    scenario.agenda_slots = 1;
    CHECK(analysis::agendas(situation(scenario)) ==
          std::vector<std::vector<ChallengeId>>{{protein}, {homes}});
    scenario.challenges[homes.value].national = true;
    CHECK(analysis::agendas(situation(scenario)) ==
          std::vector<std::vector<ChallengeId>>{{protein}, {protein, homes}});
    scenario.demands_max = 0;
    CHECK(analysis::agendas(situation(scenario)) ==
          std::vector<std::vector<ChallengeId>>{{protein}});
}

TEST_CASE("a deal with more challenges than slots fits on no agenda") {
    Scenario scenario = small_scenario();
    const rules::Deal deal = make_deal({make_line(protein, {school}, {}),
                                        make_line(homes, {city}, {})});
    scenario.agenda_slots = 2;
    CHECK(analysis::fits_agenda(situation(scenario), deal));
    scenario.agenda_slots = 1;
    CHECK_FALSE(analysis::fits_agenda(situation(scenario), deal));
    scenario.challenges[homes.value].national = true;
    CHECK(analysis::fits_agenda(situation(scenario), deal));
}

TEST_CASE("parties of another region cannot be partners, ministries can") {
    Scenario scenario = small_scenario();
    CHECK(situation(scenario).partners == set_of({city, farmers, school, ministry}));
    scenario.parties[school.value].region = elsewhere;
    CHECK(situation(scenario).partners == set_of({city, farmers, ministry}));
}

TEST_CASE("a certain event changes its round, and urgency stays changed") {
    Scenario scenario = small_scenario();
    scenario.challenges[homes.value].urgency = {0.5, 0.6};
    scenario.events = {make_event(1, 2, change::Urgency{homes, 0.1, std::nullopt})};
    CHECK(urgency(scenario, 1) == near(0.5));
    CHECK(urgency(scenario, 2) == near(0.7));
    CHECK(urgency(scenario, 3) == near(0.7));
    scenario.events[0].chance = 0.9;
    CHECK(urgency(scenario, 2) == near(0.6));
}

TEST_CASE("what comes after the negotiation counts from the next round on") {
    Scenario scenario = small_scenario();
    scenario.events = {make_event(1, 1, change::Trust{city, rijk, 0.2, std::nullopt})};
    scenario.events[0].phase = Stage::reflection;
    const double before = scenario.model.initial_trust;
    CHECK(analysis::state_of_round(scenario, 1).trust.get(city, rijk) == near(before));
    CHECK(analysis::state_of_round(scenario, 2).trust.get(city, rijk) == near(before + 0.2));
}

TEST_CASE("a changed budget lasts one round and is rounded to tenths") {
    Scenario scenario = small_scenario();
    scenario.parties[city.value].budget = Money{25};
    scenario.events = {make_event(1, 1, change::Budget{city, std::nullopt, 0.5})};
    CHECK(analysis::state_of_round(scenario, 1).budgets[city.value] == Money{13});
    CHECK(analysis::state_of_round(scenario, 2).budgets[city.value] == Money{25});
}

TEST_CASE("values stay in their ranges, and nobody who must be at a table leaves it") {
    Scenario scenario = small_scenario();
    for (const PartyId party : {city, farmers}) scenario.parties[party.value].at_table = true;
    scenario.events = {make_event(1, 1, change::Urgency{homes, 5, std::nullopt})};
    scenario.events[0].changes.push_back(change::AtTable{city, false});
    scenario.events[0].changes.push_back(change::AtTable{farmers, false});
    scenario.events[0].changes.push_back(change::ModelValue{"friction_cap", 7, std::nullopt});
    const rules::State state = analysis::state_of_round(scenario, 1);
    CHECK(state.urgency[homes.value] == 1);
    CHECK(state.regions[0].table == set_of({city}));
    CHECK(state.model.friction_cap == 1);
}

TEST_CASE("the recipe names who can, and spreads all the money that both sides may pay") {
    Scenario scenario = small_scenario();
    for (Party& party : scenario.parties) party.budget = Money{40};
    const Situation at = situation(scenario);
    const auto agenda = std::vector<ChallengeId>{protein, homes};
    const rules::Deal deal = analysis::recipe(at, agenda, Form::specific);
    CHECK(deal.form == Form::specific);
    CHECK(deal.conditions == 2);
    CHECK(deal.accountability == Accountability::mutual);
    CHECK_FALSE(deal.information);
    CHECK((deal.powers && deal.coordination && deal.review));
    REQUIRE(deal.lines.size() == 2);
    // Farmers bring food and the school research; the city alone can build.
    CHECK(deal.lines[0].partners == std::vector<PartyId>{farmers, school});
    CHECK(deal.lines[1].partners == std::vector<PartyId>{city});
    // 12 million from the region, of which the Rijk has only 4, evenly over both lines.
    CHECK(rules::money_of(deal, farmers) == Money{40});
    CHECK(rules::money_of(deal, city) == Money{40});
    CHECK(deal.lines[0].money.get(rijk) == Money{20});
    CHECK(deal.lines[1].money.get(rijk) == Money{20});
}

}  // namespace dealtafel::tests
