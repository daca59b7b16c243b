#include "commands/commands.hpp"
#include "commands/scenarios.hpp"

#include <fmt/format.h>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace dealtafel::commands {

namespace {

namespace bj = boost::json;

struct Options {
    std::vector<std::string> files;
    bool json = false;
};

// What the check of one file came to.
struct Checked {
    std::string file;
    std::string unreadable;  // why it cannot be read, if so
    ParsedScenario parsed;
};

Checked check(const std::string& file) {
    auto read = read_scenario_file(file);
    if (!read) return {file, read.error().text, {}};
    return {file, {}, std::move(read->parsed)};
}

std::string summary(const Scenario& scenario) {
    return fmt::format("`{}` is in order: {} parties, {} regions, {} challenges, {} rounds",
                       scenario.id, scenario.parties.size(), scenario.regions.size(),
                       scenario.challenges.size(), scenario.rounds);
}

void print(const Checked& checked) {
    if (!checked.unreadable.empty()) std::cerr << checked.unreadable << '\n';
    for (const Finding& finding : checked.parsed.findings) {
        std::cout << to_string(finding, checked.file) << '\n';
    }
    if (checked.parsed.scenario) {
        std::cout << checked.file << ": " << summary(*checked.parsed.scenario) << '\n';
    }
}

bj::value to_json(const Checked& checked) {
    bj::array findings;
    for (const Finding& finding : checked.parsed.findings) {
        const bool error = finding.severity == Severity::error;
        findings.push_back(bj::object{{"severity", error ? "error" : "warning"},
                                      {"line", finding.line},
                                      {"column", finding.column},
                                      {"text", finding.text}});
    }
    bj::object object{{"file", checked.file},
                      {"valid", checked.parsed.scenario.has_value()},
                      {"findings", std::move(findings)}};
    if (!checked.unreadable.empty()) object["unreadable"] = checked.unreadable;
    return object;
}

int validate(const Options& options) {
    std::vector<Checked> all;
    for (const std::string& file : options.files) {
        all.push_back(check(file));
        if (!options.json) print(all.back());
    }
    if (options.json) {
        bj::array files;
        for (const Checked& checked : all) files.push_back(to_json(checked));
        std::cout << bj::serialize(bj::object{{"files", std::move(files)}}) << '\n';
    }
    const bool in_order = std::all_of(all.begin(), all.end(), [](const Checked& checked) {
        return checked.parsed.scenario.has_value();
    });
    return in_order ? exit_done : exit_refused;
}

}  // namespace

void add_validate(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "validate", "Check scenarios: every mistake with its line and column, in one go");
    command->add_option("FILE", options->files, "Scenarios in TOML")->required();
    command->add_flag("--json", options->json, "Print one JSON object");
    command->callback([options, &exit_code] { exit_code = validate(*options); });
}

}  // namespace dealtafel::commands
