#include "record_game.hpp"

#include "record/reader.hpp"
#include "record/replay.hpp"
#include "record/state_bytes.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace dealtafel;
using namespace dealtafel::record;

namespace {

const tests::RecordedGame& game() {
    static const tests::RecordedGame played;
    return played;
}

std::size_t line_of(std::string_view text, std::size_t place) {
    std::size_t line = 1;
    for (const char c : text.substr(0, place)) line += c == '\n' ? 1 : 0;
    return line;
}

// The lines of a game after their opens were changed and chained anew.
template <class Change>
std::vector<std::string> rechained(Change change) {
    std::vector<std::string> opens;
    for (const std::string& line : game().lines()) opens.emplace_back(open_part(line));
    change(opens);
    Chain chain;
    for (std::string& open : opens) open = chain.link(open);
    return opens;
}

void replace(std::string& text, std::string_view what, std::string_view with) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    text.replace(at, what.size(), with);
}

RecordError error_of(const std::vector<std::string>& lines) {
    const auto read = read_record(lines);
    REQUIRE_FALSE(read.has_value());
    return read.error();
}

// The number of the first line that holds some text, from 1.
std::size_t line_with(std::string_view what) {
    for (std::size_t at = 0; at < game().lines().size(); ++at) {
        if (game().lines()[at].find(what) != std::string::npos) return at + 1;
    }
    FAIL("no line holds " << what);
    return 0;
}

}  // namespace

TEST_CASE("a game that was recorded folds to the state that was played") {
    const auto record = read_record_text(game().text());
    REQUIRE(record.has_value());
    CHECK(record->chain.number() == game().lines().size());
    const auto played = replay(*record);
    REQUIRE(played.has_value());
    CHECK(played->state == game().state());
    CHECK(played->line == game().lines().size());
    // One for each stage that began, from briefing to debrief, and one at the end.
    CHECK(played->states_checked == 9);
}

TEST_CASE("a record has a line for each event with its number, its time and whose it is") {
    const auto record = read_record_text(game().text());
    REQUIRE(record.has_value());
    std::set<std::uint64_t> commands;
    for (std::size_t at = 0; at < record->entries.size(); ++at) {
        const Entry& entry = record->entries[at];
        CHECK(entry.number == at + 2);
        if (!entry.origin.id) continue;
        commands.insert(*entry.origin.id);
        CHECK(holds_alternative<by::Seat>(entry.origin.by.value()));
        CHECK(entry.origin.client == "test-client");
    }
    // The seven commands of the game's two seats.
    CHECK(commands == std::set<std::uint64_t>{1, 2, 3, 4, 5, 6, 7});
    CHECK(record->header.scenario.id == "small");
    CHECK(record->header.toml == tests::small_toml);
}

TEST_CASE("writing goes on after a record that was read") {
    const auto record = read_record(game().lines());
    REQUIRE(record.has_value());
    std::vector<std::string> lines = game().lines();
    Writer writer(*record->scenario, record->chain);
    lines.push_back(writer.note(record->entries.back().at_ms, {}, note::Left{}));
    CHECK(read_record(lines).has_value());
}

TEST_CASE("a byte changed anywhere in a record is found in its line") {
    const std::string text = game().text();
    // record_chain.cpp tries every place of short lines; these are a prime apart, so of all kinds.
    for (std::size_t place = 0; place < text.size(); place += 31) {
        std::string changed = text;
        changed[place] = static_cast<char>(changed[place] ^ 1);
        const auto read = read_record_text(changed);
        REQUIRE_FALSE(read.has_value());
        REQUIRE(read.error().line == line_of(text, place));
    }
}

TEST_CASE("a record that is cut off within a line is refused at that line") {
    const std::string text = game().text();
    const auto read = read_record_text(std::string_view(text).substr(0, text.size() - 1));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().line == game().lines().size());
    CHECK(read.error().what == "is cut off: it has no line end");
    CHECK(read_record_text("").error().line == 1);
}

TEST_CASE("a line with a wrong number is refused though its hash is right") {
    const RecordError error = error_of(rechained([](std::vector<std::string>& opens) {
        replace(opens[2], R"("n":3,)", R"("n":4,)");
    }));
    CHECK(error.line == 3);
    CHECK(error.what == "n: must be 3");
}

TEST_CASE("time that goes back is refused though the hashes are right") {
    const RecordError error = error_of(rechained([](std::vector<std::string>& opens) {
        replace(opens[3], R"("at":17)", R"("at":16)");
    }));
    CHECK(error.line == 4);
    CHECK(error.what == "at: is earlier than the line before");
}

TEST_CASE("a scenario other than the one that the header names is refused") {
    const RecordError error = error_of(rechained([](std::vector<std::string>& opens) {
        replace(opens[0], "Pay little.", "Pay nothing.");
    }));
    CHECK(error.line == 1);
    CHECK(error.what == "toml: is not the text whose hash stands here");
}

TEST_CASE("an event that was changed and chained anew shows in the next state") {
    const std::size_t line = line_with(R"("type":"ambition-set")");
    const auto record = read_record(rechained([&](std::vector<std::string>& opens) {
        replace(opens[line - 1], R"("value":70)", R"("value":71)");
    }));
    REQUIRE(record.has_value());
    const auto played = replay(*record);
    REQUIRE_FALSE(played.has_value());
    // The first hash of a state after it.
    std::size_t next = line;
    while (game().lines()[next - 1].find(R"("state":)") == std::string::npos) ++next;
    CHECK(played.error().line == next);
    CHECK(played.error().what.starts_with("state: the events so far lead to "));
    CHECK(replay(*record, {.check_states = false}).has_value());
}

TEST_CASE("hashes of states of another version are passed over") {
    const auto record = read_record(rechained([](std::vector<std::string>& opens) {
        replace(opens[0], R"("state":1,)", R"("state":2,)");
        replace(opens[line_with(R"("type":"ambition-set")") - 1], R"("value":70)", R"("value":71)");
    }));
    REQUIRE(record.has_value());
    CHECK_FALSE(states_are_ours(*record));
    const auto played = replay(*record);
    REQUIRE(played.has_value());
    CHECK(played->states_checked == 0);
}

TEST_CASE("a signature under a version that there is not is refused, not folded") {
    const std::size_t line = line_with(R"("type":"signed")");
    const auto record = read_record(rechained([&](std::vector<std::string>& opens) {
        std::string& open = opens[line - 1];
        open.resize(open.rfind(R"("version":)"));
        open += R"("version":99})";
    }));
    REQUIRE(record.has_value());
    const auto played = replay(*record);
    REQUIRE_FALSE(played.has_value());
    CHECK(played.error().line == line);
    CHECK(played.error().what == "event/version: is none that there could be");
}

TEST_CASE("a replay stops after the line that it is told") {
    const auto record = read_record(game().lines());
    REQUIRE(record.has_value());
    std::uint64_t seen = 0;
    ReplayOptions options{.to_line = 5};
    options.visitor = [&](const Entry& entry, const rules::State&) { seen = entry.number; };
    const auto played = replay(*record, options);
    REQUIRE(played.has_value());
    CHECK(played->line == 5);
    CHECK(seen == 5);
}

TEST_CASE("no line of a record holds the words of a text, only its id") {
    const std::string text = game().text();
    CHECK(text.find(game().said().text) == std::string::npos);
    CHECK(text.find(game().said().salt + '"') == std::string::npos);
    CHECK(text.find(text_id(refer_to(game().said()))) != std::string::npos);
}
