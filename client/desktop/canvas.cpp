#include "desktop/canvas.hpp"

#include "core/geometry.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dealtafel::client::desktop {

namespace {

constexpr double pi = std::numbers::pi;
constexpr double narrowest = 1.6;  // width by height that the layout is made for

sf::Color sf_colour(look::Colour colour) { return {colour.red, colour.green, colour.blue}; }

sf::Vertex vertex(Point point, look::Colour colour) {
    return {{static_cast<float>(point.x), static_cast<float>(point.y)}, sf_colour(colour)};
}

Point on_circle(Point middle, double radius, double angle) {
    return {middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)};
}

// Corners of a rectangle with round corners, clockwise; a radius of 0 gives four.
std::vector<Point> rounded(const Rect& rect, double radius) {
    if (radius <= 0) {
        return {{rect.x, rect.y},
                {rect.right(), rect.y},
                {rect.right(), rect.bottom()},
                {rect.x, rect.bottom()}};
    }
    const double turn = std::min({radius, rect.width / 2, rect.height / 2});
    constexpr int steps = 12;
    std::vector<Point> points;
    for (int corner = 0; corner < 4; ++corner) {
        const bool right = corner == 0 || corner == 1;
        const bool bottom = corner == 1 || corner == 2;
        const Point middle{right ? rect.right() - turn : rect.x + turn,
                           bottom ? rect.bottom() - turn : rect.y + turn};
        for (int step = 0; step <= steps; ++step) {
            const double angle = -pi / 2 + pi / 2 * (corner + static_cast<double>(step) / steps);
            points.push_back(on_circle(middle, turn, angle));
        }
    }
    return points;
}

}  // namespace

Canvas::Canvas(sf::RenderTarget& target, const Fonts& fonts) : target_(target), fonts_(fonts) {}

double Canvas::width() const { return target_.getSize().x; }
double Canvas::height() const { return target_.getSize().y; }
double Canvas::unit() const { return std::min(height(), width() / narrowest) / 100; }

void Canvas::clear(look::Colour colour) {
    target_.clear(sf_colour(colour));
    placed_.clear();
}

void Canvas::triangle(Point a, Point b, Point c, look::Colour colour) {
    const std::array<sf::Vertex, 3> corners{vertex(a, colour), vertex(b, colour),
                                            vertex(c, colour)};
    target_.draw(corners.data(), corners.size(), sf::Triangles);
}

void Canvas::fill(const Rect& rect, look::Colour colour, double radius) {
    sf::VertexArray fan(sf::TriangleFan);
    for (const Point point : rounded(rect, radius)) fan.append(vertex(point, colour));
    target_.draw(fan);
}

void Canvas::border(const Rect& rect, look::Colour colour, double breadth, double radius,
                    double dash) {
    const std::vector<Point> points = rounded(rect.inset(breadth / 2), radius - breadth / 2);
    if (dash <= 0) return stroke(points, colour, breadth, true);
    for (std::size_t at = 0; at < points.size(); ++at) {
        dashed(points[at], points[(at + 1) % points.size()], colour, breadth, dash);
    }
}

void Canvas::polygon(const std::vector<Point>& outline, look::Colour colour) {
    sf::VertexArray triangles(sf::Triangles);
    for (const Triangle& triangle : triangulate(outline)) {
        for (const Point point : triangle) triangles.append(vertex(point, colour));
    }
    target_.draw(triangles);
}

void Canvas::circle(Point middle, double radius, look::Colour colour) {
    const int steps = std::clamp(static_cast<int>(radius * 2), 24, 96);
    sf::VertexArray fan(sf::TriangleFan);
    for (int step = 0; step < steps; ++step) {
        const double angle = 2 * pi * step / steps;
        fan.append(vertex(on_circle(middle, radius, angle), colour));
    }
    target_.draw(fan);
}

void Canvas::ring(Point middle, double radius, look::Colour colour, double breadth) {
    const int steps = std::clamp(static_cast<int>(radius * 2), 24, 96);
    sf::VertexArray strip(sf::TriangleStrip);
    for (int step = 0; step <= steps; ++step) {
        const double angle = 2 * pi * step / steps;
        for (const double r : {radius, radius - breadth}) {
            strip.append(vertex(on_circle(middle, r, angle), colour));
        }
    }
    target_.draw(strip);
}

void Canvas::stroke(const std::vector<Point>& points, look::Colour colour, double breadth,
                    bool closed) {
    const std::size_t lines = points.size() - (closed ? 0 : 1);
    for (std::size_t at = 0; at < lines; ++at) {
        const Point from = points[at];
        const Point to = points[(at + 1) % points.size()];
        const double length = std::hypot(to.x - from.x, to.y - from.y);
        if (length == 0) continue;
        const Point side{(to.y - from.y) / length * breadth / 2,
                         (from.x - to.x) / length * breadth / 2};
        const Point a{from.x + side.x, from.y + side.y};
        const Point b{from.x - side.x, from.y - side.y};
        const Point c{to.x + side.x, to.y + side.y};
        const Point d{to.x - side.x, to.y - side.y};
        triangle(a, b, c, colour);
        triangle(b, d, c, colour);
        if (breadth > 2) circle(to, breadth / 2, colour);
    }
}

void Canvas::dashed(Point from, Point to, look::Colour colour, double breadth, double dash) {
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    // An odd number of dashes and gaps, so that both ends are marked.
    const int parts = std::max(1, static_cast<int>(std::round(length / dash)) | 1);
    for (int part = 0; part < parts; part += 2) {
        const double begin = static_cast<double>(part) / parts;
        const double end = static_cast<double>(part + 1) / parts;
        stroke({{from.x + (to.x - from.x) * begin, from.y + (to.y - from.y) * begin},
                {from.x + (to.x - from.x) * end, from.y + (to.y - from.y) * end}},
               colour, breadth, false);
    }
}

void Canvas::glyph(PartyKind kind, const Rect& square) {
    const std::string_view word = to_word(kind);
    const auto at = std::find_if(look::kinds.begin(), look::kinds.end(),
                                 [word](const look::Kind& held) { return held.word == word; });
    if (at == look::kinds.end()) return;
    std::vector<Point> outline;
    for (const look::Corner& corner : std::span(at->corners, at->corner_count)) {
        outline.push_back(
            {square.x + corner.x * square.width, square.y + corner.y * square.height});
    }
    polygon(outline, at->accent);
}

void Canvas::check_mark(const Rect& square, look::Colour colour) {
    const auto at = [&square](double x, double y) {
        return Point{square.x + x * square.width, square.y + y * square.height};
    };
    stroke({at(0.08, 0.55), at(0.38, 0.85), at(0.92, 0.2)}, colour, square.width * 0.16, false);
}

double baseline_in(double top, double line_height, double size) {
    constexpr double half_capital = 0.364;  // of the size of the letters
    return std::round(top + line_height / 2 + half_capital * size);
}

}  // namespace dealtafel::client::desktop
