#include "scenario/reading/draft.hpp"

#include <fmt/format.h>

namespace dealtafel::reading {

namespace {

// One side of an interest's key: `*` for all, else a thing; nothing where it is neither.
template <class IdT>
bool read_side(std::string_view side, Place place, Context& context, std::optional<IdT>& read) {
    if (side == "*") return true;
    const auto number = resolve(IdT::kind, side, place, "interests", context);
    if (number) read = IdT{*number};
    return number.has_value();
}

std::optional<Interest> read_key(std::string_view key, Place place, Context& context) {
    const std::size_t dot = key.find('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == key.size() ||
        key.find('.', dot + 1) != std::string_view::npos) {
        context.findings.error(place, fmt::format("an interest is written \"region.theme\", where "
                                                  "either may be *, not `{}`",
                                                  key));
        return std::nullopt;
    }
    Interest interest;
    const bool region = read_side(key.substr(0, dot), place, context, interest.region);
    const bool theme = read_side(key.substr(dot + 1), place, context, interest.theme);
    return region && theme ? std::optional(interest) : std::nullopt;
}

}  // namespace

// The table holds its keys in ascending order, which is the order in which the rules sum.
std::optional<std::vector<Interest>> read_interests(const toml::node& node, Context& context) {
    const toml::table* table = read_table(node, "interests", context.findings);
    if (table == nullptr) return std::nullopt;
    std::vector<Interest> interests;
    bool readable = true;
    for (const auto& [key, value] : *table) {
        if (value.is_table()) {
            context.findings.error(place_of(key),
                                   fmt::format("an interest is written in quotes, as in "
                                               "\"{}.theme\" = 1.0",
                                               key.str()));
            readable = false;
            continue;
        }
        auto interest = read_key(key.str(), place_of(key), context);
        const auto weight = read_number(value, fmt::format("interests.{}", key.str()), any_number,
                                        context.findings);
        readable = readable && interest && weight;
        if (!interest || !weight) continue;
        interest->weight = *weight;
        interests.push_back(*interest);
    }
    return readable ? std::optional(std::move(interests)) : std::nullopt;
}

}  // namespace dealtafel::reading
