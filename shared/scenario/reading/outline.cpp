#include "scenario/reading/draft.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dealtafel::reading {

namespace {

// More points than a board can show; every two edges are compared.
constexpr std::size_t outline_points_max = 500;

// Above 0 where c lies to one side of the line from a to b, below 0 on the other, 0 on it.
double side(Point a, Point b, Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

// Whether a point on the line through a and b lies between them.
bool between(Point a, Point b, Point c) {
    return std::min(a.x, b.x) <= c.x && c.x <= std::max(a.x, b.x) && std::min(a.y, b.y) <= c.y &&
           c.y <= std::max(a.y, b.y);
}

// Whether the edges ab and cd have a point in common.
bool meet(Point a, Point b, Point c, Point d) {
    const double c_side = side(a, b, c);
    const double d_side = side(a, b, d);
    const double a_side = side(c, d, a);
    const double b_side = side(c, d, b);
    if (c_side == 0 && between(a, b, c)) return true;
    if (d_side == 0 && between(a, b, d)) return true;
    if (a_side == 0 && between(c, d, a)) return true;
    if (b_side == 0 && between(c, d, b)) return true;
    return (c_side > 0) != (d_side > 0) && (a_side > 0) != (b_side > 0) && c_side != 0 &&
           d_side != 0 && a_side != 0 && b_side != 0;
}

// Whether the edge bc turns straight back along ab.
bool folds_back(Point a, Point b, Point c) {
    const double along = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y);
    return side(a, b, c) == 0 && along < 0;
}

// The first two edges that meet other than in the point that they share, counted from 1.
std::optional<std::pair<std::size_t, std::size_t>> crossing(const std::vector<Point>& points) {
    const std::size_t n = points.size();
    for (std::size_t i = 0; i < n; ++i) {
        const Point a = points[i];
        const Point b = points[(i + 1) % n];
        for (std::size_t j = i + 1; j < n; ++j) {
            const Point c = points[j];
            const Point d = points[(j + 1) % n];
            const bool follows = j == i + 1;
            const bool precedes = (j + 1) % n == i;
            const bool wrong = (follows && folds_back(a, b, d)) ||
                               (precedes && folds_back(c, d, b)) ||
                               (!follows && !precedes && meet(a, b, c, d));
            if (wrong) return std::pair{i + 1, j + 1};
        }
    }
    return std::nullopt;
}

std::optional<Point> read_point(const toml::node& node, Findings& findings) {
    const toml::array* pair = read_list(node, "outline", findings);
    if (pair == nullptr) return std::nullopt;
    if (pair->size() != 2) {
        findings.error(place_of(node), fmt::format("a point of `outline` must be two numbers, not "
                                                   "{}",
                                                   pair->size()));
        return std::nullopt;
    }
    const auto x = read_number(*pair->get(0), "outline", unit_range, findings);
    const auto y = read_number(*pair->get(1), "outline", unit_range, findings);
    if (!x || !y) return std::nullopt;
    return Point{*x, *y};
}

}  // namespace

std::optional<std::vector<Point>> read_outline(const toml::node& node, Context& context) {
    const toml::array* list = read_list(node, "outline", context.findings);
    if (list == nullptr) return std::nullopt;
    if (list->size() > outline_points_max) {
        context.findings.error(place_of(node), fmt::format("`outline` must have at most {} points, "
                                                           "not {}",
                                                           outline_points_max, list->size()));
        return std::nullopt;
    }
    std::vector<Point> points;
    bool readable = true;
    for (const toml::node& item : *list) {
        const auto point = read_point(item, context.findings);
        readable = readable && point;
        if (point && (points.empty() || *point != points.back())) points.push_back(*point);
    }
    if (!readable) return std::nullopt;
    // Whoever closes the ring by naming the first point again means the same ring.
    if (points.size() > 1 && points.front() == points.back()) points.pop_back();
    if (points.size() < 3) {
        context.findings.error(
            place_of(node),
            fmt::format("`outline` must have at least 3 different points, not {}", points.size()));
        return std::nullopt;
    }
    if (const auto edges = crossing(points)) {
        context.findings.error(
            place_of(node),
            fmt::format("`outline` crosses or touches itself: its edges {} and {} (of {}) meet",
                        edges->first, edges->second, points.size()));
        return std::nullopt;
    }
    return points;
}

}  // namespace dealtafel::reading
