// A session of foodvalley with one person at a seat and a facilitator, as most tests of the hub
// begin.
#pragma once

#include "support/hub_world.hpp"

#include <algorithm>

namespace dealtafel::test {

namespace client = protocol::client;
namespace command = rules::command;

inline bool any_with(const std::vector<std::string>& messages, std::string_view part) {
    return std::any_of(messages.begin(), messages.end(), [&](const std::string& message) {
        return message.find(part) != std::string::npos;
    });
}

struct Table {
    explicit Table(const std::string& party = "municipalities", std::uint64_t seed = 1,
                   int games = 1)
        : Table(scenario_entry("foodvalley"), party, seed, games) {}
    // The same with a changed foodvalley.
    explicit Table(core::ScenarioEntry entry, const std::string& party = "municipalities",
                   std::uint64_t seed = 1, int games = 1)
        : hub({std::move(entry)}, seed) {
        protocol::http::CreateSession wish;
        wish.scenario = "foodvalley";
        wish.seed = 5;
        wish.games = games;
        session = hub.create(wish);
        seat = hub.take_seat(session.code, party, "Noor");
        facilitator = hub.connect(session.code, session.facilitator_token, 0, "facilitator-1");
        player = hub.connect(session.code, seat.token, 0, "player-01");
    }
    void act(rules::Act wanted) {
        hub.send(facilitator, client::Act{++acts, 0, std::move(wanted)});
    }
    void say(std::uint64_t id, const std::string& words) {
        command::Say said;
        said.to = rules::Audience::all;
        said.text = hub.texts.take(words);
        hub.send(player, client::Command{id, said});
    }

    TestHub hub;
    protocol::http::SessionCreated session;
    protocol::http::SeatTaken seat;
    core::ConnectionId facilitator = 0;
    core::ConnectionId player = 0;
    std::uint64_t acts = 0;
};

}  // namespace dealtafel::test
