#include "scenario/reading/document.hpp"
#include "scenario/reading/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dealtafel::reading {

namespace {

constexpr std::string_view session_prefix = "session.";

// The first part of a dotted path, and what follows it.
std::pair<std::string, std::string> split(std::string_view path) {
    const std::size_t dot = path.find('.');
    if (dot == std::string_view::npos) return {std::string(path), {}};
    return {std::string(path.substr(0, dot)), std::string(path.substr(dot + 1))};
}

// One change of a treatment on its way to its place in the tree.
class Change {
public:
    Change(const toml::key& key, toml::node& value, const Names& names, Findings& findings)
        : key_(key), value_(value), names_(names), findings_(findings) {}

    // Puts the value where the path leads; reports at the key where it leads nowhere.
    void apply(toml::table& scenario) {
        const auto [first, rest] = split(key_.str());
        if (first == "id" || first == "format" || first == "languages" || first == "treatment") {
            return error(fmt::format("a treatment cannot change `{}`", first));
        }
        if (rest.empty() && value_.is_table() && first != "title" && first != "summary") {
            return error(fmt::format("a path is written in quotes, as in \"{}.name\"", first));
        }
        apply_in(scenario, key_.str());
    }

    void put(toml::table& table, std::string_view name) {
        const toml::key key{name, key_.source()};
        value_.visit([&](auto& value) { table.insert_or_assign(key, std::move(value)); });
    }

private:
    void error(std::string text) { findings_.error(place_of(key_), std::move(text)); }

    // Interests have dots in their keys, so a path ends where it is itself a key.
    void apply_in(toml::table& table, std::string_view path, std::string_view table_name = {}) {
        const auto [first, rest] = split(path);
        if (rest.empty() || table_name == "interests" || table.contains(path)) {
            if (path == "id") return error("a treatment cannot change an id");
            return put(table, path);
        }
        toml::node* next = table.get(first);
        if (next == nullptr && names_.is_list(first) && table_name.empty()) {
            return error_unless_incomplete(first, split(rest).first, {});
        }
        if (next == nullptr) {
            table.insert_or_assign(toml::key{first, key_.source()}, toml::table{});
            next = table.get(first);
        }
        if (toml::table* inner = next->as_table()) return apply_in(*inner, rest, first);
        if (toml::array* list = next->as_array()) return apply_in_list(*list, first, rest);
        error(
            fmt::format("`{}` leads on from `{}`, which is {}", key_.str(), first, type_of(*next)));
    }

    void apply_in_list(toml::array& list, const std::string& name, std::string_view path) {
        const auto [id, rest] = split(path);
        std::vector<std::string> known;
        for (toml::node& item : list) {
            toml::table* table = item.as_table();
            const auto* own_id = table != nullptr ? table->get_as<std::string>("id") : nullptr;
            if (own_id == nullptr) continue;
            known.push_back(own_id->get());
            if (known.back() != id) continue;
            if (rest.empty()) {
                return error(fmt::format("`{}` is a whole {}; a path leads to one of its fields",
                                         key_.str(), name));
            }
            return apply_in(*table, rest, id);
        }
        error_unless_incomplete(name, id, known);
    }

    // What has no readable id may be what is meant.
    void error_unless_incomplete(const std::string& list, std::string_view id,
                                 const std::vector<std::string>& known) {
        const auto meant = nearest(id, known);
        if (!(meant && meant->likely) && !names_.has_all_ids(list)) return;
        error(fmt::format("`{}` leads to the {} `{}`, which does not exist{}", key_.str(), list, id,
                          hint(id, known)));
    }

    const toml::key& key_;
    toml::node& value_;
    const Names& names_;
    Findings& findings_;
};

Place end_of(const toml::node& node) {
    const auto& end = node.source().end;
    return {static_cast<int>(end.line), static_cast<int>(end.column)};
}

}  // namespace

bool Treated::holds(Place place) const {
    return std::any_of(places.begin(), places.end(), [place](const auto& change) {
        return change.first <= place && place < change.second;
    });
}

std::optional<Treated> apply_treatment(std::string_view text, std::size_t number,
                                       const Names& names, Findings& findings) {
    std::optional<toml::table> file = read_toml(text, findings);
    if (!file) return std::nullopt;
    toml::node* node = (*file)["treatment"][number]["changes"].node();
    if (node == nullptr || !node->is_table()) return std::nullopt;
    Treated treated;
    treated.changes = place_of(*node);
    toml::table changes = std::move(*node->as_table());
    file->erase("treatment");
    for (auto&& [key, value] : changes) {
        treated.places.emplace_back(place_of(key), end_of(value));
        Change change(key, value, names, findings);
        if (key.str().starts_with(session_prefix)) {
            change.put(treated.session, key.str().substr(session_prefix.size()));
        } else {
            change.apply(*file);
        }
    }
    treated.scenario = std::move(*file);
    return treated;
}

}  // namespace dealtafel::reading
