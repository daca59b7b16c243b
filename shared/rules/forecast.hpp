// What a deal can be expected to bring, as an audit may come: section 7 of docs/rules.md.
#pragma once

#include "rules/outcome.hpp"

namespace dealtafel::rules {

// (1 - chance of a finding) times what a deal brings without one, plus chance times what it brings
// after one. Looks at one deal after another in the same memory.
class Expectation {
public:
    // The deal has no problems. It, the scenario and what the circumstances refer to must stay for
    // as long as something is asked about the deal.
    void look(const Scenario& scenario, const Circumstances& at, const Deal& deal);

    double audit_chance() const { return chance_; }
    // The change of well-being at a place, as in Outcome.
    double delta(std::size_t place) const;
    // As in rules::points.
    double points(PartyId party, bool mandates) const;

private:
    const Scenario* scenario_ = nullptr;
    const Model* model_ = nullptr;
    const Deal* deal_ = nullptr;
    double chance_ = 0;
    Outcome sound_;
    Outcome audited_;  // of this deal only where there is a chance of a finding
};

struct Forecast {
    double audit_chance = 0;
    std::vector<double> delta;   // as in Outcome
    std::vector<double> points;  // by party number
};
Forecast forecast(const Scenario& scenario, const Circumstances& at, const Deal& deal,
                  IdSet<PartyId> mandates_of);

}  // namespace dealtafel::rules
