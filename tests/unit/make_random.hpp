// Scenarios and deals at random for laws, drawn by RapidCheck so that a failure can be shown again.
// The deals are of the right shape but not always without problems.
#pragma once

#include "make_scenario.hpp"

#include "scenario/model.hpp"

#include <rapidcheck.h>

namespace dealtafel::tests {

// A whole number from low to high, both included.
inline int random_int(int low, int high) { return *rc::gen::inRange(low, high + 1); }
inline double random_share() { return random_int(0, 100) / 100.0; }
inline bool random_bool() { return random_int(0, 1) == 1; }

template <class IdT>
IdSet<IdT> random_set(std::size_t count, bool empty_allowed = true) {
    IdSet<IdT> set;
    for (std::uint16_t i = 0; i < count; ++i) {
        if (random_bool()) set.insert(IdT{i});
    }
    if (set.empty() && !empty_allowed) {
        set.insert(IdT{static_cast<std::uint16_t>(random_int(0, static_cast<int>(count) - 1))});
    }
    return set;
}

// Each parameter within its range, and up to about three times its default.
inline Model random_model() {
    Model model;
    for (const ModelParameter& parameter : model_parameters()) {
        double& value = model.*parameter.member;
        const double high = std::min(parameter.high, std::max(1.0, 3 * value));
        value = parameter.low + random_share() * (high - parameter.low);
    }
    return model;
}

inline mandate::Condition random_condition() {
    const ChallengeId challenge{static_cast<std::uint16_t>(random_int(0, 1))};
    const auto tension = static_cast<Tension>(random_int(0, 2));
    switch (random_int(0, 7)) {
        case 0: return mandate::Includes{challenge};
        case 1: return mandate::SpendsAtLeast{challenge, Money{random_int(0, 100)}};
        case 2: return mandate::WorksOn{challenge, city};
        case 3: return mandate::ConditionsAtMost{random_int(0, 4)};
        case 4: return mandate::FormIn{{static_cast<Form>(random_int(0, 2))}};
        case 5: return mandate::ClauseIs{static_cast<Clause>(random_int(0, 3)), random_bool()};
        case 6: return mandate::TensionAtMost{tension, random_share()};
        default: return mandate::OwnMoneyAtMost{Money{random_int(0, 100)}};
    }
}

inline Scenario random_scenario() {
    Scenario made = small_scenario();
    made.partnerships.resize(static_cast<std::size_t>(random_int(0, 3)));
    for (Partnership& partnership : made.partnerships) {
        partnership.members = random_set<PartyId>(made.parties.size());
        partnership.tie = random_share();
        partnership.purpose = random_set<ThemeId>(made.themes.size());
    }
    for (Party& party : made.parties) {
        party.capabilities = random_set<CapabilityId>(made.capabilities.size());
        party.level = static_cast<Scale>(random_int(0, 3));
        party.money_value = random_share();
        party.interests = {{std::nullopt, std::nullopt, random_share()},
                           {std::nullopt, work, random_share() - 0.5},
                           {elsewhere, std::nullopt, random_share()}};
        party.mandates.resize(static_cast<std::size_t>(random_int(0, 2)));
        for (Mandate& mandate : party.mandates) {
            mandate = {random_condition(), 4 * random_share() - 2, {}};
        }
    }
    for (Challenge& challenge : made.challenges) {
        challenge.scale = static_cast<Scale>(random_int(0, 3));
        challenge.urgency = {random_share()};
        challenge.needs_power = random_bool();
        challenge.seen_with = random_set<CapabilityId>(made.capabilities.size());
        for (Effect& effect : challenge.effects) effect.effect = 10 * random_share() - 3;
        challenge.spillovers = {{elsewhere, health, 4 * random_share() - 2},
                                {elsewhere, work, 4 * random_share() - 2}};
    }
    return made;
}

inline World random_world() {
    World world(random_scenario(), random_model());
    for (std::uint16_t a = 0; a < world.scenario.parties.size(); ++a) {
        for (std::uint16_t b = 0; b < a; ++b) {
            world.trust.set(PartyId{a}, PartyId{b}, random_share());
        }
    }
    world.earlier_specific = random_int(0, 3);
    world.unreviewed = random_int(0, 5);
    world.withheld_share = random_int(0, 20) / 100.0;
    return world;
}

inline rules::Line random_line(const Scenario& scenario, ChallengeId challenge) {
    IdSet<PartyId> partners = random_set<PartyId>(scenario.parties.size());
    partners.erase(rijk);
    if (partners.empty()) partners.insert(city);
    rules::Line line = make_line(challenge, {}, {{rijk, random_int(0, 50)}},
                                 static_cast<Goal>(random_int(0, 2)));
    for (const PartyId partner : partners) {
        line.partners.push_back(partner);
        line.money[partner] = Money{random_int(0, 50)};
    }
    line.result.empty = random_bool();
    return line;
}

inline rules::Deal random_deal(const Scenario& scenario) {
    rules::Deal deal = make_deal({});
    deal.form = static_cast<Form>(random_int(0, 2));
    deal.accountability = static_cast<Accountability>(random_int(0, 2));
    deal.conditions = random_int(0, 4);
    deal.information = random_bool();
    deal.powers = random_bool();
    deal.coordination = random_bool();
    deal.review = random_bool();
    for (const ChallengeId challenge :
         random_set<ChallengeId>(scenario.challenges.size(), false)) {
        deal.lines.push_back(random_line(scenario, challenge));
    }
    return deal;
}

// Whether to look at the deal after a finding; only free money can be found against.
inline bool random_audited(const rules::Deal& deal) {
    return deal.form == Form::decentralised && random_bool();
}

}  // namespace dealtafel::tests
