// A game that is played by requests and written by the record's writer, for tests of records.
#pragma once

#include "record/texts.hpp"
#include "record/writer.hpp"
#include "rules/game.hpp"
#include "scenario/parse.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dealtafel::tests {

// Throws where a text is no scenario, or the rules do not go along.
class RecordedPlay {
public:
    // The text of a scenario with its id.
    RecordedPlay(std::string_view id, std::string_view toml, const rules::Settings& settings = {})
        : scenario_(parsed(id, toml)),
          writer_(scenario_),
          state_(rules::initial_state(scenario_, settings)) {
        lines_.push_back(writer_.header(
            record::header_of(scenario_, std::string(toml), state_.settings, "test"), now_));
    }

    // The writer refers to the scenario.
    RecordedPlay(const RecordedPlay&) = delete;
    RecordedPlay& operator=(const RecordedPlay&) = delete;

    const std::vector<std::string>& lines() const { return lines_; }
    const rules::State& state() const { return state_; }
    const Scenario& scenario() const { return scenario_; }
    // The lines as a file.
    std::string text() const {
        std::string all;
        for (const std::string& line : lines_) all += line + '\n';
        return all;
    }

    PartyId party(std::string_view id) const { return *scenario_.find<PartyId>(id); }
    RegionId region(std::string_view id) const { return *scenario_.find<RegionId>(id); }
    ChallengeId challenge(std::string_view id) const { return *scenario_.find<ChallengeId>(id); }
    ThemeId theme(std::string_view id) const { return *scenario_.find<ThemeId>(id); }

    // A text that stands in the record by reference alone.
    static TextRef words(const std::string& text) { return record::refer_to({"00ff", text}); }

    void facilitator(rules::Act act) {
        request({now_, rules::FacilitatorRequest{std::move(act), false}});
    }
    void world(rules::World world) { request({now_, rules::WorldRequest{world}}); }
    void seat(PartyId party, rules::Command command) {
        now_ += 1000;
        request({now_, rules::SeatRequest{party, 1, std::move(command)}}, ++command_);
    }
    void refused(std::string command, std::string code) {
        lines_.push_back(
            writer_.note(now_, {}, record::note::Refused{std::move(command), std::move(code)}));
    }
    // Time runs up to the first moment at which something is due.
    void tick() {
        now_ = rules::deadline(scenario_, state_).value();
        world(rules::world::Tick{});
    }
    void until(Stage stage, int round = 1) {
        while (state_.stage != stage || state_.round != round) tick();
    }
    // The hash of the state now, for the end of the record.
    void write_state() { lines_.push_back(writer_.state(now_, state_)); }

private:
    static Scenario parsed(std::string_view id, std::string_view toml) {
        ParsedScenario parsed = parse_scenario(toml, std::string(id));
        if (!parsed.scenario) {
            throw std::logic_error(to_string(parsed.findings.front(), std::string(id)));
        }
        return std::move(*parsed.scenario);
    }

    void request(const rules::Request& what, std::optional<std::uint64_t> id = std::nullopt) {
        const auto events = rules::step(scenario_, state_, what);
        if (!events) throw std::logic_error(std::string(to_word(events.error())));
        record::Origin origin = record::origin_of(what);
        if (id) origin.client = "test-client";
        origin.id = id;
        for (std::string& line : writer_.events(what.at_ms, origin, *events, state_)) {
            lines_.push_back(std::move(line));
        }
    }

    Scenario scenario_;
    record::Writer writer_;
    rules::State state_;
    std::vector<std::string> lines_;
    std::int64_t now_ = 1'700'000'000'000;
    std::uint64_t command_ = 0;
};

}  // namespace dealtafel::tests
