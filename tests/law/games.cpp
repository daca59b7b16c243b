// Laws of whole games.
#include "scenarios.hpp"
#include "step_laws.hpp"

#include "record/replay.hpp"
#include "simulation/recorder.hpp"
#include "simulation/seeds.hpp"

namespace dealtafel::laws {

namespace {

using simulation::Plan;

// The profiles of game `index`: one for all, each in its turn, in every second game; in the others
// each seat's at random.
Plan plan_of_game(const Scenario& scenario, std::size_t index) {
    const std::vector<bots::Profile> profiles = all_profiles();
    Plan plan = simulation::plan_of(scenario, simulation::game_seed(17, index),
                                    profiles[index / 2 % profiles.size()]);
    Random random(index);
    for (bots::Profile& profile : plan.profiles) {
        if (index % 2 == 1) profile = profiles[random.below(profiles.size())];
    }
    return plan;
}

// How long a game can last: every stage its length, those without one until the bots have acted.
std::int64_t longest_ms(const Plan& plan) {
    constexpr std::int64_t without_length_ms = 100 * 15'000;
    std::int64_t sum = 0;
    for (int round = 1; round <= plan.settings.rounds; ++round) {
        for (const std::string& word : words_of<Stage>()) {
            const int seconds = plan.scenario.seconds(*from_word<Stage>(word), round);
            sum += seconds > 0 ? std::int64_t{seconds} * 1000 : without_length_ms;
        }
    }
    return sum;
}

void play_by_the_laws(const Plan& plan, StepLaws& laws) {
    const rules::State end = simulation::play(plan, simulation::make_bots(plan), laws);
    CHECK(end.stage == Stage::closed);
    CHECK(end.round == plan.settings.rounds);
    CHECK(end.clock.anchor_play_ms <= longest_ms(plan));
}

}  // namespace

TEST_CASE("every step of a game keeps to the laws, whoever plays") {
    for (std::size_t index = 0; index < 2 * DEALTAFEL_GAMES; ++index) {
        CAPTURE(index);
        const Plan plan = plan_of_game(foodvalley(), index);
        StepLaws laws(plan);
        play_by_the_laws(plan, laws);
    }
}

TEST_CASE("the laws hold in scenarios made at random") {
    std::map<std::string, int> events;
    for (std::size_t index = 0; index < 10 * DEALTAFEL_GAMES; ++index) {
        CAPTURE(index);
        const Scenario scenario = random_scenario(index);
        const Plan plan = plan_of_game(scenario, index);
        StepLaws laws(plan);
        play_by_the_laws(plan, laws);
        for (const auto& [type, count] : laws.events()) events[type] += count;
    }
    // The laws are of little use where nothing happens.
    for (const char* type :
         {"published", "ambition-set", "supported", "shared", "invited", "joined-table", "knocked",
          "demand-made", "pledged", "submitted", "submissions-closed", "decided", "selection-made",
          "version-made", "backed", "put-on-table", "stance-given", "signed", "concluded",
          "no-deal", "outcome-told", "rated", "motivated", "second-look", "event-drawn",
          "event-happened"}) {
        CHECK_MESSAGE(events[type] > 0, type, " never happened");
    }
}

TEST_CASE("an erratic bot signs below its reserve now and then") {
    int whims = 0;
    for (std::size_t index = 0; index < 8 && whims == 0; ++index) {
        Plan plan = simulation::plan_of(foodvalley(), simulation::game_seed(3, index),
                                        bots::Profile::erratic);
        StepLaws laws(plan);
        play_by_the_laws(plan, laws);
        whims += laws.whims();
    }
    CHECK(whims > 0);
}

TEST_CASE("a tough bot threatens to leave, and thinks better of it") {
    std::map<std::string, int> events;
    for (std::size_t index = 0; index < 8; ++index) {
        const Plan plan = simulation::plan_of(foodvalley(), simulation::game_seed(5, index),
                                              bots::Profile::tough);
        StepLaws laws(plan);
        play_by_the_laws(plan, laws);
        for (const auto& [type, count] : laws.events()) events[type] += count;
        if (events["walked-away"] > 0 && events["stayed"] > 0) break;
    }
    CHECK(events["walked-away"] > 0);
    CHECK(events["stayed"] > 0);
}

TEST_CASE("the record of a game leads to every state that it had") {
    for (std::size_t index = 0; index < DEALTAFEL_GAMES; ++index) {
        CAPTURE(index);
        const Plan plan = plan_of_game(foodvalley(), index);
        simulation::Recorder recorder(
            plan.scenario,
            simulation::header_of(plan, foodvalley_text(), "test", 17, index));
        const rules::State end = simulation::play(plan, simulation::make_bots(plan), recorder);
        const auto record = record::read_record(recorder.lines());
        REQUIRE(record.has_value());
        CHECK(record->header.bots.at("rijk") ==
              to_word(plan.profiles[foodvalley().centre.value]));
        const auto played = record::replay(*record);
        REQUIRE(played.has_value());
        CHECK(played->state == end);
        // A hash after each stage but the lobby: briefing, three rounds of six phases or, without
        // anything to account for, five, debrief and the end.
        CHECK(played->states_checked >= 1 + 3 * 5 + 2);
        CHECK(played->states_checked <= 1 + 3 * 6 + 2);
        for (const auto& [id, text] : recorder.texts()) {
            CHECK(record::text_id(record::refer_to(text)) == id);
        }
    }
}

TEST_CASE("the record of a game with a contest leads to every state that it had") {
    for (std::size_t index = 0; index < 2 * DEALTAFEL_GAMES; ++index) {
        CAPTURE(index);
        const Plan plan = plan_of_game(delta(), index);
        simulation::Recorder recorder(
            plan.scenario, simulation::header_of(plan, delta_text(), "test", 17, index));
        const rules::State end = simulation::play(plan, simulation::make_bots(plan), recorder);
        const auto record = record::read_record(recorder.lines());
        REQUIRE(record.has_value());
        const auto played = record::replay(*record);
        REQUIRE(played.has_value());
        CHECK(played->state == end);
    }
}

TEST_CASE("a game is a function of its plan") {
    const Plan plan = plan_of_game(foodvalley(), 3);
    const record::Header header = simulation::header_of(plan, {}, "test", 17, 3);
    simulation::Recorder once(plan.scenario, header);
    simulation::Recorder again(plan.scenario, header);
    simulation::play(plan, simulation::make_bots(plan), once);
    simulation::play(plan, simulation::make_bots(plan), again);
    CHECK(once.lines() == again.lines());
    CHECK(once.texts() == again.texts());
    Plan other = plan;
    other.settings.seed = simulation::game_seed(17, 4);
    simulation::Recorder different(other.scenario, header);
    simulation::play(other, simulation::make_bots(other), different);
    CHECK(once.lines() != different.lines());
}

// Section 9 of docs/rules.md: splitmix64(seed XOR fnv1a64("game/<i>")). The values were computed
// with Python's integers from the published definitions of both functions:
//   fnv1a64: h = 0xcbf29ce484222325; for each byte: h = (h ^ byte) * 0x100000001b3 mod 2^64
//   splitmix64: z = s + 0x9e3779b97f4a7c15; z = (z ^ z>>30) * 0xbf58476d1ce4e5b9;
//               z = (z ^ z>>27) * 0x94d049bb133111eb; z ^ z>>31, all mod 2^64
TEST_CASE("a game's seed comes from that of its session and its number") {
    CHECK(simulation::game_seed(1, 0) == 0x9f1ea40fccd5e0c9ULL);
    CHECK(simulation::game_seed(1, 199) == 0xfb3f0f505cc73f9aULL);
}

}  // namespace dealtafel::laws
