#include "rules/questions.hpp"

namespace dealtafel::rules {

const AnswerGiven* answer_of(const State& state, std::uint32_t member, QuestionId question) {
    const auto at = place_of_answer(state.answers, member, question);
    if (at == state.answers.end() || at->member != member || at->question != question) {
        return nullptr;
    }
    return &*at;
}

bool lets_go_on(const Question& question, const AnswerGiven& answer) {
    const std::vector<int>& right = question.correct;
    if (question.when != QuestionWhen::before || right.empty()) return true;
    return answer.value && std::find(right.begin(), right.end(), *answer.value) != right.end();
}

std::optional<Refusal> owes_answers(const Scenario& scenario, const State& state,
                                    std::uint32_t member) {
    if (member == 0) return std::nullopt;
    bool all_right = true;
    for (std::uint16_t at = 0; at < scenario.questions.size(); ++at) {
        const Question& question = scenario.questions[at];
        if (question.when != QuestionWhen::before) continue;
        const AnswerGiven* answer = answer_of(state, member, QuestionId{at});
        if (answer == nullptr) return Refusal::questions_first;
        all_right = all_right && lets_go_on(question, *answer);
    }
    if (all_right) return std::nullopt;
    return Refusal::answer_not_right;
}

bool is_played(Stage stage) {
    return stage != Stage::lobby && stage != Stage::debrief && stage != Stage::closed;
}

}  // namespace dealtafel::rules
