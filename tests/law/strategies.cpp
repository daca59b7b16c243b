// How bots deal with the others over time: the law of each strategy.
#include "scenarios.hpp"

#include "bots/habits.hpp"
#include "bots/strategy.hpp"

namespace dealtafel::laws {

namespace {

using bots::Profile;

struct At final : bots::Talks {
    explicit At(double time, double towards_it = 0, double within_reach = 0)
        : part(time), given(towards_it), reach(within_reach) {}
    double passed() const override { return part * bots::gives_in_by; }
    double conceded() const override { return given; }
    double in_reach() const override { return reach; }

    double part;  // of the time in which it gives in
    double given;
    double reach;
};

double asked(Profile profile, const At& at) { return bots::strategy_of(profile).asks(at); }

}  // namespace

TEST_CASE("what a bot asks falls to its least before the last texts are made") {
    CHECK(asked(Profile::cooperative, At(0)) == 0.5);
    CHECK(asked(Profile::cooperative, At(1)) == 0);
    CHECK(asked(Profile::cooperative, At(2)) == 0);
    // Half of the time: 0.5 + (0 - 0.5) * 0.5.
    CHECK(asked(Profile::cooperative, At(0.5)) == doctest::Approx(0.25));
    // 0.8 + (0.1 - 0.8) * 0.5^3 = 0.8 - 0.0875.
    CHECK(asked(Profile::tough, At(0.5)) == doctest::Approx(0.7125));
    CHECK(asked(Profile::tough, At(1)) == doctest::Approx(0.1));
}

TEST_CASE("a boulware asks more than a conceder at every time between first and last") {
    CHECK(asked(Profile::boulware, At(0)) == asked(Profile::conceder, At(0)));
    for (int step = 1; step < 100; ++step) {
        const At at(step / 100.0);
        CHECK(asked(Profile::boulware, at) > asked(Profile::conceder, at));
    }
    CHECK(asked(Profile::boulware, At(1)) == doctest::Approx(asked(Profile::conceder, At(1))));
    // Half of the time: 0.8 * (1 - 0.5^4) = 0.75, and 0.8 * 0.5^4 = 0.05.
    CHECK(asked(Profile::boulware, At(0.5)) == doctest::Approx(0.75));
    CHECK(asked(Profile::conceder, At(0.5)) == doctest::Approx(0.05));
}

TEST_CASE("no strategy asks for less than nothing, or ever for more because time passed") {
    for (const Profile profile : all_profiles()) {
        CAPTURE(to_word(profile));
        Random random(3);
        for (int drawn = 0; drawn < 200; ++drawn) {
            const At before(1.5 * random.unit(), 2 * random.unit() - 0.5, random.unit());
            const At later(before.part + random.unit(), before.given, before.reach);
            CHECK(asked(profile, later) >= 0);
            CHECK(asked(profile, before) <= 1);
            CHECK(asked(profile, later) <= asked(profile, before) + 1e-12);
        }
    }
}

TEST_CASE("a reciprocating bot gives in where the others did, and not because time passes") {
    for (const double time : {0.0, 0.3, 1.0, 2.0}) {
        CHECK(asked(Profile::reciprocating, At(time, 0)) == 0.5);
        // Twice as far as they.
        CHECK(asked(Profile::reciprocating, At(time, 0.1)) == doctest::Approx(0.3));
        // Not below its bottom line, and not above what it asked at first.
        CHECK(asked(Profile::reciprocating, At(time, 0.9)) == 0);
        CHECK(asked(Profile::reciprocating, At(time, -0.4)) == 0.5);
    }
}

TEST_CASE("a modelling bot asks what is in reach, between a conceder and one who gives in evenly") {
    // Half of the time these ask 0.05 and 0.4, half of 0.8.
    CHECK(asked(Profile::modelling, At(0.5, 0, 0.3)) == doctest::Approx(0.3));
    CHECK(asked(Profile::modelling, At(0.5, 0, 0.9)) == doctest::Approx(0.4));
    CHECK(asked(Profile::modelling, At(0.5, 0, 0)) == doctest::Approx(0.05));
    // And it alone goes by what the others keep choosing.
    for (const Profile profile : all_profiles()) {
        const bool counts = bots::strategy_of(profile).goes_by_habits() > 0;
        CHECK(counts == (profile == Profile::modelling));
    }
}

namespace {

constexpr PartyId author{0};
constexpr Money budget{100};

// A text with one line, which its author pays 4 million for.
rules::Deal some_text() {
    rules::Deal deal;
    deal.form = Form::specific;
    rules::Line line;
    line.challenge = ChallengeId{0};
    line.partners = {author};
    line.money[author] = Money{40};
    deal.lines.push_back(line);
    return deal;
}

bots::Habits habits_of(const std::vector<rules::Deal>& texts) {
    bots::Habits habits;
    for (const rules::Deal& text : texts) habits.note(bots::traits_of(text, 1), author);
    return habits;
}

double liked(const bots::Habits& habits, const rules::Deal& text) {
    return habits.likes(bots::traits_of(text, 1), author, budget);
}

template <class Change>
rules::Deal changed(rules::Deal deal, Change change) {
    change(deal);
    return deal;
}

}  // namespace

TEST_CASE("a party likes best what it keeps choosing") {
    const rules::Deal text = some_text();
    const bots::Habits twice = habits_of({text, text});
    CHECK(liked(twice, text) == doctest::Approx(1));
    // What it held on to counts double: the eight issues 2 * 0.85, and its money 0.15. Another form
    // was chosen never and this one twice: (1 + 0) / (1 + 2) of 2 * 0.14 is left.
    const double all = 2 * 0.85 + 0.15;
    CHECK(liked(twice, changed(text, [](rules::Deal& deal) { deal.form = Form::partnership; })) ==
          doctest::Approx(1 - 2 * 0.14 * (1 - 1.0 / 3) / all));
    // 2 million more of a budget of 10.
    CHECK(liked(twice, changed(text, [](rules::Deal& deal) {
              deal.lines[0].money[author] = Money{60};
          })) == doctest::Approx(1 - 0.15 * 0.2 / all));
    // Another goal of its line: half of the line is as it was, of the other half a third.
    CHECK(liked(twice, changed(text, [](rules::Deal& deal) {
              deal.lines[0].goal = Goal::national;
          })) == doctest::Approx(1 - 2 * 0.25 * (1 - (1 + 1.0 / 3) / 2) / all));
}

TEST_CASE("an issue that a party gave up matters less to it than one that it held on to") {
    const rules::Deal text = some_text();
    const auto reviewed = [](rules::Deal& deal) { deal.review = true; };
    const auto informed = [](rules::Deal& deal) { deal.information = true; };
    // It gave up the review for a text, and came back to it; about information it never moved.
    const bots::Habits habits = habits_of({text, changed(text, reviewed), text});
    CHECK(liked(habits, changed(text, informed)) < liked(habits, changed(text, reviewed)));
}

TEST_CASE("in another round a party likes the same terms, and its lines are forgotten") {
    const rules::Deal text = some_text();
    bots::Habits habits = habits_of({text, text});
    habits.begin_round();
    const rules::Deal other_lines = changed(text, [](rules::Deal& deal) {
        deal.lines[0].challenge = ChallengeId{3};
        deal.lines[0].money[author] = Money{100};
    });
    CHECK(liked(habits, other_lines) == doctest::Approx(1));
    CHECK(liked(habits, changed(text, [](rules::Deal& deal) { deal.conditions = 4; })) < 1);
    // What it writes now counts alone.
    habits.note(bots::traits_of(other_lines, 1), author);
    CHECK(liked(habits, other_lines) == doctest::Approx(1));
}

}  // namespace dealtafel::laws
