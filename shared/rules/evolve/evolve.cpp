// Which change an event leads to.
#include "rules/evolve/parts.hpp"

namespace dealtafel::rules {

void evolve(const Scenario& scenario, State& state, const Event& event) {
    const Change change{scenario, state};
    visit([&](const auto& happened) { apply(change, happened); }, event);
}

}  // namespace dealtafel::rules
