#include "core/growing_names.hpp"

#include <algorithm>
#include <cassert>

namespace dealtafel::client {

std::string_view GrowingNames::name(IdKind kind, std::uint16_t value) const {
    const auto& names = names_[static_cast<std::size_t>(kind)];
    assert(value < names.size());
    return names[value];
}

std::optional<std::uint16_t> GrowingNames::find(IdKind kind, std::string_view name) const {
    auto& names = names_[static_cast<std::size_t>(kind)];
    const auto at = std::find(names.begin(), names.end(), name);
    const auto number = static_cast<std::uint16_t>(at - names.begin());
    if (at != names.end()) return number;
    if (names.size() == ids_max) return std::nullopt;
    names.emplace_back(name);
    return number;
}

}  // namespace dealtafel::client
