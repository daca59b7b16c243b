#include "desktop/parts.hpp"

#include "desktop/writing.hpp"

#include <algorithm>

namespace dealtafel::client::desktop {

namespace {

constexpr double table_width = 18;
constexpr double glyph_size = 4.6;
constexpr double gap = 1.2;
constexpr double name_line = 2.95;
constexpr double state_line = 3.1;

look::Colour colour_of(SeatTone tone) {
    switch (tone) {
        case SeatTone::quiet: return look::ink_2;
        case SeatTone::good: return look::good;
        case SeatTone::warn: return look::warn;
    }
    return look::ink_2;
}

// The full name where it fits without a cut, else the short one, in as many lines as there are.
std::vector<std::string> name_lines(const Canvas& canvas, const SeatLine& seat, double width,
                                    std::size_t lines_max, const Style& style) {
    const auto full = lines_of(canvas, seat.name, width, lines_max, style);
    const bool is_cut = std::any_of(full.begin(), full.end(), [](const std::string& line) {
        return line.ends_with("…");
    });
    if (!is_cut || seat.short_name == seat.name) return full;
    return lines_of(canvas, seat.short_name, width, lines_max, style);
}

// A seat's state with its mark: the mark first, as one reads, on either side of the table.
void draw_state(Canvas& canvas, const SeatLine& seat, double edge, Align align, double width,
                double top) {
    const double u = canvas.unit();
    const bool strong = seat.tone != SeatTone::quiet;
    const double mark = seat.mark == SeatMark::none ? 0 : 2.0 * u;
    const double space = seat.mark == SeatMark::none ? 0 : 0.7 * u;
    const Style style{look::wall_min * u, strong ? Weight::semibold : Weight::regular,
                      colour_of(seat.tone)};
    // Who plays is said where there is room for it, the state always.
    const double room = width - mark - space;
    const bool all = canvas.text_width(seat.presence, style) <= room;
    const auto lines = lines_of(canvas, all ? seat.presence : seat.state, room, 1, style);
    if (lines.empty()) return;
    const double wide = canvas.text_width(lines.front(), style);
    const double left = align == Align::left ? edge : edge - wide - space - mark;
    const double baseline = baseline_in(top, state_line * u, style.size);
    const Point middle{left + mark / 2, baseline - 0.364 * style.size};
    if (seat.mark == SeatMark::ring) {
        canvas.ring(middle, 0.95 * u, style.colour, 0.22 * u);
    } else if (seat.mark == SeatMark::check) {
        canvas.check_mark({middle.x - 1.0 * u, middle.y - 1.0 * u, 2.0 * u, 2.0 * u}, style.colour);
    }
    canvas.text(lines.front(), left + mark + space, baseline, style);
}

// One seat: its glyph beside the table, its words outside of that.
void draw_seat(Canvas& canvas, const SeatLine& seat, const Rect& row, bool left) {
    const double u = canvas.unit();
    const double side = glyph_size * u;
    const double glyph_x = left ? row.right() - side : row.x;
    canvas.glyph(seat.kind, {glyph_x, row.middle().y - side / 2, side, side});

    const double edge = left ? glyph_x - gap * u : glyph_x + side + gap * u;
    const Align align = left ? Align::right : Align::left;
    const double width = row.width - side - gap * u;
    const Style style{look::wall_min * u, Weight::semibold,
                      seat.at_table ? look::ink : look::ink_2};
    const std::size_t lines_max = row.height >= (2 * name_line + state_line) * u ? 2 : 1;
    const auto lines = name_lines(canvas, seat, width, lines_max, style);
    const double height = (static_cast<double>(lines.size()) * name_line + state_line) * u;
    double top = row.middle().y - height / 2;
    for (const std::string& line : lines) {
        canvas.text(line, edge, baseline_in(top, name_line * u, style.size), style, align);
        top += name_line * u;
    }
    draw_state(canvas, seat, edge, align, width, top);
}

// The words on the table, one below the other around its middle.
void draw_centre(Canvas& canvas, const TableCentre& centre, const Rect& table) {
    const double u = canvas.unit();
    const double width = table.width - 2 * u;
    const Style quiet{look::wall_min * u, Weight::regular, look::ink};
    const Style figure{look::wall_xl * u, Weight::bold};
    const RichStyle share{quiet, {look::wall_md * u, Weight::bold}};
    const Style sum{look::wall_min * u, Weight::bold};
    const Style rival{look::wall_min * u, Weight::regular, look::ink_2};
    const auto over = lines_of(canvas, centre.over, width, 2, quiet);
    const auto under = lines_of(canvas, centre.under, width, 3, quiet);
    const auto rest = lines_of(canvas, centre.note, width, 3, rival);
    const double line = 3.5 * u;
    const auto lines = static_cast<double>(over.size() + under.size() + rest.size());
    double height = lines * line;
    if (!centre.figure.empty()) height += 9.6 * u;
    if (!centre.share.empty()) height += 5 * u;
    if (!centre.sum.empty()) height += line + 3.4 * u;
    if (!rest.empty()) height += 2.4 * u;

    const double x = table.middle().x;
    double top = table.middle().y - height / 2;
    const auto write = [&](const std::string& text, const Style& style, double high) {
        canvas.text(text, x, baseline_in(top, high, style.size), style, Align::centre);
        top += high;
    };
    for (const std::string& text : over) write(text, quiet, line);
    if (!centre.figure.empty()) write(centre.figure, figure, 9.6 * u);
    if (!centre.share.empty()) {
        write_rich(canvas, centre.share, x, baseline_in(top, 5 * u, look::wall_md * u), share,
                   Align::centre);
        top += 5 * u;
    }
    for (const std::string& text : under) write(text, quiet, line);
    if (!centre.sum.empty()) {
        top += 1.8 * u;
        canvas.fill({table.x + 1.8 * u, top, table.width - 3.6 * u, std::max(1.0, 0.2 * u)},
                    look::line);
        top += 1.6 * u;
        write(centre.sum, fitting(canvas, centre.sum, sum, width, 2.5 * u), line);
    }
    if (!rest.empty()) top += 2.4 * u;
    for (const std::string& text : rest) write(text, rival, line);
}

}  // namespace

void draw_table(Canvas& canvas, const TablePart& part, const Rect& area) {
    const double u = canvas.unit();
    const Rect table{area.middle().x - table_width / 2 * u, area.y, table_width * u, area.height};
    canvas.fill(table, look::surface, 4 * u);
    canvas.border(table, look::line_strong, std::max(1.0, 0.2 * u), 4 * u);
    draw_centre(canvas, part.centre, table);

    const std::size_t rows = (part.seats.size() + 1) / 2;
    if (rows == 0) return;
    const double pitch = area.height / static_cast<double>(rows);
    for (std::size_t at = 0; at < part.seats.size(); ++at) {
        const bool left = at < rows;
        const double y = area.y + pitch * static_cast<double>(left ? at : at - rows);
        const double inner = gap * u;
        const Rect row = left ? Rect{area.x, y, table.x - inner - area.x, pitch}
                              : Rect{table.right() + inner, y,
                                     area.right() - table.right() - inner, pitch};
        draw_seat(canvas, part.seats[at], row, left);
    }
}

}  // namespace dealtafel::client::desktop
