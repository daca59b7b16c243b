// A scenario from its text: everything that is wrong is found in one go, with its place.
#pragma once

#include "base/result.hpp"
#include "scenario/scenario.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dealtafel {

// A larger text is refused unread.
inline constexpr std::size_t scenario_bytes_max = 1024 * 1024;

enum class Severity { warning, error };

// Something about a scenario file; `text` says what is wrong and what would be right.
struct Finding {
    Severity severity = Severity::error;
    int line = 1;    // from 1
    int column = 1;  // from 1
    std::string text;
    bool operator==(const Finding&) const = default;
};

// As `file:line:column: error: text`.
std::string to_string(const Finding& finding, std::string_view file);

// What a treatment sets of the session, in the words of the file.
struct SessionChanges {
    std::optional<std::string> forecast = std::nullopt;
    std::optional<int> grace_seconds = std::nullopt;
    std::optional<bool> same_draws = std::nullopt;
    std::optional<std::string> drop_out = std::nullopt;
    std::optional<bool> second_look = std::nullopt;
};

struct ParsedScenario {
    std::optional<Scenario> scenario;  // none where any finding is an error
    std::vector<Finding> findings;     // in order of place
    SessionChanges session = {};       // of the treatment, if there is one
};

// Reads and checks the TOML text of a scenario; `file_id` is what its `id` must equal (the file's
// name without `.toml`), empty to skip that check.
ParsedScenario parse_scenario(std::string_view toml, std::string_view file_id);

// The same scenario under one of its treatments; `toml` must have parsed without an error.
ParsedScenario parse_scenario_with_treatment(std::string_view toml, std::string_view file_id,
                                             std::string_view treatment);

}  // namespace dealtafel
