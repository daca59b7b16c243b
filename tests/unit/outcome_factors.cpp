#include "make_scenario.hpp"

using namespace dealtafel;
using namespace dealtafel::tests;
using rules::Deal;
using rules::Line;
using rules::LineOutcome;
using rules::Outcome;

namespace {

// The deal from which most tests start: 5.0 on protein by two capable partners.
Deal protein_deal(Goal goal = Goal::joint) {
    return make_deal({make_line(protein, {farmers, school}, {{rijk, 25}, {school, 25}}, goal)});
}

LineOutcome first_line(const World& world, const Deal& deal, bool audited = false) {
    return world.outcome(deal, audited).lines.at(0);
}

}  // namespace

TEST_CASE("with every rule off a line's yield is its urgency times its reach") {
    const World world = neutral_world();
    const Outcome outcome = world.outcome(protein_deal());
    // reach = 5 / (5 + 5) = 0.5; yield = 0.6 * 0.5 = 0.3; health changes by 6 * 0.3 = 1.8.
    CHECK(outcome.lines[0].reach == near(0.5));
    CHECK(outcome.lines[0].yield == near(0.3));
    CHECK(world.delta(outcome, valley, health) == near(1.8));
    CHECK(world.delta(outcome, valley, work) == 0);
    CHECK(outcome.spent[rijk.value] == near(2.5));
    CHECK(outcome.spent[city.value] == 0);
}

TEST_CASE("friction grows with the number of partners and with how loosely they are tied") {
    World world = neutral_world();
    world.model.friction = 0.1;
    Deal deal = protein_deal();
    // One pair with tie 0.2: 0.1 * (2 - 1) * 0.8 = 0.08.
    CHECK(first_line(world, deal).friction == near(0.08));
    // city and farmers know each other (0.8), the other two pairs do not (0.2):
    // looseness (0.2 + 0.8 + 0.8) / 3 = 0.6, friction 0.1 * 2 * 0.6 = 0.12.
    deal.lines[0].partners = {city, farmers, school};
    CHECK(first_line(world, deal).friction == near(0.12));
    // 5 * 0.88 = 4.4 million is effective: reach 4.4 / 9.4.
    CHECK(first_line(world, deal).reach == near(4.4 / 9.4));
    deal.lines[0].partners = {school};
    CHECK(first_line(world, deal).friction == 0);
}

TEST_CASE("friction stops at its cap") {
    World world = neutral_world();
    world.model.friction = 2;
    world.model.friction_cap = 0.5;
    // 2 * 1 * 0.8 = 1.6 is above the cap.
    CHECK(first_line(world, protein_deal()).friction == near(0.5));
}

TEST_CASE("the tie of two parties is the highest that anything gives them") {
    World world = neutral_world();
    world.scenario.explicit_ties = {{city, farmers, 0.3}, {farmers, school, 0.6},
                                    {city, school, 0.1}};
    const rules::PairTable ties = rules::starting_ties(world.scenario, world.model);
    CHECK(ties.get(city, farmers) == 0.8);    // their partnership is above the explicit tie
    CHECK(ties.get(school, farmers) == 0.6);  // explicit, either way round
    CHECK(ties.get(city, school) == 0.2);     // the default is above the explicit tie
}

TEST_CASE("the trust of two parties is the scenario's own, else the initial trust") {
    World world = neutral_world();
    world.scenario.explicit_trust = {{city, rijk, 0.1}};
    const rules::PairTable trust = rules::starting_trust(world.scenario, world.model);
    CHECK(trust.get(rijk, city) == 0.1);
    CHECK(trust.get(rijk, school) == 0.5);
}

TEST_CASE("administration adds up what hierarchy, conditions and clauses cost") {
    World world = default_world();
    world.earlier_specific = 3;
    Deal deal = protein_deal();
    deal.conditions = 2;
    // decentralised, mutual: hierarchy -0.6. 0.03 + 0 + 2 * 0.01 = 0.05.
    CHECK(world.outcome(deal).admin == near(0.05));
    deal.coordination = deal.review = true;
    // + 0.03 + 0.04 = 0.12.
    CHECK(world.outcome(deal).admin == near(0.12));
    deal.form = Form::specific;
    deal.accountability = Accountability::upward;
    // hierarchy 0.6 + 0.4 = 1: 0.12 + 0.1 * 1 + 0.03 + 0.02 * 3 = 0.31.
    CHECK(world.outcome(deal).admin == near(0.31));
    deal.form = Form::partnership;
    deal.accountability = Accountability::mutual;
    // hierarchy 0: 0.12 + 0.03 = 0.15.
    CHECK(world.outcome(deal).admin == near(0.15));
}

TEST_CASE("nothing is reached where administration eats all the money") {
    World world = neutral_world();
    world.model.admin_base = 1.5;
    CHECK(first_line(world, protein_deal()).reach == 0);
    // 5 * (1 - 0.2) = 4: reach 4 / 9.
    world.model.admin_base = 0.2;
    CHECK(first_line(world, protein_deal()).reach == near(4.0 / 9.0));
}

TEST_CASE("coverage is the weight of the needs that the partners meet") {
    World world = neutral_world();
    world.model.information_coverage = 0.2;
    Deal deal = protein_deal();
    CHECK(first_line(world, deal).coverage == near(1.0));
    deal.lines[0].partners = {farmers, school};
    deal.information = true;
    CHECK(first_line(world, deal).coverage == near(1.0));  // at most 1
    deal.lines[0].partners = {city, farmers};
    CHECK(first_line(world, deal).coverage == near(0.25 + 0.2));  // food is 1 of 1 + 3
    deal.information = false;
    CHECK(first_line(world, deal).coverage == near(0.25));
    deal.lines[0].partners = {city};
    CHECK(first_line(world, deal).coverage == 0);
}

TEST_CASE("a partnership founded for something else suits a challenge less") {
    World world = neutral_world();
    world.model.partnership_mismatch = 0.15;
    Deal deal = protein_deal();
    deal.lines[0].partners = {city, farmers, school};
    CHECK(first_line(world, deal).suits == 1);  // no purpose suits everything
    world.scenario.partnerships[0].purpose = set_of({work});
    // Two of three partners are in it: 1 - 0.15 * 2/3 = 0.9.
    CHECK(first_line(world, deal).suits == near(0.9));
    world.scenario.partnerships[0].purpose = set_of({work, health});
    CHECK(first_line(world, deal).suits == 1);
    world.scenario.partnerships[0].purpose = set_of({work});
    world.model.partnership_mismatch = 2;
    CHECK(first_line(world, deal).suits == 0);  // 1 - 2 * 2/3 is below 0
}

TEST_CASE("of partnerships with the same share the first in the file counts for suits") {
    World world = neutral_world();
    world.model.partnership_mismatch = 0.3;
    world.scenario.partnerships[0].purpose = set_of({work});
    world.scenario.partnerships.push_back({"new", {}, set_of({farmers, school}), 0.2, {}});
    Deal deal = protein_deal();
    deal.lines[0].partners = {city, farmers, school};
    // old and new both hold two of three; old comes first and is for work: 1 - 0.3 * 2/3 = 0.8.
    CHECK(first_line(world, deal).suits == near(0.8));
    deal.lines[0].partners = {farmers, school};
    CHECK(first_line(world, deal).suits == 1);  // new holds both of two
}

TEST_CASE("a level above or below the scale of the problem costs, step by step") {
    World world = neutral_world();
    world.model.scale_penalty = 0.08;
    Deal deal = protein_deal();
    CHECK(first_line(world, deal).scale_fit == 1);  // regional partners, regional problem
    world.scenario.challenges[protein.value].scale = Scale::neighbourhood;
    CHECK(first_line(world, deal).scale_fit == near(1 - 2 * 0.08));
    deal.lines[0].partners = {city};
    CHECK(first_line(world, deal).scale_fit == near(1 - 0.08));
    deal.lines[0].goal = Goal::national;
    CHECK(first_line(world, deal).scale_fit == near(1 - 3 * 0.08));
    world.model.scale_penalty = 0.5;
    CHECK(first_line(world, deal).scale_fit == 0);  // 1 - 1.5 is below 0
}

TEST_CASE("fit falls with steering and with a blank cheque, most where no result is named") {
    World world = neutral_world();
    world.model.fit_steering = 0.8;
    world.model.fit_enabling = 0.6;
    world.model.vagueness = 1.5;
    Deal deal = protein_deal(Goal::national);
    deal.conditions = 4;
    // steering 0.7 + 0.3 * (4/2 - 1) = 1: fit 1 - 0.8 = 0.2.
    CHECK(first_line(world, deal).steering == near(1.0));
    CHECK(first_line(world, deal).fit == near(0.2));
    deal.lines[0].goal = Goal::region;
    deal.conditions = 0;
    // steering -1: 1 - 0.6 = 0.4; without a result 1 - 0.6 * 1.5 = 0.1.
    CHECK(first_line(world, deal).fit == near(0.4));
    deal.lines[0].result.empty = true;
    CHECK(first_line(world, deal).fit == near(0.1));
    world.model.vagueness = 3;
    CHECK(first_line(world, deal).fit == 0);  // 1 - 1.8 is below 0
    deal.lines[0].goal = Goal::joint;
    deal.conditions = 2;
    CHECK(first_line(world, deal).steering == near(0.0));
    CHECK(first_line(world, deal).fit == near(1.0));
}

TEST_CASE("commitment falls to both sides of a hierarchy that is felt as none") {
    World world = default_world();
    Deal deal = protein_deal();
    // decentralised, mutual: felt -0.6 + 0.2 = -0.4; 1 - 0.45 * 0.16 = 0.928.
    CHECK(world.outcome(deal).commitment == near(0.928));
    // decentralised, none: felt -1 + 0.2 = -0.8; 1 - 0.45 * 0.64 - 0.1 = 0.612.
    deal.accountability = Accountability::none;
    CHECK(world.outcome(deal).commitment == near(0.612));
    // specific, upward: felt 1.2; 1 - 0.35 * 1.44 - 0.1 = 0.396.
    deal.form = Form::specific;
    deal.accountability = Accountability::upward;
    CHECK(world.outcome(deal).commitment == near(0.396));
    // partnership, mutual: felt 0.2; 1 - 0.35 * 0.04 = 0.986.
    deal.form = Form::partnership;
    deal.accountability = Accountability::mutual;
    CHECK(world.outcome(deal).commitment == near(0.986));
    world.model.commitment_hierarchy = 30;
    CHECK(world.outcome(deal).commitment == 0);  // 1 - 30 * 0.04 is below 0
}

TEST_CASE("cooperation rests on the mean trust of the partners and the centre") {
    World world = neutral_world();
    world.model.cooperation_floor = 0.5;
    world.model.unclear_joint = 0.9;
    world.trust.set(farmers, school, 0.8);
    world.trust.set(rijk, farmers, 0.2);
    Deal deal = protein_deal();
    // Pairs 0.8, 0.2 and 0.5, mean 0.5: 0.5 + 0.5 * 0.5 = 0.75.
    CHECK(first_line(world, deal).cooperation == near(0.75));
    deal.lines[0].result.empty = true;
    CHECK(first_line(world, deal).cooperation == near(0.75 * 0.9));
    deal.lines[0].goal = Goal::region;  // clear whose goal it is
    CHECK(first_line(world, deal).cooperation == near(0.75));
    deal.lines[0].partners = {farmers};
    CHECK(first_line(world, deal).cooperation == near(0.5 + 0.5 * 0.2));
}

TEST_CASE("a challenge that needs power misses it unless powers are made available") {
    World world = neutral_world();
    world.model.power_missing = 0.5;
    Deal deal = protein_deal();
    CHECK(first_line(world, deal).power == 1);
    world.scenario.challenges[protein.value].needs_power = true;
    CHECK(first_line(world, deal).power == 0.5);
    deal.powers = true;
    CHECK(first_line(world, deal).power == 1);
}

TEST_CASE("without review urgency goes stale, for at most so many rounds") {
    World world = neutral_world();
    world.model.stale = 0.08;
    world.model.stale_rounds_max = 3;
    world.unreviewed = 2;
    CHECK(first_line(world, protein_deal()).relevance == near(0.6 * 0.84));
    world.unreviewed = 5;
    CHECK(first_line(world, protein_deal()).relevance == near(0.6 * 0.76));
    world.model.stale = 0.5;
    CHECK(first_line(world, protein_deal()).relevance == 0);  // 1 - 1.5 is below 0
}

TEST_CASE("a review recovers a part of what is more urgent and seen by a partner of any line") {
    World world = neutral_world();
    world.model.stale = 0.08;
    world.model.review_recovery = 0.2;
    world.unreviewed = 3;
    Deal deal = protein_deal();
    deal.review = true;
    // farmers and school see protein only (research): seen 0.6, nothing to recover, nothing stale.
    CHECK(first_line(world, deal).relevance == near(0.6));
    deal.lines.push_back(make_line(homes, {city}, {{city, 10}}));
    // city sees homes (0.9): 0.6 + 0.2 * 0.3 = 0.66; homes itself stays.
    CHECK(first_line(world, deal).relevance == near(0.66));
    CHECK(world.outcome(deal).lines[1].relevance == near(0.9));
    deal.lines[1].partners = {school};  // nobody sees homes, which keeps its own urgency
    CHECK(world.outcome(deal).lines[1].relevance == near(0.9));
    deal.lines[1].partners = {city};
    world.scenario.challenges[homes.value].region = elsewhere;  // not this region's
    CHECK(first_line(world, deal).relevance == near(0.6));
}

TEST_CASE("to who does not know an urgency it counts as one half, and is not seen by a review") {
    World world = neutral_world();
    world.model.review_recovery = 0.2;
    Deal deal = make_deal({make_line(protein, {school}, {{school, 50}}),
                           make_line(homes, {city}, {{city, 10}})});
    deal.review = true;
    world.known_urgency = set_of({protein});
    // protein 0.6 known, homes 0.9 unknown: seen is 0.6; homes 0.5 + 0.2 * 0.1.
    CHECK(first_line(world, deal).relevance == near(0.6));
    CHECK(world.outcome(deal).lines[1].relevance == near(0.52));
    world.known_urgency = set_of({homes});
    // protein counts as 0.5 and homes is seen: 0.5 + 0.2 * 0.4.
    CHECK(first_line(world, deal).relevance == near(0.58));
}

TEST_CASE("coordination softens harm elsewhere, and better where somebody may decide") {
    World world = default_world();
    world.scenario.challenges[protein.value].spillovers = {{elsewhere, health, 2.0},
                                                           {elsewhere, work, -3.0}};
    Deal deal = protein_deal();
    Outcome outcome = world.outcome(deal);
    const double reach = outcome.lines[0].reach;
    CHECK(outcome.chi == 0);
    CHECK(world.delta(outcome, elsewhere, work) == near(-3 * reach));
    CHECK(world.delta(outcome, elsewhere, health) == near(2 * reach));
    deal.coordination = true;
    outcome = world.outcome(deal);
    // hierarchy -0.6: chi = 0.4 + 0.4 * 0.4 / 2 = 0.48; good elsewhere is not softened.
    CHECK(outcome.chi == near(0.48));
    CHECK(world.delta(outcome, elsewhere, work) == near(-3 * outcome.lines[0].reach * 0.52));
    CHECK(world.delta(outcome, elsewhere, health) == near(2 * outcome.lines[0].reach));
    world.model.coordination_base = 2;
    CHECK(world.delta(world.outcome(deal), elsewhere, work) == 0);  // 1 - chi is below 0
}

TEST_CASE("every factor of a deal with two lines, worked out by hand with the default model") {
    World world = default_world();
    world.unreviewed = 2;
    Deal deal = make_deal({
        make_line(protein, {farmers, school}, {{rijk, 30}, {school, 20}, {farmers, 10}}),
        make_line(homes, {city}, {{rijk, 10}, {city, 20}}, Goal::region),
    });
    deal.lines[1].result.empty = true;
    deal.conditions = 1;
    deal.coordination = true;
    const Outcome outcome = world.outcome(deal);

    // admin 0.03 + 0.01 + 0.03; felt -0.6 + 0.2; chi 0.4 + 0.4 * 0.4 / 2.
    CHECK(outcome.admin == near(0.07));
    CHECK(outcome.commitment == near(0.928));
    CHECK(outcome.chi == near(0.48));
    CHECK(outcome.audit_chance == near(0.15));

    // protein: 6.0 with friction 0.1 * 1 * 0.8; steering 0.3 * (1/2 - 1) = -0.15.
    const LineOutcome& one = outcome.lines[0];
    CHECK(one.friction == near(0.08));
    const double effective_one = 6 * 0.92 * 0.93;
    CHECK(one.reach == near(effective_one / (effective_one + 5)));
    CHECK(one.fit == near(1 - 0.6 * 0.0225));
    CHECK(one.cooperation == near(0.75));
    CHECK(one.relevance == near(0.6 * 0.84));
    CHECK(one.yield == near(0.504 * one.reach * 0.9865 * 0.928 * 0.75));

    // homes: 3.0 without friction; a municipality on a regional problem; steering -0.7 - 0.15.
    const LineOutcome& two = outcome.lines[1];
    CHECK(two.reach == near(2.79 / 6.79));
    CHECK(two.scale_fit == near(0.92));
    CHECK(two.steering == near(-0.85));
    CHECK(two.fit == near(1 - 0.9 * 0.7225));
    CHECK(two.relevance == near(0.9 * 0.84));
    CHECK(two.yield == near(0.756 * two.reach * 0.92 * 0.34975 * 0.928 * 0.75));

    // partnership: protein 1/2 - 2/2, homes 1/1 - 1/1; weighted by 6 and 3.
    CHECK(one.partnership == near(-0.5));
    CHECK(two.partnership == near(0.0));
    CHECK(outcome.tension.partnership == near(-3.0 / 9.0));
    CHECK(outcome.tension.steering == near((6 * -0.15 + 3 * -0.85) / 9));
    CHECK(outcome.tension.hierarchy == near(-0.6));
    CHECK(world.delta(outcome, valley, health) == near(6 * one.yield));
    CHECK(world.delta(outcome, valley, work) == near(4 * two.yield));
}
