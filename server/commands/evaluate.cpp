#include "commands/commands.hpp"
#include "commands/evaluation.hpp"
#include "commands/files.hpp"
#include "commands/scenarios.hpp"
#include "json/codec.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dealtafel::commands {

namespace {

constexpr std::size_t deal_bytes_max = 1 << 20;

struct Options {
    std::string scenario;
    std::string scenarios;  // the folder of scenarios, empty for the usual one
    std::string deal;
    Moment moment;
    bool explain = false;
    bool json = false;
};

// What is wrong with the file of a deal, its path first.
struct Complaint {
    std::string text;
};
using dealtafel::throw_exception_from_error;

// The place of a partner that its line names before: of the shape only this is not in the types.
std::optional<std::string> partner_twice(const rules::NamedDeal& deal) {
    for (std::size_t n = 0; n < deal.lines.size(); ++n) {
        const std::vector<std::string>& partners = deal.lines[n].partners;
        for (auto at = partners.begin(); at != partners.end(); ++at) {
            if (std::find(partners.begin(), at, *at) == at) continue;
            return fmt::format("lines/{}/partners/{}: {}", n, at - partners.begin(), *at);
        }
    }
    return std::nullopt;
}

Result<rules::NamedDeal, Complaint> read_deal(const std::string& path) {
    const auto complain = [&](const std::string& place, const std::string& what) {
        return Complaint{fmt::format("{}: {}: {}", path, place.empty() ? "the deal" : place, what)};
    };
    const Result<std::string, Unreadable> text = read_file(path, deal_bytes_max);
    if (!text) return Complaint{text.error().text};
    if (text->size() > deal_bytes_max) {
        return complain("", fmt::format("it is larger than {} bytes", deal_bytes_max));
    }
    const auto value = json::parse(*text);
    if (!value) {
        const json::ParseError& error = value.error();
        return complain(fmt::format("{}:{}", error.line, error.column), error.what);
    }
    auto deal = json::decode<rules::NamedDeal>(*value);
    if (!deal) return complain(deal.error().path, deal.error().what);
    if (const auto place = partner_twice(*deal)) return complain(*place, "is named twice");
    return std::move(*deal);
}

int refuse(const Scenario& scenario, const std::vector<rules::Problem>& problems, bool as_json) {
    const Refused refused{false, tell_problems(scenario, problems)};
    if (as_json) {
        std::cout << json::write(refused) << '\n';
    } else {
        for (const ProblemTold& problem : refused.problems) {
            std::cerr << problem.where << ": " << problem.text << '\n';
        }
    }
    return exit_refused;
}

int evaluate(const Options& options) {
    const auto loaded = load_scenario(options.scenario, options.scenarios);
    if (!loaded) return exit_refused;
    const Scenario& scenario = loaded->scenario;
    const Result<rules::NamedDeal, Complaint> named = read_deal(options.deal);
    if (!named) {
        std::cerr << named.error().text << '\n';
        return exit_refused;
    }
    if (options.moment.audited && named->form != Form::decentralised) {
        throw CLI::ValidationError("--audited", "only a deal of the form decentralised is audited");
    }
    const rules::ResolvedDeal resolved = rules::resolve(
        scenario, rules::setting_of(scenario, options.moment.round), *named);
    if (!resolved.problems.empty()) return refuse(scenario, resolved.problems, options.json);
    const Evaluated told =
        evaluate_deal(scenario, resolved.deal, options.moment, options.explain);
    if (options.json) {
        const json::Context context{&scenario, nullptr};
        std::cout << json::write(told, context) << '\n';
    } else {
        std::cout << to_table(scenario, resolved.deal, options.moment, told);
    }
    return exit_done;
}

}  // namespace

void add_evaluate(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("evaluate", "Compute the outcome of one deal");
    command->add_option("SCENARIO", options->scenario, "A scenario's file or id")->required();
    command->add_option("DEAL", options->deal, "The deal, a JSON file")->required();
    add_scenarios_option(*command, options->scenarios);
    Moment& moment = options->moment;
    command->add_option("--round", moment.round, "The round in which it is carried out (1)")
        ->check(CLI::Range(1, 1000));
    command
        ->add_option("--earlier-specific", moment.earlier_specific,
                     "The region's earlier rounds with a deal of the form specific (0)")
        ->check(CLI::Range(0, 1000));
    command
        ->add_option("--unreviewed", moment.unreviewed,
                     "The region's deals since its last one with a review (0)")
        ->check(CLI::Range(0, 1000));
    command->add_flag("--audited", moment.audited,
                      "After a finding of the audit; only with the form decentralised");
    command->add_flag("--explain", options->explain,
                      "Tell which rule changed what, by how much, and its source");
    command->add_flag("--json", options->json, "One JSON object instead of tables");
    command->callback([options, &exit_code] { exit_code = evaluate(*options); });
}

}  // namespace dealtafel::commands
