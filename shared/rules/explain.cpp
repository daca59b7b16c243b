#include "rules/explain_parts.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace dealtafel::rules {

namespace {

Source make_source(Origin origin, std::string_view from) {
    Source made{.origin = origin};
    if (origin == Origin::other) made.other = from;
    while (origin == Origin::essay && !from.empty()) {
        made.claims.push_back(from.substr(0, from.find(' ')));
        from.remove_prefix(std::min(from.size(), made.claims.back().size() + 1));
    }
    return made;
}

// The share of each line's position in the deal's: by money, in the order in which the rules sum.
template <class PositionOf>
Part explain_mean(const ToldFrom& from, Rule rule, double position, PositionOf position_of) {
    double all = 0;
    for (const Line& line : from.deal.lines) {
        all += line_money(line, from.scenario.centre, from.terms);
    }
    Sum sum(rule);
    for (const std::uint8_t place : LinesInOrder(from.deal)) {
        const Line& line = from.deal.lines[place];
        const double money = line_money(line, from.scenario.centre, from.terms);
        if (!(all > 0)) continue;
        Part of_line = position_of(line, from.outcome.lines[place]);
        Part told{.rule = rule, .challenge = line.challenge};
        told.amount = money / all * of_line.amount;
        told.product = {{.rule = Rule::line_share, .amount = money / all}, std::move(of_line)};
        sum.add(std::move(told));
    }
    return sum.of(position);
}

Part explain_partnership(const ToldFrom& from) {
    return explain_mean(from, Rule::partnership, from.outcome.tension.partnership,
                        [&](const Line& line, const LineOutcome& done) {
                            const double share = partnership_of(from.scenario, line).share;
                            return Sum(Rule::partnership)
                                .add(Rule::together, share)
                                .add(Rule::capable, done.partnership - share)
                                .of(done.partnership);
                        });
}

// Two conditions, joint goals, the new form and mutual accountability are the middle of each scale.
Part explain_steering(const ToldFrom& from) {
    return explain_mean(from, Rule::steering, from.outcome.tension.steering,
                        [&](const Line& line, const LineOutcome& done) {
                            return Sum(Rule::steering)
                                .add(Rule::goal, steering_of(line.goal, 2))
                                .add(Rule::conditions,
                                     steering_of(Goal::joint, from.terms.conditions))
                                .of(done.steering);
                        });
}

Part explain_hierarchy(const ToldFrom& from) {
    return Sum(Rule::hierarchy)
        .add(Rule::form, hierarchy_of(from.deal.form, Accountability::mutual))
        .add(Rule::accountability, hierarchy_of(Form::partnership, from.terms.accountability))
        .of(from.outcome.tension.hierarchy);
}

Part explain_audit(const ToldFrom& from) {
    const Model& model = from.at.model;
    Sum sum(Rule::audit);
    if (from.deal.form == Form::decentralised) {
        const double each = model.audit_chance_per_condition;
        sum.add(Rule::audit_condition, each * from.deal.conditions);
        if (from.deal.accountability == Accountability::upward) {
            sum.add(Rule::audit_upward, each * model.audit_upward_counts_as);
        }
        sum.at_most(model.audit_chance_cap);
    }
    return sum.of(from.outcome.audit_chance);
}

// What is left of the money.
Part explain_admin(const ToldFrom& from) {
    Sum sum(Rule::admin);
    sum.add(Rule::whole, 1);
    for (const AdminPart& part :
         admin_parts(from.at.model, from.deal, from.terms, from.outcome.tension.hierarchy,
                     from.at.earlier_specific)) {
        sum.add(part.rule, -part.amount);
    }
    return sum.of(1 - from.outcome.admin);
}

// What built-in hierarchy does is told as the difference that it makes to the rest.
Part explain_commitment(const ToldFrom& from) {
    const Model& model = from.at.model;
    const double agreed = from.outcome.tension.hierarchy;
    const double felt = agreed + model.built_in_hierarchy;
    const auto under = [&](double hierarchy) {
        return -model.commitment_hierarchy * square(positive(hierarchy));
    };
    const auto free = [&](double hierarchy) {
        return -model.commitment_freedom * square(positive(-hierarchy));
    };
    Sum sum(Rule::commitment);
    sum.add(Rule::whole, 1)
        .add(Rule::commitment_hierarchy, under(agreed))
        .add(Rule::commitment_freedom, free(agreed))
        .add(Rule::built_in_hierarchy, under(felt) + free(felt) - under(agreed) - free(agreed));
    if (from.terms.accountability != Accountability::mutual) {
        sum.add(Rule::commitment_one_sided, -model.commitment_one_sided);
    }
    return sum.at_least(0).of(from.outcome.commitment);
}

Part explain_chi(const ToldFrom& from) {
    const Model& model = from.at.model;
    Sum sum(Rule::chi);
    if (from.deal.coordination) {
        sum.add(Rule::coordination_base, model.coordination_base)
            .add(Rule::coordination_hierarchy,
                 model.coordination_hierarchy * (from.outcome.tension.hierarchy + 1) / 2);
    }
    return sum.of(from.outcome.chi);
}

}  // namespace

const Source& source_of(Rule rule) {
#define DEALTAFEL_RULE_SOURCE(name, origin, from) make_source(Origin::origin, from),
    static const std::array sources = {DEALTAFEL_RULES(DEALTAFEL_RULE_SOURCE)};
#undef DEALTAFEL_RULE_SOURCE
    return sources[static_cast<std::size_t>(rule)];
}

Explanation explain(const Scenario& scenario, const Circumstances& at, const Deal& deal,
                    const Outcome& outcome) {
    ToldFrom from{scenario, at, deal, outcome,
                  terms_of(at.model, at.withheld_share, deal, outcome.audited)};
    if (deal.review) from.seen = seen_urgency(scenario, at, deal);
    Explanation told;
    told.partnership = explain_partnership(from);
    told.steering = explain_steering(from);
    told.hierarchy = explain_hierarchy(from);
    told.audit_chance = explain_audit(from);
    told.admin = explain_admin(from);
    told.commitment = explain_commitment(from);
    told.chi = explain_chi(from);
    for (std::size_t i = 0; i < deal.lines.size(); ++i) {
        told.lines.push_back(explain_line(from, deal.lines[i], outcome.lines[i]));
    }
    return told;
}

}  // namespace dealtafel::rules
