// Structural rules of the essay, which set the frame.
#include "claim.hpp"

#include "messages/messages.hpp"
#include "rules/feed.hpp"
#include "support/explained.hpp"

#include <algorithm>

namespace dealtafel::claims {

namespace {

bool has_problem(const Play& game, const Deal& deal, rules::ProblemCode code) {
    const auto problems = rules::problems_now(game.scenario, game.state, deal);
    return std::any_of(problems.begin(), problems.end(),
                       [&](const rules::Problem& problem) { return problem.code == code; });
}

std::string refused_to_put(Play& game, const Deal& deal) {
    REQUIRE(game.ask(city, command::Amend{valley, 1, deal}) == "");
    const int version = static_cast<int>(game.region().versions.size());
    return game.ask(city, command::Put{valley, version});
}

// Lessons that a seat was told of, up to the beginning of round 2.
int lessons_told(const Play& game, PartyId party) {
    int lessons = 0;
    for (const rules::Event& event : game.events) {
        if (!holds_alternative<event::LessonWritten>(event)) continue;
        for (const rules::FeedItem& item :
             rules::project(game.scenario, game.state, event, {party, false})) {
            if (holds_alternative<event::LessonWritten>(item)) ++lessons;
        }
    }
    return lessons;
}

}  // namespace

TEST_CASE("R2 both sides put in money") {
    const Claim claim("R2");
    Play game = negotiating();
    Deal of_rijk_alone = middle_deal();
    of_rijk_alone.lines[0].money = {};
    of_rijk_alone.lines[0].money[rijk] = Money{60};
    CHECK(refused_to_put(game, of_rijk_alone) != "");
    CHECK(has_problem(game, of_rijk_alone, rules::ProblemCode::co_financing));
    CHECK(refused_to_put(game, middle_deal()) == "");
    // 3.0 of the centre, 1.5 of each partner.
    const Parts explained = why(play(middle_deal()));
    const Part* money = find(explained, Rule::money);
    REQUIRE(money != nullptr);
    CHECK(money->sum.size() == 3);
    CHECK(claim.by(Rule::paid, money->sum) == near(6.0));
}

TEST_CASE("R3 lessons of one round are there when the next begins") {
    const auto into_round_2 = [](bool lesson) {
        Play game = play(middle_deal());
        game.skip_to(Stage::reflection);
        if (lesson) REQUIRE(game.ask(school, command::Lesson{some_words()}) == "");
        game.skip_to(Stage::framework, 2);
        return game;
    };
    const Play learned = into_round_2(true);
    const Play silent = into_round_2(false);
    for (const PartyId party : learned.scenario.all_parties()) {
        CHECK(lessons_told(learned, party) == 1);
        CHECK(lessons_told(silent, party) == 0);
    }
}

TEST_CASE("R4 practice starts as a hybrid, between the ends of the Rijk's role") {
    const Play game = negotiating();
    const auto positions = [&](Goal goal, int conditions) {
        Deal deal = rules::version_of(game.region(), 1).deal;
        deal.lines[0].goal = goal;
        deal.lines[0].money = middle_deal().lines[0].money;
        deal.conditions = conditions;
        const rules::Circumstances at = rules::circumstances(game.state, valley);
        return rules::explain(game.scenario, at, deal,
                              rules::outcome(game.scenario, at, deal, false));
    };
    const Deal& start = rules::version_of(game.region(), 1).deal;
    const rules::Explanation hybrid = positions(start.lines[0].goal, start.conditions);
    CHECK(hybrid.steering.amount == near(0.0));
    CHECK(find(hybrid.steering, Rule::goal) == nullptr);
    CHECK(find(hybrid.steering, Rule::conditions) == nullptr);
    CHECK(positions(Goal::national, 4).steering.amount == near(1.0));
    CHECK(positions(Goal::region, 0).steering.amount == near(-1.0));
    const rules::Explanation steered = positions(Goal::national, 4);
    CHECK(find(steered.steering, Rule::goal)->amount == near(0.7));
}

TEST_CASE("R5 challenges come about together with the Rijk, or beside it") {
    const Claim claim("R5");
    Round alone;
    alone.support = {{farmers, protein}};
    Round together = alone;
    together.centre_joins = true;
    together.support.emplace_back(rijk, protein);
    Round beside = alone;
    beside.demands = {{valley, crime}};
    const Play of_one = negotiating(alone);
    const Play of_both = negotiating(together);
    const Play demanded = negotiating(beside);
    CHECK(of_one.region().agenda.empty());
    CHECK(of_both.region().agenda == std::vector<ChallengeId>{protein});
    CHECK(demanded.region().agenda == std::vector<ChallengeId>{crime});
    CHECK(claim.by(Rule::agenda_support, why_agenda(of_both)) > 0);
    CHECK(claim.by(Rule::agenda_demand, why_agenda(of_both)) == 0);
    CHECK(claim.by(Rule::agenda_demand, why_agenda(demanded)) > 0);
    CHECK(claim.by(Rule::agenda_support, why_agenda(demanded)) == 0);
}

TEST_CASE("R6 results that are worked out together are laid down in the deal") {
    const Claim claim("R6");
    Round open;
    open.deal.lines[0].result.empty = true;
    Play laid_down = negotiating();
    conclude(laid_down, Round{});
    // Nobody alone takes them out again: the Rijk does not sign this text.
    const int concluded = laid_down.region().concluded;
    const int changed = laid_down.on_table(open.deal);
    for (const PartyId party : {city, farmers, school}) {
        REQUIRE(laid_down.ask(party, command::Sign{valley, changed}) == "");
    }
    CHECK(laid_down.region().concluded == concluded);
    laid_down.skip_to(Stage::outcome);
    const Play left_open = play(situation(), {open});
    CHECK_FALSE(outcome(laid_down).deal.lines[0].result.empty);
    CHECK(yield(laid_down) > yield(left_open));
    CHECK(claim.by(Rule::unclear_joint, why(laid_down)) == 0);
    CHECK(claim.by(Rule::unclear_joint, why(left_open)) < 0);
}

TEST_CASE("R7 the form of the money is the main lever of the third tension") {
    const Claim claim("R7");
    Deal by_form = middle_deal();
    by_form.form = Form::specific;
    Deal by_accountability = middle_deal();
    by_accountability.accountability = Accountability::upward;
    const Play form = play(by_form);
    const Play accountability = play(by_accountability);
    CHECK(outcome(form).outcome.tension.hierarchy >
          outcome(accountability).outcome.tension.hierarchy);
    CHECK(claim.by(Rule::form, why(form)) >
          Claim("E34").by(Rule::accountability, why(accountability)));
    CHECK(claim.by(Rule::form, why(accountability)) == 0);
}

TEST_CASE("R8 the research behind the essay is named, and shown with every claim") {
    for (const std::string language : {"nl", "en"}) {
        const messages::Catalogue texts(language);
        const std::string credits = texts.text("page.debrief.credits");
        CHECK(credits.find("PBL") != std::string::npos);
        CHECK(credits.find("2019") != std::string::npos);
        CHECK(texts.text("claim.source").find("Deal or no deal") != std::string::npos);
    }
}

}  // namespace dealtafel::claims
