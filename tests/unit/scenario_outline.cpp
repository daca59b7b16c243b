#include "scenario_text.hpp"

#include <doctest/doctest.h>

using namespace dealtafel;
using dealtafel::tests::check_findings;
using dealtafel::tests::ScenarioText;

namespace {

// `outline = ` is ten characters, so the list stands in column 11.
ScenarioText with_outline(const std::string& points) {
    return ScenarioText().with(20, "outline = " + points);
}

void check_refused(const std::string& points, const std::vector<std::string>& words) {
    CAPTURE(points);
    check_findings(with_outline(points), {{20, 11, words}});
}

}  // namespace

TEST_CASE("an outline has at least three different points") {
    check_refused("[]", {"at least 3"});
    check_refused("[[0, 0], [1, 0]]", {"at least 3"});
    check_refused("[[0, 0], [0, 0], [1, 0], [1, 0]]", {"at least 3", "not 2"});
}

TEST_CASE("a point is two numbers from 0 to 1, reported where it stands") {
    check_findings(with_outline("[[0, 0], [1, 0], [1, 1.2]]"), {{20, 32, {"from 0 to 1"}}});
    check_findings(with_outline("[[0, 0], [-0.1, 0], [1, 1]]"), {{20, 21, {"from 0 to 1"}}});
    check_findings(with_outline("[[0, 0], [1], [1, 1]]"), {{20, 20, {"two numbers"}}});
    check_findings(with_outline("[[0, 0], 1, [1, 1]]"), {{20, 20, {"must be a list"}}});
    check_findings(with_outline("[[0, 0], [\"1\", 0], [1, 1]]"), {{20, 21, {"a number"}}});
    check_findings(with_outline("[[0, 0], [nan, 0], [1, 1]]"), {{20, 21, {"finite"}}});
}

TEST_CASE("an outline that crosses itself is refused with the edges that meet") {
    // A bow tie: its first edge runs from top left to bottom right, its third from top right to
    // bottom left.
    check_refused("[[0, 0], [1, 1], [1, 0], [0, 1]]", {"edges 1 and 3 (of 4)"});
    // The last edge, from (0.5, 0.5) back to (0, 0.2), cuts the second.
    check_refused("[[0, 0.2], [0.4, 0], [0.2, 0.9], [0.9, 0.9], [0.5, 0.3]]",
                  {"edges 2 and 5 (of 5)"});
}

TEST_CASE("an outline that touches or retraces itself is refused") {
    // The third edge comes down on the first, in (0.5, 0).
    check_refused("[[0, 0], [1, 0], [0.5, 0.5], [0.5, 0], [0, 1]]", {"edges 1 and 3 (of 5)"});
    // The first edge begins on the third: (0.5, 0) lies between (1, 0) and (0, 0).
    check_refused("[[0.5, 0], [1, 1], [1, 0], [0, 0], [0, 1]]", {"edges 1 and 3 (of 5)"});
    // All points on a line: the last edge goes back over the first.
    check_refused("[[0, 0], [0.5, 0.5], [1, 1]]", {"edges 1 and 3 (of 3)"});
    // The second edge turns back along the first.
    check_refused("[[0, 0], [1, 0], [0.6, 0], [0.5, 1]]", {"edges 1 and 2 (of 4)"});
    // A spike: out to (1, 0.5) and back, where the first edge ends.
    check_refused("[[0, 0], [0.5, 0.5], [1, 0.5], [0.5, 0.5], [0, 1]]", {"edges 1 and 3 (of 5)"});
    // The same point twice: two triangles that touch in it.
    check_refused("[[0, 0], [0.5, 0.5], [1, 0], [1, 1], [0.5, 0.5], [0, 1]]",
                  {"edges 1 and 4 (of 6)"});
}

TEST_CASE("an outline may be concave, run either way, have points on a side, and close itself") {
    for (const char* points :
         {"[[0, 0], [1, 0], [0.5, 0.4], [1, 1], [0, 1]]", "[[0, 0], [0, 1], [1, 1], [1, 0]]",
          "[[0, 0], [0.5, 0], [1, 0], [1, 1]]", "[[0, 0], [1, 0], [1, 1], [0, 0]]"}) {
        CAPTURE(points);
        check_findings(with_outline(points), {});
    }
    CHECK(with_outline("[[0, 0], [1, 0], [1, 1], [0, 0]]").scenario().regions[0].outline ==
          std::vector<Point>{{0, 0}, {1, 0}, {1, 1}});
}

TEST_CASE("an outline has at most 500 points") {
    std::string points = "[";
    for (int i = 0; i < 501; ++i) points += "[0, 0], ";
    check_refused(points + "]", {"at most 500", "not 501"});
}
