#include "desktop/parts.hpp"

#include "desktop/writing.hpp"

#include <algorithm>

namespace dealtafel::client::desktop {

namespace {

// Left the map, right the themes, the table between; the gauges over the whole width below.
void draw_play(Canvas& canvas, const PlayPart& play, std::string_view notice) {
    const double u = canvas.unit();
    const double edge = 3.6 * u;
    const double strip_height = 14.5 * u;
    const double inner = canvas.width() - 2 * edge;
    draw_strip(canvas, play.strip, notice, {edge, 2.2 * u, inner, strip_height - 2.2 * u});

    const double low = canvas.height() - gauges_height(canvas, play.gauges);
    draw_gauges(canvas, play.gauges, {0, low, canvas.width(), canvas.height() - low});

    const double top = strip_height;
    const double height = low - 1.8 * u - top;
    const double gap = 3 * u;
    // A fair share for the sides where the window is narrow, so that names keep room at the table.
    const double map_width = std::clamp(inner * 0.234, 34 * u, 40 * u);
    const double themes_width = map_width + 2 * u;
    draw_map(canvas, play.map, {edge, top, map_width, height});
    draw_table(canvas, play.table,
               {edge + map_width + gap, top, inner - map_width - themes_width - 2 * gap, height});
    draw_themes(canvas, play.themes, {edge + inner - themes_width, top, themes_width, height});
}

}  // namespace

void draw_notice(Canvas& canvas, std::string_view notice, double x, double baseline) {
    const double u = canvas.unit();
    const Style style{look::wall_sm * u, Weight::semibold, look::warn};
    const double wide = canvas.text_width(notice, style);
    canvas.fill({x, baseline - 3.1 * u, wide + 2.4 * u, 4.2 * u}, look::warn_tint, 0.8 * u);
    canvas.text(notice, x + 1.2 * u, baseline, style);
}

void draw_waiting(Canvas& canvas, const WaitingPart& part) {
    const Style style{look::wall_md * canvas.unit(), Weight::regular, look::ink_2};
    canvas.text(part.text, canvas.width() / 2, canvas.height() / 2, style, Align::centre);
}

void draw_board(Canvas& canvas, const Board& board) {
    canvas.clear(look::bg);
    if (const auto* waiting = get_if<WaitingPart>(&board.screen)) {
        draw_waiting(canvas, *waiting);
    } else if (const auto* lobby = get_if<LobbyPart>(&board.screen)) {
        draw_lobby(canvas, *lobby, board.notice);
    } else {
        draw_play(canvas, get<PlayPart>(board.screen), board.notice);
    }
}

}  // namespace dealtafel::client::desktop
