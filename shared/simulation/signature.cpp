#include "simulation/signature.hpp"

#include "base/hash.hpp"
#include "record/chain.hpp"
#include "simulation/recorder.hpp"
#include "simulation/seeds.hpp"

namespace dealtafel::simulation {

namespace {

constexpr std::uint64_t signature_seed = 1;

// The games of a scenario: one for each profile, and one in which every seat has another.
std::vector<Plan> plans_of(const Scenario& scenario) {
    using bots::Profile;
    const std::vector<Profile> profiles = {Profile::cooperative, Profile::tough, Profile::erratic};
    std::vector<Plan> plans;
    for (const Profile profile : profiles) {
        plans.push_back(plan_of(scenario, game_seed(signature_seed, plans.size()), profile));
    }
    Plan mixed = plan_of(scenario, game_seed(signature_seed, plans.size()), Profile::cooperative);
    for (std::size_t at = 0; at < mixed.profiles.size(); ++at) {
        mixed.profiles[at] = profiles[at % profiles.size()];
    }
    plans.push_back(std::move(mixed));
    return plans;
}

std::string hash_of_game(const Plan& plan) {
    Recorder recorder(plan.scenario, record::header_of(plan.scenario, {}, plan.settings, {}));
    play(plan, make_bots(plan), recorder);
    std::string lines;
    for (std::size_t at = 1; at < recorder.lines().size(); ++at) {
        lines += record::open_part(recorder.lines()[at]);
        lines += '\n';
    }
    return sha256_hex(lines);
}

}  // namespace

std::string signature(std::span<const Scenario> scenarios) {
    std::string games;
    for (const Scenario& scenario : scenarios) {
        for (const Plan& plan : plans_of(scenario)) {
            games += scenario.id + ' ' + hash_of_game(plan) + '\n';
        }
    }
    return sha256_hex(games);
}

}  // namespace dealtafel::simulation
