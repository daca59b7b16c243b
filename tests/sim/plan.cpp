#include "plan.hpp"

#include "base/random.hpp"

namespace dealtafel::sim {

namespace {

// No stage of a short game is longer: people and bots have time for a few turns each.
const std::vector<rules::PhaseLength>& phases() {
    static const std::vector<rules::PhaseLength> lengths = {
        {Stage::briefing, {10}},       {Stage::framework, {20}},   {Stage::agenda, {30}},
        {Stage::negotiation, {60}},    {Stage::outcome, {10}},     {Stage::accountability, {15}},
        {Stage::reflection, {15}},     {Stage::debrief, {10}},
    };
    return lengths;
}

}  // namespace

Plan plan_of(std::uint64_t seed) {
    Random random(seed);
    Plan plan;
    plan.seed = seed;
    plan.games = 1 + static_cast<int>(random.below(3));
    plan.drop_out = static_cast<rules::DropOut>(random.below(3));
    plan.grace_seconds = 5 + static_cast<int>(random.below(10));
    plan.held = 0.4 + 0.6 * random.unit();
    plan.teams = random.chance(0.3) ? 0.3 : 0;
    return plan;
}

protocol::http::CreateSession session_of(const Plan& plan, const std::string& scenario) {
    protocol::http::CreateSession wish;
    wish.scenario = scenario;
    wish.games = plan.games;
    wish.phases = phases();
    wish.grace_seconds = plan.grace_seconds;
    wish.drop_out = plan.drop_out;
    return wish;
}

}  // namespace dealtafel::sim
