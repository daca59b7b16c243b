#include "core/geometry.hpp"

#include "core/spans.hpp"
#include "core/wrap.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

using namespace dealtafel;
using client::Triangle;

namespace {

double area(const Triangle& triangle) {
    return client::doubled_area({triangle[0], triangle[1], triangle[2]}) / 2;
}

double covered(const std::vector<Triangle>& triangles) {
    double sum = 0;
    for (const Triangle& triangle : triangles) sum += area(triangle);
    return sum;
}

// A house with a door: concave, 11 corners.
const std::vector<Point> house{{0.5, 0.03},  {0.98, 0.46}, {0.86, 0.46}, {0.86, 0.95},
                               {0.62, 0.95}, {0.62, 0.62}, {0.38, 0.62}, {0.38, 0.95},
                               {0.14, 0.95}, {0.14, 0.46}, {0.02, 0.46}};

// One character is one wide.
double characters(std::string_view text) {
    double count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    return count;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a house is cut into nine triangles that cover it exactly") {
    const auto triangles = client::triangulate(house);
    CHECK(triangles.size() == house.size() - 2);
    // The roof 0.96 * 0.43 / 2, the wall 0.72 * 0.49, less the door 0.24 * 0.33.
    const double expected = 0.96 * 0.43 / 2 + 0.72 * 0.49 - 0.24 * 0.33;
    CHECK(covered(triangles) == doctest::Approx(expected).epsilon(1e-9));
}

TEST_CASE("corners on a straight line change nothing of what is covered") {
    const std::vector<Point> square{{0, 0}, {1, 0}, {2, 0}, {2, 2}, {1, 2}, {0, 2}, {0, 1}};
    CHECK(covered(client::triangulate(square)) == doctest::Approx(4));
}

TEST_CASE("triangles of any star-shaped outline cover its area, in either direction") {
    CHECK(rc::check("cover", [] {
        const auto count = *rc::gen::inRange(3, 20);
        std::vector<Point> outline;
        for (int at = 0; at < count; ++at) {
            const double angle = 2 * 3.141592653589793 * at / count;
            const double radius = *rc::gen::inRange(10, 100);
            outline.push_back({radius * std::cos(angle), radius * std::sin(angle)});
        }
        const double whole = client::doubled_area(outline) / 2;
        if (*rc::gen::arbitrary<bool>()) std::reverse(outline.begin(), outline.end());
        const auto triangles = client::triangulate(outline);
        for (const Triangle& triangle : triangles) RC_ASSERT(area(triangle) > 0);
        RC_ASSERT(std::abs(covered(triangles) - whole) < 1e-9 * whole);
    }));
}

TEST_CASE("a label stands inside its outline, where there is room to both sides") {
    // An L: a high bar at the left, one wide and ten high, and a wide foot, six by three.
    const std::vector<Point> shape{{0, 0}, {1, 0}, {1, 7}, {6, 7}, {6, 10}, {0, 10}};
    const Point place = client::label_place(shape, 2.0);
    CHECK(client::inside(shape, place));
    // Room is widest in the foot: the middle of its height, and between its ends.
    CHECK(place.y == doctest::Approx(8.5).epsilon(0.03));
    CHECK(place.x > 2);
    CHECK(place.x < 5);
}

TEST_CASE("a text breaks at spaces and is cut at a word in the last line that it may have") {
    CHECK(client::wrap("Wageningen University & Research", 13, 2, characters) ==
          Lines{"Wageningen", "University &…"});
    CHECK(client::wrap("Gemeenten Barneveld, Nijkerk, Scherpenzeel", 20, 2, characters) ==
          Lines{"Gemeenten Barneveld,", "Nijkerk…"});
    CHECK(client::wrap("Rijk", 20, 2, characters) == Lines{"Rijk"});
    CHECK(client::wrap("", 20, 2, characters).empty());
}

TEST_CASE("a word that is too wide is cut between characters, never inside one") {
    CHECK(client::wrap("hiërarchisch", 5, 1, characters) == Lines{"hiër…"});
    CHECK(client::wrap("ëëëëëë a", 3, 1, characters) == Lines{"ëë…"});
}

TEST_CASE("no line is wider than it may be, for widths that hold a character and the sign") {
    CHECK(rc::check("fits", [] {
        const auto text = *rc::gen::container<std::string>(rc::gen::element('a', 'b', ' '));
        const double width = *rc::gen::inRange(2, 30);
        const auto lines_max = static_cast<std::size_t>(*rc::gen::inRange(1, 4));
        const auto lines = client::wrap(text, width, lines_max, characters);
        RC_ASSERT(lines.size() <= lines_max);
        for (const std::string& line : lines) RC_ASSERT(characters(line) <= width);
    }));
}

TEST_CASE("marks make bold parts, and a mark that is not closed lasts") {
    using client::Span;
    CHECK(client::spans("<b>3</b> van 9") ==
          std::vector<Span>{{"3", true}, {" van 9", false}});
    CHECK(client::spans("Ga naar <b>ede.example") ==
          std::vector<Span>{{"Ga naar ", false}, {"ede.example", true}});
    CHECK(client::spans("").empty());
}
