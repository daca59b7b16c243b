#include "scenario/parse.hpp"

#include "base/hash.hpp"
#include "scenario/reading/document.hpp"

#include <algorithm>

namespace dealtafel {

namespace {

ParsedScenario finish(Scenario scenario, std::string_view toml, const reading::Findings& findings) {
    ParsedScenario parsed;
    parsed.findings = findings.in_order();
    if (findings.failed()) return parsed;
    scenario.source_sha256 = sha256_hex(toml);
    parsed.scenario = std::move(scenario);
    return parsed;
}

}  // namespace

ParsedScenario parse_scenario(std::string_view toml, std::string_view file_id) {
    reading::Findings findings;
    const auto file = reading::read_toml(toml, findings);
    if (!file) return {std::nullopt, findings.in_order(), {}};
    reading::Reading reading = reading::read_scenario(*file, file_id, findings);
    reading::check_treatments(toml, file_id, reading, findings);
    return finish(std::move(reading.draft.scenario), toml, findings);
}

ParsedScenario parse_scenario_with_treatment(std::string_view toml, std::string_view file_id,
                                             std::string_view treatment) {
    ParsedScenario plain = parse_scenario(toml, file_id);
    if (!plain.scenario) return plain;
    const std::vector<Treatment>& treatments = plain.scenario->treatments;
    const auto at = std::find_if(treatments.begin(), treatments.end(),
                                 [&](const Treatment& each) { return each.id == treatment; });
    reading::Findings findings;
    if (at == treatments.end()) {
        findings.error({}, "there is no treatment `" + std::string(treatment) + "`");
        return {std::nullopt, findings.in_order(), {}};
    }
    const auto number = static_cast<std::size_t>(at - treatments.begin());
    const auto file = reading::read_toml(toml, findings);
    const reading::Names names(*file, findings);
    const auto treated = reading::apply_treatment(toml, number, names, findings);
    Scenario scenario = reading::read_scenario(treated->scenario, file_id, findings).draft.scenario;
    scenario.treatments = treatments;
    reading::Context context{findings, names, {}};
    const SessionChanges session = reading::read_session(treated->session, context);
    ParsedScenario parsed = finish(std::move(scenario), toml, findings);
    parsed.session = session;
    return parsed;
}

}  // namespace dealtafel
