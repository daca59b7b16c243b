#include "desktop/parts.hpp"

#include "desktop/writing.hpp"

#include <algorithm>

namespace dealtafel::client::desktop {

namespace {

constexpr double edge = 4;
constexpr double header_height = 12.5;
constexpr double footer_height = 9.5;

RichStyle rich(double size) {
    return {{size, Weight::regular, look::ink_2}, {size, Weight::semibold}};
}

void draw_header(Canvas& canvas, const LobbyPart& part, std::string_view notice) {
    const double u = canvas.unit();
    const double baseline = baseline_in(3.2 * u, 6.2 * u, look::wall_lg * u);
    const double width = canvas.width() - 2 * edge * u;
    const Style title = fitting(canvas, part.title, Style{look::wall_lg * u, Weight::bold},
                                width * 0.7, look::wall_md * u);
    const double x = edge * u + canvas.text(part.title, edge * u, baseline, title) + 3 * u;
    if (!notice.empty()) return draw_notice(canvas, notice, x, baseline);
    canvas.text(part.plan, x, baseline, {look::wall_sm * u, Weight::regular, look::ink_2});
}

// The way in: where to go, the code as large as it goes, and the same for a camera.
void draw_way_in(Canvas& canvas, const LobbyPart& part, const Rect& area) {
    const double u = canvas.unit();
    double top = area.y;
    const double line = 5 * u;
    const RichStyle go{{look::wall_md * u}, {look::wall_md * u, Weight::bold}};
    write_rich(canvas, part.go, area.x, baseline_in(top, line, look::wall_md * u),
               fitting(canvas, part.go, go, area.width, look::wall_min * u));
    top += line;
    canvas.text(part.type, area.x, baseline_in(top, line, look::wall_md * u), {look::wall_md * u});
    top += line + 2 * u;

    const Style code =
        fitting(canvas, part.code, Style{17 * u, Weight::bold}, area.width, look::wall_xl * u);
    canvas.text(part.code, area.x, baseline_in(top, code.size, code.size), code);
    top += code.size + 3 * u;

    const double side = std::min(42 * u, area.bottom() - top);
    draw_qr(canvas, part.link, {area.x, top, side, side});
    const double beside = area.x + side + 3.5 * u;
    const Style scan{look::wall_md * u};
    const auto lines = lines_of(canvas, part.scan, area.right() - beside, 6, scan);
    double y = top + side / 2 - line * static_cast<double>(lines.size()) / 2;
    for (const std::string& text : lines) {
        canvas.text(text, beside, baseline_in(y, line, scan.size), scan);
        y += line;
    }
}

struct Name {
    Style style;
    std::vector<std::string> lines;
    double line_height() const { return 1.16 * style.size; }
    double height() const { return line_height() * static_cast<double>(lines.size()); }
};

// A name in the room that it has: in the usual size, or in the smallest where that cuts less.
Name name_in(const Canvas& canvas, const std::string& text, double width, double height) {
    const double u = canvas.unit();
    Name name;
    for (const double size : {look::wall_sm * u, look::wall_min * u}) {
        name.style = Style{size, Weight::semibold};
        const auto lines_max = static_cast<std::size_t>(height / name.line_height());
        name.lines = lines_of(canvas, text, width, std::max<std::size_t>(1, lines_max), name.style);
        if (!name.lines.empty() && !name.lines.back().ends_with("…")) break;
    }
    return name;
}

// Who sits here: the newest name stands last, in full ink; the others give way to it.
void draw_people(Canvas& canvas, const LobbySeat& seat, double x, double baseline, double width) {
    const double u = canvas.unit();
    const Style quiet{look::wall_min * u, Weight::regular, look::ink_2};
    const Style fresh{look::wall_min * u, Weight::bold};
    const auto newest = lines_of(canvas, seat.newest, width, 1, fresh);
    const double kept = newest.empty() ? 0 : canvas.text_width(newest.front(), fresh);
    const bool both = !seat.newest.empty() && !seat.people.empty();
    const auto people =
        lines_of(canvas, seat.people + (both ? "," : ""), width - kept - u, 1, quiet);
    double pen = x;
    if (!people.empty()) pen += canvas.text(people.front(), pen, baseline, quiet) + 0.7 * u;
    if (!newest.empty()) canvas.text(newest.front(), pen, baseline, fresh);
}

void draw_seat(Canvas& canvas, const LobbySeat& seat, const Rect& card) {
    const double u = canvas.unit();
    const bool is_new = !seat.newest.empty();
    const double breadth = std::max(1.0, 0.2 * u);
    if (!seat.free) canvas.fill(card, look::surface, 0.8 * u);
    canvas.border(card, is_new ? look::focus : seat.free ? look::line_strong : look::line,
                  is_new ? 2 * breadth : breadth, 0.8 * u, seat.free ? 0.7 * u : 0);
    const double pad = 1.8 * u;
    const double side = std::min(5 * u, card.height - 2 * u);
    canvas.glyph(seat.kind, {card.x + pad, card.middle().y - side / 2, side, side});

    const double x = card.x + side + 2 * pad;
    const double width = card.right() - pad - x;
    const double people_line = 3.4 * u;
    const Name name = name_in(canvas, seat.name, width, card.height - people_line - u);
    double top = card.middle().y - (name.height() + people_line) / 2;
    for (const std::string& text : name.lines) {
        canvas.text(text, x, baseline_in(top, name.line_height(), name.style.size), name.style);
        top += name.line_height();
    }
    draw_people(canvas, seat, x, baseline_in(top, people_line, look::wall_min * u), width);
}

void draw_seats(Canvas& canvas, const LobbyPart& part, const Rect& area) {
    const double u = canvas.unit();
    const double gap = 1.3 * u;
    const std::size_t rows = (part.seats.size() + 1) / 2;
    const double height =
        std::min(16 * u, (area.height + gap) / static_cast<double>(rows) - gap);
    const double width = (area.width - gap) / 2;
    for (std::size_t at = 0; at < part.seats.size(); ++at) {
        // An odd one out at the end takes the whole row, for its long name.
        const bool whole = at + 1 == part.seats.size() && at % 2 == 0;
        const double x = area.x + (at % 2 == 0 ? 0 : width + gap);
        const double y = area.y + (height + gap) * static_cast<double>(at / 2);
        draw_seat(canvas, part.seats[at], {x, y, whole ? area.width : width, height});
    }
}

// A game in two lines: how many have come, and whether it has begun.
void draw_game_card(Canvas& canvas, const LobbyGame& game, const Rect& card) {
    const double u = canvas.unit();
    canvas.fill(card, look::surface, 0.8 * u);
    const Rect inner = card.inset(1.8 * u);
    const Style title{look::wall_sm * u, Weight::semibold};
    const double baseline = baseline_in(card.y + 0.8 * u, 4 * u, title.size);
    const double wide = canvas.text(game.title, inner.x, baseline, title);
    const Style quiet{look::wall_min * u, Weight::regular, look::ink_2};
    const auto note = lines_of(canvas, game.started, inner.width - wide - 2 * u, 1, quiet);
    if (!note.empty()) canvas.text(note.front(), inner.right(), baseline, quiet, Align::right);
    write_rich(canvas, game.people, inner.x, baseline_in(card.y + 4.8 * u, 3.6 * u, quiet.size),
               rich(look::wall_min * u));
}

// A game in one line: its seats.
void draw_game_row(Canvas& canvas, const LobbyGame& game, const Rect& row) {
    const double u = canvas.unit();
    canvas.fill(row, look::surface, 0.8 * u);
    const double baseline = baseline_in(row.y, row.height, look::wall_min * u);
    const RichStyle style = rich(look::wall_min * u);
    canvas.text(game.title, row.x + 1.2 * u, baseline, style.bold);
    write_rich(canvas, game.seats, row.right() - 1.2 * u, baseline, style, Align::right);
}

void draw_games(Canvas& canvas, const LobbyPart& part, const Rect& area) {
    const double u = canvas.unit();
    constexpr std::size_t columns = 3;
    const double gap = 1.0 * u;
    const double card_height = 9.4 * u;
    const auto count = static_cast<double>(part.games.size());
    if (count * (card_height + gap) <= area.height + gap) {
        Rect card{area.x, area.y, area.width, card_height};
        for (const LobbyGame& game : part.games) {
            draw_game_card(canvas, game, card);
            card.y += card_height + gap;
        }
        return;
    }
    const std::size_t cells = part.games.size() + (part.more.empty() ? 0 : 1);
    const std::size_t rows = (cells + columns - 1) / columns;
    const double width = (area.width - gap * (columns - 1)) / columns;
    const double height =
        std::min(6 * u, (area.height + gap) / static_cast<double>(rows) - gap);
    const auto cell = [&](std::size_t at) {
        return Rect{area.x + (width + gap) * static_cast<double>(at / rows),
                    area.y + (height + gap) * static_cast<double>(at % rows), width, height};
    };
    for (std::size_t at = 0; at < part.games.size(); ++at) {
        draw_game_row(canvas, part.games[at], cell(at));
    }
    const Rect last = cell(part.games.size());
    const Style quiet{look::wall_min * u, Weight::regular, look::ink_2};
    canvas.text(part.more, last.x + 1.2 * u, baseline_in(last.y, last.height, quiet.size), quiet);
}

void draw_footer(Canvas& canvas, const LobbyPart& part, const Rect& area) {
    const double u = canvas.unit();
    canvas.fill(area, look::surface);
    canvas.fill({area.x, area.y, area.width, std::max(1.0, 0.2 * u)}, look::line);
    const double baseline = baseline_in(area.y, area.height, look::wall_md * u);
    RichStyle people = rich(look::wall_md * u);
    people.quiet.colour = look::ink;
    write_rich(canvas, part.people, edge * u, baseline, people);
    canvas.text(part.soon, area.width - edge * u, baseline,
                {look::wall_md * u, Weight::regular, look::ink_2}, Align::right);
}

}  // namespace

void draw_lobby(Canvas& canvas, const LobbyPart& part, std::string_view notice) {
    const double u = canvas.unit();
    draw_header(canvas, part, notice);
    const double top = header_height * u;
    const double low = canvas.height() - footer_height * u;
    const double middle = canvas.width() * 0.51;
    const double height = low - 2 * u - top;
    draw_way_in(canvas, part, {edge * u, top, middle - (edge + 2.5) * u, height});
    const Rect right{middle, top, canvas.width() - edge * u - middle, height};
    if (part.games.empty()) {
        draw_seats(canvas, part, right);
    } else {
        draw_games(canvas, part, right);
    }
    draw_footer(canvas, part, {0, low, canvas.width(), footer_height * u});
}

}  // namespace dealtafel::client::desktop
