// Tension 2: steering on results, or enabling.
#include "claim.hpp"

namespace dealtafel::claims {

namespace {

Deal with_goal(Goal goal) {
    Deal deal = middle_deal();
    deal.lines[0].goal = goal;
    return deal;
}

// Work elsewhere suffers from what is done about protein here.
Scenario harming_elsewhere() {
    Scenario scenario = situation();
    scenario.challenges[protein.value].spillovers = {{elsewhere, work, -4.0}};
    return scenario;
}

}  // namespace

TEST_CASE("E16 money, knowledge and powers let a region reach its own goals") {
    const Claim claim("E16");
    Deal little = with_goal(Goal::region);
    little.lines[0] = make_line(protein, {farmers}, {{rijk, 4}, {farmers, 10}}, Goal::region);
    Deal money = little;
    money.lines[0].money[rijk] = Money{10};
    CHECK(claim.by(Rule::regional_value, why_points(play(money), farmers)) >
          claim.by(Rule::regional_value, why_points(play(little), farmers)));

    Deal knowledge = little;
    knowledge.information = true;
    CHECK(yield(play(knowledge)) > yield(play(little)));
    CHECK(claim.by(Rule::information, why(play(knowledge))) > 0);

    Scenario needs_power = situation();
    needs_power.challenges[protein.value].needs_power = true;
    Deal powers = little;
    powers.powers = true;
    CHECK(yield(play(powers, needs_power)) > yield(play(little, needs_power)));
    CHECK(claim.by(Rule::power_missing, why(play(little, needs_power))) < 0);
    CHECK(claim.by(Rule::power_missing, why(play(powers, needs_power))) == 0);
}

TEST_CASE("E17 with goals of its own the Rijk gets them, and the region has to conform") {
    const Claim claim("E17");
    const Play own = play(with_goal(Goal::national));
    const Play regional = play(with_goal(Goal::region));
    CHECK(claim.by(Rule::national_value, why_points(own, rijk)) > 0);
    CHECK(claim.by(Rule::national_value, why_points(regional, rijk)) == 0);
    CHECK(outcome(own).outcome.tension.steering > outcome(regional).outcome.tension.steering);
    CHECK(claim.by(Rule::goal, why(own)) > claim.by(Rule::goal, why(regional)));
}

TEST_CASE("E18 steering costs the Rijk effort, or the region accounting") {
    const Claim claim("E18");
    const Play joint = play(middle_deal());
    const Play by_rijk = play(with_goal(Goal::national));
    CHECK(claim.by(Rule::steering_effort, why_points(joint, rijk)) == 0);
    CHECK(claim.by(Rule::steering_effort, why_points(by_rijk, rijk)) < 0);

    Deal accounted = with_goal(Goal::national);
    accounted.accountability = Accountability::upward;
    const Play by_region = play(accounted);
    CHECK(claim.by(Rule::steering_effort, why_points(by_region, rijk)) == 0);
    CHECK(claim.by(Rule::admin_upward, why(by_region)) < 0);
    CHECK(claim.by(Rule::admin_upward, why(by_rijk)) == 0);
}

TEST_CASE("E19 money without direction is a blank cheque") {
    const Claim claim("E19");
    Deal procedural = with_goal(Goal::region);
    procedural.conditions = 0;
    const Play with_direction = play(with_goal(Goal::region));
    const Play cheque = play(procedural);
    CHECK(yield(cheque) < yield(with_direction));
    CHECK(claim.by(Rule::fit_enabling, why(cheque)) <
          claim.by(Rule::fit_enabling, why(with_direction)));
}

TEST_CASE("E20 where everything fits, a blank cheque costs more") {
    const Claim claim("E20");
    Deal vague = with_goal(Goal::region);
    vague.lines[0].result.empty = true;
    const Play clear = play(with_goal(Goal::region));
    const Play catch_all = play(vague);
    CHECK(yield(catch_all) < yield(clear));
    CHECK(claim.by(Rule::fit_vague, why(catch_all)) < 0);
    CHECK(claim.by(Rule::fit_vague, why(clear)) == 0);
}

TEST_CASE("E21 national goals leave too little room for what residents need") {
    const Claim claim("E21");
    const Play room = play(middle_deal());
    const Play imposed = play(with_goal(Goal::national));
    CHECK(health_here(imposed) < health_here(room));
    CHECK(claim.by(Rule::fit_steering, why(imposed)) < 0);
    CHECK(claim.by(Rule::fit_steering, why(room)) == 0);
}

TEST_CASE("E23 the Rijk's wish for grip adds to the region's challenge and is laid down") {
    const Claim claim("E23");
    Round demanded;
    demanded.demands = {{valley, crime}};
    demanded.deal.lines.push_back(
        make_line(crime, {city}, {{rijk, 10}, {city, 10}}, Goal::national));
    const Play with_grip = play(situation(), {demanded});
    const Play without = play(situation(), {Round{}});
    CHECK(without.region().agenda == std::vector<ChallengeId>{protein});
    CHECK(with_grip.region().agenda == std::vector<ChallengeId>{protein, crime});
    CHECK(claim.by(Rule::agenda_demand, why_agenda(with_grip)) > 0);
    CHECK(claim.by(Rule::agenda_demand, why_agenda(without)) == 0);
    CHECK(outcome(with_grip).deal.lines.size() == 2);
}

TEST_CASE("E24 who refuses the Rijk's goals may lose the money") {
    const Claim claim("E24");
    Scenario scenario = situation();
    scenario.parties[rijk.value].money_value = 0;
    scenario.parties[rijk.value].reserve = 0.1;
    Round refusing;
    refusing.demands = {{valley, crime}};
    refusing.centre_weighs = true;
    Round giving_in = refusing;
    giving_in.deal.lines.push_back(
        make_line(crime, {city}, {{rijk, 10}, {city, 10}}, Goal::national));
    const Play refused = play(scenario, {refusing});
    const Play given = play(scenario, {giving_in});
    CHECK(given.region().concluded != 0);
    CHECK(refused.region().concluded == 0);
    CHECK(claim.by(Rule::national_value, why_points(given, rijk)) >= 0.1);
    CHECK(claim.by(Rule::national_value, why_points(refused, rijk)) == 0);
}

TEST_CASE("E25 frames and room together let the region's own knowledge work") {
    const Claim claim("E25");
    const Play balance = play(middle_deal());
    const Play no_room = play(with_goal(Goal::national));
    const Play no_frame = play(with_goal(Goal::region));
    CHECK(claim.by(Rule::fit, why(balance)) > claim.by(Rule::fit, why(no_room)));
    CHECK(claim.by(Rule::fit, why(balance)) > claim.by(Rule::fit, why(no_frame)));
    CHECK(claim.by(Rule::fit_steering, why(no_room)) < 0);
    CHECK(claim.by(Rule::fit_enabling, why(no_frame)) < 0);
    CHECK(yield(balance) > yield(no_room));
    CHECK(yield(balance) > yield(no_frame));
}

TEST_CASE("E26 where it is clear whose results count, working together goes better") {
    const Claim claim("E26");
    Deal unclear = middle_deal();
    unclear.lines[0].result.empty = true;
    const Play named = play(middle_deal());
    const Play open = play(unclear);
    CHECK(outcome(open).outcome.lines[0].cooperation <
          outcome(named).outcome.lines[0].cooperation);
    CHECK(claim.by(Rule::unclear_joint, why(open)) < 0);
    CHECK(claim.by(Rule::unclear_joint, why(named)) == 0);
}

TEST_CASE("E27 without coordination others are harmed") {
    const Claim claim("E27");
    Deal coordinated = middle_deal();
    coordinated.coordination = true;
    const Play alone = play(middle_deal(), harming_elsewhere());
    const Play tuned = play(coordinated, harming_elsewhere());
    // By how far the money reaches: coordinating takes some of it too.
    const auto harm = [](const Play& play) {
        return common(play).elsewhere / outcome(play).outcome.lines[0].reach;
    };
    CHECK(harm(alone) < harm(tuned));
    CHECK(harm(tuned) < 0);
    CHECK(claim.by(Rule::spillover, why(alone)) < 0);
    CHECK(claim.by(Rule::coordination_base, why(alone)) == 0);
    CHECK(claim.by(Rule::coordination_base, why(tuned)) > 0);
}

}  // namespace dealtafel::claims
