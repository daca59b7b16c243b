#include "rules/outcome.hpp"

namespace dealtafel::rules {

namespace {

// The share of one case in a forecast: adds the chance of it times what it brings.
void add_case(const Scenario& scenario, const Circumstances& at, const Deal& deal,
              IdSet<PartyId> mandates_of, bool audited, double chance, Forecast& to) {
    if (chance == 0) return;
    const Outcome done = outcome(scenario, at, deal, audited);
    for (std::size_t i = 0; i < to.delta.size(); ++i) to.delta[i] += chance * done.delta[i];
    for (std::uint16_t i = 0; i < to.points.size(); ++i) {
        const PartyId party{i};
        to.points[i] += chance * points(scenario, at.model, deal, done, party,
                                        mandates_of.contains(party));
    }
}

}  // namespace

Forecast forecast(const Scenario& scenario, const Circumstances& at, const Deal& deal,
                  IdSet<PartyId> mandates_of) {
    Forecast made;
    made.audit_chance = audit_chance(at.model, deal);
    made.delta.assign(scenario.regions.size() * scenario.themes.size(), 0.0);
    made.points.assign(scenario.parties.size(), 0.0);
    add_case(scenario, at, deal, mandates_of, false, 1 - made.audit_chance, made);
    add_case(scenario, at, deal, mandates_of, true, made.audit_chance, made);
    return made;
}

}  // namespace dealtafel::rules
