#include "app/data_folder.hpp"
#include "commands/commands.hpp"
#include "commands/files.hpp"
#include "record/chain.hpp"
#include "scenario/parse.hpp"
#include "store/sqlite_backup.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

namespace dealtafel::commands {

namespace {

namespace fs = std::filesystem;

struct Options {
    std::string data = "./dealtafel-data";
    std::string out;
};

struct Checked {
    std::size_t streams = 0;
    std::uint64_t lines = 0;
    std::optional<std::string> wrong;  // with the first line that does not hold
};

bool sync_folder(const fs::path& folder) {
    const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool well = opened >= 0 && ::fsync(opened) == 0;
    if (opened >= 0) ::close(opened);
    return well;
}

// The scenarios that the administrator sent.
std::optional<std::string> copy_scenarios(const fs::path& from, const fs::path& to) {
    if (!fs::is_directory(from)) return std::nullopt;
    fs::create_directory(to);
    for (const auto& file : fs::directory_iterator(from)) {
        if (file.path().extension() != ".toml") continue;
        const auto text = read_file(file.path(), scenario_bytes_max);
        if (!text) return text.error().text;
        const auto failed = write_new_file(to / file.path().filename(), *text);
        if (failed) return failed->text;
    }
    if (!sync_folder(to)) return fmt::format("{}: cannot be synced", to.string());
    return std::nullopt;
}

// The chains of all streams of a data file, games and sessions alike.
Checked check(const fs::path& file) {
    Checked checked;
    auto store = store::SqliteStore::open(file);
    if (!store) {
        checked.wrong = store.error().sentence;
        return checked;
    }
    for (const std::string& stream : (*store)->list()) {
        record::Chain chain;
        (*store)->read(stream, 1, [&](std::uint64_t number, std::string_view line) {
            const auto what = chain.follow(line);
            if (what && !checked.wrong) {
                checked.wrong = fmt::format("stream {}, line {}: {}", stream, number, *what);
            }
            return !what;
        });
        ++checked.streams;
        checked.lines += chain.number();
    }
    return checked;
}

// All of it into a folder that nobody takes for whole before it is.
std::optional<std::string> make(const fs::path& data, const fs::path& part) {
    const fs::path file = app::DataFolder::data_file(part);
    if (auto fault = store::back_up(app::DataFolder::data_file(data), file)) return fault->sentence;
    return copy_scenarios(app::DataFolder::scenarios(data), app::DataFolder::scenarios(part));
}

// A folder that goes when it was not finished, whatever happens.
class Unfinished {
public:
    explicit Unfinished(fs::path folder) : folder_(std::move(folder)) {}
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    ~Unfinished() {
        std::error_code error;
        fs::remove_all(folder_, error);
    }

private:
    fs::path folder_;
};

int back_up(const Options& options) {
    const fs::path data(options.data);
    const fs::path out = fs::path(options.out) / "";  // whether it was given with a slash or not
    const fs::path target = out.parent_path();
    const fs::path part = target.string() + ".part";
    if (!fs::exists(app::DataFolder::data_file(data))) {
        return refuse(fmt::format("{}: is no data folder of Dealtafel: it has no {}", data.string(),
                                  app::DataFolder::data_file(data).filename().string()));
    }
    for (const fs::path& path : {target, part}) {
        if (!fs::exists(path)) continue;
        return refuse(fmt::format("{}: is there already: name another folder, or remove it",
                                  path.string()));
    }
    umask(077);
    std::error_code error;
    fs::create_directory(part, error);
    if (error) return refuse(fmt::format("{}: cannot be made: {}", part.string(), error.message()));
    const Unfinished unfinished(part);
    if (const auto wrong = make(data, part)) return refuse(*wrong);
    const Checked checked = check(app::DataFolder::data_file(part));
    const fs::path above = target.has_parent_path() ? target.parent_path() : fs::path(".");
    fs::rename(part, target, error);
    if (error || !sync_folder(target) || !sync_folder(above)) {
        return refuse(fmt::format("{}: cannot be brought to the disk", target.string()));
    }
    if (checked.wrong) {
        return refuse(fmt::format("{}: is a copy of damaged data: {}", target.string(),
                                  *checked.wrong));
    }
    std::cout << fmt::format("{}: {} streams, {} lines; all chains hold\n", target.string(),
                             checked.streams, checked.lines);
    return exit_done;
}

}  // namespace

void add_backup(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "backup", "Copy a data folder, also while a server uses it; `serve` goes on with the copy");
    command->add_option("--data", options->data, "The folder to copy")
        ->type_name("DIR")
        ->capture_default_str();
    command->add_option("--out", options->out, "The folder to make")->type_name("DIR")->required();
    command->callback([options, &exit_code] { exit_code = back_up(*options); });
}

}  // namespace dealtafel::commands
