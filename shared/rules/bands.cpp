#include "rules/bands.hpp"

#include "rules/forecast.hpp"

#include <cmath>

namespace dealtafel::rules {

PointsBand points_band(double points, double reserve, double band) {
    const double above = points - reserve;
    if (above < -2 * band) return PointsBand::much_worse;
    if (above < -0.5 * band) return PointsBand::worse;
    if (above <= 0.5 * band) return PointsBand::about_the_same;
    if (above <= 2 * band) return PointsBand::better;
    return PointsBand::much_better;
}

ThemeForecast theme_band(double change) {
    const double size = std::abs(change);
    ThemeForecast forecast;
    forecast.band = size <= 0.25 ? ThemeBand::none_
                    : size <= 1  ? ThemeBand::small
                    : size <= 3  ? ThemeBand::clear
                                 : ThemeBand::large;
    forecast.up = forecast.band != ThemeBand::none_ && change > 0;
    return forecast;
}

Comparison comparison(double points, double points_on_table, double band) {
    const double above = points - points_on_table;
    if (above < -0.1 * band) return Comparison::worse;
    if (above > 0.1 * band) return Comparison::better;
    return Comparison::about_as_good;
}

SeatForecast seat_forecast(const Scenario& scenario, const State& state, PartyId party,
                           const Deal& deal) {
    Circumstances at = circumstances(state, deal.region);
    at.known_urgency = urgency_known(state, party);
    IdSet<PartyId> mandates_of;
    if (signatories(scenario, deal).contains(party) || scenario[party].region == deal.region) {
        mandates_of.insert(party);
    }
    Forecast all = forecast(scenario, at, deal, mandates_of);
    return {all.audit_chance, all.points[party.value], std::move(all.delta)};
}

IdMap<RegionId, IdMap<ThemeId, double>> named_deltas(const Scenario& scenario,
                                                     const std::vector<double>& delta) {
    IdMap<RegionId, IdMap<ThemeId, double>> named;
    const std::size_t themes = scenario.themes.size();
    for (std::size_t at = 0; at < delta.size(); ++at) {
        if (delta[at] == 0) continue;
        const RegionId region{static_cast<std::uint16_t>(at / themes)};
        named[region][ThemeId{static_cast<std::uint16_t>(at % themes)}] = delta[at];
    }
    return named;
}

Bands bands(const Scenario& scenario, const State& state, PartyId party, const Deal& deal) {
    const SeatForecast seen = seat_forecast(scenario, state, party, deal);
    const double band = state.model.band;
    Bands made;
    made.points = points_band(seen.points, scenario[party].reserve, band);
    made.audit_chance = seen.audit_chance;
    const std::size_t themes = scenario.themes.size();
    for (std::uint16_t theme = 0; theme < themes; ++theme) {
        double elsewhere = 0;
        for (std::size_t region = 0; region < scenario.regions.size(); ++region) {
            const double change = seen.delta[region * themes + theme];
            if (region == deal.region.value) {
                made.here[ThemeId{theme}] = theme_band(change);
            } else {
                elsewhere += change;
            }
        }
        made.elsewhere[ThemeId{theme}] = theme_band(elsewhere);
    }
    const RegionState& region = state.regions[deal.region.value];
    if (region.on_table != 0) {
        const Deal& open = version_of(region, region.on_table).deal;
        const double now = seat_forecast(scenario, state, party, open).points;
        made.against_table = comparison(seen.points, now, band);
    }
    return made;
}

}  // namespace dealtafel::rules
