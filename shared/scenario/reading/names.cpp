#include "scenario/reading/names.hpp"

#include "scenario/reading/shapes.hpp"
#include "scenario/reading/suggest.hpp"
#include "scenario/reading/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace dealtafel::reading {

namespace {

const std::vector<std::string>& list_names() {
    static const std::vector<std::string> names{"theme",    "region",   "party",     "partnership",
                                                "tie",      "trust",    "challenge", "event",
                                                "question", "treatment"};
    return names;
}

void report_too_many(std::string_view what, Place place, Findings& findings) {
    findings.error(place, fmt::format("there are more than {} of `{}`", ids_max, what));
}

struct Mention {
    Place place;
    std::string name;
};

void mention_strings(const toml::node* node, std::vector<Mention>& mentions) {
    if (node == nullptr || !node->is_array()) return;
    for (const toml::node& item : *node->as_array()) {
        if (item.is_string()) mentions.push_back({place_of(item), item.as_string()->get()});
    }
}

void mention_keys(const toml::node* node, std::vector<Mention>& mentions) {
    if (node == nullptr || !node->is_table()) return;
    for (const auto& [key, value] : *node->as_table()) {
        mentions.push_back({place_of(key), std::string(key.str())});
    }
}

}  // namespace

bool check_id(const std::string& id, std::string_view what, Place place,
              std::set<std::string>& seen, Findings& findings) {
    if (!is_id(id)) {
        findings.error(place, fmt::format("`{}` is no id: lower-case letters and digits, in words "
                                          "joined by single hyphens, beginning with a letter",
                                          id));
    }
    if (seen.insert(id).second) return true;
    findings.error(place, fmt::format("the id `{}` is that of another {} before", id, what));
    return false;
}

std::string_view word_of(IdKind kind) {
    static constexpr std::array<std::string_view, 8> words{
        "party", "region", "theme", "challenge", "capability", "partnership", "event", "question"};
    return words[static_cast<std::size_t>(kind)];
}

Names::Names(const toml::table& scenario, Findings& findings) {
    find_things(scenario, findings);
    for (const IdKind kind : {IdKind::party, IdKind::region, IdKind::theme, IdKind::challenge,
                              IdKind::partnership, IdKind::event, IdKind::question}) {
        collect(kind, word_of(kind), findings);
    }
    collect_capabilities(findings);
}

// A list under a misspelled name is refused as a whole; that what it holds then seems to be
// missing is no second mistake.
void Names::find_things(const toml::table& scenario, Findings& findings) {
    for (const std::string& list : list_names()) {
        Things& things = things_[list];
        const toml::node* node = scenario.get(list);
        if (node == nullptr) continue;
        if (!node->is_array()) {
            things.complete = false;
            findings.error(place_of(*node),
                           fmt::format("`{0}` must be a list of tables, not {1}; each begins "
                                       "with [[{0}]]",
                                       list, type_of(*node)));
            continue;
        }
        for (const toml::node& item : *node->as_array()) {
            if (const toml::table* table = item.as_table()) {
                things.tables.push_back(table);
            } else {
                things.complete = false;
                report_type(item, list, "a table", findings);
            }
        }
    }
    std::size_t unknown = 0;
    for (const auto& [key, value] : scenario) {
        if (scenario_shape().knows(key.str())) continue;
        if (++unknown > findings_max) break;  // nobody will read that far
        const auto meant = nearest(key.str(), list_names());
        const bool may_be_list = meant && (meant->likely || value.is_array_of_tables());
        if (may_be_list) things_.at(meant->word).complete = false;
    }
}

void Names::collect(IdKind kind, std::string_view list, Findings& findings) {
    Known& known = known_[static_cast<std::size_t>(kind)];
    known.complete = things(list).complete;
    std::set<std::string> seen;
    std::vector<std::string> ids;
    for (const toml::table* thing : things(list).tables) {
        // A missing id is reported with the other missing fields.
        const toml::node* node = thing->get("id");
        const auto id = node != nullptr ? read_string(*node, "id", findings) : std::nullopt;
        if (!id) known.complete = false;
        if (!id || !check_id(*id, list, place_of(*node), seen, findings)) continue;
        ids.push_back(*id);
        if (ids.size() == ids_max + 1) report_too_many(list, place_of(*thing), findings);
    }
    number_ids(kind, std::move(ids));
}

// By rank or in file order, as base/ids.hpp says. What is too many has no number of its own.
void Names::number_ids(IdKind kind, std::vector<std::string> ids) {
    if (kind == IdKind::party || kind == IdKind::theme || kind == IdKind::capability) {
        std::sort(ids.begin(), ids.end());
    }
    Known& known = known_[static_cast<std::size_t>(kind)];
    for (std::size_t i = 0; i < ids.size(); ++i) {
        known.numbers[ids[i]] = static_cast<std::uint16_t>(std::min(i, ids_max));
    }
    ids.resize(std::min(ids.size(), ids_max + 1));
    known.ids = std::move(ids);
}

// Capabilities come to exist by being named: by a party that has them, a challenge that needs
// them, or one that is seen with them.
void Names::collect_capabilities(Findings& findings) {
    std::vector<Mention> mentions;
    for (const toml::table* party : things("party").tables) {
        mention_strings(party->get("capabilities"), mentions);
    }
    for (const toml::table* challenge : things("challenge").tables) {
        mention_keys(challenge->get("needs"), mentions);
        mention_strings(challenge->get("seen_with"), mentions);
    }
    std::stable_sort(mentions.begin(), mentions.end(),
                     [](const Mention& a, const Mention& b) { return a.place < b.place; });
    std::set<std::string> seen;
    for (const Mention& mention : mentions) {
        if (!is_id(mention.name)) {
            findings.error(mention.place,
                           fmt::format("`{}` cannot name a capability: lower-case letters and "
                                       "digits, in words joined by single hyphens, beginning with "
                                       "a letter",
                                       mention.name));
        }
        if (!seen.insert(mention.name).second) continue;
        if (seen.size() == ids_max + 1) report_too_many("capability", mention.place, findings);
    }
    number_ids(IdKind::capability, {seen.begin(), seen.end()});
}

bool Names::has_all_ids(const std::string& list) const {
    const auto at = things_.find(list);
    if (at == things_.end()) return true;
    const auto& tables = at->second.tables;
    return at->second.complete &&
           std::all_of(tables.begin(), tables.end(),
                       [](const toml::table* table) { return table->contains("id"); });
}

std::optional<std::uint16_t> Names::number(IdKind kind, std::string_view id) const {
    const auto& numbers = of(kind).numbers;
    const auto at = numbers.find(id);
    return at == numbers.end() ? std::nullopt : std::optional(at->second);
}

}  // namespace dealtafel::reading
