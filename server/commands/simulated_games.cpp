#include "commands/simulated_games.hpp"

#include "commands/progress.hpp"
#include "simulation/recorder.hpp"
#include "simulation/seeds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <mutex>
#include <string_view>
#include <thread>

namespace dealtafel::commands {

namespace {

namespace fs = std::filesystem;

// Tells the recorder and the tally of the same game.
class Both final : public simulation::Watcher {
public:
    Both(simulation::Watcher& first, simulation::Watcher& second)
        : first_(first), second_(second) {}
    void stepped(const rules::Request& request, const rules::Events& events,
                 const rules::State& after) override {
        first_.stepped(request, events, after);
        second_.stepped(request, events, after);
    }
    void refused(const rules::Request& request, rules::Refusal refusal,
                 const rules::State& state) override {
        first_.refused(request, refusal, state);
        second_.refused(request, refusal, state);
    }
    void wrote(const record::SaltedText& text) override {
        first_.wrote(text);
        second_.wrote(text);
    }

private:
    simulation::Watcher& first_;
    simulation::Watcher& second_;
};

std::optional<Unreadable> write_file(const fs::path& path, std::string_view text) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
    if (file) return std::nullopt;
    return Unreadable{fmt::format("{}: cannot be written", path.string())};
}

std::optional<Unreadable> write_record(const fs::path& folder, std::size_t index,
                                       const simulation::Recorder& recorder) {
    std::string text;
    for (const std::string& line : recorder.lines()) {
        text += line;
        text += '\n';
    }
    const std::string name = fmt::format("{:04}", index + 1);
    if (auto failed = write_file(folder / (name + ".jsonl"), text)) return failed;
    return write_file(folder / (name + ".texts.json"), record::write_texts(recorder.texts()));
}

std::optional<Unreadable> play_game(const SimulationOrder& order, std::size_t index,
                                    simulation::GameFigures& figures) {
    const simulation::Plan plan = plan_of(order, index);
    const simulation::Bots bots = simulation::make_bots(plan);
    simulation::Tally tally(order.scenario);
    std::optional<Unreadable> failed;
    if (order.out) {
        record::Header header =
            simulation::header_of(plan, order.toml, DEALTAFEL_VERSION, order.seed, index);
        header.treatment = order.treatment;
        simulation::Recorder recorder(order.scenario, header);
        Both both(recorder, tally);
        simulation::play(plan, bots, both);
        failed = write_record(*order.out, index, recorder);
    } else {
        simulation::play(plan, bots, tally);
    }
    figures = tally.figures();
    return failed;
}

}  // namespace

simulation::Plan plan_of(const SimulationOrder& order, std::size_t index) {
    const bool same_draws = order.session.same_draws.value_or(false);
    simulation::Plan plan = simulation::plan_of(
        order.scenario, same_draws ? order.seed : simulation::game_seed(order.seed, index),
        bots::Profile::cooperative);
    plan.profiles = order.profiles;
    plan.talk = order.talk;
    // With the same draws it is the players alone that differ.
    plan.bots_seed = simulation::game_seed(order.seed, index);
    rules::Settings& settings = plan.settings;
    settings.second_look = order.session.second_look.value_or(!order.treatment);
    settings.grace_seconds = order.session.grace_seconds.value_or(settings.grace_seconds);
    if (order.session.forecast) {
        settings.forecast = from_word<rules::ForecastMode>(*order.session.forecast)
                                .value_or(settings.forecast);
    }
    if (order.session.drop_out) {
        settings.drop_out =
            from_word<rules::DropOut>(*order.session.drop_out).value_or(settings.drop_out);
    }
    return plan;
}

Result<std::vector<simulation::GameFigures>, Unreadable> play_games(const SimulationOrder& order) {
    if (order.out) {
        std::error_code failed;
        fs::create_directories(*order.out, failed);
        if (failed) {
            return Unreadable{
                fmt::format("{}: cannot be made: {}", order.out->string(), failed.message())};
        }
    }
    std::vector<simulation::GameFigures> figures(order.games);
    std::optional<Unreadable> failure;
    std::mutex failure_mutex;
    std::atomic<std::size_t> next = 0;
    Progress progress("games", order.games);
    const auto work = [&] {
        for (std::size_t at = next++; at < order.games; at = next++) {
            if (const auto failed = play_game(order, at, figures[at])) {
                const std::lock_guard lock(failure_mutex);
                failure = failed;
                next = order.games;
            }
            progress.done();
        }
    };
    {
        std::vector<std::jthread> workers;
        for (std::size_t job = 1; job < std::min(order.jobs, order.games); ++job) {
            workers.emplace_back(work);
        }
        work();
    }
    if (failure) return *failure;
    return figures;
}

}  // namespace dealtafel::commands
