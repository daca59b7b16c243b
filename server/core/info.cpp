#include "core/info.hpp"

#include "rules/deal.hpp"

namespace dealtafel::core {

namespace {

protocol::PartyInfo party_info(const Scenario& scenario, PartyId party) {
    const Party& facts = scenario[party];
    protocol::PartyInfo info;
    info.id = party;
    info.kind = facts.kind;
    info.title = facts.title;
    info.short_title = facts.short_title;
    info.region = facts.region;
    info.level = facts.level;
    info.required = facts.required;
    info.lead = facts.lead;
    info.public_face = facts.public_face;
    info.capabilities = facts.capabilities;
    return info;
}

protocol::RuleInfo rule_info(const Scenario& scenario, const rules::Settings& settings) {
    protocol::RuleInfo info;
    info.rounds = settings.rounds;
    info.agenda_slots = scenario.agenda_slots;
    info.agenda_votes = scenario.agenda_votes;
    info.agenda_support = scenario.agenda_support;
    info.ambition_default = scenario.model.ambition_default;
    info.demands_max = scenario.demands_max;
    info.forecast_exact = scenario.forecast_exact;
    info.last_call_seconds = scenario.last_call_seconds;
    info.partnership_form_from = scenario.partnership_form_from;
    info.cofinancing_min = scenario.model.cofinancing_min;
    info.centre_share_min = scenario.model.centre_share_min;
    info.line_min = Money{static_cast<std::int64_t>(scenario.model.line_min * 10 + 0.5)};
    info.conditions_max = rules::conditions_max;
    if (scenario.selection) info.tranche_budget = scenario.tranche_budget;
    info.forecast = settings.forecast;
    info.grace_seconds = settings.grace_seconds;
    info.drop_out = settings.drop_out;
    return info;
}

// What a treatment sets of a session, by the names of the protocol.
std::vector<std::string> set_by(const Treatment& treatment) {
    constexpr std::string_view prefix = "session.";
    std::vector<std::string> names;
    for (const TreatmentChange& change : treatment.changes) {
        if (change.path == "rounds") names.push_back(change.path);
        if (!change.path.starts_with(prefix)) continue;
        const std::string name = change.path.substr(prefix.size());
        names.push_back(name == "grace" ? "grace_seconds" : name);
    }
    return names;
}

}  // namespace

protocol::ScenarioInfo scenario_info(const Scenario& scenario, const rules::Settings& settings) {
    protocol::ScenarioInfo info;
    info.id = scenario.id;
    info.title = scenario.title;
    info.summary = scenario.summary;
    info.languages = scenario.languages;
    info.sources = scenario.sources;
    for (const ThemeId theme : scenario.theme_order) {
        info.themes.push_back({theme, scenario[theme].title, scenario[theme].horizon});
    }
    for (std::uint16_t at = 0; at < scenario.regions.size(); ++at) {
        const Region& region = scenario.regions[at];
        info.regions.push_back({RegionId{at}, region.title, region.outline, region.lead});
    }
    for (const PartyId party : scenario.party_order) {
        info.parties.push_back(party_info(scenario, party));
    }
    for (std::uint16_t at = 0; at < scenario.capabilities.size(); ++at) {
        const bool titled = at < scenario.capability_titles.size();
        info.capabilities.push_back(
            {CapabilityId{at}, titled ? scenario.capability_titles[at] : Text()});
    }
    for (std::uint16_t at = 0; at < scenario.partnerships.size(); ++at) {
        const Partnership& circle = scenario.partnerships[at];
        info.partnerships.push_back(
            {PartnershipId{at}, circle.title, circle.members, circle.tie, circle.purpose});
    }
    info.rules = rule_info(scenario, settings);
    return info;
}

protocol::BriefInfo brief_info(const Scenario& scenario, PartyId party) {
    return {scenario[party].brief, rules::wants(scenario, party)};
}

std::vector<protocol::GuideInfo> guide_infos(const Scenario& scenario) {
    std::vector<protocol::GuideInfo> infos;
    for (const auto& [stage, guide] : scenario.guides) {
        infos.push_back({stage, guide.say, guide.ask});
    }
    return infos;
}

std::vector<protocol::EventInfo> event_infos(const Scenario& scenario) {
    std::vector<protocol::EventInfo> infos;
    for (std::uint16_t at = 0; at < scenario.events.size(); ++at) {
        const ScenarioEvent& event = scenario.events[at];
        infos.push_back({EventId{at}, event.title, event.text, event.phase, event.round,
                         event.chance, event.once});
    }
    return infos;
}

std::vector<protocol::QuestionInfo> question_infos(const Scenario& scenario, bool with_correct) {
    std::vector<protocol::QuestionInfo> infos;
    for (std::uint16_t at = 0; at < scenario.questions.size(); ++at) {
        const Question& question = scenario.questions[at];
        protocol::QuestionInfo info;
        info.id = QuestionId{at};
        info.when = question.when;
        info.kind = question.kind;
        if (question.kind == QuestionKind::scale) {
            info.low = question.low;
            info.high = question.high;
        }
        info.text = question.text;
        info.options = question.options;
        if (with_correct) info.correct = question.correct;
        infos.push_back(std::move(info));
    }
    return infos;
}

protocol::http::ScenarioSummary summary(const Scenario& scenario) {
    protocol::http::ScenarioSummary made{scenario.id,
                                         scenario.title,
                                         scenario.summary,
                                         scenario.languages,
                                         scenario.minutes,
                                         scenario.rounds,
                                         static_cast<int>(scenario.parties.size()),
                                         {}};
    for (const Treatment& treatment : scenario.treatments) {
        made.treatments.push_back({treatment.id, treatment.title, set_by(treatment)});
    }
    return made;
}

}  // namespace dealtafel::core
