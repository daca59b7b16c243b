#include "app/entrance.hpp"
#include "app/server.hpp"
#include "commands/commands.hpp"
#include "commands/qr_text.hpp"
#include "commands/scenarios.hpp"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dealtafel::commands {

namespace {

namespace fs = std::filesystem;

struct Options {
    app::EntranceWish entrance;
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

// What the administrator sent before stands in the place of what the folder has.
void add_sent(const fs::path& folder, std::vector<core::ScenarioEntry>& entries) {
    for (core::ScenarioEntry& sent : entries_in(folder)) {
        std::erase_if(entries, [&](const auto& entry) {
            return entry.scenario->id == sent.scenario->id;
        });
        entries.push_back(std::move(sent));
    }
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
            if (made) return print_addresses(server.urls().front(), *made);
            std::cerr << fmt::format("the demo is refused: {} {}\n", made.error().code,
                                     made.error().what.value_or(""));
            exit_code = exit_refused;
            server.stop();
        });
}

// Says where the server is found, and in a room how to get there and what that risks.
void print_entrance(const app::Server& server, bool is_lan) {
    for (const std::string& url : server.urls()) {
        std::cout << "Dealtafel listens at " << url << '\n';
    }
    if (is_lan) {
        std::cout << "Everybody on this network can read and change what is sent: use it in a room "
                     "that you trust.\n"
                  << qr_text(server.urls().front());
    }
    std::cout << std::flush;
}

// What the options say of who may come in; the error has been told.
std::optional<app::Config> config_of(const Options& options) {
    auto addresses = app::addresses_for(options.entrance, app::private_addresses());
    if (!addresses) {
        std::cerr << addresses.error().sentence << '\n';
        return std::nullopt;
    }
    auto doors = app::doors_for(options.entrance);
    if (!doors) {
        std::cerr << doors.error().sentence << '\n';
        return std::nullopt;
    }
    app::Config config;
    config.addresses = std::move(*addresses);
    config.port = options.port;
    config.data = options.data;
    config.version = DEALTAFEL_VERSION;
    config.doors = std::move(*doors);
    config.tls_cert = options.entrance.tls_cert;
    config.tls_key = options.entrance.tls_key;
    return config;
}

int serve(const Options& options) {
    if (const auto wrong = app::contradiction_in(options.entrance)) {
        std::cerr << wrong->sentence << '\n';
        return exit_usage;
    }
    auto config = config_of(options);
    if (!config) return exit_refused;
    auto log = spdlog::stderr_logger_st("dealtafel");
    log->set_pattern("%Y-%m-%dT%H:%M:%S%z %l %v");
    spdlog::set_default_logger(log);

    auto entries = entries_in(scenarios_folder(options.scenarios));
    add_sent(app::DataFolder::scenarios(options.data), entries);
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
    config->scenarios = std::move(entries);
    auto server = app::Server::open(std::move(*config));
    if (!server) {
        std::cerr << server.error().sentence << '\n';
        return exit_refused;
    }
    int exit_code = exit_done;
    print_entrance(**server, options.entrance.lan);
    if (!demo.empty()) create_demo(**server, demo, options, exit_code);
    (*server)->run();
    return exit_code;
}

void add_entrance_options(CLI::App& command, app::EntranceWish& wish) {
    command.add_option("--address", wish.address, "The IP address to listen at [127.0.0.1]")
        ->type_name("IP");
    command.add_flag("--lan", wish.lan,
                     "Listen at this machine's private addresses without TLS: for a room without "
                     "internet");
    command.add_flag("--public", wish.is_public,
                     "Listen at any address; needs TLS or --behind-proxy");
    command.add_flag("--behind-proxy", wish.behind_proxy,
                     "A proxy does TLS, and says in X-Forwarded-For whose request it is");
    command.add_option("--tls-cert", wish.tls_cert, "The certificate with its chain, as PEM")
        ->type_name("FILE");
    command
        .add_option("--tls-key", wish.tls_key,
                    "Its private key, as PEM; both are read again on SIGHUP")
        ->type_name("FILE");
    command
        .add_option("--admin-token-file", wish.admin_token_file,
                    "The administrator's token, made if missing")
        ->type_name("FILE");
    command.add_flag("--admin-only", wish.admin_only,
                     "Only the administrator makes sessions");
    command
        .add_option("--security-contact", wish.security_contact,
                    "Whom security.txt names, as in mailto:security@example.org")
        ->type_name("URI");
}

}  // namespace

void add_serve(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("serve", "Host sessions, until it is interrupted");
    add_entrance_options(*command, options->entrance);
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
