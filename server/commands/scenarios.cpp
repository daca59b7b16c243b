#include "commands/scenarios.hpp"

#include <iostream>
#include <system_error>

namespace dealtafel::commands {

namespace fs = std::filesystem;

void add_scenarios_option(CLI::App& command, std::string& folder) {
    command.add_option("--scenarios", folder, "The folder in which ids of scenarios are looked up")
        ->type_name("DIR");
}

fs::path scenarios_folder(const std::string& given) {
    if (!given.empty()) return given;
    std::error_code failed;
    const fs::path here = "scenarios";
    return fs::is_directory(here, failed) ? here : fs::path(DEALTAFEL_SCENARIOS);
}

fs::path scenario_path(const std::string& scenario, const std::string& folder) {
    const fs::path path = scenario;
    std::error_code failed;
    if (path.has_parent_path() || path.has_extension()) return path;
    const fs::path by_id = scenarios_folder(folder) / (scenario + ".toml");
    return fs::exists(by_id, failed) || !fs::exists(path, failed) ? by_id : path;
}

Result<ScenarioFile, Unreadable> read_scenario_file(const fs::path& path) {
    auto bytes = read_file(path, scenario_bytes_max);
    if (!bytes) return bytes.error();
    ScenarioFile file{path, std::move(*bytes), {}};
    file.parsed = parse_scenario(file.text, path.stem().string());
    return file;
}

std::optional<LoadedScenario> load_scenario(const std::string& scenario,
                                            const std::string& folder) {
    auto file = read_scenario_file(scenario_path(scenario, folder));
    if (!file) {
        std::cerr << file.error().text << '\n';
        return std::nullopt;
    }
    if (!file->parsed.scenario) {
        for (const Finding& finding : file->parsed.findings) {
            std::cerr << to_string(finding, file->path.string()) << '\n';
        }
        return std::nullopt;
    }
    return LoadedScenario{
        file->path, std::move(file->text), std::move(*file->parsed.scenario), {}};
}

std::optional<LoadedScenario> load_scenario(const std::string& scenario, const std::string& folder,
                                            const std::string& treatment) {
    auto loaded = load_scenario(scenario, folder);
    if (!loaded || treatment.empty()) return loaded;
    ParsedScenario treated =
        parse_scenario_with_treatment(loaded->text, loaded->scenario.id, treatment);
    if (!treated.scenario) {
        std::string known;
        for (const Treatment& each : loaded->scenario.treatments) known += " `" + each.id + "`";
        std::cerr << loaded->path.string() << ": there is no treatment `" << treatment << "`; "
                  << (known.empty() ? "it has none" : "it has" + known) << '\n';
        return std::nullopt;
    }
    loaded->scenario = std::move(*treated.scenario);
    loaded->session = treated.session;
    return loaded;
}

}  // namespace dealtafel::commands
