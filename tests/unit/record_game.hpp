// A short game on a small scenario, played by the rules and written by the record's writer, for
// tests that read records back.
#pragma once

#include "record/texts.hpp"
#include "record/writer.hpp"
#include "rules/game.hpp"
#include "scenario/parse.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace dealtafel::tests {

inline constexpr std::string_view small_toml = R"(id = "small"
format = 1
languages = ["en"]
title = { en = "Small" }
summary = { en = "A table for two." }
sources = ["made up for tests"]
minutes = 30
rounds = 1
agenda_support = 0.4

[phases]
briefing = 60
framework = 60
agenda = 60
negotiation = 300
outcome = 30
accountability = 30
reflection = 30
debrief = 60

[[theme]]
id = "health"
title = { en = "Health" }
horizon = "now"

[[region]]
id = "valley"
title = { en = "Valley" }
outline = [[0.1, 0.1], [0.9, 0.1], [0.5, 0.9]]
start = { health = 50.0 }

[[party]]
id = "rijk"
kind = "central-government"
title = { en = "Centre" }
budget = 20.0
public = { en = "Pays." }
brief = { en = "Pay little." }
interests = { "*.*" = 1.0 }

[[party]]
id = "city"
kind = "municipality"
title = { en = "City" }
region = "valley"
required = true
lead = true
at_table = true
budget = 10.0
capabilities = ["building"]
public = { en = "Builds." }
brief = { en = "Build much." }
interests = { "*.*" = 1.0 }

[[challenge]]
id = "homes"
region = "valley"
title = { en = "Homes" }
text = { en = "People look for homes." }
scale = "municipal"
effects = { health = 6.0 }
needs = { building = 1.0 }
half = 5.0
urgency = [0.8]
seen_with = ["building"]
)";

// One round to its debrief: the city puts its challenge on the agenda, writes a deal, and both
// sign it. Throws where the rules do not go along.
class RecordedGame {
public:
    RecordedGame() : scenario_(parsed()), writer_(scenario_), state_(start()) {
        lines_.push_back(writer_.header(
            record::header_of(scenario_, std::string(small_toml), state_.settings, "test"), now_));
        play();
    }

    const std::vector<std::string>& lines() const { return lines_; }
    const rules::State& state() const { return state_; }
    const Scenario& scenario() const { return scenario_; }
    const record::SaltedText& said() const { return said_; }
    std::string text() const {
        std::string all;
        for (const std::string& line : lines_) all += line + '\n';
        return all;
    }

private:
    static Scenario parsed() {
        ParsedScenario parsed = parse_scenario(small_toml, "small");
        if (!parsed.scenario) throw std::logic_error(to_string(parsed.findings.front(), "small"));
        return std::move(*parsed.scenario);
    }
    rules::State start() const { return rules::initial_state(scenario_, rules::Settings{}); }

    void play() {
        facilitator(rules::act::Start{});
        until(Stage::agenda);
        const PartyId city = *scenario_.find<PartyId>("city");
        const PartyId rijk = *scenario_.find<PartyId>("rijk");
        const ChallengeId homes = *scenario_.find<ChallengeId>("homes");
        seat(city, rules::command::Say{rules::Audience::all, {}, {}, record::refer_to(said_)});
        seat(city, rules::command::Ambition{RegionId{0}, ThemeId{0}, 70});
        seat(city, rules::command::Support{homes});
        until(Stage::negotiation);
        rules::Deal deal;
        deal.region = RegionId{0};
        deal.lines.push_back({homes, {city}, Goal::joint, record::refer_to(said_), {}});
        deal.lines[0].money[rijk] = Money{30};
        deal.lines[0].money[city] = Money{40};
        seat(city, rules::command::Amend{RegionId{0}, 1, deal});
        const auto version = static_cast<int>(state_.regions[0].versions.size());
        seat(city, rules::command::Put{RegionId{0}, version});
        seat(city, rules::command::Sign{RegionId{0}, version});
        refused("sign", "not-on-table");
        seat(rijk, rules::command::Sign{RegionId{0}, version});
        if (state_.regions[0].concluded != version) throw std::logic_error("there is no deal");
        until(Stage::debrief);
        lines_.push_back(writer_.state(now_, state_));
    }

    void facilitator(rules::Act act) {
        request({now_, rules::FacilitatorRequest{std::move(act), false}});
    }
    void seat(PartyId party, rules::Command command) {
        now_ += 1000;
        request({now_, rules::SeatRequest{party, 1, std::move(command)}}, ++command_);
    }
    void refused(std::string command, std::string code) {
        lines_.push_back(writer_.note(now_, {}, record::note::Refused{command, code}));
    }
    void until(Stage stage) {
        while (state_.stage != stage) {
            now_ = rules::deadline(scenario_, state_).value();
            request({now_, rules::WorldRequest{rules::world::Tick{}}});
        }
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
    record::SaltedText said_{"00ff", "A sentence that only the texts hold"};
    std::int64_t now_ = 1'700'000'000'000;
    std::uint64_t command_ = 0;
};

}  // namespace dealtafel::tests
