#include "scenario/reading/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace dealtafel::reading {

namespace {

std::string as_toml(const toml::node& node) {
    std::ostringstream text;
    node.visit([&](const auto& value) { text << toml::toml_formatter{value}; });
    return text.str();
}

// Under a treatment the whole scenario is checked anew. What was found without it is known; what
// is found at another place than in its changes is a consequence of them.
void check_treated(const Treated& treated, std::string_view id, std::string_view file_id,
                   const std::vector<Finding>& known, Findings& findings) {
    Findings anew;
    const Reading reading = read_scenario(treated.scenario, file_id, anew);
    Context context{anew, *reading.names, {}};
    read_session(treated.session, context);
    for (const Finding& finding : anew.in_order()) {
        if (std::find(known.begin(), known.end(), finding) != known.end()) continue;
        const Place place{finding.line, finding.column};
        if (treated.holds(place)) {
            findings.add(finding.severity, place, finding.text);
        } else {
            findings.add(finding.severity, treated.changes,
                         fmt::format("with the treatment `{}`: {}", id, finding.text));
        }
    }
}

}  // namespace

SessionChanges read_session(const toml::table& session, Context& context) {
    static const std::vector<std::string> forecasts{"bands", "exact", "none"};
    static const std::vector<std::string> policies{"bot", "vacant", "wait", "end"};
    const TableReader reader(session, session_shape(), context);
    const auto word = [&](std::string_view name, const std::vector<std::string>& words) {
        const toml::node* node = reader.find(name);
        const auto at = node != nullptr ? read_choice(*node, name, words, context.findings)
                                        : std::nullopt;
        return at ? std::optional(words[*at]) : std::nullopt;
    };
    SessionChanges changes;
    changes.forecast = word("forecast", forecasts);
    changes.drop_out = word("drop_out", policies);
    changes.grace_seconds = reader.whole("grace", 0).value;
    changes.same_draws = reader.boolean("same_draws").value;
    changes.second_look = reader.boolean("second_look").value;
    return changes;
}

void read_treatments(Draft& draft, Context& context) {
    std::set<std::string> seen;
    const auto& tables = context.names.things("treatment").tables;
    for (const toml::table* table : tables) {
        const TableReader reader(*table, treatment_shape(), context);
        Treatment treatment;
        const auto id = reader.string("id");
        treatment.id = id.value_or({});
        if (id.value) check_id(*id.value, "treatment", id.place, seen, context.findings);
        treatment.title = reader.text("title").value_or({});
        const toml::node* node = reader.find("changes");
        const toml::table* changes =
            node != nullptr ? read_table(*node, "changes", context.findings) : nullptr;
        if (changes != nullptr) {
            for (const auto& [key, value] : *changes) {
                treatment.changes.push_back({std::string(key.str()), as_toml(value)});
            }
        }
        draft.scenario.treatments.push_back(std::move(treatment));
    }
    if (tables.size() > ids_max) {
        context.findings.error(place_of(*tables[ids_max]),
                               fmt::format("there are more than {} of `treatment`", ids_max));
    }
}

void check_treatments(std::string_view text, std::string_view file_id, const Reading& reading,
                      Findings& findings) {
    const std::vector<Finding> known = findings.in_order();
    const auto& treatments = reading.draft.scenario.treatments;
    for (std::size_t i = 0; i < std::min(treatments.size(), ids_max) && !findings.full(); ++i) {
        const auto treated = apply_treatment(text, i, *reading.names, findings);
        if (treated) check_treated(*treated, treatments[i].id, file_id, known, findings);
    }
}

}  // namespace dealtafel::reading
