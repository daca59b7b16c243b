// Answers to the questions of the scenario.
#pragma once

#include "base/ids.hpp"
#include "base/text.hpp"

#include <optional>
#include <string_view>

namespace dealtafel::rules::event {

// A place on a scale, an option of a choice (from 0), or a text; a later answer takes its place.
struct Answered {
    static constexpr std::string_view type = "answered";
    PartyId party;
    std::uint32_t member = 0;
    QuestionId question;
    std::optional<int> value;
    std::optional<TextRef> text;
};

}  // namespace dealtafel::rules::event
