#include "scenario/reading/draft.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dealtafel::reading {

namespace {

constexpr int rounds_max = 99;

void read_party_order(const TableReader& file, Draft& draft) {
    Scenario& scenario = draft.scenario;
    if (const toml::node* node = file.find("party_order")) {
        scenario.party_order = read_references<PartyId>(*node, "party_order", file.context())
                                   .value_or(std::vector<PartyId>());
    }
    for (const PartyId party : scenario.file_order) {
        const auto& order = scenario.party_order;
        if (std::find(order.begin(), order.end(), party) == order.end()) {
            scenario.party_order.push_back(party);
        }
    }
}

void read_sources(const TableReader& file, Draft& draft) {
    const toml::node* node = file.find("sources");
    if (node == nullptr) return;
    const toml::array* list = read_list(*node, "sources", file.context().findings);
    if (list == nullptr) return;
    for (const toml::node& item : *list) {
        const auto source = read_string(item, "sources", file.context().findings);
        if (source) draft.scenario.sources.push_back(*source);
    }
}

void read_selection(const TableReader& file, Draft& draft) {
    const auto selection = file.boolean("selection");
    const auto budget = file.money("tranche_budget");
    draft.scenario.selection = selection.value_or(false);
    draft.scenario.tranche_budget = budget.value;
    if (!selection.readable) return;
    Findings& findings = file.context().findings;
    const bool given = file.find("tranche_budget") != nullptr;
    if (draft.scenario.selection && !given && budget.readable) {
        findings.error(selection.place,
                       "with `selection` the scenario needs `tranche_budget`, which is missing");
    }
    if (!draft.scenario.selection && given) {
        findings.error(budget.place,
                       "`tranche_budget` is only for a scenario with "
                       "`selection = true`");
    }
}

// Seconds, or a list of them with one entry a round.
std::optional<std::vector<int>> read_seconds(const toml::node& node, std::string_view name,
                                             Findings& findings) {
    if (!node.is_array() && !node.is_integer()) {
        report_type(node, name, "whole seconds, or a list of them with one entry a round",
                    findings);
        return std::nullopt;
    }
    std::vector<int> seconds;
    const toml::array* list = node.as_array();
    const std::size_t wanted = list != nullptr ? list->size() : 1;
    if (wanted == 0) {
        findings.error(place_of(node), fmt::format("`{}` must hold at least one number", name));
        return std::nullopt;
    }
    for (std::size_t i = 0; i < wanted; ++i) {
        const toml::node& item = list != nullptr ? *list->get(i) : node;
        if (const auto each = read_whole(item, name, 1, whole_max, findings)) {
            seconds.push_back(*each);
        }
    }
    return seconds.size() == wanted ? std::optional(seconds) : std::nullopt;
}

}  // namespace

void read_settings(const TableReader& file, Draft& draft) {
    Scenario& scenario = draft.scenario;
    scenario.title = file.text("title").value_or({});
    scenario.summary = file.text("summary").value_or({});
    read_sources(file, draft);
    draft.minutes = file.whole("minutes", 1);
    draft.rounds = file.whole("rounds", 1, rounds_max);
    scenario.minutes = draft.minutes.value_or(0);
    scenario.rounds = draft.rounds.value_or(1);
    read_selection(file, draft);
    scenario.partnership_form_from =
        file.whole("partnership_form_from", 0).value_or(scenario.partnership_form_from);
    scenario.agenda_slots = file.whole("agenda_slots", 1).value_or(scenario.agenda_slots);
    scenario.agenda_votes = file.whole("agenda_votes", 1).value_or(scenario.agenda_votes);
    scenario.agenda_support =
        file.number("agenda_support", unit_range).value_or(scenario.agenda_support);
    scenario.demands_max = file.whole("demands_max", 0).value_or(scenario.demands_max);
    scenario.forecast_exact = file.whole("forecast_exact", 0).value_or(scenario.forecast_exact);
    scenario.last_call_seconds = file.whole("last_call", 0).value_or(scenario.last_call_seconds);
    read_party_order(file, draft);
    scenario.capabilities = file.context().names.ids(IdKind::capability);
}

void read_phases(const toml::node& node, Draft& draft, Context& context) {
    const toml::table* table = read_table(node, "phases", context.findings);
    draft.lengths_readable = table != nullptr;
    if (table == nullptr) return;
    const TableReader reader(*table, phases_shape(), context);
    for (const FieldName& phase : phases_shape().fields) {
        const auto seconds = reader.field<std::vector<int>>(phase.name, [&](const toml::node& at) {
            return read_seconds(at, phase.name, context.findings);
        });
        draft.lengths_readable = draft.lengths_readable && seconds.readable;
        if (!seconds.value) continue;
        draft.scenario.phase_seconds[from_word<Stage>(phase.name).value()] = *seconds.value;
    }
}

void read_guides(const toml::node& node, Draft& draft, Context& context) {
    const toml::table* table = read_table(node, "guide", context.findings);
    if (table == nullptr) return;
    const TableReader reader(*table, guides_shape(), context);
    for (const FieldName& phase : guides_shape().fields) {
        const toml::node* at = reader.find(phase.name);
        const toml::table* entry =
            at != nullptr ? read_table(*at, phase.name, context.findings) : nullptr;
        if (entry == nullptr) continue;
        const TableReader guide(*entry, guide_shape(), context);
        draft.scenario.guides[from_word<Stage>(phase.name).value()] = {
            guide.text("say").value_or({}), guide.text("ask").value_or({})};
    }
}

void read_capability_titles(const toml::node& node, Draft& draft, Context& context) {
    const toml::table* table = read_table(node, "capability", context.findings);
    if (table == nullptr) return;
    const std::vector<std::string>& ids = context.names.ids(IdKind::capability);
    Shape titles{"the table `capability`", {}, "capability"};
    for (const std::string& id : ids) titles.fields.push_back({id, false});
    const TableReader reader(*table, titles, context);
    std::vector<Text>& read = draft.scenario.capability_titles;
    read.resize(ids.size());
    for (std::size_t at = 0; at < ids.size(); ++at) {
        if (const auto title = reader.text(ids[at]); title.value) read[at] = *title.value;
    }
}

void read_model(const toml::node& node, Draft& draft, Context& context) {
    const toml::table* table = read_table(node, "model", context.findings);
    if (table == nullptr) return;
    const TableReader reader(*table, model_shape(), context);
    Model& model = draft.scenario.model;
    bool readable = true;
    for (const ModelParameter& parameter : model_parameters()) {
        const auto value = reader.number(parameter.name, {parameter.low, parameter.high, false});
        if (value.value) model.*parameter.member = *value.value;
        if (parameter.member == &Model::line_min && value.value && !in_tenths(*value.value)) {
            context.findings.error(value.place, fmt::format("`line_min` must be in steps of 0.1, "
                                                            "not {}",
                                                            *value.value));
        }
        if (parameter.member == &Model::centre_share_min ||
            parameter.member == &Model::cofinancing_min) {
            readable = readable && value.readable;
        }
    }
    if (readable && model.centre_share_min * (1 + model.cofinancing_min) > 1 + 1e-9) {
        const toml::node* share = reader.find("centre_share_min");
        context.findings.error(
            place_of(share != nullptr ? *share : *reader.find("cofinancing_min")),
            fmt::format("no deal can satisfy both `centre_share_min` ({}) and `cofinancing_min` "
                        "({}): the first times (1 + the second) must be at most 1",
                        model.centre_share_min, model.cofinancing_min));
    }
}

}  // namespace dealtafel::reading
