// Tension 3: hierarchical, or as equals.
#include "claim.hpp"

namespace dealtafel::claims {

namespace {

Deal with_form(Form form, Accountability accountability = Accountability::mutual) {
    Deal deal = middle_deal();
    deal.form = form;
    deal.accountability = accountability;
    deal.conditions = 0;  // free money without strings meets no audit
    return deal;
}

double commitment(const Play& play) { return outcome(play).outcome.commitment; }

}  // namespace

TEST_CASE("E28 where nothing is arranged, nobody knows who accounts to whom") {
    const Claim claim("E28");
    const Play arranged = play(with_form(Form::partnership));
    const Play open = play(with_form(Form::partnership, Accountability::none));
    CHECK(commitment(open) < commitment(arranged));
    CHECK(claim.by(Rule::commitment_one_sided, why(open)) < 0);
    CHECK(claim.by(Rule::commitment_one_sided, why(arranged)) == 0);
}

TEST_CASE("E29 the hierarchy that is built in hampers working as equals") {
    const Claim claim("E29");
    Scenario without = situation();
    without.model.built_in_hierarchy = 0;
    const Play as_it_is = play(middle_deal());
    const Play if_not = play(middle_deal(), without);
    CHECK(outcome(as_it_is).outcome.tension.hierarchy == 0);
    CHECK(commitment(as_it_is) < commitment(if_not));
    CHECK(claim.by(Rule::built_in_hierarchy, why(as_it_is)) < 0);
    CHECK(claim.by(Rule::built_in_hierarchy, why(if_not)) == 0);
}

TEST_CASE("E30 a decentralisation grant leaves the region free, and the Rijk little grip") {
    const Claim claim("E30");
    const Play free = play(with_form(Form::decentralised));
    const Play earmarked = play(with_form(Form::specific));
    CHECK(outcome(free).outcome.tension.hierarchy < 0);
    CHECK(outcome(earmarked).outcome.tension.hierarchy > 0);
    CHECK(claim.by(Rule::form, why(free)) < 0);
    CHECK(claim.by(Rule::form, why(earmarked)) > 0);
}

TEST_CASE("E31 a specific grant gives the Rijk grip, and the region accounting") {
    const Claim claim("E31");
    const Play free = play(with_form(Form::decentralised));
    const Play earmarked = play(with_form(Form::specific));
    CHECK(outcome(earmarked).outcome.admin > outcome(free).outcome.admin);
    CHECK(claim.by(Rule::form, why(earmarked)) > claim.by(Rule::form, why(free)));
    CHECK(claim.by(Rule::admin_hierarchy, why(earmarked)) < 0);
    CHECK(claim.by(Rule::admin_hierarchy, why(free)) == 0);
}

TEST_CASE("E32 conditions on free money lead to a finding against the Rijk") {
    const Claim claim("E32");
    Scenario strict = situation();
    strict.model.audit_chance_per_condition = 0.5;
    strict.model.audit_chance_cap = 1;
    Deal strings = with_form(Form::decentralised);
    strings.conditions = 2;  // a chance of 1
    const Play free = play(with_form(Form::decentralised), strict);
    const Play found = play(strings, strict);
    CHECK(outcome(found).outcome.audited);
    CHECK_FALSE(outcome(free).outcome.audited);
    CHECK(claim.by(Rule::audit_condition, why(found)) > 0);
    CHECK(claim.by(Rule::audit_condition, why(free)) == 0);
    CHECK(claim.by(Rule::late, why(found)) < 0);
    CHECK(claim.by(Rule::audit_price, why_points(found, rijk)) < 0);
    CHECK(claim.by(Rule::audit_price, why_points(found, farmers)) == 0);
    // The text is amended: its conditions steer no more.
    CHECK(outcome(found).outcome.tension.steering ==
          near(outcome(free).outcome.tension.steering));
}

TEST_CASE("E33 a temporary form costs more each time, and a new one needs the right balance") {
    const Claim claim("E33");
    const auto second_round = [](Form first_form) {
        Round first;
        first.deal = with_form(first_form);
        Round second;
        second.deal = with_form(Form::specific);
        return play(situation(), {first, second});
    };
    const Play again = second_round(Form::specific);
    const Play for_once = second_round(Form::partnership);
    CHECK(outcome(again).outcome.admin > outcome(for_once).outcome.admin);
    CHECK(claim.by(Rule::admin_temporary, why(again)) < 0);
    CHECK(claim.by(Rule::admin_temporary, why(for_once)) == 0);

    const Play balanced = play(with_form(Form::partnership));
    const Play unbalanced = play(with_form(Form::partnership, Accountability::upward));
    CHECK(claim.by(Rule::admin_partnership, why(balanced)) < 0);
    CHECK(commitment(balanced) > commitment(play(with_form(Form::specific))));
    CHECK(commitment(balanced) > commitment(unbalanced));
}

TEST_CASE("E34 equals assess each other: neither one tier the others, nor nobody anybody") {
    const Claim claim("E34");
    const Play mutual = play(with_form(Form::partnership));
    const Play one_sided = play(with_form(Form::partnership, Accountability::upward));
    const Play free = play(with_form(Form::partnership, Accountability::none));
    CHECK(commitment(one_sided) < commitment(mutual));
    CHECK(commitment(free) < commitment(mutual));
    CHECK(claim.by(Rule::commitment_one_sided, why(mutual)) == 0);
    CHECK(claim.by(Rule::commitment_hierarchy, why(one_sided)) < 0);
    CHECK(claim.by(Rule::commitment_freedom, why(free)) < 0);
}

TEST_CASE("E35 equality that is claimed and not delivered costs trust, honest hierarchy does not") {
    const Claim claim("E35");
    const auto saying = [](double hierarchy) {
        Round round;
        round.stated.hierarchy = rules::Stated{hierarchy, some_words()};
        round.deal = with_form(Form::specific, Accountability::upward);
        return play(situation(), {round});
    };
    const Play pretended = saying(0);
    const Play honest = saying(1);
    CHECK(pretended.state.trust.get(rijk, school) < honest.state.trust.get(rijk, school));
    CHECK(claim.by(Rule::pretence, why_trust(pretended, rijk, school)) < 0);
    CHECK(claim.by(Rule::pretence, why_trust(honest, rijk, school)) == 0);
}

TEST_CASE("E36 hierarchy shows who decides for the country, so that coordination works") {
    const Claim claim("E36");
    Scenario scenario = situation();
    scenario.challenges[protein.value].spillovers = {{elsewhere, work, -4.0}};
    const auto coordinated = [&](Form form) {
        Deal deal = with_form(form);
        deal.coordination = true;
        return play(deal, scenario);
    };
    const Play hierarchical = coordinated(Form::specific);
    const Play free = coordinated(Form::decentralised);
    CHECK(outcome(hierarchical).outcome.chi > outcome(free).outcome.chi);
    CHECK(claim.by(Rule::coordination_hierarchy, why(hierarchical)) >
          claim.by(Rule::coordination_hierarchy, why(free)));
    // By how far the money reaches: hierarchy takes some of it too.
    const auto harm = [](const Play& play) {
        return common(play).elsewhere / outcome(play).outcome.lines[0].reach;
    };
    CHECK(harm(hierarchical) > harm(free));
}

}  // namespace dealtafel::claims
