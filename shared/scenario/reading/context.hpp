// What the reading of every table needs, and the reading of references from one thing to another.
#pragma once

#include "scenario/reading/names.hpp"
#include "scenario/reading/shapes.hpp"
#include "scenario/reading/values.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dealtafel::reading {

struct Context {
    Findings& findings;
    const Names& names;
    Shape text_shape;  // the languages of the scenario; none where they cannot be read
};

// The number of the thing of a kind that a text at a place names; what does not exist is reported.
std::optional<std::uint16_t> resolve(IdKind kind, std::string_view id, Place place,
                                     std::string_view name, Context& context);

template <class IdT>
std::optional<IdT> read_reference(const toml::node& node, std::string_view name, Context& context) {
    const auto id = read_string(node, name, context.findings);
    if (!id) return std::nullopt;
    const auto number = resolve(IdT::kind, *id, place_of(node), name, context);
    return number ? std::optional(IdT{*number}) : std::nullopt;
}

// The references of a list in its order; one that is there twice is reported.
template <class IdT>
std::optional<std::vector<IdT>> read_references(const toml::node& node, std::string_view name,
                                                Context& context) {
    const toml::array* list = read_list(node, name, context.findings);
    if (list == nullptr) return std::nullopt;
    std::vector<IdT> found;
    bool readable = true;
    for (const toml::node& item : *list) {
        const auto id = read_reference<IdT>(item, name, context);
        readable = readable && id;
        if (!id) continue;
        if (std::find(found.begin(), found.end(), *id) != found.end()) {
            context.findings.error(place_of(item), fmt::format("`{}` names `{}` twice", name,
                                                               item.as_string()->get()));
            continue;
        }
        found.push_back(*id);
    }
    return readable ? std::optional(std::move(found)) : std::nullopt;
}

template <class IdT>
struct KeyedNumber {
    IdT id;
    double value = 0;
    Place key_place;
};

// A table of numbers by id, in ascending order of id.
template <class IdT>
std::optional<std::vector<KeyedNumber<IdT>>> read_numbers(const toml::node& node,
                                                          std::string_view name, Range range,
                                                          Context& context) {
    const toml::table* table = read_table(node, name, context.findings);
    if (table == nullptr) return std::nullopt;
    std::vector<KeyedNumber<IdT>> found;
    bool readable = true;
    for (const auto& [key, item] : *table) {
        const auto number = resolve(IdT::kind, key.str(), place_of(key), name, context);
        const auto value =
            read_number(item, fmt::format("{}.{}", name, key.str()), range, context.findings);
        readable = readable && number && value;
        if (number && value) found.push_back({IdT{*number}, *value, place_of(key)});
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return readable ? std::optional(std::move(found)) : std::nullopt;
}

}  // namespace dealtafel::reading
