// What a client is told of a scenario once: public facts for all, the brief for its own seat, the
// console's words for the facilitator.
#pragma once

#include "protocol/messages.hpp"
#include "scenario/scenario.hpp"

namespace dealtafel::core {

protocol::ScenarioInfo scenario_info(const Scenario& scenario, const rules::Settings& settings);
protocol::BriefInfo brief_info(const Scenario& scenario, PartyId party);
std::vector<protocol::GuideInfo> guide_infos(const Scenario& scenario);
std::vector<protocol::EventInfo> event_infos(const Scenario& scenario);
// With the options that let a player go on, for the facilitator.
std::vector<protocol::QuestionInfo> question_infos(const Scenario& scenario, bool with_correct);
protocol::http::ScenarioSummary summary(const Scenario& scenario);

}  // namespace dealtafel::core
