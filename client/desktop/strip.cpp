#include "desktop/parts.hpp"

#include "desktop/writing.hpp"

namespace dealtafel::client::desktop {

void draw_strip(Canvas& canvas, const StripPart& part, std::string_view notice, const Rect& area) {
    const double u = canvas.unit();
    const Style clock{10 * u, Weight::bold, part.last_minute ? look::warn : look::ink, true};
    double clock_width = 0;
    if (!part.clock.empty()) {
        const double baseline = baseline_in(area.y, 10.1 * u, clock.size);
        clock_width = canvas.text(part.clock, area.right(), baseline, clock, Align::right) + 3 * u;
    }

    const double first = baseline_in(area.y, 3.9 * u, look::wall_sm * u);
    if (notice.empty()) {
        std::string line = part.place + " · <b>" + part.stage + "</b>";
        if (!part.note.empty()) line += " · <b>" + part.note + "</b>";
        const RichStyle style{{look::wall_sm * u, Weight::regular, look::ink_2},
                              {look::wall_sm * u, Weight::semibold}};
        write_rich(canvas, line, area.x, first,
                   fitting(canvas, line, style, area.width - clock_width, look::wall_min * u));
    } else {
        draw_notice(canvas, notice, area.x, first);
    }

    const Style ask{look::wall_lg * u, Weight::bold};
    const Style fitted =
        fitting(canvas, part.ask, ask, area.width - clock_width, look::wall_md * u);
    canvas.text(part.ask, area.x, baseline_in(area.y + 3.9 * u, 6.2 * u, fitted.size), fitted);
}

}  // namespace dealtafel::client::desktop
