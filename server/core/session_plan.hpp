// What a session is made of, from the wish of whoever creates it.
#pragma once

#include "core/session.hpp"

namespace dealtafel::core {

// A refusal that needs no words of its own, and that of a message with a fault at a path.
protocol::server::RefusalInfo info_of(protocol::Refusal refusal);
protocol::server::RefusalInfo malformed(std::string path, std::string what);

// A scenario under one of its treatments; none where it has no such treatment.
std::shared_ptr<const ScenarioEntry> treated(const ScenarioEntry& plain,
                                             const std::string& treatment);

// What a wish makes of a session, but for its names, games and secrets; or what cannot be. The
// entry is that of the treatment, where the wish names one.
Result<SessionPlan, protocol::server::RefusalInfo> plan_of(
    const protocol::http::CreateSession& wish, const ScenarioEntry& entry);

}  // namespace dealtafel::core
