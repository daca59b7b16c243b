// Sessions under a treatment: what it changes, what the record says of it, and after a restart.
#include "support/table.hpp"

#include "record/reader.hpp"

#include <doctest/doctest.h>

namespace dealtafel::test {

namespace {

// foodvalley with a treatment of the test's own.
core::ScenarioEntry entry() {
    return scenario_entry("foodvalley", "[[theme]]", R"([[treatment]]
id = "low-budget"
title = { nl = "Arm", en = "Poor" }
changes.rounds = 2
changes."party.rijk.budget" = 7.5
changes."session.forecast" = "none"
changes."session.grace" = 5
changes."session.same_draws" = true

[[treatment]]
id = "patient"
title = { nl = "Geduldig", en = "Patient" }
changes = { "session.drop_out" = "wait" }

[[treatment]]
id = "told"
title = { nl = "Verteld", en = "Told" }
changes = { "session.second_look" = true }

[[theme]])");
}

protocol::http::CreateSession wish(const std::string& treatment, int games = 1) {
    protocol::http::CreateSession made;
    made.scenario = "foodvalley";
    made.seed = 5;
    made.games = games;
    if (!treatment.empty()) made.treatment = treatment;
    return made;
}

std::string refusal_of(TestHub& hub, const protocol::http::CreateSession& wish) {
    std::string path;
    hub.hub.create_session(wish, hub.now_ms, [&](const auto& result) {
        REQUIRE(!result.has_value());
        CHECK(result.error().code == "malformed");
        path = result.error().path.value_or("");
    });
    return path;
}

// The records of all games, in the order of their numbers.
std::vector<record::Record> records(TestHub& hub) {
    std::map<int, record::Record> by_game;
    for (const std::string& stream : hub.world.store.list()) {
        auto record = record::read_record(store::read_stream(hub.world.store, stream, 0).lines);
        if (!record) continue;  // the session's own stream
        by_game.emplace(record->header.game.value_or(0), std::move(*record));
    }
    std::vector<record::Record> all;
    for (auto& [game, record] : by_game) all.push_back(std::move(record));
    return all;
}

}  // namespace

TEST_CASE("a session under a treatment plays by its values, and its records say so") {
    TestHub hub({entry()}, 1);
    const auto session = hub.create(wish("low-budget", 2));
    const auto games = records(hub);
    REQUIRE(games.size() == 2);
    for (const record::Record& game : games) {
        CHECK(game.header.treatment == "low-budget");
        CHECK(game.header.settings.rounds == 2);
        CHECK(game.header.settings.forecast == rules::ForecastMode::none_);
        CHECK(game.header.settings.grace_seconds == 5);
        // Read again, the record has the scenario as it is under the treatment.
        CHECK((*game.scenario)[game.scenario->centre].budget == Money{75});
        CHECK(game.header.settings.seed == 5);  // the same draws in every game
    }
    const auto seat = hub.take_seat(session.code, "municipalities", "Noor");
    const auto player = hub.connect(session.code, seat.token);
    CHECK(any_with(hub.received(player), R"("budget":7.5)"));
    // Who plays is not told which condition this is.
    CHECK_FALSE(any_with(hub.received(player), "low-budget"));
}

TEST_CASE("without a treatment a session is the scenario as it stands, with draws of its own") {
    TestHub hub({entry()}, 1);
    hub.create(wish("", 2));
    const auto games = records(hub);
    REQUIRE(games.size() == 2);
    CHECK_FALSE(games[0].header.treatment);
    CHECK(games[0].header.settings.rounds == 3);
    CHECK(games[0].header.settings.seed != games[1].header.settings.seed);
}

TEST_CASE("a session may ask for the same draws itself") {
    TestHub hub({entry()}, 1);
    auto same = wish("", 2);
    same.same_draws = true;
    hub.create(same);
    const auto games = records(hub);
    CHECK(games[0].header.settings.seed == 5);
    CHECK(games[1].header.settings.seed == 5);
}

TEST_CASE("a session goes on under its treatment after a restart") {
    TestHub hub({entry()}, 1);
    const auto session = hub.create(wish("low-budget"));
    std::vector<store::StoredStream> streams;
    for (const std::string& stream : hub.world.store.list()) {
        const std::uint64_t epoch = hub.world.store.take_over(stream);
        streams.push_back(store::read_stream(hub.world.store, stream, epoch));
    }
    TestHub again({entry()}, 2);
    again.world.store = hub.world.store;
    CHECK(again.hub.restore(streams, again.now_ms).empty());
    again.settle();
    const auto spectator = again.connect(session.code, "");
    CHECK(any_with(again.received(spectator), R"("budget":7.5)"));
}

TEST_CASE("an unknown treatment, and what it sets set again, are refused by their place") {
    TestHub hub({entry()}, 1);
    CHECK(refusal_of(hub, wish("rich")) == "treatment");
    auto twice = wish("low-budget");
    twice.forecast = rules::ForecastMode::exact;
    CHECK(refusal_of(hub, twice) == "forecast");
    twice = wish("low-budget");
    twice.grace_seconds = 10;
    CHECK(refusal_of(hub, twice) == "grace_seconds");
    twice = wish("low-budget");
    twice.same_draws = false;
    CHECK(refusal_of(hub, twice) == "same_draws");
    twice = wish("patient");
    twice.drop_out = rules::DropOut::end;
    CHECK(refusal_of(hub, twice) == "drop_out");
    twice = wish("told");
    twice.second_look = false;
    CHECK(refusal_of(hub, twice) == "second_look");
}

TEST_CASE("there is a second look unless a session is an experiment, or somebody says otherwise") {
    const auto has_one = [](const protocol::http::CreateSession& made) {
        TestHub hub({entry()}, 1);
        hub.create(made);
        return records(hub).at(0).header.settings.second_look;
    };
    CHECK(has_one(wish("")));
    CHECK_FALSE(has_one(wish("patient")));
    CHECK(has_one(wish("told")));
    auto said = wish("");
    said.second_look = false;
    CHECK_FALSE(has_one(said));
    said = wish("patient");
    said.second_look = true;
    CHECK(has_one(said));
}

TEST_CASE("what becomes of empty seats and of who drops out is in the record from the start") {
    TestHub hub({entry()}, 1);
    auto patient = wish("patient");
    patient.empty_seats = rules::EmptySeats::vacant;
    hub.create(patient);
    const auto games = records(hub);
    REQUIRE(games.size() == 1);
    CHECK(games[0].header.settings.drop_out == rules::DropOut::wait);
    CHECK(games[0].header.settings.empty_seats == rules::EmptySeats::vacant);
}

TEST_CASE("the list of scenarios names the treatments and what they set of a session") {
    TestHub hub({entry()}, 1);
    const std::string json = hub.hub.scenarios_json();
    CHECK(json.find(R"({"id":"low-budget","title":{"en":"Poor","nl":"Arm"},)"
                    R"("sets":["rounds","forecast","grace_seconds","same_draws"]})") !=
          std::string::npos);
}

}  // namespace dealtafel::test
