#include "commands/commands.hpp"
#include "commands/files.hpp"
#include "commands/record_files.hpp"
#include "record/branch.hpp"
#include "record/replay.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace dealtafel::commands {

namespace {

namespace fs = std::filesystem;

struct Options {
    std::string file;
    std::string out;
    std::uint64_t at = 0;
};

int refuse_line(const Options& options, const record::RecordError& error) {
    return refuse(fmt::format("{}:{}: {}", options.file, error.line, error.what));
}

// A text that ends each of its lines, as lines.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    return lines;
}

// Of the texts beside the parent those that the branch refers to.
record::TextTable texts_of(const fs::path& parent, std::span<const std::string> lines) {
    record::TextTable texts = texts_beside(parent);
    const auto kept = record::texts_in(lines);
    std::erase_if(texts, [&](const auto& text) { return !kept.contains(text.first); });
    return texts;
}

int branch(const Options& options) {
    const fs::path out(options.out);
    for (const fs::path& path : {out, texts_file(out)}) {
        if (fs::exists(path)) {
            return refuse(fmt::format("{}: is there already: name another file", path.string()));
        }
    }
    const auto text = record_text(options.file);
    if (!text) return refuse(text.error().text);
    const auto parent = record::read_record_text(*text);
    if (!parent) return refuse_line(options, parent.error());
    const auto lines =
        record::branch(*parent, lines_of(*text), options.at, parent->chain.hash());
    if (!lines) return refuse_line(options, lines.error());
    const auto played = record::replay(*parent, {.to_line = options.at});
    if (!played) return refuse_line(options, played.error());

    std::string made;
    for (const std::string& line : *lines) made += line + '\n';
    const record::TextTable texts = texts_of(options.file, *lines);
    // The texts first: a record that is there has all that belongs to it.
    if (!texts.empty()) {
        const auto failed = write_new_file(texts_file(out), record::write_texts(texts));
        if (failed) return refuse(failed->text);
    }
    if (const auto failed = write_new_file(out, made)) {
        if (!texts.empty()) fs::remove(texts_file(out));
        return refuse(failed->text);
    }
    std::cout << fmt::format("{}: {} lines of {}, as far as {}, round {}\n", options.out,
                             options.at, options.file, to_word(played->state.stage),
                             played->state.round);
    return exit_done;
}

}  // namespace

void add_branch(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "branch", "Make a record that shares the first lines of another, and names it by hash");
    command
        ->add_option("RECORD", options->file,
                     "A record (.jsonl); its texts are read from the .texts.json beside it")
        ->required();
    command
        ->add_option("--at", options->at,
                     "The last line that both have, from 1, as `replay --to` counts them")
        ->type_name("N")
        ->required();
    command
        ->add_option("--out", options->out,
                     "Where the branch goes, with its texts beside it; neither may be there yet")
        ->type_name("FILE")
        ->required();
    command->callback([options, &exit_code] { exit_code = branch(*options); });
}

}  // namespace dealtafel::commands
