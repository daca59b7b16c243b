// The ids that a client may name. A challenge that does not exist reads as one that its seat does
// not see, so that no error tells which challenges there are.
#pragma once

#include "scenario/scenario.hpp"

namespace dealtafel::core {

class ClientNames final : public IdNames {
public:
    explicit ClientNames(const Scenario& scenario) : scenario_(scenario) {}
    using IdNames::find;
    using IdNames::name;
    std::string_view name(IdKind kind, std::uint16_t value) const override {
        return scenario_.name(kind, value);
    }
    std::optional<std::uint16_t> find(IdKind kind, std::string_view name) const override {
        const std::optional<std::uint16_t> found = scenario_.find(kind, name);
        if (!found && kind == IdKind::challenge) return ChallengeId::unknown_value;
        return found;
    }

private:
    const Scenario& scenario_;
};

}  // namespace dealtafel::core
