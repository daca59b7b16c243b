// What the board is drawn with: flat shapes and text in pixels on an SFML target. Everything is
// drawn as triangles, so that concave glyphs and thick outlines need no special case. It keeps a
// list of the texts that it placed, which tests read.
#pragma once

#include "desktop/fonts.hpp"

#include "look/tokens.hpp"
#include "scenario/scenario.hpp"

#include <SFML/Graphics/RenderTarget.hpp>
#include <SFML/Graphics/VertexArray.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dealtafel::client::desktop {

struct Rect {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    double right() const { return x + width; }
    double bottom() const { return y + height; }
    Point middle() const { return {x + width / 2, y + height / 2}; }
    // The rectangle without a border of this breadth.
    Rect inset(double by) const { return {x + by, y + by, width - 2 * by, height - 2 * by}; }
};

struct Style {
    double size = 16;  // of the letters, in pixels
    Weight weight = Weight::regular;
    look::Colour colour = look::ink;
    bool tabular = false;  // every figure as wide as the widest, so that columns and clocks stand
};

enum class Align { left, centre, right };

// A text as it was placed, for tests.
struct Placed {
    std::string text;
    Rect box;
    double size = 0;
};

class Canvas {
public:
    Canvas(sf::RenderTarget& target, const Fonts& fonts);

    double width() const;
    double height() const;
    // A hundredth of the height; less where the window is narrower than 16 by 10.
    double unit() const;

    void clear(look::Colour colour);
    void fill(const Rect& rect, look::Colour colour, double radius = 0);
    // A border inside the rectangle; `dash` is the length of dashes and gaps, 0 for a whole line.
    void border(const Rect& rect, look::Colour colour, double breadth, double radius = 0,
                double dash = 0);
    void polygon(const std::vector<Point>& outline, look::Colour colour);
    void circle(Point middle, double radius, look::Colour colour);
    void ring(Point middle, double radius, look::Colour colour, double breadth);
    // A closed or open line with round joins, centred on its points.
    void stroke(const std::vector<Point>& points, look::Colour colour, double breadth, bool closed);
    void dashed(Point from, Point to, look::Colour colour, double breadth, double dash);
    // The glyph of a party kind in a square.
    void glyph(PartyKind kind, const Rect& square);
    void check_mark(const Rect& square, look::Colour colour);

    double text_width(std::string_view utf8, const Style& style) const;
    // Places a text on a baseline: `x` is its left end, middle or right end. Returns its width.
    double text(std::string_view utf8, double x, double baseline, const Style& style,
                Align align = Align::left);

    const std::vector<Placed>& placed() const { return placed_; }

private:
    void triangle(Point a, Point b, Point c, look::Colour colour);

    sf::RenderTarget& target_;
    const Fonts& fonts_;
    std::vector<Placed> placed_;
};

// The baseline of letters of this size whose capitals stand in the middle of a line's height.
double baseline_in(double top, double line_height, double size);

}  // namespace dealtafel::client::desktop
