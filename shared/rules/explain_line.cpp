#include "rules/explain_parts.hpp"

#include <algorithm>

namespace dealtafel::rules {

namespace {

Part relevance(const ToldFrom& from, const Line& line, const LineOutcome& done) {
    const Model& model = from.at.model;
    const double urgency = urgency_of(from.at, line.challenge);
    Sum sum(Rule::relevance);
    sum.add(Rule::urgency, urgency);
    if (from.deal.review) {
        sum.add(Rule::review, model.review_recovery * positive(from.seen - urgency));
    } else {
        const double rounds =
            std::min(static_cast<double>(from.at.unreviewed), model.stale_rounds_max);
        sum.add(Rule::stale, -urgency * model.stale * rounds).at_least(0);
    }
    return sum.of(done.relevance);
}

Part money(const ToldFrom& from, const Line& line) {
    Sum sum(Rule::money);
    for (const auto& entry : line.money) {
        sum.add({.rule = Rule::paid, .amount = entry.value.millions(), .party = entry.id});
    }
    const double of_centre = line.money.get(from.scenario.centre).millions();
    const double paid = of_centre * from.terms.paid;
    sum.add(Rule::withheld, paid - of_centre);
    sum.add(Rule::late, paid * (from.terms.in_time - 1));
    return sum.of(line_money(line, from.scenario.centre, from.terms));
}

Part friction(const ToldFrom& from, const Line& line, const LineOutcome& done) {
    const Model& model = from.at.model;
    const IdSet<PartyId> partners = partners_of(line);
    Sum sum(Rule::friction);
    sum.add(Rule::whole, 1);
    if (partners.size() > 1) {
        const double others = static_cast<double>(partners.size() - 1);
        const double looseness = looseness_of(from.at, partners);
        Part strangers{.rule = Rule::strangers, .amount = -(model.friction * others * looseness)};
        strangers.product = {{.rule = Rule::friction_each, .amount = -model.friction},
                             {.rule = Rule::more_partners, .amount = others},
                             {.rule = Rule::looseness, .amount = looseness}};
        sum.add(std::move(strangers)).at_least(1 - model.friction_cap);
    }
    return sum.of(1 - done.friction);
}

// Half of the full effect takes the money that the scenario says; more of it does ever less.
Part reach(const ToldFrom& from, const Line& line, const LineOutcome& done) {
    Part told{.rule = Rule::reach, .amount = done.reach};
    told.product = {money(from, line), friction(from, line, done),
                    {.rule = Rule::admin, .amount = 1 - from.outcome.admin}};
    double effective = 1;
    for (const Part& part : told.product) effective *= part.amount;
    const double half = from.scenario[line.challenge].half;
    told.product.push_back(
        {.rule = Rule::half, .amount = effective > 0 ? 1 / (effective + half) : 0});
    return told;
}

Part coverage(const ToldFrom& from, const Line& line, const LineOutcome& done) {
    const std::vector<Need>& needs = from.scenario[line.challenge].needs;
    double all = 0;
    for (const Need& need : needs) all += need.weight;
    Sum sum(Rule::coverage);
    for (const Need& need : needs) {
        for (const PartyId partner : line.partners) {
            if (!from.scenario[partner].capabilities.contains(need.capability)) continue;
            sum.add({.rule = Rule::capability, .amount = need.weight / all, .party = partner});
            break;
        }
    }
    if (from.deal.information) sum.add(Rule::information, from.at.model.information_coverage);
    return sum.at_most(1).of(done.coverage);
}

Part suits(const ToldFrom& from, const Line& line, const LineOutcome& done) {
    const PartnershipPosition position = partnership_of(from.scenario, line);
    Sum sum(Rule::suits);
    sum.add(Rule::whole, 1);
    if (is_for_something_else(from.scenario[line.challenge], position)) {
        sum.add(Rule::mismatch, -from.at.model.partnership_mismatch * position.share);
    }
    return sum.at_least(0).of(done.suits);
}

Part scale_fit(const ToldFrom& from, const Line& line, const LineOutcome& done) {
    const int steps = scale_steps(from.scenario, from.scenario[line.challenge], line);
    return Sum(Rule::scale_fit)
        .add(Rule::whole, 1)
        .add(Rule::scale_gap, -from.at.model.scale_penalty * steps)
        .at_least(0)
        .of(done.scale_fit);
}

Part fit(const ToldFrom& from, const Line& line, const LineOutcome& done) {
    const Model& model = from.at.model;
    const double enabling = model.fit_enabling * square(positive(-done.steering));
    Sum sum(Rule::fit);
    sum.add(Rule::whole, 1)
        .add(Rule::fit_steering, -model.fit_steering * square(positive(done.steering)))
        .add(Rule::fit_enabling, -enabling);
    if (line.result.empty) sum.add(Rule::fit_vague, -enabling * (model.vagueness - 1));
    return sum.at_least(0).of(done.fit);
}

Part cooperation(const ToldFrom& from, const Line& line, const LineOutcome& done) {
    const Model& model = from.at.model;
    const double trust = (1 - model.cooperation_floor) *
                         trust_with_centre(from.scenario, from.at, partners_of(line));
    Sum sum(Rule::cooperation);
    sum.add(Rule::cooperation_floor, model.cooperation_floor).add(Rule::trust, trust);
    if (is_unclear(line)) {
        sum.add(Rule::unclear_joint,
                -(1 - model.unclear_joint) * (model.cooperation_floor + trust));
    }
    return sum.of(done.cooperation);
}

Part power(const ToldFrom& from, const Line& line, const LineOutcome& done) {
    Sum sum(Rule::power);
    sum.add(Rule::whole, 1);
    if (from.scenario[line.challenge].needs_power && !from.deal.powers) {
        sum.add(Rule::power_missing, from.at.model.power_missing - 1);
    }
    return sum.of(done.power);
}

std::vector<Part> effects(const ToldFrom& from, const LineOutcome& done) {
    std::vector<Part> told;
    visit_effects(from.scenario, done, from.outcome.chi,
                  [&](Rule rule, RegionId region, ThemeId theme, double amount) {
                      if (amount == 0) return;
                      told.push_back({.rule = rule,
                                      .amount = amount,
                                      .challenge = done.challenge,
                                      .region = region,
                                      .theme = theme});
                  });
    return told;
}

}  // namespace

LineExplanation explain_line(const ToldFrom& from, const Line& line, const LineOutcome& done) {
    LineExplanation told;
    told.challenge = line.challenge;
    told.yield.rule = Rule::yield;
    told.yield.amount = done.yield;
    told.yield.product = {relevance(from, line, done),
                          reach(from, line, done),
                          coverage(from, line, done),
                          suits(from, line, done),
                          scale_fit(from, line, done),
                          fit(from, line, done),
                          {.rule = Rule::commitment, .amount = from.outcome.commitment},
                          cooperation(from, line, done),
                          power(from, line, done)};
    told.effects = effects(from, done);
    return told;
}

}  // namespace dealtafel::rules
