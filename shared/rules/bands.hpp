// The forecast in bands: what a seat learns of a text without looking exactly (section 7 of
// docs/rules.md).
#pragma once

#include "rules/outcome.hpp"
#include "rules/problems.hpp"
#include "rules/state.hpp"

#include <boost/describe/enum.hpp>

namespace dealtafel::rules {

// Own points against the reserve.
enum class PointsBand { much_worse, worse, about_the_same, better, much_better };
BOOST_DESCRIBE_ENUM(PointsBand, much_worse, worse, about_the_same, better, much_better)

enum class ThemeBand { none_, small, clear, large };
BOOST_DESCRIBE_ENUM(ThemeBand, none_, small, clear, large)

enum class Comparison { worse, about_as_good, better };
BOOST_DESCRIBE_ENUM(Comparison, worse, about_as_good, better)

struct ThemeForecast {
    ThemeBand band{};
    bool up = false;  // the sign of the change; false where there is none
    bool operator==(const ThemeForecast&) const = default;
};

struct Bands {
    PointsBand points{};
    IdMap<ThemeId, ThemeForecast> here;       // the deal's region
    IdMap<ThemeId, ThemeForecast> elsewhere;  // all other regions together
    std::optional<Comparison> against_table;  // none: nothing is on the table
    double audit_chance = 0;
    bool operator==(const Bands&) const = default;
};

// Limits of the bands, by the model's `band` where points are concerned.
PointsBand points_band(double points, double reserve, double band);
ThemeForecast theme_band(double change);
Comparison comparison(double points, double points_on_table, double band);

// The exact forecast of a deal for a seat, by what it knows: nobody's reserve, an unknown urgency
// as 0.5, its mandates only if the version needs it or is of its region.
struct SeatForecast {
    double audit_chance = 0;
    double points = 0;
    std::vector<double> delta;  // region * themes + theme
};
SeatForecast seat_forecast(const Scenario& scenario, const State& state, PartyId party,
                           const Deal& deal);
// Changes of well-being by name, those that are not 0.
IdMap<RegionId, IdMap<ThemeId, double>> named_deltas(const Scenario& scenario,
                                                     const std::vector<double>& delta);
// The same in bands.
Bands bands(const Scenario& scenario, const State& state, PartyId party, const Deal& deal);

}  // namespace dealtafel::rules
