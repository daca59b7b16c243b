// What the rules cost, as figures to hold beside each other: one outcome, a whole game of bots and
// the part of it that is the rules, a command early and late in a game, and the size of a state.
#include "counted_memory.hpp"
#include "rules/game.hpp"
#include "rules/outcome.hpp"
#include "rules/second_look.hpp"
#include "scenario/parse.hpp"
#include "simulation/play.hpp"
#include "simulation/seeds.hpp"

#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace dealtafel {

namespace {

using simulation::Plan;

constexpr std::uint64_t game_seed = 7;
constexpr std::size_t deal_lines = 6;

Scenario read_scenario(const std::string& id) {
    std::ifstream stream(std::string(DEALTAFEL_SCENARIOS) + "/" + id + ".toml");
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    ParsedScenario parsed = parse_scenario(text, id);
    if (!parsed.scenario) throw std::runtime_error("the scenario " + id + " has errors");
    return std::move(*parsed.scenario);
}

const Scenario& foodvalley() {
    static const Scenario scenario = read_scenario("foodvalley");
    return scenario;
}

Plan plan() {
    return simulation::plan_of(foodvalley(), game_seed, bots::Profile::cooperative);
}

// Keeps the requests that were taken, and the state before the first of a stage.
class Requests final : public simulation::Watcher {
public:
    void stepped(const rules::Request& request, const rules::Events&,
                 const rules::State&) override {
        taken.push_back(request);
    }
    std::vector<rules::Request> taken;
};

std::vector<rules::Request> requests_of_a_game() {
    const Plan made = plan();
    Requests requests;
    simulation::play(made, simulation::make_bots(made), requests);
    return requests.taken;
}

rules::State state_at(const std::vector<rules::Request>& requests, Stage stage, int round) {
    rules::State state = rules::initial_state(foodvalley(), plan().settings);
    for (const rules::Request& request : requests) {
        if (state.stage == stage && state.round == round) return state;
        benchmark::DoNotOptimize(rules::step(foodvalley(), state, request));
    }
    throw std::runtime_error("the game never came there");
}

// Six lines, each paid by its first regional partner and the centre.
rules::Deal deal_of_six_lines() {
    const Scenario& scenario = foodvalley();
    rules::Deal deal;
    deal.region = scenario.challenges.front().region;
    deal.form = Form::decentralised;
    deal.conditions = 2;
    deal.accountability = Accountability::mutual;
    deal.coordination = deal.review = true;
    for (std::uint16_t at = 0; at < scenario.challenges.size(); ++at) {
        if (deal.lines.size() == deal_lines) break;
        rules::Line line;
        line.challenge = ChallengeId{at};
        line.goal = Goal::joint;
        for (std::uint16_t party = 0; party < scenario.parties.size(); ++party) {
            if (PartyId{party} == scenario.centre || line.partners.size() == 3) continue;
            line.partners.push_back(PartyId{party});
        }
        line.money[scenario.centre] = Money{20};
        line.money[line.partners.front()] = Money{20};
        deal.lines.push_back(std::move(line));
    }
    return deal;
}

void outcome_of_six_lines(benchmark::State& measured) {
    const rules::State state = rules::initial_state(foodvalley(), plan().settings);
    const rules::Deal deal = deal_of_six_lines();
    const rules::Circumstances at = rules::circumstances(state, deal.region);
    for (auto _ : measured) {
        benchmark::DoNotOptimize(rules::outcome(foodvalley(), at, deal, false));
    }
    measured.counters["lines"] = static_cast<double>(deal.lines.size());
}
BENCHMARK(outcome_of_six_lines);

// The game at the first outcome that there is of a deal.
rules::State state_with_deal(RegionId region) {
    for (int round = 1; round <= foodvalley().rounds; ++round) {
        rules::State state = state_at(requests_of_a_game(), Stage::outcome, round);
        if (state.regions[region.value].concluded != 0) return state;
    }
    throw std::runtime_error("the game came to no deal");
}

// What the rules search when a table has its first deal of a round.
void second_look_at_a_deal(benchmark::State& measured) {
    const RegionId region = foodvalley().challenges.front().region;
    const rules::State state = state_with_deal(region);
    const rules::RegionState& here = state.regions[region.value];
    const rules::Deal& deal = rules::version_of(here, here.concluded).deal;
    for (auto _ : measured) {
        benchmark::DoNotOptimize(rules::second_look(foodvalley(), state, deal));
    }
    measured.counters["lines"] = static_cast<double>(deal.lines.size());
}
BENCHMARK(second_look_at_a_deal)->Unit(benchmark::kMillisecond);

void game_of_bots(benchmark::State& measured) {
    for (auto _ : measured) {
        const Plan made = plan();
        simulation::Watcher nobody;
        benchmark::DoNotOptimize(simulation::play(made, simulation::make_bots(made), nobody));
    }
}
BENCHMARK(game_of_bots)->Unit(benchmark::kMillisecond);

// The same game again without the bots, and without what they are shown.
void rules_of_that_game(benchmark::State& measured) {
    const std::vector<rules::Request> requests = requests_of_a_game();
    for (auto _ : measured) {
        rules::State state = rules::initial_state(foodvalley(), plan().settings);
        for (const rules::Request& request : requests) {
            benchmark::DoNotOptimize(rules::step(foodvalley(), state, request));
        }
    }
    measured.counters["requests"] = static_cast<double>(requests.size());
}
BENCHMARK(rules_of_that_game)->Unit(benchmark::kMillisecond);

// One more version after so many in rounds before it and in this one.
void amend_after(benchmark::State& measured, int round, int versions) {
    const rules::State start = state_at(requests_of_a_game(), Stage::negotiation, round);
    rules::State state = start;
    const RegionId region = foodvalley().challenges.front().region;
    PartyId lead{0};
    for (std::uint16_t at = 0; at < foodvalley().parties.size(); ++at) {
        if (foodvalley().parties[at].lead) lead = PartyId{at};
    }
    std::int64_t now_ms = *state.stage_ends_ms - 1'000'000;
    const auto amend = [&] {
        const auto& made = state.regions[region.value].versions;
        rules::command::Amend command{region, 1, made.front().deal};
        const rules::Request request{now_ms, rules::SeatRequest{lead, 0, std::move(command)}};
        if (!rules::step(foodvalley(), state, request)) throw std::runtime_error("refused");
    };
    for (int made = 0; made < versions; ++made) amend();
    const rules::State before = state;
    for (auto _ : measured) {
        measured.PauseTiming();
        state = before;
        measured.ResumeTiming();
        amend();
    }
}
BENCHMARK_CAPTURE(amend_after, first_round_first_version, 1, 0);
BENCHMARK_CAPTURE(amend_after, first_round_hundred_versions, 1, 100);
BENCHMARK_CAPTURE(amend_after, third_round_hundred_versions, 3, 100);

void size_of_the_last_state(benchmark::State& measured) {
    rules::State state = rules::initial_state(foodvalley(), plan().settings);
    for (const rules::Request& request : requests_of_a_game()) {
        benchmark::DoNotOptimize(rules::step(foodvalley(), state, request));
    }
    std::size_t bytes = 0;
    for (auto _ : measured) {
        const std::size_t before = bench::allocated_bytes();
        const auto copy = std::make_unique<rules::State>(state);
        bytes = bench::allocated_bytes() - before;
    }
    measured.counters["KiB"] = static_cast<double>(bytes) / 1024;
}
BENCHMARK(size_of_the_last_state);

}  // namespace

}  // namespace dealtafel
