#include "rules/factors.hpp"
#include "rules/outcome.hpp"

namespace dealtafel::rules {

namespace {

constexpr double slack = 1e-9;

const Line* line_for(const Deal& deal, ChallengeId challenge) {
    for (const Line& line : deal.lines) {
        if (line.challenge == challenge) return &line;
    }
    return nullptr;
}

bool has_clause(const Deal& deal, Clause clause) {
    switch (clause) {
        case Clause::information: return deal.information;
        case Clause::powers: return deal.powers;
        case Clause::coordination: return deal.coordination;
        case Clause::review: return deal.review;
    }
    return false;
}

template <class Value>
bool is_any(const std::vector<Value>& any, Value value) {
    return std::find(any.begin(), any.end(), value) != any.end();
}

// Whether a mandate's condition holds; an overload for each kind.
struct Holds {
    PartyId owner;
    const Deal& deal;
    const Positions& tension;

    bool operator()(const mandate::Includes& m) const {
        return line_for(deal, m.challenge) != nullptr;
    }
    bool operator()(const mandate::SpendsAtLeast& m) const {
        const Line* line = line_for(deal, m.challenge);
        return line != nullptr && total(*line) >= m.amount;
    }
    bool operator()(const mandate::WorksOn& m) const {
        const Line* line = line_for(deal, m.challenge);
        return line != nullptr && is_partner(*line, m.party);
    }
    bool operator()(const mandate::ConditionsAtMost& m) const {
        return deal.conditions <= m.count;
    }
    bool operator()(const mandate::ConditionsAtLeast& m) const {
        return deal.conditions >= m.count;
    }
    bool operator()(const mandate::FormIn& m) const { return is_any(m.any, deal.form); }
    bool operator()(const mandate::AccountabilityIn& m) const {
        return is_any(m.any, deal.accountability);
    }
    bool operator()(const mandate::ClauseIs& m) const {
        return has_clause(deal, m.clause) == m.value;
    }
    bool operator()(const mandate::TensionAtMost& m) const {
        return tension[m.tension] <= m.value + slack;
    }
    bool operator()(const mandate::TensionAtLeast& m) const {
        return tension[m.tension] >= m.value - slack;
    }
    bool operator()(const mandate::OwnMoneyAtMost& m) const {
        return money_of(deal, owner) <= m.amount;
    }
};

// What a deal's changes of well-being are worth to a party: visit(region, theme, amount), for each
// entry of its interests and each change that the entry matches.
template <class Visit>
void visit_interests(const Scenario& scenario, const Outcome& outcome, PartyId party,
                     Visit visit) {
    const std::size_t themes = scenario.themes.size();
    for (const Interest& interest : scenario[party].interests) {
        for (std::uint16_t region = 0; region < scenario.regions.size(); ++region) {
            if (interest.region && interest.region->value != region) continue;
            for (std::uint16_t theme = 0; theme < themes; ++theme) {
                if (interest.theme && interest.theme->value != theme) continue;
                visit(RegionId{region}, ThemeId{theme},
                      interest.weight * outcome.delta[region * themes + theme]);
            }
        }
    }
}

// What a deal brings a party besides well-being and money: visit(part).
template <class Visit>
void visit_gains(const Scenario& scenario, const Model& model, const Deal& deal,
                 const Outcome& outcome, PartyId party, bool mandates, Visit visit) {
    const std::vector<Mandate>& own = scenario[party].mandates;
    for (std::size_t i = 0; mandates && i < own.size(); ++i) {
        if (!holds(own[i], party, deal, outcome.tension)) continue;
        visit(Part{.rule = Rule::mandate, .amount = own[i].points, .mandate = i});
    }
    const bool is_centre = party == scenario.centre;
    for (const std::uint8_t place : LinesInOrder(deal)) {
        const Line& line = deal.lines[place];
        const double reach = outcome.lines[place].reach;
        if (line.goal == Goal::national && is_centre) {
            visit(Part{.rule = Rule::national_value,
                       .amount = model.national_value * reach,
                       .challenge = line.challenge});
        }
        if (line.goal == Goal::region && !scenario.is_rijk(party) && is_partner(line, party)) {
            visit(Part{.rule = Rule::regional_value,
                       .amount = model.regional_value * reach,
                       .challenge = line.challenge});
        }
    }
    if (is_centre && deal.powers) {
        visit(Part{.rule = Rule::powers_price, .amount = -model.powers_price});
    }
    if (is_centre && outcome.audited) {
        visit(Part{.rule = Rule::audit_price, .amount = -model.audit_price});
    }
}

// Adds to the part with the same region and theme, or makes one.
void add_interest(std::vector<Part>& parts, RegionId region, ThemeId theme, double amount) {
    if (amount == 0) return;
    for (Part& part : parts) {
        if (part.region == region && part.theme == theme) {
            part.amount += amount;
            return;
        }
    }
    parts.push_back(
        {.rule = Rule::interest, .amount = amount, .region = region, .theme = theme});
}

}  // namespace

bool holds(const Mandate& mandate, PartyId owner, const Deal& deal, const Positions& tension) {
    return visit(Holds{owner, deal, tension}, mandate.when);
}

double points(const Scenario& scenario, const Model& model, const Deal& deal,
              const Outcome& outcome, PartyId party, bool mandates) {
    double sum = 0;
    visit_interests(scenario, outcome, party,
                    [&](RegionId, ThemeId, double amount) { sum += amount; });
    sum -= scenario[party].money_value * outcome.spent[party.value];
    visit_gains(scenario, model, deal, outcome, party, mandates,
                [&](const Part& part) { sum += part.amount; });
    return sum;
}

std::vector<Part> explain_points(const Scenario& scenario, const Model& model, const Deal& deal,
                                 const Outcome& outcome, PartyId party, bool mandates) {
    std::vector<Part> parts;
    visit_interests(scenario, outcome, party, [&](RegionId region, ThemeId theme, double amount) {
        add_interest(parts, region, theme, amount);
    });
    const double value = scenario[party].money_value;
    const auto add = [&](const Part& part) {
        if (part.amount != 0) parts.push_back(part);
    };
    add({.rule = Rule::spent, .amount = -value * money_of(deal, party).millions()});
    if (party == scenario.centre) {
        visit_centre_costs(scenario, model, deal, outcome,
                           [&](Rule rule, ChallengeId challenge, double amount) {
                               Part part{.rule = rule, .amount = -value * amount};
                               if (challenge.known()) part.challenge = challenge;
                               add(part);
                           });
    }
    visit_gains(scenario, model, deal, outcome, party, mandates, add);
    return parts;
}

}  // namespace dealtafel::rules
