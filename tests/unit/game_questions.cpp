// The questions of the scenario: who may not play yet, when each is asked, and who sees answers.
#include "play.hpp"
#include "rules/feed.hpp"

namespace dealtafel::tests {

namespace {

constexpr QuestionId experience{0}, signs{1}, trust{2}, why{3}, hardest{4};

Question make_question(std::string id, QuestionWhen when, QuestionKind kind, std::size_t options,
                       std::vector<int> correct) {
    Question question;
    question.id = std::move(id);
    question.when = when;
    question.kind = kind;
    question.options.resize(options);
    question.correct = std::move(correct);
    return question;
}

Scenario asking_scenario() {
    Scenario made = game_scenario();
    made.questions = {
        make_question("experience", QuestionWhen::before, QuestionKind::scale, 0, {}),
        make_question("signs", QuestionWhen::before, QuestionKind::choice, 3, {1, 2}),
        make_question("trust", QuestionWhen::reflection, QuestionKind::scale, 0, {}),
        make_question("why", QuestionWhen::reflection, QuestionKind::text, 0, {}),
        make_question("hardest", QuestionWhen::after, QuestionKind::choice, 2, {}),
    };
    made.questions[trust.value].low = -3;
    made.questions[trust.value].high = 3;
    return made;
}

command::Answer number(QuestionId question, int value) { return {question, value, {}}; }
command::Answer words(QuestionId question) { return {question, {}, some_words()}; }
const command::Ready ready{true};

// One player of each seat answers what is asked before, and rightly.
void all_answer(Play& play) {
    for (const PartyId party : play.scenario.all_parties()) {
        REQUIRE(play.ask(party, number(experience, 4)) == "");
        REQUIRE(play.ask(party, number(signs, 1)) == "");
    }
}

rules::OwnView seen_by(const Play& play, PartyId party, std::uint32_t member) {
    return *rules::view(play.scenario, play.state, {party, false, member}).own;
}

}  // namespace

TEST_CASE("nobody plays before all that is asked before is answered, and answered right") {
    Play play(asking_scenario());
    play.begin(Stage::briefing);
    CHECK(play.ask(city, ready) == "questions-first");
    CHECK(play.ask(city, number(experience, 4)) == "");
    CHECK(play.ask(city, ready) == "questions-first");
    CHECK(play.ask(city, number(signs, 0)) == "");
    CHECK(play.ask(city, ready) == "answer-not-right");
    CHECK_FALSE(seen_by(play, city, 1).may_play);
    CHECK(play.ask(city, number(signs, 2)) == "");
    CHECK(play.ask(city, ready) == "");
    CHECK(play.state.seats[city.value].ready);
    CHECK(seen_by(play, city, 1).may_play);
}

TEST_CASE("a choice that names no right option lets everybody go on") {
    Scenario scenario = asking_scenario();
    scenario.questions[signs.value].correct.clear();
    Play play(scenario);
    play.begin(Stage::briefing);
    CHECK(play.ask(city, number(experience, 4)) == "");
    CHECK(play.ask(city, number(signs, 0)) == "");
    CHECK(play.ask(city, ready) == "");
}

TEST_CASE("who owes answers after the briefing talks, asks for help and answers, and no more") {
    Play play(asking_scenario());
    play.begin(Stage::agenda);
    const command::Ambition ambition{valley, health, 70};
    CHECK(play.ask(city, ambition) == "questions-first");
    CHECK(play.ask(city, ready) == "questions-first");
    CHECK(play.ask(city, command::Say{rules::Audience::all, {}, {}, some_words()}) == "");
    CHECK(play.ask(city, command::Help{some_words()}) == "");
    CHECK(play.ask(city, number(signs, 0)) == "");
    CHECK(play.ask(city, number(experience, 1)) == "");
    CHECK(play.ask(city, ambition) == "answer-not-right");
    CHECK(play.ask(city, number(signs, 1)) == "");
    CHECK(play.ask(city, ambition) == "");
    // The briefing is over, and nothing is owed any more.
    CHECK(play.ask(city, number(experience, 7)) == "wrong-stage");
    CHECK(play.ask(city, number(signs, 0)) == "wrong-stage");
}

TEST_CASE("a command that belongs to another stage is refused as such to who owes answers too") {
    Play play(asking_scenario());
    play.begin(Stage::briefing);
    CHECK(play.ask(city, command::Ambition{valley, health, 70}) == "wrong-stage");
}

TEST_CASE("in the lobby nothing is asked, and nobody is held back") {
    Play play(asking_scenario());
    play.world(rules::world::Held{city, true});
    CHECK(play.ask(city, number(experience, 4)) == "wrong-stage");
    CHECK(play.ask(city, ready) == "");
}

TEST_CASE("a wrong answer in the briefing makes its seat unready") {
    Play play(asking_scenario());
    play.begin(Stage::briefing);
    all_answer(play);
    CHECK(play.ask(city, ready) == "");
    CHECK(play.ask(city, number(experience, 2)) == "");
    CHECK(play.state.seats[city.value].ready);
    CHECK(play.ask(city, number(signs, 0)) == "");
    CHECK_FALSE(play.state.seats[city.value].ready);
    CHECK(play.ask(city, ready) == "answer-not-right");
}

TEST_CASE("every player of a seat answers for themselves") {
    Play play(asking_scenario());
    play.begin(Stage::agenda);
    all_answer(play);
    const command::Ambition ambition{valley, health, 70};
    CHECK(play.ask(city, ambition) == "");
    CHECK(play.ask_as(city, 21, ambition) == "questions-first");
    CHECK(play.ask_as(city, 21, number(experience, 1)) == "");
    CHECK(play.ask_as(city, 21, number(signs, 1)) == "");
    CHECK(play.ask_as(city, 21, ambition) == "");
}

TEST_CASE("a bot is asked nothing, and answers nothing") {
    Play play(asking_scenario());
    play.begin(Stage::briefing);
    CHECK(play.ask_as(city, 0, number(experience, 4)) == "wrong-seat");
    play.skip_to(Stage::agenda);
    CHECK(play.ask_as(city, 0, command::Ambition{valley, health, 70}) == "");
    CHECK(play.ask_as(city, 0, ready) == "");
}

TEST_CASE("the briefing ends when all have answered and are ready, or when its time is up") {
    Play play(asking_scenario());
    play.begin(Stage::briefing);
    for (const PartyId party : play.scenario.all_parties()) {
        CHECK(play.ask(party, ready) == "questions-first");
    }
    CHECK(play.state.stage == Stage::briefing);
    Play other = play;
    all_answer(play);
    for (const PartyId party : play.scenario.all_parties()) CHECK(play.ask(party, ready) == "");
    CHECK(play.state.stage == Stage::framework);
    other.pass(99'999);
    CHECK(other.state.stage == Stage::briefing);
    other.pass(1);
    CHECK(other.state.stage == Stage::framework);
}

TEST_CASE("an answer is a place on its scale, one of the options, or a text that says something") {
    Play play(asking_scenario());
    play.begin(Stage::briefing);
    for (const int off : {0, 8}) CHECK(play.ask(city, number(experience, off)) == "bad-value");
    for (const int on : {1, 7}) CHECK(play.ask(city, number(experience, on)) == "");
    for (const int off : {-1, 3}) CHECK(play.ask(city, number(signs, off)) == "bad-value");
    CHECK(play.ask(city, number(signs, 2)) == "");
    CHECK(play.ask(city, words(experience)) == "bad-value");
    CHECK(play.ask(city, command::Answer{signs, 1, some_words()}) == "bad-value");
    CHECK(play.ask(city, command::Answer{signs, {}, {}}) == "bad-value");
    all_answer(play);
    play.skip_to(Stage::reflection);
    CHECK(play.ask(city, number(trust, -3)) == "");
    CHECK(play.ask(city, number(trust, -4)) == "bad-value");
    CHECK(play.ask(city, words(why)) == "");
    CHECK(play.ask(city, number(why, 1)) == "bad-value");
    CHECK(play.ask(city, command::Answer{why, {}, TextRef{}}) == "empty-text");
}

TEST_CASE("the last answer counts, and all of them are recorded") {
    Play play(asking_scenario());
    play.begin(Stage::briefing);
    CHECK(play.ask(city, number(signs, 0)) == "");
    CHECK(play.ask(city, number(signs, 2)) == "");
    REQUIRE(play.state.answers.size() == 1);
    CHECK(play.state.answers[0] == rules::AnswerGiven{city, 1, signs, 2, {}});
    const auto recorded = play.happened<event::Answered>();
    REQUIRE(recorded.size() == 2);
    CHECK(recorded[0].value == 0);
    CHECK(recorded[1].value == 2);
}

TEST_CASE("each reflection asks anew, and what is asked afterwards belongs to the debrief") {
    Play play(asking_scenario());
    play.begin(Stage::briefing);
    all_answer(play);
    CHECK(play.ask(city, number(trust, 1)) == "wrong-stage");
    play.skip_to(Stage::reflection);
    CHECK(play.ask(city, number(trust, 1)) == "");
    CHECK(play.ask(city, number(hardest, 1)) == "wrong-stage");
    CHECK(play.ask(city, number(signs, 1)) == "wrong-stage");
    play.skip_to(Stage::agenda, 2);
    CHECK(play.ask(city, number(trust, 1)) == "wrong-stage");
    // What was answered stays to be read until it is asked again.
    CHECK(seen_by(play, city, 1).answers.size() == 3);
    play.skip_to(Stage::reflection, 2);
    CHECK(seen_by(play, city, 1).answers.size() == 2);
    CHECK(play.ask(city, number(trust, -1)) == "");
    play.skip_to(Stage::debrief, 2);
    CHECK(play.ask(city, number(hardest, 1)) == "");
    CHECK(play.ask(city, number(trust, 1)) == "wrong-stage");
    CHECK(play.ask(city, number(experience, 1)) == "wrong-stage");
    CHECK(seen_by(play, city, 1).answers.size() == 4);
}

TEST_CASE("who still owes answers at the debrief answers what is asked afterwards all the same") {
    Play play(asking_scenario());
    play.begin(Stage::debrief, 2);
    CHECK(play.ask(city, number(signs, 1)) == "wrong-stage");
    CHECK(play.ask(city, number(hardest, 0)) == "");
}

TEST_CASE("nothing is answered while the game stands still, or after its end") {
    Play play(asking_scenario());
    play.begin(Stage::briefing);
    REQUIRE(play.act(act::Pause{}) == "");
    CHECK(play.ask(city, number(signs, 1)) == "paused");
    REQUIRE(play.act(act::Resume{}) == "");
    CHECK(play.ask(city, number(signs, 1)) == "");
    REQUIRE(play.act(act::End{}) == "");
    CHECK(play.ask(city, number(hardest, 1)) == "wrong-stage");
}

TEST_CASE("answers are seen by the player and the facilitator, and nobody is told of them") {
    Play play(asking_scenario());
    play.begin(Stage::briefing);
    CHECK(play.ask(city, number(experience, 4)) == "");
    CHECK(play.ask(city, number(signs, 0)) == "");
    CHECK(play.ask_as(city, 21, number(signs, 1)) == "");
    CHECK(play.ask(farmers, number(experience, 7)) == "");
    CHECK(play.ask(farmers, number(signs, 1)) == "");
    const rules::OwnView own = seen_by(play, city, 1);
    REQUIRE(own.answers.size() == 2);
    CHECK(own.answers[0].question == experience);
    CHECK(own.answers[0].value == 4);
    CHECK(own.answers[0].right);
    CHECK_FALSE(own.answers[1].right);
    REQUIRE(seen_by(play, city, 21).answers.size() == 1);
    CHECK(seen_by(play, city, 21).answers[0].value == 1);
    CHECK(seen_by(play, rijk, 4).answers.empty());
    CHECK(rules::view(play.scenario, play.state, {}).answers.empty());
    CHECK(rules::view(play.scenario, play.state, {city, false, 1}).answers.empty());
    CHECK(rules::view(play.scenario, play.state, {city, false, 1}).seats.empty());
    const rules::GameView all = rules::view(play.scenario, play.state, {{}, true});
    CHECK(all.answers.size() == 5);
    CHECK(all.seats[city.value].may_play.empty());
    CHECK(all.seats[farmers.value].may_play == std::vector<std::uint32_t>{2});
    for (const rules::Event& event : play.events) {
        if (!holds_alternative<event::Answered>(event)) continue;
        for (const rules::Viewer& viewer :
             {rules::Viewer{}, rules::Viewer{city, false, 1}, rules::Viewer{{}, true}}) {
            CHECK(rules::project(play.scenario, play.state, event, viewer).empty());
        }
    }
}

}  // namespace dealtafel::tests
