#include "core/geometry.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dealtafel::client {

namespace {

// Twice the signed area of a triangle.
double turn(Point a, Point b, Point c) {
    return (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
}

// Whether p lies in a triangle of positive direction, its border included.
bool in_triangle(Point a, Point b, Point c, Point p) {
    return turn(a, b, p) >= 0 && turn(b, c, p) >= 0 && turn(c, a, p) >= 0;
}

// Whether the corner at `at` can be cut off: it points outward and holds no other corner.
bool is_ear(const std::vector<Point>& ring, std::size_t at) {
    const std::size_t count = ring.size();
    const Point before = ring[(at + count - 1) % count];
    const Point corner = ring[at];
    const Point after = ring[(at + 1) % count];
    if (turn(before, corner, after) <= 0) return false;
    return std::none_of(ring.begin(), ring.end(), [&](Point point) {
        return point != before && point != corner && point != after &&
               in_triangle(before, corner, after, point);
    });
}

double distance(Point point, Point from, Point to) {
    const Point along{to.x - from.x, to.y - from.y};
    const double length = along.x * along.x + along.y * along.y;
    const double dot = (point.x - from.x) * along.x + (point.y - from.y) * along.y;
    const double share = length > 0 ? std::clamp(dot / length, 0.0, 1.0) : 0.0;
    return std::hypot(point.x - from.x - share * along.x, point.y - from.y - share * along.y);
}

double distance(Point point, const std::vector<Point>& outline) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t at = 0; at < outline.size(); ++at) {
        nearest = std::min(nearest,
                           distance(point, outline[at], outline[(at + 1) % outline.size()]));
    }
    return nearest;
}

}  // namespace

double doubled_area(const std::vector<Point>& outline) {
    double sum = 0;
    for (std::size_t at = 0; at < outline.size(); ++at) {
        const Point& from = outline[at];
        const Point& to = outline[(at + 1) % outline.size()];
        sum += from.x * to.y - to.x * from.y;
    }
    return sum;
}

std::vector<Triangle> triangulate(const std::vector<Point>& outline) {
    std::vector<Point> ring = outline;
    if (doubled_area(ring) < 0) std::reverse(ring.begin(), ring.end());
    std::vector<Triangle> triangles;
    while (ring.size() >= 3) {
        std::size_t at = 0;
        while (at < ring.size() && !is_ear(ring, at)) ++at;
        if (at == ring.size()) {
            // No ear: what lies on a straight line has no area and is left out.
            const std::size_t count = ring.size();
            at = 0;
            while (at < count && turn(ring[(at + count - 1) % count], ring[at],
                                      ring[(at + 1) % count]) != 0) {
                ++at;
            }
            if (at == count) break;
        } else {
            const std::size_t count = ring.size();
            triangles.push_back({ring[(at + count - 1) % count], ring[at], ring[(at + 1) % count]});
        }
        ring.erase(ring.begin() + static_cast<std::ptrdiff_t>(at));
    }
    return triangles;
}

Box box_around(const std::vector<std::vector<Point>>& outlines) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Box box{{infinity, infinity}, {-infinity, -infinity}};
    for (const std::vector<Point>& outline : outlines) {
        for (const Point& point : outline) {
            box.low = {std::min(box.low.x, point.x), std::min(box.low.y, point.y)};
            box.high = {std::max(box.high.x, point.x), std::max(box.high.y, point.y)};
        }
    }
    return box;
}

bool inside(const std::vector<Point>& outline, Point point) {
    bool within = false;
    for (std::size_t at = 0; at < outline.size(); ++at) {
        const Point& a = outline[at];
        const Point& b = outline[(at + 1) % outline.size()];
        if ((a.y > point.y) == (b.y > point.y)) continue;
        if (point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y)) within = !within;
    }
    return within;
}

Point label_place(const std::vector<Point>& outline, double aspect) {
    // In a plane that is squeezed by the label's shape, the room around a point is a circle.
    std::vector<Point> squeezed = outline;
    for (Point& point : squeezed) point.x /= aspect;
    constexpr int steps = 48;
    const Box box = box_around({squeezed});
    Point best{(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2};
    double room = -1;
    for (int row = 1; row < steps; ++row) {
        for (int column = 1; column < steps; ++column) {
            const Point point{box.low.x + box.width() * column / steps,
                              box.low.y + box.height() * row / steps};
            const double here = inside(squeezed, point) ? distance(point, squeezed) : -1;
            if (here <= room) continue;
            room = here;
            best = point;
        }
    }
    return {best.x * aspect, best.y};
}

}  // namespace dealtafel::client
