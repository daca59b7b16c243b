// What the outcome and its explanation must agree on: each sum of section 4 of docs/rules.md that
// is told in parts is made from the same parts here.
#pragma once

#include "rules/outcome.hpp"
#include "rules/tensions.hpp"

#include <algorithm>
#include <array>

namespace dealtafel::rules {

// x+ of the rules.
inline double positive(double x) { return std::max(0.0, x); }
inline double square(double x) { return x * x; }

// The urgency that a challenge counts with: 0.5 where whoever asks does not know it.
double urgency_of(const Circumstances& at, ChallengeId challenge);
// The highest urgency of the region that the partners see by their own capabilities.
double seen_urgency(const Scenario& scenario, const Circumstances& at, const Deal& deal);
IdSet<PartyId> partners_of(const Line& line);
// The mean over pairs of what is missing of their ties; of two partners at least.
double looseness_of(const Circumstances& at, IdSet<PartyId> partners);
// The mean trust over pairs of the partners and the centre.
double trust_with_centre(const Scenario& scenario, const Circumstances& at,
                         IdSet<PartyId> partners);
// Whether a line does not say whose result it is after.
bool is_unclear(const Line& line);
// Whether the partnership that a line's partners come from was founded for other themes.
bool is_for_something_else(const Challenge& challenge, const PartnershipPosition& position);
// How many steps lie between the level of a line and the scale of its problem.
int scale_steps(const Scenario& scenario, const Challenge& challenge, const Line& line);

struct AdminPart {
    Rule rule{};
    double amount = 0;
};
// The share of the money that administration takes, part by part in the order of the formula.
std::array<AdminPart, 8> admin_parts(const Model& model, const Deal& deal, const Terms& terms,
                                     double hierarchy, int earlier_specific);

// The changes of well-being that a line brings: visit(rule, region, theme, amount). What
// coordination takes off a negative spill-over is a change of its own.
template <class Visit>
void visit_effects(const Scenario& scenario, const LineOutcome& line, double chi, Visit visit) {
    const Challenge& challenge = scenario[line.challenge];
    for (const Effect& effect : challenge.effects) {
        visit(Rule::effect, challenge.region, effect.theme, effect.effect * line.yield);
    }
    for (const Spillover& spillover : challenge.spillovers) {
        const double amount = spillover.effect * line.reach;
        if (spillover.effect < 0) {
            visit(Rule::spillover, spillover.region, spillover.theme, amount);
            visit(Rule::chi, spillover.region, spillover.theme, -amount * std::min(chi, 1.0));
        } else {
            visit(Rule::positive_spillover, spillover.region, spillover.theme, amount);
        }
    }
}

// What the centre spends besides the money that it signed for, in millions: visit(rule, challenge,
// amount), the challenge unknown for what concerns the deal as a whole.
template <class Visit>
void visit_centre_costs(const Scenario& scenario, const Model& model, const Deal& deal,
                        const Outcome& outcome, Visit visit) {
    const Terms terms = terms_of(model, outcome.withheld_share, deal, outcome.audited);
    for (const std::uint8_t place : LinesInOrder(deal)) {
        const Line& line = deal.lines[place];
        const double signed_for = line.money.get(scenario.centre).millions();
        visit(Rule::withheld, line.challenge, -outcome.withheld_share * signed_for);
        if (deal.form == Form::specific &&
            outcome.lines[place].coverage < model.clawback_coverage) {
            visit(Rule::clawback, line.challenge,
                  -model.clawback_share * signed_for * terms.paid);
        }
        if (line.goal == Goal::national && terms.accountability != Accountability::upward) {
            visit(Rule::steering_effort, line.challenge,
                  model.steering_effort * line_money(line, scenario.centre, terms));
        }
    }
    if (deal.information) visit(Rule::information_cost, ChallengeId{}, model.information_cost);
}

}  // namespace dealtafel::rules
