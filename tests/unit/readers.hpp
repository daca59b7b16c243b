// Whoever can read what happens in a game of the small scenario: its seats, a facilitator, and
// somebody who only watches.
#pragma once

#include "play.hpp"

#include <functional>
#include <set>
#include <string>

namespace dealtafel::tests {

using Readers = std::set<std::string>;

// Those readers of whom something holds.
inline Readers readers(const Scenario& scenario,
                       const std::function<bool(const rules::Viewer&)>& holds) {
    Readers found;
    for (const PartyId party : scenario.all_parties()) {
        if (holds(rules::Viewer{party})) found.insert(std::string(scenario.name(party)));
    }
    rules::Viewer facilitator;
    facilitator.facilitator = true;
    if (holds(facilitator)) found.insert("facilitator");
    if (holds(rules::Viewer{})) found.insert("watcher");
    return found;
}

}  // namespace dealtafel::tests
