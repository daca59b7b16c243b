#include "desktop/parts.hpp"

#include "core/geometry.hpp"
#include "desktop/writing.hpp"

#include <algorithm>
#include <array>

namespace dealtafel::client::desktop {

namespace {

constexpr std::array<look::Colour, 5> scale{look::seq_1, look::seq_2, look::seq_3, look::seq_4,
                                            look::seq_5};
constexpr int first_light_step = 4;  // from here on letters on the colour are dark

look::Colour ground(int step) { return scale[static_cast<std::size_t>(step - 1)]; }
look::Colour letters(int step) {
    return step >= first_light_step ? look::on_seq_high : look::on_seq_low;
}

// The outlines, moved and scaled alike so that together they fill the area.
std::vector<std::vector<Point>> fitted(const MapPart& part, const Rect& area) {
    std::vector<std::vector<Point>> outlines;
    for (const MapRegion& region : part.regions) outlines.push_back(region.outline);
    const Box box = box_around(outlines);
    if (box.width() <= 0 || box.height() <= 0) return {};
    const double grow = std::min(area.width / box.width(), area.height / box.height());
    const double left = area.x + (area.width - grow * box.width()) / 2;
    for (std::vector<Point>& outline : outlines) {
        for (Point& point : outline) {
            point = {left + grow * (point.x - box.low.x), area.y + grow * (point.y - box.low.y)};
        }
    }
    return outlines;
}

// The width at the height of a point that lies inside the outline all along.
double room_at(const std::vector<Point>& outline, Point place) {
    const Box box = box_around({outline});
    double room = 0;
    for (const double direction : {-1.0, 1.0}) {
        double reach = 0;
        while (reach < box.width() && inside(outline, {place.x + direction * reach, place.y})) {
            reach += 1;
        }
        room = direction < 0 ? reach : std::min(room, reach);
    }
    return 2 * room;
}

void draw_label(Canvas& canvas, const MapRegion& region, const std::vector<Point>& outline) {
    const double u = canvas.unit();
    constexpr double aspect = 2.6;
    const Point place = label_place(outline, aspect);
    const look::Colour colour = letters(region.step);
    const double room = room_at(outline, place) - 1.5 * u;
    const Style name{look::wall_min * u, Weight::regular, colour};
    const auto lines = lines_of(canvas, region.name, room, 2, name);
    const double line = 1.2 * name.size;
    double top = place.y - (static_cast<double>(lines.size()) * line + 4.2 * u) / 2;
    for (const std::string& text : lines) {
        canvas.text(text, place.x, baseline_in(top, line, name.size), name, Align::centre);
        top += line;
    }
    const Style score{look::wall_md * u, Weight::bold, colour};
    canvas.text(region.score, place.x, baseline_in(top, 4.2 * u, score.size), score, Align::centre);
}

void draw_legend(Canvas& canvas, const Rect& area) {
    const double u = canvas.unit();
    const double step = area.width / static_cast<double>(scale.size());
    const double bar = 2.4 * u;
    for (std::size_t at = 0; at < scale.size(); ++at) {
        const Rect box{area.x + step * static_cast<double>(at), area.y, step, bar};
        canvas.fill(box, scale[at]);
        canvas.border(box, look::line_strong, std::max(1.0, 0.1 * u));
    }
    const Style style{look::wall_min * u, Weight::regular, look::ink_2, true};
    for (std::size_t at = 0; at < map_cuts.size(); ++at) {
        canvas.text(std::to_string(map_cuts[at]), area.x + step * static_cast<double>(at + 1),
                    baseline_in(area.y + bar, 3.4 * u, style.size), style, Align::centre);
    }
}

}  // namespace

void draw_map(Canvas& canvas, const MapPart& part, const Rect& area) {
    const double u = canvas.unit();
    const double heading = 3.8 * u;
    const double legend = 5.8 * u;
    const RichStyle style{{look::wall_sm * u, Weight::regular, look::ink_2},
                          {look::wall_sm * u, Weight::semibold}};
    write_rich(canvas, part.heading, area.x, baseline_in(area.y, heading, look::wall_sm * u),
               fitting(canvas, part.heading, style, area.width, look::wall_min * u));

    const double top = area.y + heading + 1.2 * u;
    const auto outlines =
        fitted(part, {area.x, top, area.width, area.bottom() - legend - 1.6 * u - top});
    if (outlines.empty()) return;
    for (std::size_t at = 0; at < outlines.size(); ++at) {
        canvas.polygon(outlines[at], ground(part.regions[at].step));
    }
    // Borders in the colour of the ground, over both neighbours.
    for (const auto& outline : outlines) canvas.stroke(outline, look::bg, 0.5 * u, true);
    for (std::size_t at = 0; at < outlines.size(); ++at) {
        draw_label(canvas, part.regions[at], outlines[at]);
    }
    const double low = box_around(outlines).high.y;
    draw_legend(canvas, {area.x, std::min(low + 1.6 * u, area.bottom() - legend), area.width,
                         legend});
}

}  // namespace dealtafel::client::desktop
