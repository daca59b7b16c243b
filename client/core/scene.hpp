// What every part of the board is made from, and how it picks words.
#pragma once

#include "messages/messages.hpp"
#include "protocol/messages.hpp"

#include <string>

namespace dealtafel::client {

struct Scene {
    const protocol::ScenarioInfo& scenario;
    const rules::GameView& view;
    const rules::RegionView& region;       // the one that the board is about
    const messages::Catalogue& catalogue;  // says the language too
    std::int64_t server_ms = 0;            // the server's clock
};

// A text in a language, or where it has none in the first that it has.
std::string in_language(const Text& text, const messages::Catalogue& catalogue);
// The region that the board is about: one with a table; where there are several, each in turn.
RegionId board_region(const protocol::ScenarioInfo& scenario, std::int64_t server_ms);
const rules::RegionView* find_region(const rules::GameView& view, RegionId region);
std::string region_title(const Scene& scene, RegionId region);
std::string theme_title(const Scene& scene, ThemeId theme);
// The name for a chip: the short title where there is one.
std::string party_name(const Scene& scene, PartyId party);
// An amount as the language writes it, in millions of euros with one decimal.
std::string money_text(const messages::Catalogue& catalogue, Money money);
// A well-being score or ambition, in whole points.
std::string score_text(const messages::Catalogue& catalogue, double score);

}  // namespace dealtafel::client
