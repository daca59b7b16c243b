// What a deal can be expected to bring, as an audit may come: section 7 of docs/rules.md.
#pragma once

#include "rules/outcome.hpp"

namespace dealtafel::rules {

// (1 - chance of a finding) times what a deal brings without one, plus chance times what it brings
// after one. Looks at one deal after another in the same circumstances.
class Expectation {
public:
    // The scenario and what the circumstances refer to must outlive it.
    Expectation(const Scenario& scenario, const Circumstances& at)
        : scenario_(scenario), outcomes_(scenario, at) {}

    // The deal has no problems, and stays for as long as something is asked about it.
    void look(const Deal& deal);

    double audit_chance() const { return chance_; }
    // The change of well-being at a place, as in Outcome.
    double delta(std::size_t place) const;
    // As in rules::points.
    double points(PartyId party, bool mandates) const;

private:
    const Scenario& scenario_;
    Outcomes outcomes_;
    // Of the deal that is looked at; an outcome after a finding only where there is a chance of it.
    const Deal* deal_ = nullptr;
    double chance_ = 0;
    const Outcome* sound_ = nullptr;
    const Outcome* audited_ = nullptr;
};

struct Forecast {
    double audit_chance = 0;
    std::vector<double> delta;   // as in Outcome
    std::vector<double> points;  // by party number
};
Forecast forecast(const Scenario& scenario, const Circumstances& at, const Deal& deal,
                  IdSet<PartyId> mandates_of);

}  // namespace dealtafel::rules
