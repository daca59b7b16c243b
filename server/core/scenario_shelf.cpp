#include "core/scenario_shelf.hpp"

#include "core/info.hpp"
#include "core/limits.hpp"
#include "core/session_plan.hpp"
#include "protocol/json_codec.hpp"
#include "protocol/refusal.hpp"

#include <algorithm>
#include <utility>

namespace dealtafel::core {

namespace {

protocol::server::RefusalInfo first_error(const ParsedScenario& parsed) {
    const auto first = std::find_if(
        parsed.findings.begin(), parsed.findings.end(),
        [](const Finding& finding) { return finding.severity == Severity::error; });
    return malformed(std::to_string(first->line) + ':' + std::to_string(first->column),
                     first->text);
}

}  // namespace

ScenarioShelf::ScenarioShelf(World& world, std::vector<ScenarioEntry> scenarios) : world_(world) {
    for (ScenarioEntry& entry : scenarios) {
        const std::string id = entry.scenario->id;
        entries_[id] = std::make_shared<const ScenarioEntry>(std::move(entry));
    }
}

std::shared_ptr<const ScenarioEntry> ScenarioShelf::find(const std::string& id) const {
    const auto at = entries_.find(id);
    return at == entries_.end() ? nullptr : at->second;
}

std::string ScenarioShelf::json() const {
    protocol::http::Scenarios all;
    for (const auto& [id, entry] : entries_) all.scenarios.push_back(summary(*entry->scenario));
    return protocol::write(all);
}

void ScenarioShelf::add(std::string toml, Reply<protocol::http::ScenarioSummary> reply) {
    const Added added =
        std::make_shared<Addition>(Addition{std::move(toml), std::move(reply)});
    world_.compute([added] { added->parsed = parse_scenario(added->toml, {}); },
                   [this, added](std::int64_t) { keep(added); });
}

void ScenarioShelf::keep(const Added& added) {
    if (!added->parsed.scenario) return added->reply(first_error(added->parsed));
    const std::string& id = added->parsed.scenario->id;
    if (!entries_.contains(id) && entries_.size() + being_kept_ >= limits::scenarios_max) {
        return added->reply(info_of(protocol::Refusal::too_many_scenarios));
    }
    ++being_kept_;
    world_.compute([this, added] {
        added->is_kept = world_.keep_scenario(added->parsed.scenario->id, added->toml);
    }, [this, added](std::int64_t) { put(added); });
}

void ScenarioShelf::put(const Added& added) {
    --being_kept_;
    if (!added->is_kept) return added->reply(info_of(protocol::Refusal::no_writes));
    const auto entry = std::make_shared<const ScenarioEntry>(
        ScenarioEntry{std::make_shared<const Scenario>(std::move(*added->parsed.scenario)),
                      std::move(added->toml), {}, {}});
    entries_[entry->scenario->id] = entry;
    added->reply(summary(*entry->scenario));
}

}  // namespace dealtafel::core
