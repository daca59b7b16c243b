// Claims that hold for all three tensions.
#include "claim.hpp"

namespace dealtafel::claims {

TEST_CASE("E01 stated choices make policy consistent") {
    const Claim claim("E01");
    Round silent;
    const Play unsaid = play(situation(), {silent});
    // Whatever position is chosen: even one that practice does not keep is better than none.
    for (const double position : {-1.0, -0.5, 0.0, 0.5, 1.0}) {
        CAPTURE(position);
        Round explicit_choice;
        explicit_choice.stated.steering = rules::Stated{position, some_words()};
        const Play said = play(situation(), {explicit_choice});
        CHECK(*common(said).governance > *common(unsaid).governance);
        CHECK(said.state.trust.get(rijk, school) > unsaid.state.trust.get(rijk, school));
        CHECK(claim.by(Rule::stated, common(said).governance_parts) > 0);
        CHECK(claim.by(Rule::stated, common(unsaid).governance_parts) == 0);
        CHECK(claim.by(Rule::unstated, common(unsaid).governance_parts) >
              claim.by(Rule::unstated, common(said).governance_parts));
        CHECK(claim.by(Rule::vagueness, why_trust(said, rijk, school)) >
              claim.by(Rule::vagueness, why_trust(unsaid, rijk, school)));
    }
}

TEST_CASE("E02 leaning too far to either side costs") {
    const Claim claim("E02");
    const Play middle = play(middle_deal());
    Deal steering = middle_deal();
    steering.lines[0].goal = Goal::national;
    Deal enabling = middle_deal();
    enabling.lines[0].goal = Goal::region;
    CHECK(yield(play(steering)) < yield(middle));
    CHECK(yield(play(enabling)) < yield(middle));
    CHECK(claim.by(Rule::fit_steering, why(play(steering))) < 0);
    CHECK(claim.by(Rule::fit_enabling, why(play(enabling))) < 0);
    CHECK(claim.by(Rule::fit_steering, why(middle)) == 0);
    CHECK(claim.by(Rule::fit_enabling, why(middle)) == 0);

    Deal hierarchical = middle_deal();
    hierarchical.form = Form::specific;
    Deal free = middle_deal();
    free.form = Form::decentralised;
    free.conditions = 0;  // without strings, so that no audit comes in between
    Deal free_middle = middle_deal();
    free_middle.conditions = 0;
    CHECK(outcome(play(hierarchical)).outcome.commitment < outcome(middle).outcome.commitment);
    CHECK(outcome(play(free)).outcome.commitment <
          outcome(play(free_middle)).outcome.commitment);
    CHECK(claim.by(Rule::commitment_hierarchy, why(play(hierarchical))) < 0);
    CHECK(claim.by(Rule::commitment_freedom, why(play(free))) < 0);

    // On the first: a fixed circle lacks what it takes, and strangers lose time.
    Scenario acquainted = situation();
    acquainted.partnerships.push_back({"new", {}, set_of({farmers, school}), 0.8, {}});
    Deal circle = middle_deal();
    circle.lines[0] = make_line(protein, {farmers, city}, {{rijk, 30}, {farmers, 30}});
    const Play known = play(middle_deal(), acquainted);
    const Play preferred = play(circle, acquainted);
    const Play strangers = play(middle_deal());
    CHECK(outcome(known).outcome.tension.partnership == near(0.0));
    CHECK(outcome(preferred).outcome.tension.partnership == near(0.5));
    CHECK(outcome(strangers).outcome.tension.partnership == near(-0.5));
    CHECK(yield(preferred) < yield(known));
    CHECK(yield(strangers) < yield(known));
    CHECK(Claim("E04").by(Rule::capability, why(preferred)) <
          Claim("E04").by(Rule::capability, why(known)));
    CHECK(Claim("E05").by(Rule::strangers, why(strangers)) <
          Claim("E05").by(Rule::strangers, why(known)));
}

TEST_CASE("E03 policy that is tailored to the region does more for well-being") {
    const Claim claim("E03");
    Deal generic = middle_deal();
    generic.conditions = 4;
    const Play tailored = play(middle_deal());
    const Play imposed = play(generic);
    CHECK(health_here(tailored) > health_here(imposed));
    CHECK(claim.by(Rule::fit, why(tailored)) > claim.by(Rule::fit, why(imposed)));
    CHECK(claim.by(Rule::fit_steering, why(imposed)) < 0);
}

}  // namespace dealtafel::claims
