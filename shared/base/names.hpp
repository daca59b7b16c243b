// The names of ids, for whoever writes or reads them as text: a scenario, or a client's own list.
#pragma once

#include "base/ids.hpp"

#include <optional>
#include <string_view>

namespace dealtafel {

class IdNames {
public:
    virtual ~IdNames() = default;
    // The text id of the thing with this number; the number must be known.
    virtual std::string_view name(IdKind kind, std::uint16_t value) const = 0;
    // The number of a text id, or nothing where there is no such thing.
    virtual std::optional<std::uint16_t> find(IdKind kind, std::string_view name) const = 0;

    template <IdKind Kind>
    std::string_view name(Id<Kind> id) const {
        return name(Kind, id.value);
    }
    template <class IdT>
    std::optional<IdT> find(std::string_view text) const {
        const std::optional<std::uint16_t> value = find(IdT::kind, text);
        if (!value) return std::nullopt;
        return IdT{*value};
    }
};

}  // namespace dealtafel
