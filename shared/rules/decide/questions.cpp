// Answers to the questions of the scenario.
#include "rules/decide/parts.hpp"
#include "rules/questions.hpp"

namespace dealtafel::rules {

namespace {

// Questions asked before belong to the briefing; who still owes an answer then gives it later.
bool is_asked_now(const Asked& asked, const Question& question) {
    const Stage stage = asked.state.stage;
    switch (question.when) {
        case QuestionWhen::before:
            return stage == Stage::briefing ||
                   (is_played(stage) && owes_answers(asked.scenario, asked.state, asked.member));
        case QuestionWhen::reflection: return stage == Stage::reflection;
        case QuestionWhen::after: return stage == Stage::debrief;
    }
    return false;
}

bool fits(const Question& question, const command::Answer& answer) {
    if (question.kind == QuestionKind::text) return answer.text && !answer.value;
    if (!answer.value || answer.text) return false;
    if (question.kind == QuestionKind::scale) {
        return *answer.value >= question.low && *answer.value <= question.high;
    }
    return *answer.value >= 0 && *answer.value < static_cast<int>(question.options.size());
}

}  // namespace

Decision decide(const Asked& asked, const command::Answer& answer) {
    if (asked.member == 0) return Refusal::wrong_seat;
    const Question& question = asked.scenario[answer.question];
    if (!is_asked_now(asked, question)) return Refusal::wrong_stage;
    if (!fits(question, answer)) return Refusal::bad_value;
    if (answer.text && answer.text->empty) return Refusal::empty_text;
    return just(event::Answered{asked.party, asked.member, answer.question, answer.value,
                                answer.text});
}

}  // namespace dealtafel::rules
