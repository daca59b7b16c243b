#include "support/hub_world.hpp"

#include "base/draw.hpp"
#include "scenario/parse.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

namespace dealtafel::test {

namespace {

std::string file_text(const std::string& id) {
    std::ifstream file(std::string(DEALTAFEL_SCENARIOS) + "/" + id + ".toml");
    REQUIRE_MESSAGE(file.good(), "scenario " << id << " cannot be read");
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

// Nobody in these tests has to answer before it may play, but where a test asks its own questions.
std::string without_questions(std::string toml) {
    for (std::size_t at = toml.find("[[question]]"); at != std::string::npos;
         at = toml.find("[[question]]")) {
        const std::size_t next = toml.find("\n[[", at);
        toml.erase(at, next == std::string::npos ? next : next + 1 - at);
    }
    return toml;
}

core::ScenarioEntry entry_of(const std::string& id, std::string toml) {
    ParsedScenario parsed = parse_scenario(toml, id);
    for (const Finding& finding : parsed.findings) {
        if (finding.severity == Severity::error) FAIL(to_string(finding, id));
    }
    return {std::make_shared<const Scenario>(std::move(*parsed.scenario)), std::move(toml)};
}

}  // namespace

core::ScenarioEntry scenario_entry(const std::string& id) {
    return entry_of(id, without_questions(file_text(id)));
}

core::ScenarioEntry scenario_entry(const std::string& id, const std::string& from,
                                   const std::string& to) {
    std::string toml = without_questions(file_text(id));
    const std::size_t at = toml.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, "no such text in the scenario: " << from);
    toml.replace(at, from.size(), to);
    return entry_of(id, std::move(toml));
}

std::string HubWorld::random_bytes(std::size_t count) {
    std::string bytes;
    while (bytes.size() < count) {
        bytes.push_back(static_cast<char>(splitmix64(random_) >> 56));
        random_ += 0x9e3779b97f4a7c15ULL;
    }
    return bytes;
}

TestHub::TestHub(std::vector<core::ScenarioEntry> scenarios, std::uint64_t seed)
    : world(seed), hub(world, scenarios), scenario_(scenarios.front().scenario) {}

void TestHub::settle() {
    for (int count = 0; stores && !world.waiting.empty(); ++count) {
        if (count == 10'000) FAIL("the hub asks the store again and again");
        settle_one();
    }
    write_out();
}

void TestHub::settle_one() {
    const auto next = std::move(world.waiting.front());
    world.waiting.pop_front();
    if (const auto* append = get_if<store::Append>(&next)) {
        hub.appended(append->stream, world.store_append(*append), now_ms);
    } else if (const auto* computing = get_if<HubWorld::Computing>(&next)) {
        computing->job();
        computing->then(now_ms);
    } else {
        load(get<HubWorld::Load>(next));
    }
    write_out();
}

void TestHub::load(const HubWorld::Load& asked) {
    std::optional<store::StoredStream> held;
    if (world.reads) held = store::read_stream(world.store, asked.stream, asked.epoch);
    if (auto wrong = hub.loaded(asked.stream, std::move(held), now_ms)) {
        world.wrong.push_back(std::move(*wrong));
    }
}

void TestHub::write_out() {
    for (const core::ConnectionId connection : std::exchange(world.awake, {})) {
        if (stuck.contains(connection)) continue;
        for (std::string& message : hub.outbox(connection).take()) {
            received_[connection].push_back(std::move(message));
        }
        if (!half_stuck.contains(connection)) hub.outbox(connection).written();
    }
}

protocol::http::SessionCreated TestHub::create(const protocol::http::CreateSession& wish) {
    std::optional<protocol::http::SessionCreated> made;
    hub.create_session(wish, now_ms, [&](const auto& result) {
        REQUIRE_MESSAGE(result.has_value(), "the session was refused: " << result.error().code);
        made = *result;
    });
    settle();
    REQUIRE(made.has_value());
    return *made;
}

protocol::http::SeatTaken TestHub::take_seat(const std::string& code, const std::string& party,
                                             const std::string& name, int game) {
    std::optional<protocol::http::SeatTaken> taken;
    hub.take_seat(code, {game, party, name}, now_ms, [&](const auto& result) {
        REQUIRE_MESSAGE(result.has_value(), "the seat was refused: " << result.error().code);
        taken = *result;
    });
    settle();
    REQUIRE(taken.has_value());
    return *taken;
}

core::ConnectionId TestHub::connect(const std::string& code, const std::string& token,
                                    std::uint64_t seen, const std::string& client) {
    const core::ConnectionId connection = ++last_;
    REQUIRE(hub.opened(connection, code, now_ms));
    protocol::client::Hello hello;
    hello.protocol = protocol::version;
    hello.client = client;
    if (!token.empty()) hello.token = token;
    hello.seen = seen;
    send(connection, hello);
    return connection;
}

void TestHub::disconnect(core::ConnectionId connection) {
    world.awake.erase(connection);
    hub.closed(connection, now_ms);
    settle();
}

void TestHub::send(core::ConnectionId connection, const protocol::ClientMessage& message) {
    send_text(connection, protocol::write(message, json::Context{scenario_.get(), &texts}));
}

void TestHub::send_text(core::ConnectionId connection, std::string_view text) {
    hub.received(connection, text, now_ms);
    settle();
}

void TestHub::pass(std::int64_t ms) {
    const std::int64_t until = now_ms + ms;
    for (auto due = hub.deadline(); due && *due <= until; due = hub.deadline()) {
        now_ms = std::max(now_ms, *due);
        hub.tick(now_ms);
        settle();
    }
    now_ms = until;
}

}  // namespace dealtafel::test
