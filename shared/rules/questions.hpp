// The questions of the scenario: what a player has answered, and who may not play yet.
#pragma once

#include "rules/refusal.hpp"
#include "rules/state.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace dealtafel::rules {

// Where a player's answer to a question stands among the answers, or would stand.
template <class Answers>
auto place_of_answer(Answers& answers, std::uint32_t member, QuestionId question) {
    return std::lower_bound(answers.begin(), answers.end(), std::pair(member, question),
                            [](const AnswerGiven& answer, const auto& wanted) {
                                return std::pair(answer.member, answer.question) < wanted;
                            });
}
// A player's answer to a question; null where there is none.
const AnswerGiven* answer_of(const State& state, std::uint32_t member, QuestionId question);
// Whether this answer lets its player go on: all do where the question says nothing of it.
bool lets_go_on(const Question& question, const AnswerGiven& answer);
// What keeps a player from playing: a question asked before that is not answered yet, or an answer
// that does not let go on. A bot (member 0) is asked nothing.
std::optional<Refusal> owes_answers(const Scenario& scenario, const State& state,
                                    std::uint32_t member);
// The stages in which seats play, and so in which nobody plays who still owes answers.
bool is_played(Stage stage);

}  // namespace dealtafel::rules
