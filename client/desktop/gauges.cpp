#include "desktop/parts.hpp"

#include "desktop/writing.hpp"

#include <algorithm>

namespace dealtafel::client::desktop {

namespace {

constexpr double pad_top = 2.0;
constexpr double pad_bottom = 2.2;
constexpr double heading = 3.8;
constexpr double lane_pitch = 4.7;
constexpr double poles = 3.4;
constexpr double label_width = 6.4;  // before a lane
constexpr double mark_size = 1.6;    // half the breadth of a diamond

void draw_diamond(Canvas& canvas, Point middle, double half, look::Colour colour) {
    const auto corners = [middle](double reach) {
        return std::vector<Point>{{middle.x, middle.y - reach},
                                  {middle.x + reach, middle.y},
                                  {middle.x, middle.y + reach},
                                  {middle.x - reach, middle.y}};
    };
    canvas.polygon(corners(half), colour);
    canvas.polygon(corners(half - 0.5 * canvas.unit()), look::surface);
}

struct Axis {
    double left = 0;
    double right = 0;
    double at(double value) const {
        return left + (right - left) * (std::clamp(value, -1.0, 1.0) + 1) / 2;
    }
};

void draw_lane(Canvas& canvas, const Lane& lane, const Axis& axis, double label_x, double y) {
    const double u = canvas.unit();
    const look::Colour mark = lane.current ? look::data_mark : look::data_trail;
    const Style label{look::wall_min * u, lane.current ? Weight::semibold : Weight::regular,
                      lane.current ? look::ink : look::ink_2};
    canvas.text(lane.label, label_x, baseline_in(y - 2 * u, 4 * u, label.size), label);
    canvas.fill({axis.left, y - 0.13 * u, axis.right - axis.left, 0.26 * u}, look::line_strong);
    if (lane.said && lane.deal && !lane.nested) {
        const double from = axis.at(std::min(*lane.said, *lane.deal));
        const double to = axis.at(std::max(*lane.said, *lane.deal));
        canvas.fill({from, y - 0.28 * u, to - from, 0.56 * u}, look::data_trail);
    }
    if (lane.said) {
        const double half = (lane.nested ? 1.35 : 1.0) * mark_size * u;
        draw_diamond(canvas, {axis.at(*lane.said), y}, half, mark);
    }
    if (!lane.deal) return;
    // In the diamond, so that both can be seen where they all but meet.
    const double place = lane.nested ? axis.at(*lane.said) : axis.at(*lane.deal);
    canvas.circle({place, y}, (lane.nested ? 0.8 : 1.4) * u, mark);
}

// The words at the ends, and in the middle; where the deal leans to is in full ink.
void draw_poles(Canvas& canvas, const Gauge& gauge, const Axis& axis, double y) {
    const double u = canvas.unit();
    const auto style = [&gauge, u](std::size_t at) {
        const bool leans = static_cast<int>(at) == gauge.leaning;
        return Style{look::wall_min * u, leans ? Weight::semibold : Weight::regular,
                     leans ? look::ink : look::ink_2};
    };
    const std::size_t last = gauge.poles.size() - 1;
    const double baseline = baseline_in(y, poles * u, look::wall_min * u);
    const double low = canvas.text(gauge.poles[0], axis.left, baseline, style(0));
    const double high =
        canvas.text(gauge.poles[last], axis.right, baseline, style(last), Align::right);
    if (last < 2) return;
    // Under the middle of the axis, or as near to it as its neighbours leave room.
    const double half = canvas.text_width(gauge.poles[1], style(1)) / 2;
    const double least = axis.left + low + 1.8 * u + half;
    const double most = axis.right - high - 1.8 * u - half;
    const double x = std::max(least, std::min(axis.at(0), most));
    canvas.text(gauge.poles[1], x, baseline, style(1), Align::centre);
}

// What the marks mean, up to the right end. Returns its left end.
double draw_legend(Canvas& canvas, const GaugesPart& part, double right, double baseline) {
    const double u = canvas.unit();
    const Style style{look::wall_min * u, Weight::regular, look::ink_2};
    const double middle = baseline - 0.364 * style.size;
    right -= canvas.text(part.deal, right, baseline, style, Align::right) + 2.2 * u;
    canvas.circle({right, middle}, 1.2 * u, look::data_mark);
    right -= 3 * u;
    right -= canvas.text(part.said, right, baseline, style, Align::right) + 2.2 * u;
    draw_diamond(canvas, {right, middle}, 1.4 * u, look::data_mark);
    return right - 1.4 * u;
}

// The title, and after it the word of the scale where there is room for it.
void draw_title(Canvas& canvas, const Gauge& gauge, double left, double right, double baseline) {
    const double u = canvas.unit();
    const Style title = fitting(canvas, gauge.title, Style{look::wall_sm * u, Weight::semibold},
                                right - left, look::wall_min * u);
    const double after = left + canvas.text(gauge.title, left, baseline, title) + 1.5 * u;
    const Style word{look::wall_min * u, Weight::regular, look::ink_2};
    if (after + canvas.text_width(gauge.word, word) > right) return;
    canvas.text(gauge.word, after, baseline, word);
}

void draw_gauge(Canvas& canvas, const Gauge& gauge, const Rect& area) {
    const double u = canvas.unit();
    const Axis axis{area.x + label_width * u, area.right() - mark_size * u};
    const double lanes = lane_pitch * static_cast<double>(gauge.lanes.size()) * u;
    canvas.dashed({axis.at(0), area.y}, {axis.at(0), area.y + lanes}, look::line_strong, 0.26 * u,
                  0.45 * u);
    double y = area.y + lane_pitch / 2 * u;
    for (const Lane& lane : gauge.lanes) {
        draw_lane(canvas, lane, axis, area.x, y);
        y += lane_pitch * u;
    }
    draw_poles(canvas, gauge, axis, area.y + lanes);
}

std::size_t lanes_of(const GaugesPart& part) {
    std::size_t most = 1;
    for (const Gauge& gauge : part.gauges) most = std::max(most, gauge.lanes.size());
    return most;
}

}  // namespace

double gauges_height(const Canvas& canvas, const GaugesPart& part) {
    const double lanes = lane_pitch * static_cast<double>(lanes_of(part));
    return (pad_top + heading + 0.4 + lanes + poles + pad_bottom) * canvas.unit();
}

void draw_gauges(Canvas& canvas, const GaugesPart& part, const Rect& area) {
    const double u = canvas.unit();
    canvas.fill(area, look::surface);
    canvas.fill({area.x, area.y, area.width, std::max(1.0, 0.2 * u)}, look::line);
    const double edge = 3.6 * u;
    const double gap = 4 * u;
    const auto count = static_cast<double>(part.gauges.size());
    const double width = (area.width - 2 * edge - gap * (count - 1)) / count;
    const double top = area.y + (pad_top + heading + 0.4) * u;
    const double baseline = baseline_in(area.y + pad_top * u, heading * u, look::wall_sm * u);
    double x = area.x + edge;
    for (const Gauge& gauge : part.gauges) {
        const bool first = &gauge == &part.gauges.front();
        const double right =
            first ? draw_legend(canvas, part, x + width, baseline) - 1.5 * u : x + width;
        draw_title(canvas, gauge, x, right, baseline);
        draw_gauge(canvas, gauge, {x, top, width, area.bottom() - top});
        x += width + gap;
    }
}

}  // namespace dealtafel::client::desktop
