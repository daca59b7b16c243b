#include "plan.hpp"

#include "base/random.hpp"
#include "base/words.hpp"
#include "core/limits.hpp"

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

std::int64_t Plan::patience_ms() const {
    // What a game rests for after two failures, twice; and all that its way can cost a message.
    return 2 * core::limits::store_rest_ms + 4 * delay_ms + 3 * slow_reader_ms + 12 * disk_ms +
           2 * compute_ms;
}

Plan plan_of(std::uint64_t seed) {
    Random random(seed);
    // Half of all runs are spared a kind of trouble, so that the others show what they do alone.
    const auto now_and_then = [&](double most) {
        const bool comes = random.chance(0.5);
        const double how_often = most * random.unit();
        return comes ? how_often : 0;
    };
    const auto at_most = [&](std::int64_t least, double most) {
        return least + static_cast<std::int64_t>(now_and_then(most));
    };
    Plan plan;
    plan.seed = seed;
    plan.games = 1 + static_cast<int>(random.below(3));
    plan.drop_out = static_cast<rules::DropOut>(random.below(words_of<rules::DropOut>().size()));
    plan.grace_seconds = 3 + static_cast<int>(random.below(10));
    plan.held = 0.4 + 0.6 * random.unit();
    plan.teams = now_and_then(0.5);
    // The session itself is made in peace: one that could not be stored never was.
    plan.troubled_ms = 10'000 + static_cast<std::int64_t>(random.below(120'000));
    plan.troubled_from_ms = plan.troubled_ms;  // until the session is there
    plan.delay_ms = at_most(20, 2'000);
    plan.cuts = now_and_then(0.05);
    plan.sent_twice = now_and_then(0.2);
    plan.in_another_order = now_and_then(1);
    plan.slow_readers = now_and_then(0.5);
    plan.slow_reader_ms = plan.slow_readers > 0 ? 8'000 : 0;
    plan.away = now_and_then(0.02);
    // Under `wait` nobody would go on without them.
    plan.gone_for_good = now_and_then(0.003);
    if (plan.drop_out == rules::DropOut::wait) plan.gone_for_good = 0;
    plan.acts = now_and_then(0.1);
    plan.crashes = now_and_then(0.02);
    plan.crashes_at_append = now_and_then(0.03);
    plan.down_ms = 20 + static_cast<std::int64_t>(random.below(15'000));
    plan.clock_jumps = now_and_then(1);
    plan.append_faults = now_and_then(0.15);
    plan.outages = now_and_then(0.02);
    plan.outage_ms = 20'000;
    plan.disk_ms = at_most(8, 600);
    plan.goes_back = now_and_then(0.02);
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
