#include "rules/outcome.hpp"

#include "rules/factors.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdlib>

namespace dealtafel::rules {

namespace {

// The mean of a table over all pairs of a set of at least two parties.
double mean_over_pairs(const PairTable& table, IdSet<PartyId> parties) {
    double sum = 0;
    int pairs = 0;
    for (const PartyId a : parties) {
        for (const PartyId b : parties) {
            if (a < b) {
                sum += table.get(a, b);
                ++pairs;
            }
        }
    }
    return sum / pairs;
}

// Only for a forecast is there what is not known.
bool is_known(const Circumstances& at, ChallengeId challenge) {
    return !at.known_urgency || at.known_urgency->contains(challenge);
}

// What holds for all lines of a deal.
struct Whole {
    const Scenario& scenario;
    const Circumstances& at;
    const Deal& deal;
    Terms terms;
    double admin = 0;
    double hierarchy = 0;
    double commitment = 0;
};

double commitment_of(const Model& model, double hierarchy, const Terms& terms) {
    const double felt = hierarchy + model.built_in_hierarchy;
    const double one_sided =
        terms.accountability == Accountability::mutual ? 0 : model.commitment_one_sided;
    return positive(1 - model.commitment_hierarchy * square(positive(felt)) -
                    model.commitment_freedom * square(positive(-felt)) - one_sided);
}

double chi_of(const Model& model, const Deal& deal, double hierarchy) {
    if (!deal.coordination) return 0;
    return model.coordination_base + model.coordination_hierarchy * (hierarchy + 1) / 2;
}

double friction_of(const Circumstances& at, IdSet<PartyId> partners) {
    if (partners.size() < 2) return 0;
    return std::min(at.model.friction_cap, at.model.friction *
                                               static_cast<double>(partners.size() - 1) *
                                               looseness_of(at, partners));
}

double reach_of(double effective, double half) {
    return effective > 0 ? effective / (effective + half) : 0;
}

double coverage_of(const Whole& whole, const Challenge& challenge, const Line& line) {
    IdSet<CapabilityId> capabilities;
    for (const PartyId partner : line.partners) {
        capabilities = capabilities | whole.scenario[partner].capabilities;
    }
    double met = 0;
    double all = 0;
    for (const Need& need : challenge.needs) {
        all += need.weight;
        if (capabilities.contains(need.capability)) met += need.weight;
    }
    const double brought = whole.deal.information ? whole.at.model.information_coverage : 0;
    return std::min(1.0, met / all + brought);
}

double suits_of(const Model& model, const Challenge& challenge,
                const PartnershipPosition& position) {
    if (!is_for_something_else(challenge, position)) return 1;
    return positive(1 - model.partnership_mismatch * position.share);
}

double scale_fit_of(const Whole& whole, const Challenge& challenge, const Line& line) {
    const int steps = scale_steps(whole.scenario, challenge, line);
    return positive(1 - whole.at.model.scale_penalty * steps);
}

double fit_of(const Model& model, double steering, const Line& line) {
    const double blank = model.fit_enabling * (line.result.empty ? model.vagueness : 1);
    return positive(1 - model.fit_steering * square(positive(steering)) -
                    blank * square(positive(-steering)));
}

double cooperation_of(const Whole& whole, const Line& line, IdSet<PartyId> partners) {
    const Model& model = whole.at.model;
    const double trust = trust_with_centre(whole.scenario, whole.at, partners);
    return (model.cooperation_floor + (1 - model.cooperation_floor) * trust) *
           (is_unclear(line) ? model.unclear_joint : 1);
}

// `seen` is the highest urgency that the partners see; used with `review` only.
double relevance_of(const Whole& whole, const Line& line, double seen) {
    const Model& model = whole.at.model;
    const double urgency = urgency_of(whole.at, line.challenge);
    if (whole.deal.review) {
        return urgency + model.review_recovery * positive(seen - urgency);
    }
    const double rounds =
        std::min(static_cast<double>(whole.at.unreviewed), model.stale_rounds_max);
    return positive(urgency * (1 - model.stale * rounds));
}

// What a finding leaves as it is: all that does not come from the terms or the money.
LineOutcome line_as_it_is(const Whole& whole, const Line& line, IdSet<PartyId> partners,
                          double seen) {
    const Model& model = whole.at.model;
    const Challenge& challenge = whole.scenario[line.challenge];
    const PartnershipPosition position = partnership_of(whole.scenario, line);

    LineOutcome out;
    out.challenge = line.challenge;
    out.partnership = position.value;
    out.friction = friction_of(whole.at, partners);
    out.coverage = coverage_of(whole, challenge, line);
    out.suits = suits_of(model, challenge, position);
    out.scale_fit = scale_fit_of(whole, challenge, line);
    out.cooperation = cooperation_of(whole, line, partners);
    out.power = whole.deal.powers || !challenge.needs_power ? 1 : model.power_missing;
    out.relevance = relevance_of(whole, line, seen);
    return out;
}

// What the terms and the money make of a line.
void carry_out(const Whole& whole, const Line& line, double money, LineOutcome& out) {
    out.steering = steering_of(line.goal, whole.terms.conditions);
    out.reach = reach_of(money * (1 - out.friction) * (1 - whole.admin),
                         whole.scenario[line.challenge].half);
    out.fit = fit_of(whole.at.model, out.steering, line);
    out.yield = out.relevance * out.reach * out.coverage * out.suits * out.scale_fit * out.fit *
                whole.commitment * out.cooperation * out.power;
}

// What each party spends: tenths are summed first, so that whole amounts stay whole.
void spend(const Whole& whole, Outcome& out) {
    out.spent.assign(whole.scenario.parties.size(), 0.0);
    for (const Line& line : whole.deal.lines) {
        for (const auto& entry : line.money) {
            out.spent[entry.id.value] += static_cast<double>(entry.value.tenths);
        }
    }
    for (double& amount : out.spent) amount /= 10;
    visit_centre_costs(whole.scenario, whole.at.model, whole.deal, out,
                       [&](Rule, ChallengeId, double amount) {
                           out.spent[whole.scenario.centre.value] += amount;
                       });
}

Whole whole_of(const Scenario& scenario, const Circumstances& at, const Deal& deal, bool audited) {
    const Model& model = at.model;
    Whole whole{scenario, at, deal, terms_of(model, at.withheld_share, deal, audited)};
    whole.hierarchy = hierarchy_of(deal.form, whole.terms.accountability);
    for (const AdminPart& part :
         admin_parts(model, deal, whole.terms, whole.hierarchy, at.earlier_specific)) {
        whole.admin += part.amount;
    }
    whole.commitment = commitment_of(model, whole.hierarchy, whole.terms);
    return whole;
}

// The outcome of a deal whose lines are known as they are.
void carry_out(const Whole& whole, bool audited, Outcome& out) {
    const Scenario& scenario = whole.scenario;
    out.audited = audited;
    out.withheld_share = whole.at.withheld_share;
    out.audit_chance = audit_chance(whole.at.model, whole.deal);
    out.admin = whole.admin;
    out.commitment = whole.commitment;
    out.chi = chi_of(whole.at.model, whole.deal, whole.hierarchy);
    out.delta.assign(scenario.regions.size() * scenario.themes.size(), 0.0);
    WeightedMean partnership;
    WeightedMean steering;
    for (const std::uint8_t place : LinesInOrder(whole.deal)) {
        const Line& line = whole.deal.lines[place];
        const double money = line_money(line, scenario.centre, whole.terms);
        LineOutcome& done = out.lines[place];
        carry_out(whole, line, money, done);
        partnership.add(money, done.partnership);
        steering.add(money, done.steering);
        visit_effects(scenario, done, out.chi,
                      [&](Rule, RegionId region, ThemeId theme, double amount) {
                          out.delta[region.value * scenario.themes.size() + theme.value] += amount;
                      });
    }
    out.tension = {partnership.mean(), steering.mean(), whole.hierarchy};
    spend(whole, out);
}

}  // namespace

double urgency_of(const Circumstances& at, ChallengeId challenge) {
    constexpr double unknown = 0.5;
    return is_known(at, challenge) ? at.urgency[challenge.value] : unknown;
}

double seen_urgency(const Scenario& scenario, const Circumstances& at, const Deal& deal) {
    IdSet<CapabilityId> capabilities;
    for (const PartyId partner : partners_of(deal)) {
        capabilities = capabilities | scenario[partner].capabilities;
    }
    double seen = 0;
    for (std::uint16_t i = 0; i < scenario.challenges.size(); ++i) {
        const Challenge& challenge = scenario.challenges[i];
        if (challenge.region != deal.region || !is_known(at, ChallengeId{i})) continue;
        if ((challenge.seen_with & capabilities).empty()) continue;
        seen = std::max(seen, at.urgency[i]);
    }
    return seen;
}

IdSet<PartyId> partners_of(const Line& line) {
    IdSet<PartyId> partners;
    for (const PartyId partner : line.partners) partners.insert(partner);
    return partners;
}

double looseness_of(const Circumstances& at, IdSet<PartyId> partners) {
    return 1 - mean_over_pairs(at.ties, partners);
}

double trust_with_centre(const Scenario& scenario, const Circumstances& at,
                         IdSet<PartyId> partners) {
    partners.insert(scenario.centre);
    return mean_over_pairs(at.trust, partners);
}

bool is_unclear(const Line& line) { return line.goal == Goal::joint && line.result.empty; }

bool is_for_something_else(const Challenge& challenge, const PartnershipPosition& position) {
    if (position.nearest == nullptr || position.nearest->purpose.empty()) return false;
    for (const Effect& effect : challenge.effects) {
        if (position.nearest->purpose.contains(effect.theme)) return false;
    }
    return true;
}

int scale_steps(const Scenario& scenario, const Challenge& challenge, const Line& line) {
    int level = 0;
    for (const PartyId partner : line.partners) {
        level = std::max(level, static_cast<int>(scenario[partner].level));
    }
    if (line.goal == Goal::national) level = static_cast<int>(Scale::supra_regional);
    return std::abs(level - static_cast<int>(challenge.scale));
}

PairTable starting_ties(const Scenario& scenario, const Model& model) {
    PairTable ties(static_cast<std::uint16_t>(scenario.parties.size()), model.default_tie);
    const auto raise = [&](PartyId a, PartyId b, double tie) {
        ties.set(a, b, std::max(ties.get(a, b), tie));
    };
    for (const Partnership& partnership : scenario.partnerships) {
        for (const PartyId a : partnership.members) {
            for (const PartyId b : partnership.members) raise(a, b, partnership.tie);
        }
    }
    for (const Pair& pair : scenario.explicit_ties) raise(pair.a, pair.b, pair.value);
    return ties;
}

PairTable starting_trust(const Scenario& scenario, const Model& model) {
    PairTable trust(static_cast<std::uint16_t>(scenario.parties.size()), model.initial_trust);
    for (const Pair& pair : scenario.explicit_trust) trust.set(pair.a, pair.b, pair.value);
    return trust;
}

std::array<AdminPart, 8> admin_parts(const Model& model, const Deal& deal, const Terms& terms,
                                     double hierarchy, int earlier_specific) {
    const auto when = [](bool holds, double amount) { return holds ? amount : 0.0; };
    return {{
        {Rule::admin_base, model.admin_base},
        {Rule::admin_hierarchy, model.admin_hierarchy * positive(hierarchy)},
        {Rule::admin_condition, model.admin_condition * terms.conditions},
        {Rule::admin_upward,
         when(terms.accountability == Accountability::upward, model.admin_upward)},
        {Rule::admin_coordination, when(deal.coordination, model.admin_coordination)},
        {Rule::admin_review, when(deal.review, model.admin_review)},
        {Rule::admin_temporary,
         when(deal.form == Form::specific, model.admin_temporary * earlier_specific)},
        {Rule::admin_partnership, when(deal.form == Form::partnership, model.admin_partnership)},
    }};
}

Outcome outcome(const Scenario& scenario, const Circumstances& at, const Deal& deal,
                bool audited) {
    Outcomes outcomes(scenario, at);
    const Outcome& sound = outcomes.sound(deal);
    return audited ? outcomes.audited(deal) : sound;
}

const Outcome& Outcomes::sound(const Deal& deal) {
    const Whole whole = whole_of(scenario_, at_, deal, false);
    const double seen = deal.review ? seen_urgency(scenario_, at_, deal) : 0;
    sound_.lines.resize(deal.lines.size());
    keys_.resize(deal.lines.size());
    for (std::size_t place = 0; place < deal.lines.size(); ++place) {
        const Line& line = deal.lines[place];
        const Key key{line.challenge,   partners_of(line), line.goal,   line.result.empty,
                      deal.information, deal.powers,       deal.review, seen};
        if (key == keys_[place]) continue;
        keys_[place] = key;
        sound_.lines[place] = line_as_it_is(whole, line, key.partners, seen);
    }
    carry_out(whole, false, sound_);
    return sound_;
}

const Outcome& Outcomes::audited(const Deal& deal) {
    audited_.lines = sound_.lines;
    carry_out(whole_of(scenario_, at_, deal, true), true, audited_);
    return audited_;
}

}  // namespace dealtafel::rules
