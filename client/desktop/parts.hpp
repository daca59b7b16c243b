// Drawing the parts of the board, each into the rectangle that it gets. Sizes are in the canvas's
// unit, a hundredth of the height; what a part says was decided in client/core.
#pragma once

#include "desktop/canvas.hpp"

#include "core/board.hpp"

namespace dealtafel::client::desktop {

// The whole board.
void draw_board(Canvas& canvas, const Board& board);

// `notice` stands in the place of the round where the connection is lost.
void draw_strip(Canvas& canvas, const StripPart& part, std::string_view notice, const Rect& area);
void draw_map(Canvas& canvas, const MapPart& part, const Rect& area);
void draw_themes(Canvas& canvas, const ThemesPart& part, const Rect& area);
void draw_table(Canvas& canvas, const TablePart& part, const Rect& area);
// The height that the gauges need goes with their lanes.
double gauges_height(const Canvas& canvas, const GaugesPart& part);
void draw_gauges(Canvas& canvas, const GaugesPart& part, const Rect& area);
void draw_lobby(Canvas& canvas, const LobbyPart& part, std::string_view notice);
// One sentence in the middle.
void draw_waiting(Canvas& canvas, const WaitingPart& part);
// That the connection is lost, in a strip of its own.
void draw_notice(Canvas& canvas, std::string_view notice, double x, double baseline);
// A code for phones that holds this text, with the quiet border that readers need.
void draw_qr(Canvas& canvas, const std::string& text, const Rect& square);

}  // namespace dealtafel::client::desktop
