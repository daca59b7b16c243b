// Answers to questions in words.
#pragma once

#include "commands/sentences/naming.hpp"
#include "rules/events/questions.hpp"

namespace dealtafel::commands::sentences {

inline std::string sentence(const Naming& in, const rules::event::Answered& e) {
    return fmt::format("player {} of {} answers {}: {}", e.member, in.name(e.party),
                       in.name(e.question),
                       e.text ? in.words(*e.text) : std::to_string(e.value.value_or(0)));
}

}  // namespace dealtafel::commands::sentences
