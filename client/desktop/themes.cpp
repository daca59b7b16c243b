#include "desktop/parts.hpp"

#include "desktop/writing.hpp"

#include <algorithm>

namespace dealtafel::client::desktop {

namespace {

constexpr double line_height = 3.8;
constexpr double track_height = 2.0;

// The score, and beside it the ambition; reached ambitions have a check. Returns the left end.
double draw_figures(Canvas& canvas, const ThemeBar& bar, double right, double baseline) {
    const double u = canvas.unit();
    const Style quiet{look::wall_min * u, Weight::regular, look::ink_2, true};
    const Style strong{look::wall_min * u, Weight::bold, look::ink, true};
    if (!bar.ambition.empty()) {
        if (bar.reached) {
            const double side = 2.2 * u;
            right -= side;
            canvas.check_mark({right, baseline - 2.0 * u, side, side}, look::good);
            right -= 0.6 * u;
        }
        right -= canvas.text(" → " + bar.ambition, right, baseline, quiet, Align::right);
    }
    return right - canvas.text(bar.score, right, baseline, strong, Align::right);
}

void draw_bar(Canvas& canvas, const ThemeBar& bar, const Rect& area) {
    const double u = canvas.unit();
    const double baseline = baseline_in(area.y, line_height * u, look::wall_min * u);
    const double figures = draw_figures(canvas, bar, area.right(), baseline);
    const Style title{look::wall_min * u};
    const auto lines = lines_of(canvas, bar.title, figures - area.x - u, 1, title);
    if (!lines.empty()) canvas.text(lines.front(), area.x, baseline, title);

    const Rect track{area.x, area.y + line_height * u, area.width, track_height * u};
    const double corner = 0.25 * u;
    canvas.fill(track, look::data_track, corner);
    const double filled = track.width * std::clamp(bar.value, 0.0, 1.0);
    canvas.fill({track.x, track.y, filled, track.height}, look::data, corner);
    if (!bar.mark) return;
    // The mark crosses the bar, with a rim in the colour of the ground on both sides.
    const double breadth = 0.6 * u;
    const double left = track.x + track.width * *bar.mark - breadth / 2;
    const Rect mark{std::clamp(left, track.x, track.right() - breadth), track.y - 0.6 * u, breadth,
                    track.height + 1.2 * u};
    canvas.fill(mark.inset(-0.25 * u), look::bg);
    canvas.fill(mark, look::data_mark);
}

}  // namespace

void draw_themes(Canvas& canvas, const ThemesPart& part, const Rect& area) {
    const double u = canvas.unit();
    const double heading = 3.8 * u;
    const RichStyle style{{look::wall_sm * u, Weight::regular, look::ink_2},
                          {look::wall_sm * u, Weight::semibold}};
    write_rich(canvas, part.heading, area.x, baseline_in(area.y, heading, look::wall_sm * u),
               fitting(canvas, part.heading, style, area.width, look::wall_min * u));
    if (part.bars.empty()) return;

    const double bar = (line_height + track_height + 0.7) * u;
    const double top = area.y + heading + 1.2 * u;
    const auto count = static_cast<double>(part.bars.size());
    // Evenly over the height, but not further apart than reads as one list.
    const double pitch =
        count > 1 ? std::min((area.bottom() - top - bar) / (count - 1), 10.6 * u) : 0;
    for (std::size_t at = 0; at < part.bars.size(); ++at) {
        draw_bar(canvas, part.bars[at], {area.x, top + pitch * static_cast<double>(at), area.width,
                                         bar});
    }
}

}  // namespace dealtafel::client::desktop
