// A short game on a small scenario, played by the rules and written by the record's writer, for
// tests that read records back.
#pragma once

#include "support/recorded_play.hpp"

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
// sign it.
class RecordedGame : public RecordedPlay {
public:
    RecordedGame() : RecordedPlay("small", small_toml) { play(); }

    // What stands in the record by reference alone.
    static record::SaltedText said() { return {"00ff", "A sentence that only the texts hold"}; }

private:
    void play() {
        facilitator(rules::act::Start{});
        until(Stage::agenda);
        const PartyId city = party("city");
        const ChallengeId homes = challenge("homes");
        seat(city, rules::command::Say{rules::Audience::all, {}, {}, record::refer_to(said())});
        seat(city, rules::command::Ambition{RegionId{0}, ThemeId{0}, 70});
        seat(city, rules::command::Support{homes});
        until(Stage::negotiation);
        rules::Deal deal;
        deal.region = RegionId{0};
        deal.lines.push_back({homes, {city}, Goal::joint, record::refer_to(said()), {}});
        deal.lines[0].money[party("rijk")] = Money{30};
        deal.lines[0].money[city] = Money{40};
        seat(city, rules::command::Amend{RegionId{0}, 1, deal});
        const auto version = static_cast<int>(state().regions[0].versions.size());
        seat(city, rules::command::Put{RegionId{0}, version});
        seat(city, rules::command::Sign{RegionId{0}, version});
        refused("sign", "not-on-table");
        seat(party("rijk"), rules::command::Sign{RegionId{0}, version});
        if (state().regions[0].concluded != version) throw std::logic_error("there is no deal");
        until(Stage::debrief);
        write_state();
    }
};

}  // namespace dealtafel::tests
