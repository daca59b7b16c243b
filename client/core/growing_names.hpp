// The names of a session's ids as a client learns them: from whatever the server writes. The first
// time that a name is read it gets the next number of its kind, and keeps it. So a client's numbers
// are not those of the scenario, and only the order of the welcome's lists is the scenario's.
#pragma once

#include "base/names.hpp"

#include <array>
#include <deque>
#include <string>

namespace dealtafel::client {

class GrowingNames final : public IdNames {
public:
    using IdNames::find;
    using IdNames::name;
    std::string_view name(IdKind kind, std::uint16_t value) const override;
    // Learns a name that it did not know; nothing only where a kind has ids_max things already.
    std::optional<std::uint16_t> find(IdKind kind, std::string_view name) const override;

private:
    static constexpr std::size_t kinds = 8;
    // Learning changes no answer that was given before, so a reader may do it through a const
    // reference. A deque, since views of the names must stay valid while it grows.
    mutable std::array<std::deque<std::string>, kinds> names_;
};

}  // namespace dealtafel::client
