#include "commands/evaluation.hpp"

#include "rules/forecast.hpp"

#include <fmt/format.h>

namespace dealtafel::commands {

namespace {

// The themes that a deal's challenges have an effect on, here and elsewhere.
Changes touched(const Scenario& scenario, const rules::Deal& deal) {
    Changes changes;
    for (const rules::Line& line : deal.lines) {
        const Challenge& challenge = scenario[line.challenge];
        for (const Effect& effect : challenge.effects) changes[challenge.region][effect.theme] = 0;
        for (const Spillover& spillover : challenge.spillovers) {
            if (spillover.effect != 0) changes[spillover.region][spillover.theme] = 0;
        }
    }
    return changes;
}

Changes by_name(const Scenario& scenario, const rules::Deal& deal,
                const std::vector<double>& delta) {
    Changes changes = touched(scenario, deal);
    for (auto& [region, themes] : changes.entries) {
        for (auto& [theme, amount] : themes.entries) {
            amount = delta[region.value * scenario.themes.size() + theme.value];
        }
    }
    return changes;
}

using Sources = std::map<std::string, rules::Source>;

void add_sources(const std::vector<rules::Part>& parts, Sources& sources);

void add_sources(const rules::Part& part, Sources& sources) {
    sources.emplace(to_word(part.rule), rules::source_of(part.rule));
    add_sources(part.sum, sources);
    add_sources(part.product, sources);
}

void add_sources(const std::vector<rules::Part>& parts, Sources& sources) {
    for (const rules::Part& part : parts) add_sources(part, sources);
}

ExplanationTold tell_explanation(const Scenario& scenario, const rules::Circumstances& at,
                                 const rules::Deal& deal, const rules::Outcome& outcome) {
    ExplanationTold told;
    told.deal = rules::explain(scenario, at, deal, outcome);
    for (const PartyId party : scenario.all_parties()) {
        told.points[party] =
            rules::explain_points(scenario, scenario.model, deal, outcome, party, true);
        add_sources(told.points[party], told.sources);
    }
    const rules::Explanation& all = told.deal;
    add_sources({all.partnership, all.steering, all.hierarchy, all.audit_chance, all.admin,
                 all.commitment, all.chi},
                told.sources);
    for (const rules::LineExplanation& line : all.lines) {
        add_sources(line.yield, told.sources);
        add_sources(line.effects, told.sources);
    }
    return told;
}

std::string problem_text(const Scenario& scenario, rules::ProblemCode code) {
    using enum rules::ProblemCode;
    const Model& model = scenario.model;
    switch (code) {
        case specific_without_accountability:
            return "the form `specific` needs accountability, `mutual` or `upward`";
        case partnership_form_not_available:
            return scenario.partnership_form_from == 0
                       ? "the form `partnership` does not exist in this scenario"
                       : fmt::format("the form `partnership` exists from round {} on",
                                     scenario.partnership_form_from);
        case co_financing:
            return fmt::format("the regional parties must pay at least {} times as much as the "
                               "centre and the ministries", model.cofinancing_min);
        case centre_share:
            return fmt::format("the centre and the ministries must pay at least the share {} of "
                               "all money", model.centre_share_min);
        case line_min:
            return fmt::format("a line needs at least {} million euros in all", model.line_min);
        case over_budget: return "the party pays more than its budget for the round";
        case money_step: return "money goes in steps of 0.1 million euros";
        case money_negative: return "money cannot be below 0";
        case unknown_id: return "the scenario has nothing with this id";
        case duplicate_line: return "the challenge has a line already; each has one at most";
        case no_lines: return "a deal needs at least one line";
        case no_partners: return "a line needs at least one partner";
        case centre_as_partner: return "the centre pays for lines but is partner of none";
        case payer_not_partner: return "only the centre and the partners of a line pay for it";
        case other_region: return "the challenge is in another region than the deal";
        case conditions_range:
            return fmt::format("conditions are a number from 0 to {}", rules::conditions_max);
        case off_agenda: return "the challenge is not on the agenda";
        case not_at_table: return "the party is not at the table";
        case over_asked: return "the centre pays more than was asked";
    }
    return {};
}

}  // namespace

std::vector<ProblemTold> tell_problems(const Scenario& scenario,
                                       const std::vector<rules::Problem>& problems) {
    std::vector<ProblemTold> told;
    for (const rules::Problem& problem : problems) {
        told.push_back({problem.code, problem.where, problem_text(scenario, problem.code)});
    }
    return told;
}

Evaluated evaluate_deal(const Scenario& scenario, const rules::Deal& deal, const Moment& moment,
                        bool explain) {
    const Model& model = scenario.model;
    const rules::PairTable ties = rules::starting_ties(scenario, model);
    const rules::PairTable trust = rules::starting_trust(scenario, model);
    std::vector<double> urgency;
    for (std::uint16_t i = 0; i < scenario.challenges.size(); ++i) {
        urgency.push_back(scenario.listed_urgency(ChallengeId{i}, moment.round));
    }
    const rules::Circumstances at{.model = model,
                                  .ties = ties,
                                  .trust = trust,
                                  .urgency = urgency,
                                  .earlier_specific = moment.earlier_specific,
                                  .unreviewed = moment.unreviewed,
                                  .round = moment.round,
                                  .known_urgency = {}};
    const rules::Outcome outcome = rules::outcome(scenario, at, deal, moment.audited);
    const rules::Forecast forecast =
        rules::forecast(scenario, at, deal, scenario.all_parties());

    Evaluated told;
    told.tension = outcome.tension;
    told.audit_chance = outcome.audit_chance;
    told.admin = outcome.admin;
    told.commitment = outcome.commitment;
    told.chi = outcome.chi;
    told.lines = outcome.lines;
    told.delta = by_name(scenario, deal, outcome.delta);
    told.forecast.delta = by_name(scenario, deal, forecast.delta);
    for (const PartyId party : scenario.all_parties()) {
        const double spent = outcome.spent[party.value];
        if (spent != 0) told.spent[party] = spent;
        told.points[party] = rules::points(scenario, model, deal, outcome, party, true);
        told.forecast.points[party] = forecast.points[party.value];
    }
    if (explain) told.explanation = tell_explanation(scenario, at, deal, outcome);
    return told;
}

}  // namespace dealtafel::commands
