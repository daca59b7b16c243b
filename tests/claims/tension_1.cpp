// Tension 1: led by the challenge, or by preferred partners.
#include "claim.hpp"

namespace dealtafel::claims {

namespace {

// The deal on protein with other partners; the centre's part and the region's stay equal.
Deal deal_of(std::vector<PartyId> partners) {
    Deal deal = middle_deal();
    deal.lines[0] = make_line(protein, partners, {{rijk, 30}, {partners.front(), 30}});
    return deal;
}

}  // namespace

TEST_CASE("E04 partners who follow the challenge fit it better") {
    const Claim claim("E04");
    const Play follows = play(deal_of({farmers, school}));
    const Play fixed = play(deal_of({farmers, city}));
    CHECK(yield(follows) > yield(fixed));
    CHECK(claim.by(Rule::capability, why(follows)) > claim.by(Rule::capability, why(fixed)));
    CHECK(outcome(follows).outcome.tension.partnership <
          outcome(fixed).outcome.tension.partnership);
    CHECK(claim.by(Rule::capable, why(follows)) < claim.by(Rule::capable, why(fixed)));
}

TEST_CASE("E05 partners who know each other lose less time") {
    const Claim claim("E05");
    Scenario known = situation();
    known.explicit_ties = {{farmers, school, 0.9}};
    const Play smooth = play(middle_deal(), known);
    const Play strange = play(middle_deal());
    CHECK(yield(smooth) > yield(strange));
    CHECK(claim.by(Rule::looseness, why(smooth)) < claim.by(Rule::looseness, why(strange)));
    CHECK(claim.by(Rule::strangers, why(smooth)) > claim.by(Rule::strangers, why(strange)));
}

TEST_CASE("E06 a partnership founded for another reason fits less") {
    const Claim claim("E06");
    const auto founded_for = [](ThemeId purpose) {
        Scenario scenario = situation();
        scenario.partnerships[0].purpose = set_of({purpose});
        return play(deal_of({farmers, city}), scenario);
    };
    const Play for_this = founded_for(health);
    const Play for_another = founded_for(work);
    CHECK(yield(for_another) < yield(for_this));
    CHECK(claim.by(Rule::mismatch, why(for_another)) < 0);
    CHECK(claim.by(Rule::mismatch, why(for_this)) == 0);
}

TEST_CASE("E07 the more have to agree, the fewer challenges are left than those of all") {
    const Claim claim("E07");
    Round round;
    round.school_joins = false;
    round.support = {{city, homes}, {city, protein}, {farmers, protein}};
    round.deal = deal_of({farmers, city});
    Scenario few = situation();
    few.parties[ministry.value].at_table = false;
    const Play of_two = play(few, {round});
    const Play of_three = play(situation(), {round});
    // What city alone supports is half of two, and less than the 0.4 that it takes of three.
    CHECK(of_two.region().agenda == std::vector<ChallengeId>{protein, homes});
    CHECK(of_three.region().agenda == std::vector<ChallengeId>{protein});
    CHECK(claim.by(Rule::agenda_support, why_agenda(of_two)) >
          claim.by(Rule::agenda_support, why_agenda(of_three)));
}

TEST_CASE("E08 a challenge that nobody looks at again goes stale") {
    const Claim claim("E08");
    const auto second_round = [](bool review) {
        Round first;
        first.deal.review = review;
        return play(situation(), {first, Round{}});
    };
    const Play reviewed = second_round(true);
    const Play never = second_round(false);
    CHECK(outcome(never).outcome.lines[0].relevance < outcome(reviewed).outcome.lines[0].relevance);
    CHECK(claim.by(Rule::stale, why(never)) < 0);
    CHECK(claim.by(Rule::stale, why(reviewed)) == 0);
}

TEST_CASE("E09 who is at the table determines the challenge") {
    const Claim claim("E09");
    Round with_school;
    with_school.support = {{farmers, protein}, {school, protein}};
    Round without;
    without.school_joins = false;
    without.support = {{farmers, protein}};
    const Play there = play(situation(), {with_school});
    const Play absent = play(situation(), {without});
    CHECK(there.region().agenda == std::vector<ChallengeId>{protein});
    CHECK(absent.region().agenda.empty());
    CHECK(claim.by(Rule::agenda_support, why_agenda(there)) > 0);
    CHECK(claim.by(Rule::agenda_support, why_agenda(absent)) == 0);
}

TEST_CASE("E10 the more is wanted, the larger the challenge and the smaller the part attained") {
    const Claim claim("E10");
    const auto wanting = [](int ambition) {
        Round round;
        for (const PartyId party : {city, farmers, ministry, school}) {
            round.ambitions.emplace_back(party, health, ambition);
        }
        return play(situation(), {round});
    };
    const Play little = wanting(55);
    const Play much = wanting(90);
    CHECK(claim.by(Rule::gap, why_agenda(much)) > claim.by(Rule::gap, why_agenda(little)));
    CHECK(health_here(much) == health_here(little));
    CHECK(common(much).attainment[0].attained < common(little).attainment[0].attained);
    CHECK(claim.by(Rule::attainment, {common(much).attainment[0].why}) > 0);
}

TEST_CASE("E11 the level at which the desired situation is set changes the challenge") {
    const Claim claim("E11");
    Round round;
    round.school_joins = false;
    round.support = {{city, homes}};
    round.ambitions = {{city, work, 80}};
    Scenario joint = situation();
    joint.agenda_support = 0.3;
    Scenario alone = joint;
    alone.parties[farmers.value].at_table = alone.parties[ministry.value].at_table = false;
    const Play municipal = play(alone, {round});
    // At the joint table city is one of three, and the median is what the silent want.
    const Play together = play(joint, {round});
    CHECK(claim.by(Rule::gap, why_agenda(municipal)) > claim.by(Rule::gap, why_agenda(together)));

    Deal of_city = deal_of({city});
    CHECK(claim.by(Rule::scale_fit, why(play(of_city))) <
          claim.by(Rule::scale_fit, why(play(deal_of({school})))));
}

TEST_CASE("E12 policy at a scale that does not suit the problem does less") {
    const Claim claim("E12");
    Scenario noise = situation();
    noise.challenges[protein.value].scale = Scale::neighbourhood;
    const Play suited = play(middle_deal());
    const Play too_high = play(middle_deal(), noise);
    CHECK(yield(too_high) < yield(suited));
    CHECK(claim.by(Rule::scale_gap, why(too_high)) < 0);
    CHECK(claim.by(Rule::scale_gap, why(suited)) == 0);
}

TEST_CASE("E14 a partner who is needed brings what is missing") {
    const Claim claim("E14");
    const Play inside = play(deal_of({farmers}));
    const Play outside = play(deal_of({farmers, school}));
    CHECK(yield(outside) > yield(inside));
    CHECK(claim.by(Rule::capability, why(outside)) > claim.by(Rule::capability, why(inside)));
    // It has its price: they do not know each other.
    CHECK(Claim("E05").by(Rule::strangers, why(outside)) <
          Claim("E05").by(Rule::strangers, why(inside)));
}

TEST_CASE("E15 with only those whose effort is needed it stays manageable") {
    const Claim claim("E15");
    const Play needed = play(deal_of({farmers, school}));
    const Play everybody = play(deal_of({farmers, school, city}));
    CHECK(yield(needed) > yield(everybody));
    CHECK(claim.by(Rule::more_partners, why(needed)) <
          claim.by(Rule::more_partners, why(everybody)));
    CHECK(claim.by(Rule::strangers, why(needed)) > claim.by(Rule::strangers, why(everybody)));
}

}  // namespace dealtafel::claims
