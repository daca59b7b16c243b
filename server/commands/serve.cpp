#include "app/server.hpp"
#include "commands/commands.hpp"
#include "commands/scenarios.hpp"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace dealtafel::commands {

namespace {

namespace fs = std::filesystem;

struct Options {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    std::string data = "./dealtafel-data";
    std::string scenarios;
    std::string demo;
    std::string language;
};

core::ScenarioEntry entry_of(Scenario scenario, std::string text) {
    return {std::make_shared<const Scenario>(std::move(scenario)), std::move(text)};
}

// The scenarios of the folder; one with mistakes is told of and left out.
std::vector<core::ScenarioEntry> entries_in(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& file : fs::directory_iterator(folder, error)) {
        if (file.path().extension() == ".toml") files.push_back(file.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<core::ScenarioEntry> entries;
    for (const fs::path& path : files) {
        auto loaded = load_scenario(path.string(), {});
        if (!loaded) continue;
        entries.push_back(entry_of(std::move(loaded->scenario), std::move(loaded->text)));
    }
    return entries;
}

// Puts the scenario of the demo among the others: it may lie outside of their folder.
std::string add_demo(const Options& options, std::vector<core::ScenarioEntry>& entries) {
    auto loaded = load_scenario(options.demo, options.scenarios);
    if (!loaded) return {};
    const std::string id = loaded->scenario.id;
    std::erase_if(entries, [&](const auto& entry) { return entry.scenario->id == id; });
    entries.push_back(entry_of(std::move(loaded->scenario), std::move(loaded->text)));
    return id;
}

void print_addresses(const std::string& url, const protocol::http::SessionCreated& session) {
    std::cout << fmt::format(
                     "  player's seat  {0}/join/{1}\n"
                     "  facilitator    {0}/console/{1}#{2}\n"
                     "  big screen     {0}/screen/{1}\n",
                     url, session.code, session.facilitator_token)
              << std::flush;
}

// A session in which bots hold all seats but one; it begins when that one is taken.
void create_demo(app::Server& server, const std::string& scenario, const Options& options,
                 int& exit_code) {
    protocol::http::CreateSession wish;
    wish.scenario = scenario;
    if (!options.language.empty()) wish.language = options.language;
    wish.start_when_taken = true;
    server.hub().create_session(
        wish, server.now_ms(),
        [&](const Result<protocol::http::SessionCreated, protocol::server::RefusalInfo>& made) {
            if (made) return print_addresses(server.url(), *made);
            std::cerr << fmt::format("the demo is refused: {} {}\n", made.error().code,
                                     made.error().what.value_or(""));
            exit_code = exit_refused;
            server.stop();
        });
}

int serve(const Options& options) {
    auto log = spdlog::stderr_logger_st("dealtafel");
    log->set_pattern("%Y-%m-%dT%H:%M:%S%z %l %v");
    spdlog::set_default_logger(log);

    auto entries = entries_in(scenarios_folder(options.scenarios));
    std::string demo;
    if (!options.demo.empty()) {
        demo = add_demo(options, entries);
        if (demo.empty()) return exit_refused;
    }
    if (entries.empty()) {
        std::cerr << fmt::format("{} holds no scenario that is in order\n",
                                 scenarios_folder(options.scenarios).string());
        return exit_refused;
    }
    auto server = app::Server::open(
        {options.address, options.port, options.data, std::move(entries), DEALTAFEL_VERSION});
    if (!server) {
        std::cerr << server.error().sentence << '\n';
        return exit_refused;
    }
    int exit_code = exit_done;
    std::cout << "Dealtafel listens at " << (*server)->url() << std::endl;
    if (!demo.empty()) create_demo(**server, demo, options, exit_code);
    (*server)->run();
    return exit_code;
}

}  // namespace

void add_serve(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("serve", "Host sessions, until it is interrupted");
    command->add_option("--address", options->address, "The IP address to listen at")
        ->type_name("IP")
        ->capture_default_str();
    command->add_option("--port", options->port, "The port to listen at, 0 for any that is free")
        ->type_name("PORT")
        ->capture_default_str();
    command->add_option("--data", options->data, "The folder that keeps all, made if missing")
        ->type_name("DIR")
        ->capture_default_str();
    add_scenarios_option(*command, options->scenarios);
    command
        ->add_option("--demo", options->demo,
                     "Make a session of this scenario in which bots hold every seat but one")
        ->type_name("SCENARIO");
    command->add_option("--language", options->language, "The language of the demo")
        ->type_name("nl|en")
        ->needs("--demo");
    command->callback([options, &exit_code] { exit_code = serve(*options); });
}

}  // namespace dealtafel::commands
