// A small scenario for tests, in C++: one region with a table, one elsewhere, five parties, two
// challenges. `neutral_model` turns every rule off, so that a test can turn on the one it is about.
#pragma once

#include "rules/deal.hpp"
#include "rules/outcome.hpp"
#include "rules/problems.hpp"
#include "scenario/scenario.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace dealtafel::tests {

// Numbers are ranks of ids, as a parser gives them.
inline constexpr PartyId city{0}, farmers{1}, ministry{2}, rijk{3}, school{4};
inline constexpr CapabilityId building{0}, food{1}, research{2};
inline constexpr ThemeId health{0}, work{1};
inline constexpr RegionId valley{0}, elsewhere{1};
inline constexpr ChallengeId protein{0}, homes{1};

template <class IdT>
IdSet<IdT> set_of(std::initializer_list<IdT> ids) {
    IdSet<IdT> set;
    for (const IdT id : ids) set.insert(id);
    return set;
}

inline Party make_party(std::string id, PartyKind kind, Scale level, IdSet<CapabilityId> can) {
    Party party;
    party.id = std::move(id);
    party.kind = kind;
    party.level = level;
    party.capabilities = can;
    party.budget = Money{200};
    return party;
}

inline Challenge make_challenge(std::string id, std::vector<Effect> effects,
                                std::vector<Need> needs, double half, double urgency) {
    Challenge challenge;
    challenge.id = std::move(id);
    challenge.region = valley;
    challenge.effects = std::move(effects);
    challenge.needs = std::move(needs);
    challenge.half = half;
    challenge.urgency = {urgency};
    return challenge;
}

// city and farmers form the partnership `old` with tie 0.8, for every purpose; other ties are 0.2.
inline Scenario small_scenario() {
    Scenario made;
    made.id = "small";
    made.languages = {"en"};
    made.themes = {Theme{"health", {}, Horizon::now}, Theme{"work", {}, Horizon::later}};
    made.theme_order = {health, work};
    made.regions.resize(2);
    made.regions[0].id = "valley";
    made.regions[0].lead = city;
    made.regions[1].id = "elsewhere";
    made.capabilities = {"building", "food", "research"};
    made.parties = {
        make_party("city", PartyKind::municipality, Scale::municipal, set_of({building})),
        make_party("farmers", PartyKind::business, Scale::regional, set_of({food})),
        make_party("ministry", PartyKind::ministry, Scale::supra_regional, {}),
        make_party("rijk", PartyKind::central_government, Scale::supra_regional, {}),
        make_party("school", PartyKind::knowledge, Scale::regional, set_of({research})),
    };
    for (const PartyId party : {city, farmers, school}) made.parties[party.value].region = valley;
    made.parties[city.value].required = made.parties[city.value].lead = true;
    made.centre = rijk;
    made.party_order = made.file_order = {rijk, city, farmers, school, ministry};
    made.partnerships = {Partnership{"old", {}, set_of({city, farmers}), 0.8, {}}};
    made.challenges = {
        make_challenge("protein", {{health, 6.0}}, {{food, 1.0}, {research, 3.0}}, 5.0, 0.6),
        make_challenge("homes", {{work, 4.0}}, {{building, 2.0}}, 4.0, 0.9),
    };
    made.challenges[protein.value].seen_with = set_of({research});
    made.challenges[homes.value].seen_with = set_of({building});
    return made;
}

// Every parameter 0 or what changes nothing: yields are reach alone where needs are met.
inline Model neutral_model() {
    Model model;
    model.default_tie = 0.2;
    model.initial_trust = 0.5;
    model.friction = model.partnership_mismatch = model.scale_penalty = 0;
    model.admin_base = model.admin_hierarchy = model.admin_condition = model.admin_upward = 0;
    model.admin_coordination = model.admin_review = model.admin_temporary = 0;
    model.admin_partnership = model.commitment_one_sided = model.commitment_hierarchy = 0;
    model.commitment_freedom = model.built_in_hierarchy = model.fit_steering = 0;
    model.fit_enabling = model.information_coverage = model.information_cost = 0;
    model.cooperation_floor = model.unclear_joint = model.power_missing = 1;
    model.powers_price = model.steering_effort = model.national_value = 0;
    model.regional_value = model.coordination_base = model.coordination_hierarchy = 0;
    model.review_recovery = model.stale = model.audit_delay = model.audit_price = 0;
    model.clawback_share = 0;
    return model;
}

// A scenario with the circumstances at its start, of which a test changes what it likes.
struct World {
    explicit World(Scenario of, Model with) : scenario(std::move(of)), model(with) {
        scenario.model = model;
        ties = rules::starting_ties(scenario, model);
        trust = rules::starting_trust(scenario, model);
        for (const Challenge& challenge : scenario.challenges) {
            urgency.push_back(challenge.urgency.front());
        }
    }

    rules::Circumstances at() const {
        return {.model = model,
                .ties = ties,
                .trust = trust,
                .urgency = urgency,
                .earlier_specific = earlier_specific,
                .unreviewed = unreviewed,
                .round = 1,
                .withheld_share = withheld_share,
                .known_urgency = known_urgency};
    }
    rules::Outcome outcome(const rules::Deal& deal, bool audited = false) const {
        return rules::outcome(scenario, at(), deal, audited);
    }
    double points(const rules::Deal& deal, PartyId party, bool audited = false,
                  bool mandates = true) const {
        return rules::points(scenario, model, deal, outcome(deal, audited), party, mandates);
    }
    double delta(const rules::Outcome& of, RegionId region, ThemeId theme) const {
        return of.delta[region.value * scenario.themes.size() + theme.value];
    }

    Scenario scenario;
    Model model;
    rules::PairTable ties;
    rules::PairTable trust;
    std::vector<double> urgency;
    int earlier_specific = 0;
    int unreviewed = 0;
    double withheld_share = 0;
    std::optional<IdSet<ChallengeId>> known_urgency;
};

inline World neutral_world() { return World(small_scenario(), neutral_model()); }
inline World default_world() { return World(small_scenario(), Model{}); }

// A line with a result; money in tenths.
inline rules::Line make_line(ChallengeId challenge, std::vector<PartyId> partners,
                             std::vector<std::pair<PartyId, int>> tenths,
                             Goal goal = Goal::joint) {
    rules::Line line;
    line.challenge = challenge;
    line.partners = std::move(partners);
    std::sort(line.partners.begin(), line.partners.end());
    line.goal = goal;
    line.result.empty = false;
    for (const auto& [party, amount] : tenths) line.money[party] = Money{amount};
    return line;
}

// A decentralised deal for the valley with mutual accountability, no conditions and no clauses.
inline rules::Deal make_deal(std::vector<rules::Line> lines) {
    rules::Deal deal;
    deal.region = valley;
    deal.lines = std::move(lines);
    return deal;
}

// Equal to twelve digits.
inline doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-12); }

}  // namespace dealtafel::tests
