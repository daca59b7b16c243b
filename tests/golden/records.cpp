// The agreed records: what this program once wrote, a later one still reads and replays.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include "golden/endings.hpp"
#include "record/reader.hpp"
#include "record/replay.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace dealtafel::tests {

namespace {

namespace fs = std::filesystem;
const fs::path folder = fs::path(GOLDEN_FOLDER) / "records";

record::Record agreed(std::string_view name) {
    std::ifstream stream(folder / (std::string(name) + ".jsonl"), std::ios::binary);
    REQUIRE_MESSAGE(stream.good(), name);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    auto read = record::read_record_text(text);
    REQUIRE_MESSAGE(read.has_value(), name << ": " << (read ? "" : read.error().what));
    return std::move(*read);
}

rules::Events events_of(const record::Record& record) {
    rules::Events events;
    for (const record::Entry& entry : record.entries) {
        if (const auto* event = get_if<rules::Event>(&entry.what)) events.push_back(*event);
    }
    return events;
}

}  // namespace

TEST_CASE("each agreed record replays, with every state as it was, to a game that is closed") {
    for (const Ending& ending : endings()) {
        CAPTURE(ending.name);
        const record::Record read = agreed(ending.name);
        CHECK(record::states_are_ours(read));
        const auto replayed = record::replay(read);
        REQUIRE_MESSAGE(replayed.has_value(), (replayed ? "" : replayed.error().what));
        CHECK(replayed->states_checked >= 5);
        CHECK(replayed->state.stage == Stage::closed);
    }
}

TEST_CASE("each agreed record holds the end that it is named for") {
    for (const Ending& ending : endings()) {
        CAPTURE(ending.name);
        CHECK(ending.shows(events_of(agreed(ending.name))));
    }
}

TEST_CASE("every record that lies there is one of an ending, and is looked at") {
    std::set<std::string> names;
    for (const Ending& ending : endings()) names.insert(std::string(ending.name) + ".jsonl");
    for (const auto& file : fs::directory_iterator(folder)) {
        CHECK_MESSAGE(names.contains(file.path().filename().string()), file.path().string());
    }
}

}  // namespace dealtafel::tests
