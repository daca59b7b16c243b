// Scenarios that the administrator sends.
#include "core/limits.hpp"
#include "support/table.hpp"

#include <doctest/doctest.h>

namespace dealtafel::test {

namespace {

// The reply to a scenario that was sent: none yet, the id of what it is, or the refusal's code.
struct Sent {
    std::string became;
    core::Reply<protocol::http::ScenarioSummary> reply() {
        return [this](const auto& result) {
            became = result ? result->id : result.error().code;
        };
    }
};

std::string with_id(const std::string& id) {
    std::string toml = scenario_entry("foodvalley").toml;
    const std::string before = "id = \"foodvalley\"";
    return toml.replace(toml.find(before), before.size(), "id = \"" + id + "\"");
}

void compute_all(HubWorld& world) {
    while (!world.waiting.empty()) {
        const auto next = std::move(world.waiting.front());
        world.waiting.pop_front();
        get<HubWorld::Computing>(next).job();
        get<HubWorld::Computing>(next).then(0);
    }
}

}  // namespace

TEST_CASE("while a scenario is read and kept the others play on, and it is there afterwards") {
    Table table;
    table.hub.stores = false;
    Sent sent;
    table.hub.hub.add_scenario(with_id("sent"), sent.reply());
    CHECK(sent.became.empty());
    CHECK(table.hub.hub.scenarios_json().find("\"sent\"") == std::string::npos);
    CHECK(table.hub.hub.session_info(table.session.code).has_value());
    table.hub.settle_one();  // read
    CHECK(sent.became.empty());
    table.hub.settle_one();  // kept
    CHECK(sent.became == "sent");
    CHECK(table.hub.hub.scenarios_json().find("\"sent\"") != std::string::npos);
}

TEST_CASE("a scenario that cannot be kept is not there either") {
    struct Full final : HubWorld {
        using HubWorld::HubWorld;
        bool keep_scenario(const std::string&, const std::string&) override { return false; }
    } world(1);
    core::Hub hub(world, {});
    Sent sent;
    hub.add_scenario(with_id("sent"), sent.reply());
    compute_all(world);
    CHECK(sent.became == "no-writes");
    CHECK(hub.scenarios_json().find("\"sent\"") == std::string::npos);
}

TEST_CASE("no more scenarios are kept at once than there is room for") {
    const core::ScenarioEntry entry = scenario_entry("foodvalley");
    std::vector<core::ScenarioEntry> shelf;
    for (std::size_t at = 1; at < core::limits::scenarios_max; ++at) {
        Scenario scenario = *entry.scenario;
        scenario.id = "s" + std::to_string(at);
        shelf.push_back({std::make_shared<const Scenario>(std::move(scenario)), {}});
    }
    HubWorld world(1);
    core::Hub hub(world, shelf);
    Sent first;
    Sent second;
    Sent again;
    hub.add_scenario(with_id("one"), first.reply());
    hub.add_scenario(with_id("two"), second.reply());
    hub.add_scenario(with_id("s1"), again.reply());  // in the place of one that is there
    compute_all(world);
    CHECK(first.became == "one");
    CHECK(second.became == "too-many-scenarios");
    CHECK(again.became == "s1");
}

}  // namespace dealtafel::test
