#include "play.hpp"

#include <algorithm>

namespace dealtafel::tests {

Scenario game_scenario() {
    Scenario made = small_scenario();
    for (const PartyId party : {city, farmers, ministry}) {
        made.parties[party.value].at_table = true;
    }
    for (Challenge& challenge : made.challenges) {
        for (const Need& need : challenge.needs) challenge.seen_with.insert(need.capability);
    }
    Challenge national = make_challenge("crime", {{health, 2.0}}, {{building, 1.0}}, 4.0, 0.5);
    national.national = true;
    made.challenges.push_back(national);
    for (Region& region : made.regions) {
        region.start = {50.0, 50.0};
        region.drift = {0.0, 0.0};
    }
    made.rounds = 2;
    made.phase_seconds = {{Stage::briefing, {100}},    {Stage::framework, {60}},
                          {Stage::agenda, {100}},      {Stage::negotiation, {900}},
                          {Stage::outcome, {60}},      {Stage::accountability, {60}},
                          {Stage::reflection, {60}}};
    return made;
}

Play::Play(Scenario made) : scenario(std::move(made)) {
    rules::Settings settings;
    settings.rounds = scenario.rounds;
    state = rules::initial_state(scenario, settings);
}

std::string Play::ask(PartyId party, rules::Command command) {
    return ask_as(party, party.value + 1U, std::move(command));
}

std::string Play::ask_as(PartyId party, std::uint32_t member, rules::Command command) {
    return take({now_ms, rules::SeatRequest{party, member, std::move(command)}});
}

std::string Play::act(rules::Act act, bool helper) {
    return take({now_ms, rules::FacilitatorRequest{std::move(act), helper}});
}

std::string Play::world(rules::World world) {
    return take({now_ms, rules::WorldRequest{world}});
}

void Play::pass(std::int64_t ms) {
    const std::int64_t until = now_ms + ms;
    for (auto due = rules::deadline(scenario, state); due && *due <= until;
         due = rules::deadline(scenario, state)) {
        now_ms = std::max(now_ms, *due);
        world(rules::world::Tick{});
    }
    now_ms = until;
}

void Play::begin(Stage stage, int round) {
    for (const PartyId party : scenario.all_parties()) {
        world(rules::world::Held{party, true});
        world(rules::world::Presence{party, true});
    }
    REQUIRE(act(act::Start{}) == "");
    skip_to(stage, round);
}

void Play::skip_to(Stage stage, int round) {
    for (int step = 0; state.stage != stage || state.round != round; ++step) {
        REQUIRE(step < 40);
        REQUIRE(act(act::Skip{}) == "");
    }
}

void Play::negotiate() {
    begin(Stage::agenda);
    agree_on_agenda();
}

void Play::agree_on_agenda() {
    for (const PartyId party : {city, farmers}) {
        if (!state.seats[party.value].sees.contains(protein)) {
            REQUIRE(ask(farmers, command::Share{protein, set_of({party})}) == "");
        }
        if (!state.seats[party.value].sees.contains(homes)) {
            REQUIRE(ask(city, command::Share{homes, set_of({party})}) == "");
        }
        REQUIRE(ask(party, command::Support{protein}) == "");
        REQUIRE(ask(party, command::Support{homes}) == "");
    }
    skip_to(Stage::negotiation);
    REQUIRE(region().agenda.size() == 2);
}

rules::Deal Play::sound_deal() const {
    rules::Deal deal;
    deal.region = valley;
    rules::Line line;
    line.challenge = homes;
    line.partners = {city, farmers};
    line.money[city] = Money{20};
    line.money[farmers] = Money{20};
    line.money[rijk] = Money{40};
    deal.lines = {line};
    return deal;
}

int Play::on_table(const rules::Deal& deal) {
    REQUIRE(ask(city, command::Amend{valley, 1, deal}) == "");
    const int version = static_cast<int>(region().versions.size());
    REQUIRE(ask(city, command::Put{valley, version}) == "");
    return version;
}

void Play::sign_by_all(int version) {
    for (const PartyId party : {city, farmers, rijk}) {
        REQUIRE(ask(party, command::Sign{valley, version}) == "");
    }
}

std::string Play::take(const rules::Request& request) {
    const rules::State before = state;
    auto led_to = rules::step(scenario, state, request);
    if (!led_to) {
        CHECK(state == before);
        return std::string(to_word(led_to.error()));
    }
    events.insert(events.end(), led_to->begin(), led_to->end());
    return "";
}

}  // namespace dealtafel::tests
