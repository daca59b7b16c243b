#include "core/session_plan.hpp"

#include <algorithm>

namespace dealtafel::core {

namespace {

// Lengths of phases are a few, and none longer than a day; the path of the first that is not.
std::optional<std::string> wrong_phase(const std::vector<rules::PhaseLength>& phases) {
    for (std::size_t at = 0; at < phases.size(); ++at) {
        const std::vector<int>& seconds = phases[at].seconds;
        const bool good = !seconds.empty() && seconds.size() <= 20 &&
                          std::all_of(seconds.begin(), seconds.end(),
                                      [](int length) { return length >= 1 && length <= 86'400; });
        if (!good) return "phases/" + std::to_string(at) + "/seconds";
    }
    return std::nullopt;
}

// What a treatment sets, nobody sets beside it: the field that a wish sets too.
std::optional<std::string> set_twice(const protocol::http::CreateSession& wish,
                                     const SessionChanges& changes) {
    if (wish.forecast && changes.forecast) return "forecast";
    if (wish.grace_seconds && changes.grace_seconds) return "grace_seconds";
    if (wish.drop_out && changes.drop_out) return "drop_out";
    if (wish.same_draws && changes.same_draws) return "same_draws";
    if (wish.second_look && changes.second_look) return "second_look";
    return std::nullopt;
}

}  // namespace

protocol::server::RefusalInfo info_of(protocol::Refusal refusal) {
    return {std::string(to_word(refusal)), {}, {}};
}

protocol::server::RefusalInfo malformed(std::string path, std::string what) {
    return {std::string(to_word(protocol::Refusal::malformed)), std::move(path), std::move(what)};
}

Result<SessionPlan, protocol::server::RefusalInfo> plan_of(
    const protocol::http::CreateSession& wish, const ScenarioEntry& entry) {
    const Scenario& scenario = *entry.scenario;
    const SessionChanges& treatment = entry.session;
    if (const auto field = set_twice(wish, treatment)) {
        return malformed(*field, "is set by the treatment already");
    }
    SessionPlan plan;
    plan.language = wish.language.value_or(scenario.languages.front());
    if (std::find(scenario.languages.begin(), scenario.languages.end(), plan.language) ==
        scenario.languages.end()) {
        return malformed("language", "must be a language of the scenario");
    }
    rules::Settings& settings = plan.settings;
    settings.rounds = wish.rounds.value_or(scenario.rounds);
    if (settings.rounds < 1 || settings.rounds > scenario.rounds) {
        return malformed("rounds", "must be from 1 to " + std::to_string(scenario.rounds));
    }
    settings.phases = wish.phases.value_or(std::vector<rules::PhaseLength>{});
    if (const auto path = wrong_phase(settings.phases)) {
        return malformed(*path, "must be 1 to 20 lengths from 1 to 86400");
    }
    settings.forecast = wish.forecast.value_or(rules::ForecastMode::bands);
    if (treatment.forecast) {
        settings.forecast = from_word<rules::ForecastMode>(*treatment.forecast)
                                .value_or(rules::ForecastMode::bands);
    }
    settings.grace_seconds = treatment.grace_seconds.value_or(wish.grace_seconds.value_or(60));
    if (settings.grace_seconds < 0 || settings.grace_seconds > 3600) {
        return malformed("grace_seconds", "must be from 0 to 3600");
    }
    settings.drop_out = wish.drop_out.value_or(rules::DropOut::bot);
    if (treatment.drop_out) {
        settings.drop_out =
            from_word<rules::DropOut>(*treatment.drop_out).value_or(rules::DropOut::bot);
    }
    settings.empty_seats = wish.empty_seats.value_or(rules::EmptySeats::bot);
    // Experiments compare what people make of a game without being told what they missed.
    const bool experiment = wish.treatment.has_value();
    settings.second_look = treatment.second_look.value_or(wish.second_look.value_or(!experiment));
    settings.seed = wish.seed.value_or(0);
    plan.same_draws = treatment.same_draws.value_or(wish.same_draws.value_or(false));
    plan.start_when_taken = wish.start_when_taken.value_or(false);
    return plan;
}

std::shared_ptr<const ScenarioEntry> treated(const ScenarioEntry& plain,
                                             const std::string& treatment) {
    ParsedScenario parsed =
        parse_scenario_with_treatment(plain.toml, plain.scenario->id, treatment);
    if (!parsed.scenario) return nullptr;
    return std::make_shared<const ScenarioEntry>(
        ScenarioEntry{std::make_shared<const Scenario>(std::move(*parsed.scenario)), plain.toml,
                      treatment, parsed.session});
}

}  // namespace dealtafel::core
