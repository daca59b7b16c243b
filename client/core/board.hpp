// The whole board as a value: what stands on it, in words and figures, ready to be drawn. Two
// boards that are equal look the same, so drawing again is needed only when this changes.
#pragma once

#include "base/variant.hpp"
#include "core/gauges.hpp"
#include "core/lobby_part.hpp"
#include "core/strip.hpp"
#include "core/table.hpp"
#include "core/themes.hpp"


namespace dealtafel::client {

// Nothing of the game is known yet.
struct WaitingPart {
    std::string text;
    bool operator==(const WaitingPart&) const = default;
};

struct PlayPart {
    StripPart strip;
    MapPart map;
    ThemesPart themes;
    TablePart table;
    GaugesPart gauges;
    bool operator==(const PlayPart&) const = default;
};

struct Board {
    variant<WaitingPart, LobbyPart, PlayPart> screen;
    std::string notice;  // that the connection is lost, or empty; what was known stays on screen
    bool operator==(const Board&) const = default;
};

// The board of a model when our own clock stands at `now_ms`.
Board board(const ClientModel& model, const messages::Catalogue& catalogue,
            const JoinAddress& address, std::int64_t now_ms);
// Whether all that the first picture needs has arrived.
bool is_complete(const ClientModel& model);

}  // namespace dealtafel::client
