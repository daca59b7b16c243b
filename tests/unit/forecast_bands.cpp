// A limit belongs to the band that lies nearer to no change.
#include "rules/bands.hpp"

#include <doctest/doctest.h>

using namespace dealtafel::rules;

TEST_CASE(
    "points fall into five bands, at 2 and a half times the model's band beside the reserve") {
    // Reserve 10, band 4: the limits are 2, 8, 12 and 18.
    CHECK(points_band(1.99, 10, 4) == PointsBand::much_worse);
    CHECK(points_band(2, 10, 4) == PointsBand::worse);
    CHECK(points_band(7.99, 10, 4) == PointsBand::worse);
    CHECK(points_band(8, 10, 4) == PointsBand::about_the_same);
    CHECK(points_band(12, 10, 4) == PointsBand::about_the_same);
    CHECK(points_band(12.01, 10, 4) == PointsBand::better);
    CHECK(points_band(18, 10, 4) == PointsBand::better);
    CHECK(points_band(18.01, 10, 4) == PointsBand::much_better);
}

TEST_CASE(
    "a change of a theme is none, small, clear or large, up or down, by 0.25, 1 and 3 points") {
    const auto is = [](double change, ThemeBand band, bool up) {
        return theme_band(change) == ThemeForecast{band, up};
    };
    CHECK(is(0.25, ThemeBand::none_, false));
    CHECK(is(-0.25, ThemeBand::none_, false));
    CHECK(is(0.26, ThemeBand::small, true));
    CHECK(is(-0.26, ThemeBand::small, false));
    CHECK(is(1, ThemeBand::small, true));
    CHECK(is(1.01, ThemeBand::clear, true));
    CHECK(is(-3, ThemeBand::clear, false));
    CHECK(is(3.01, ThemeBand::large, true));
}

TEST_CASE("a text is about as good as the table's within a tenth of the band") {
    // Band 5: within 0.5 of the table's 20 points.
    CHECK(comparison(19.49, 20, 5) == Comparison::worse);
    CHECK(comparison(19.5, 20, 5) == Comparison::about_as_good);
    CHECK(comparison(20.5, 20, 5) == Comparison::about_as_good);
    CHECK(comparison(20.51, 20, 5) == Comparison::better);
}
