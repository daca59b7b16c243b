#include "rules/explain.hpp"

#include "rules/factors.hpp"

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

namespace dealtafel::rules {

namespace {

LineExplanation explain_line(const Scenario& scenario, const Line& line, const Outcome& outcome,
                             const LineOutcome& done, const Terms& terms) {
    LineExplanation told;
    told.challenge = line.challenge;
    const auto part = [&](Rule rule, double amount) {
        return Part{.rule = rule, .amount = amount, .challenge = line.challenge};
    };
    told.effective = {part(Rule::money, line_money(line, scenario.centre, terms)),
                      part(Rule::friction, 1 - done.friction),
                      part(Rule::admin, 1 - outcome.admin)};
    told.factors = {part(Rule::relevance, done.relevance),
                    part(Rule::reach, done.reach),
                    part(Rule::coverage, done.coverage),
                    part(Rule::suits, done.suits),
                    part(Rule::scale_fit, done.scale_fit),
                    part(Rule::fit, done.fit),
                    part(Rule::commitment, outcome.commitment),
                    part(Rule::cooperation, done.cooperation),
                    part(Rule::power, done.power)};
    visit_effects(scenario, done, outcome.chi,
                  [&](Rule rule, RegionId region, ThemeId theme, double amount) {
                      if (amount == 0) return;
                      Part effect = part(rule, amount);
                      effect.region = region;
                      effect.theme = theme;
                      told.effects.push_back(effect);
                  });
    return told;
}

// The claims of the essay behind each rule, as docs/rules.md has them at the rule.
Source make_source(Rule rule) {
    switch (rule) {
        case Rule::relevance: return {{"E08"}};
        case Rule::coverage: return {{"E04", "E14", "E16"}};
        case Rule::suits: return {{"E06"}};
        case Rule::scale_fit: return {{"E11", "E12"}};
        case Rule::fit: return {{"E03", "E19", "E20", "E21", "E25"}};
        case Rule::commitment: return {{"E02", "E28", "E29", "E34"}};
        case Rule::cooperation: return {{"E26"}};
        case Rule::power: return {{"E16"}};
        case Rule::friction: return {{"E05", "E15"}};
        case Rule::admin: return {{"E18", "E31", "E33"}};
        case Rule::admin_hierarchy: return {{"E31"}};
        case Rule::admin_upward: return {{"E18", "E31"}};
        case Rule::admin_temporary: return {{"E33"}};
        case Rule::admin_partnership: return {{"E33"}};
        case Rule::spillover: return {{"E27"}};
        case Rule::chi: return {{"E27", "E36"}};
        case Rule::audit: return {{"E32"}};
        case Rule::audit_price: return {{"E32"}};
        case Rule::clawback: return {{"E31"}};
        case Rule::steering_effort: return {{"E18"}};
        case Rule::national_value: return {{"E17"}};
        case Rule::regional_value: return {{"E16"}};
        case Rule::pretence: return {{"E35"}};
        case Rule::vagueness:
        case Rule::stated:
        case Rule::spread:
        case Rule::against_ranking:
        case Rule::no_framework: return {{"E01"}};
        case Rule::reach:
        case Rule::money:
        case Rule::admin_base:
        case Rule::admin_condition:
        case Rule::admin_coordination:
        case Rule::admin_review:
        case Rule::effect:
        case Rule::positive_spillover:
        case Rule::interest:
        case Rule::spent:
        case Rule::information_cost:
        case Rule::mandate:
        case Rule::powers_price:
        case Rule::reserve:
        case Rule::drift:
        case Rule::deal_delta:
        case Rule::trust_signed:
        case Rule::trust_no_deal:
        case Rule::trust_audit:
        case Rule::rating:
        case Rule::withholding:
        case Rule::tie_growth: return {};
    }
    return {};
}

}  // namespace

const Source& source_of(Rule rule) {
    static const std::vector<Source> sources = [] {
        std::vector<Source> made;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<Rule>>(
            [&](auto described) { made.push_back(make_source(described.value)); });
        return made;
    }();
    return sources[static_cast<std::size_t>(rule)];
}

Explanation explain(const Scenario& scenario, const Circumstances& at, const Deal& deal,
                    const Outcome& outcome) {
    const Terms terms = terms_of(at.model, at.withheld_share, deal, outcome.audited);
    Explanation told;
    for (std::size_t i = 0; i < deal.lines.size(); ++i) {
        told.lines.push_back(
            explain_line(scenario, deal.lines[i], outcome, outcome.lines[i], terms));
    }
    const double hierarchy = outcome.tension.hierarchy;
    for (const AdminPart& part :
         admin_parts(at.model, deal, terms, hierarchy, at.earlier_specific)) {
        if (part.amount != 0) told.admin.push_back({.rule = part.rule, .amount = part.amount});
    }
    return told;
}

}  // namespace dealtafel::rules
