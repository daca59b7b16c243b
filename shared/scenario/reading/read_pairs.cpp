#include "scenario/reading/draft.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace dealtafel::reading {

namespace {

// The entries of `tie` or `trust`, each for another pair of different parties.
std::vector<Pair> read_pairs(std::string_view list, const Shape& shape, std::string_view value_name,
                             Context& context) {
    std::vector<Pair> pairs;
    std::set<std::pair<PartyId, PartyId>> seen;
    for (const toml::table* table : context.names.things(list).tables) {
        const TableReader reader(*table, shape, context);
        const auto a = reader.reference<PartyId>("a");
        const auto b = reader.reference<PartyId>("b");
        const auto value = reader.number(value_name, unit_range);
        if (!a.value || !b.value) continue;
        if (*a.value == *b.value) {
            context.findings.error(b.place, "`a` and `b` must be two different parties");
            continue;
        }
        const auto [low, high] = std::minmax({*a.value, *b.value});
        if (!seen.insert({low, high}).second) {
            context.findings.error(reader.place(),
                                   fmt::format("there is a `{}` of `{}` and `{}` before", list,
                                               context.names.ids(IdKind::party)[low.value],
                                               context.names.ids(IdKind::party)[high.value]));
            continue;
        }
        if (value.value) pairs.push_back({low, high, *value.value});
    }
    return pairs;
}

}  // namespace

void read_partnerships(Draft& draft, Context& context) {
    for (const toml::table* table : context.names.things("partnership").tables) {
        const TableReader reader(*table, partnership_shape(), context);
        Partnership partnership;
        partnership.id = id_of(*table);
        partnership.title = reader.text("title").value_or({});
        const auto members = reader.references<PartyId>("members");
        if (members.value && members.value->empty()) {
            context.findings.error(members.place, "`members` must name at least one party");
        }
        partnership.members = members.value_or({});
        partnership.tie = reader.number("tie", unit_range).value_or(0);
        partnership.purpose = reader.references<ThemeId>("purpose").value_or({});
        store(draft.scenario.partnerships, IdKind::partnership, std::move(partnership), context);
    }
}

void read_ties_and_trust(Draft& draft, Context& context) {
    draft.scenario.explicit_ties = read_pairs("tie", tie_shape(), "strength", context);
    draft.scenario.explicit_trust = read_pairs("trust", trust_shape(), "value", context);
}

}  // namespace dealtafel::reading
