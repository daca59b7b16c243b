// Scenarios from anybody: a text has errors, each with its place, or is a scenario that can be
// played to its end.
#include "fuzz.hpp"

#include "record/state_bytes.hpp"
#include "rules/game.hpp"
#include "scenario/parse.hpp"

#include <algorithm>

using namespace dealtafel;
using fuzz::must;

namespace {

void look_at_findings(const ParsedScenario& parsed, std::string_view toml) {
    const auto lines = static_cast<int>(std::count(toml.begin(), toml.end(), '\n')) + 1;
    bool failed = false;
    for (const Finding& finding : parsed.findings) {
        failed = failed || finding.severity == Severity::error;
        must(!finding.text.empty(), "a finding says what is wrong");
        must(finding.line >= 1 && finding.line <= lines, "a finding stands in a line of the text");
        must(finding.column >= 1, "columns count from 1");
    }
    must(failed != parsed.scenario.has_value(), "there is a scenario where there is no error");
}

// Nobody does anything: time alone brings the first round to its end.
void play(const Scenario& scenario) {
    rules::State state = rules::initial_state(scenario, {});
    rules::Request request{1000, rules::FacilitatorRequest{rules::act::Start{}, false}};
    must(rules::step(scenario, state, request).has_value(), "a game can be started");
    constexpr int stages = 12;
    for (int left = stages; left > 0; --left) {
        const auto due = rules::deadline(scenario, state);
        if (!due) break;
        request = {std::max(*due, request.at_ms), rules::WorldRequest{rules::world::Tick{}}};
        must(rules::step(scenario, state, request).has_value(), "time is never refused");
    }
    const auto read = record::read_state_bytes(record::state_bytes(state));
    must(read.has_value() && *read == state, "a state comes back from its bytes");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string toml = fuzz::text_of(data, size);
    const ParsedScenario parsed = parse_scenario(toml, "");
    look_at_findings(parsed, toml);
    if (!parsed.scenario) return 0;
    play(*parsed.scenario);
    for (const Treatment& treatment : parsed.scenario->treatments) {
        const ParsedScenario treated = parse_scenario_with_treatment(toml, "", treatment.id);
        must(treated.scenario.has_value(), "a scenario that is right is right when treated");
        play(*treated.scenario);
    }
    return 0;
}
