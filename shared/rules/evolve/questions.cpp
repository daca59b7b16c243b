// Answers to the questions of the scenario.
#include "rules/evolve/parts.hpp"
#include "rules/questions.hpp"

namespace dealtafel::rules {

void apply(const Change& change, const event::Answered& answered) {
    std::vector<AnswerGiven>& answers = change.state.answers;
    const AnswerGiven given{answered.party, answered.member, answered.question, answered.value,
                            answered.text};
    const auto at = place_of_answer(answers, given.member, given.question);
    if (answer_of(change.state, given.member, given.question) != nullptr) {
        *at = given;
    } else {
        answers.insert(at, given);
    }
    // A seat is not ready on the word of somebody who may not play.
    if (!lets_go_on(change.scenario[given.question], given)) change.at(given.party).ready = false;
}

}  // namespace dealtafel::rules
