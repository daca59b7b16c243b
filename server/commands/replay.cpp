#include "commands/commands.hpp"
#include "commands/entry_text.hpp"
#include "commands/record_files.hpp"
#include "commands/seat_replay.hpp"
#include "record/replay.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <iostream>
#include <limits>
#include <memory>
#include <string>
#include <utility>

namespace dealtafel::commands {

namespace {

namespace bj = boost::json;

struct Options {
    std::string file;
    bool verify = false;
    bool json = false;
    std::string as;  // the party whose seat is meant, empty for the whole record
    std::uint64_t to = std::numeric_limits<std::uint64_t>::max();
};

std::string elapsed(std::int64_t ms) {
    const std::int64_t seconds = ms / 1000;
    return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

void print_entry(const record::Record& record, const record::Entry& entry,
                 const rules::State& state, const std::string& text) {
    if (text.empty()) return;
    std::cout << fmt::format("{:>6}  {:>8}  {:<16}  {}\n", entry.number,
                             elapsed(entry.at_ms - record.at_ms),
                             fmt::format("{} {}", to_word(state.stage), state.round), text);
}

std::string said_of_states(const record::Record& record, const record::Replayed& played) {
    if (record::states_are_ours(record)) {
        return fmt::format("the states are as recorded, {} times", played.states_checked);
    }
    return fmt::format("the states are of version {}, which this program does not know, so their "
                       "hashes were not compared",
                       record.header.state);
}

// Of a branch, which record it left, and where.
std::string said_of_parent(const record::Record& record) {
    if (!record.header.branches) return "";
    const record::Branch& branch = record.header.branches->back();
    return fmt::format("; a branch of {}, whose lines it shares up to {}", branch.parent,
                       branch.at);
}

bj::object summary(const record::Record& record, const record::Replayed& played) {
    return {{"valid", true},
            {"lines", record.chain.number()},
            {"hash", record.chain.hash()},
            {"scenario", record.header.scenario.id},
            {"played_to", played.line},
            {"stage", std::string(to_word(played.state.stage))},
            {"round", played.state.round},
            {"states_comparable", record::states_are_ours(record)},
            {"states_checked", played.states_checked}};
}

int refuse(const Options& options, const record::RecordError& error) {
    std::cerr << fmt::format("{}:{}: {}\n", options.file, error.line, error.what);
    if (options.json) {
        const bj::object wrong{{"valid", false}, {"line", error.line}, {"what", error.what}};
        std::cout << bj::serialize(wrong) << '\n';
    }
    return exit_refused;
}

// What one seat was told, a line each or as one frame of the protocol.
int replay_as(const Options& options, const record::Record& record) {
    const auto party = record.scenario->find<PartyId>(options.as);
    if (!party) {
        std::cerr << fmt::format("`{}` is no party of {}; its parties are", options.as,
                                 record.scenario->id);
        for (const Party& known : record.scenario->parties) std::cerr << " `" << known.id << '`';
        std::cerr << '\n';
        return exit_refused;
    }
    const record::TextTable texts = texts_beside(options.file);
    SeatReplay seat(*record.scenario, *party, texts);
    record::ReplayOptions how{.to_line = options.to, .check_states = false, .visitor = {}};
    how.visitor = [&](const record::Entry& entry, const rules::State& state) {
        if (options.json) return seat.keep(entry, state);
        for (const std::string& text : seat.sentences(entry, state)) {
            print_entry(record, entry, state, text);
        }
    };
    const auto played = record::replay(record, how);
    if (!played) return refuse(options, played.error());
    if (options.json) std::cout << seat.to_json(played->state) << '\n';
    return exit_done;
}

int replay(const Options& options) {
    const auto text = record_text(options.file);
    if (!text) {
        std::cerr << text.error().text << '\n';
        return exit_refused;
    }
    const auto record = record::read_record_text(*text);
    if (!record) return refuse(options, record.error());
    if (!options.as.empty()) return replay_as(options, *record);
    record::ReplayOptions how{.to_line = options.to, .check_states = options.verify, .visitor = {}};
    if (!options.verify && !options.json) {
        how.visitor = [&, texts = texts_beside(options.file)](const record::Entry& entry,
                                                             const rules::State& state) {
            print_entry(*record, entry, state, entry_text(entry, *record->scenario, texts));
        };
    }
    const auto played = record::replay(*record, how);
    if (!played) return refuse(options, played.error());
    if (options.json) {
        std::cout << bj::serialize(summary(*record, *played)) << '\n';
    } else if (options.verify) {
        std::cout << fmt::format("{}: {} lines; the chain holds; {}{}\n", options.file,
                                 record->chain.number(), said_of_states(*record, *played),
                                 said_of_parent(*record));
    }
    return exit_done;
}

}  // namespace

void add_replay(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "replay", "Play a record again: prints what happened, a line for each event");
    command->add_option("RECORD", options->file,
                        "A record (.jsonl); its texts are read from the .texts.json beside it")
        ->required();
    command->add_flag("--verify", options->verify,
                      "Check instead that the chain of its lines holds and that its events lead to "
                      "the states whose hashes it has");
    command->add_option("--to", options->to, "The last line to play, from 1")
        ->check(CLI::PositiveNumber);
    command
        ->add_option("--as", options->as,
                     "Print what the seat of this party was told instead; with --json a frame of "
                     "the protocol, with all of its feed and its last view")
        ->type_name("PARTY")
        ->excludes("--verify");
    command->add_flag("--json", options->json, "Print one JSON object, without the events");
    command->callback([options, &exit_code] { exit_code = replay(*options); });
}

}  // namespace dealtafel::commands
