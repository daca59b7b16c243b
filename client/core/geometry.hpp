// Polygons for the board: triangles to fill them with, and a place for a label inside.
// Outlines are simple polygons in either direction, given once around, without holes.
#pragma once

#include "scenario/scenario.hpp"

#include <array>
#include <vector>

namespace dealtafel::client {

using Triangle = std::array<Point, 3>;

struct Box {
    Point low;
    Point high;
    double width() const { return high.x - low.x; }
    double height() const { return high.y - low.y; }
};

// Twice the signed area; the sign is that of the direction.
double doubled_area(const std::vector<Point>& outline);
// Triangles between corners of the outline that cover it exactly (ear clipping). An outline that
// crosses itself gives as many triangles as could be cut off.
std::vector<Triangle> triangulate(const std::vector<Point>& outline);
// The smallest upright box around outlines with at least one point.
Box box_around(const std::vector<std::vector<Point>>& outlines);
bool inside(const std::vector<Point>& outline, Point point);
// The middle of a label that is `aspect` times as wide as high: the point of a fine grid inside the
// outline around which the largest label of that shape finds room.
Point label_place(const std::vector<Point>& outline, double aspect);

}  // namespace dealtafel::client
