#include "make_scenario.hpp"

using namespace dealtafel;
using namespace dealtafel::tests;
using rules::Deal;
using rules::Outcome;

namespace {

// 3.0 of the Rijk's and 3.0 of the school's on protein, with strings attached.
Deal deal_with_strings() {
    Deal deal = make_deal({make_line(protein, {farmers, school}, {{rijk, 30}, {school, 30}})});
    deal.conditions = 2;
    deal.accountability = Accountability::upward;
    return deal;
}

}  // namespace

TEST_CASE("the chance of a finding grows with the strings on free money, up to its cap") {
    Model model;
    Deal deal = deal_with_strings();
    // (2 + 2) * 0.15 = 0.6.
    CHECK(rules::audit_chance(model, deal) == near(0.6));
    deal.conditions = 4;
    CHECK(rules::audit_chance(model, deal) == near(0.9));
    model.audit_chance_cap = 0.7;
    CHECK(rules::audit_chance(model, deal) == near(0.7));
    deal.accountability = Accountability::none;
    CHECK(rules::audit_chance(model, deal) == near(0.6));
    deal.form = Form::specific;
    CHECK(rules::audit_chance(model, deal) == 0);
    deal.form = Form::partnership;
    CHECK(rules::audit_chance(model, deal) == 0);
}

TEST_CASE("after a finding a deal is computed without its strings and with money that is late") {
    World world = default_world();
    const Deal deal = deal_with_strings();
    const Outcome before = world.outcome(deal);
    const Outcome after = world.outcome(deal, true);
    // Before: hierarchy -0.6 + 0.4 = -0.2; admin 0.03 + 0.02 + 0.03; felt 0.
    CHECK(before.tension.hierarchy == near(-0.2));
    CHECK(before.admin == near(0.08));
    CHECK(before.commitment == near(0.9));
    // After: conditions 0 and accountability none: hierarchy -1; admin 0.03; felt -0.8.
    CHECK(after.tension.hierarchy == near(-1.0));
    CHECK(after.admin == near(0.03));
    CHECK(after.commitment == near(1 - 0.45 * 0.64 - 0.1));
    CHECK(after.lines[0].steering == near(-0.3));
    // 0.4 of 3.0 is late: 1.8 + 3.0 = 4.8 counts, with friction 0.08.
    const double effective = 4.8 * 0.92 * 0.97;
    CHECK(after.lines[0].reach == near(effective / (effective + 5)));
    // Spent is as signed, and the chance is that of the deal as signed.
    CHECK(after.spent[rijk.value] == near(3.0));
    CHECK(after.audit_chance == near(0.6));
}

TEST_CASE("mutual accountability stands after a finding") {
    World world = default_world();
    Deal deal = deal_with_strings();
    deal.accountability = Accountability::mutual;
    CHECK(world.outcome(deal, true).tension.hierarchy == near(-0.6));
    CHECK(world.outcome(deal, true).commitment == near(0.928));
}

TEST_CASE("late money weighs less in the positions on partnership and steering") {
    World world = default_world();
    Deal deal = make_deal({make_line(protein, {school}, {{rijk, 50}}, Goal::national),
                           make_line(homes, {city}, {{city, 50}}, Goal::region)});
    // Signed 5 and 5: steering (5 * 0.4 + 5 * -1) / 10. After a finding the first line has 3:
    // (3 * 0.4 + 5 * -1) / 8.
    CHECK(world.outcome(deal).tension.steering == near(-0.3));
    CHECK(world.outcome(deal, true).tension.steering == near(-3.8 / 8));
    CHECK(rules::positions(world.scenario, world.at(), deal, true).steering == near(-3.8 / 8));
    // With no money at all the position is 0.
    deal.lines[0].money[rijk] = deal.lines[1].money[city] = Money{0};
    CHECK(world.outcome(deal).tension == rules::Positions{0, 0, -0.6});
}

TEST_CASE("what is withheld counts like late money and is not spent") {
    World world = default_world();
    world.withheld_share = 0.2;
    const Deal deal = deal_with_strings();
    // 3.0 * 0.8 = 2.4 is paid: 5.4 counts, with admin 0.08 and friction 0.08.
    double effective = 5.4 * 0.92 * 0.92;
    CHECK(world.outcome(deal).lines[0].reach == near(effective / (effective + 5)));
    CHECK(world.outcome(deal).spent[rijk.value] == near(2.4));
    CHECK(world.outcome(deal).spent[school.value] == near(3.0));
    // After a finding 0.4 of what is paid is late: 2.4 * 0.6 + 3.0 = 4.44.
    effective = 4.44 * 0.92 * 0.97;
    CHECK(world.outcome(deal, true).lines[0].reach == near(effective / (effective + 5)));
    CHECK(world.outcome(deal, true).spent[rijk.value] == near(2.4));
}

TEST_CASE("earmarked money on a line that covers too little is partly clawed back") {
    World world = default_world();
    Deal deal = deal_with_strings();
    deal.form = Form::specific;
    deal.lines[0].partners = {farmers};  // food is 1 of 4
    deal.lines[0].money = {};
    deal.lines[0].money[rijk] = Money{30};
    deal.lines[0].money[farmers] = Money{30};
    // 0.2 of 3.0 comes back to the centre, nothing to the farmers.
    CHECK(world.outcome(deal).spent[rijk.value] == near(2.4));
    CHECK(world.outcome(deal).spent[farmers.value] == near(3.0));
    // Information brings coverage to 0.45, still below 0.5, and costs 0.5.
    deal.information = true;
    CHECK(world.outcome(deal).spent[rijk.value] == near(2.9));
    world.model.clawback_coverage = 0.45;  // not below
    CHECK(world.outcome(deal).spent[rijk.value] == near(3.5));
    deal.form = Form::partnership;
    world.model.clawback_coverage = 0.5;
    CHECK(world.outcome(deal).spent[rijk.value] == near(3.5));
    // Of money that is withheld nothing comes back: 3.0 * 0.9 is paid, 0.2 of that returns.
    deal.form = Form::specific;
    deal.information = false;
    world.withheld_share = 0.1;
    CHECK(world.outcome(deal).spent[rijk.value] == near(2.7 * 0.8));
}

TEST_CASE("a national goal costs the centre effort unless the region accounts upward") {
    World world = default_world();
    Deal deal = deal_with_strings();
    deal.lines[0].goal = Goal::national;
    CHECK(world.outcome(deal).spent[rijk.value] == near(3.0));
    deal.accountability = Accountability::mutual;
    // 0.05 * 6.0 = 0.3.
    CHECK(world.outcome(deal).spent[rijk.value] == near(3.3));
    // After a finding upward reads none, and the money is 1.8 + 3.0: 0.05 * 4.8 = 0.24.
    deal.accountability = Accountability::upward;
    CHECK(world.outcome(deal, true).spent[rijk.value] == near(3.24));
}
