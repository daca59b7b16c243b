// The scenarios that sessions can be made of, by their ids.
#pragma once

#include "core/hub.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace dealtafel::core {

class ScenarioShelf {
public:
    ScenarioShelf(World& world, std::vector<ScenarioEntry> scenarios);

    // Nothing where there is no such scenario.
    std::shared_ptr<const ScenarioEntry> find(const std::string& id) const;
    // All of them, as a client is told.
    std::string json() const;
    // Reads and keeps a scenario while the others play on; see Hub::add_scenario.
    void add(std::string toml, Reply<protocol::http::ScenarioSummary> reply);

private:
    struct Addition {
        std::string toml;
        Reply<protocol::http::ScenarioSummary> reply;
        ParsedScenario parsed = {};
        bool is_kept = false;
    };
    using Added = std::shared_ptr<Addition>;

    void keep(const Added& added);
    void put(const Added& added);

    World& world_;
    std::map<std::string, std::shared_ptr<const ScenarioEntry>> entries_;
    std::size_t being_kept_ = 0;  // each may become one more
};

}  // namespace dealtafel::core
