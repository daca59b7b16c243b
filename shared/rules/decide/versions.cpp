// Versions of the deal text: making, backing and putting them on the table, and looking at what
// they would bring.
#include "rules/bands.hpp"
#include "rules/decide/parts.hpp"

#include <algorithm>

namespace dealtafel::rules {

namespace {

// What a round holds at most, so that a game's state stays small.
constexpr std::size_t versions_max = 300;

bool has_problems(const Asked& asked, const Deal& deal) {
    return !problems_now(asked.scenario, asked.state, deal).empty();
}

}  // namespace

std::optional<Refusal> refuses_negotiation(const Scenario& scenario, const State& state,
                                           PartyId party, RegionId region) {
    if (!at_table(scenario, state, region).contains(party)) return Refusal::not_at_table;
    if (!negotiates(state, region)) return Refusal::no_negotiation;
    return std::nullopt;
}

Result<Deal, Refusal> text_in_question(const State& state, PartyId party, RegionId region,
                                       const std::optional<int>& version,
                                       const std::optional<Deal>& deal) {
    const RegionState& here = state.regions[region.value];
    if (version.has_value() == deal.has_value()) return Refusal::bad_value;
    if (version && !is_version(here, *version)) return Refusal::no_such_version;
    Deal text = deal ? *deal : version_of(here, *version).deal;
    if (text.region != region) return Refusal::wrong_region;
    if (!put_in_order(text)) return Refusal::bad_value;
    if (!knows_all_of(state, party, text)) return Refusal::not_seen;
    return text;
}

Decision decide(const Asked& asked, const command::Amend& amend) {
    if (const auto refusal = asked.refuses_negotiation(amend.region)) return *refusal;
    const RegionState& region = asked.at(amend.region);
    if (asked.state.last_call) return Refusal::last_call;
    if (!is_version(region, amend.base)) return Refusal::no_such_version;
    if (amend.deal.region != amend.region) return Refusal::wrong_region;
    if (region.versions.size() >= versions_max) return Refusal::too_many_versions;
    Deal deal = amend.deal;
    if (!put_in_order(deal)) return Refusal::bad_value;
    if (!knows_all_of(asked.state, asked.party, deal)) return Refusal::not_seen;
    return just(event::VersionMade{amend.region, static_cast<int>(region.versions.size()) + 1,
                                   asked.party, amend.base, std::move(deal)});
}

Decision decide(const Asked& asked, const command::Back& back) {
    if (const auto refusal = asked.refuses_negotiation(back.region)) return *refusal;
    const RegionState& region = asked.at(back.region);
    if (asked.state.last_call) return Refusal::last_call;
    if (back.version != 0 && !is_version(region, back.version)) return Refusal::no_such_version;
    if (region.backing[asked.party.value] == back.version) return Refusal::already_so;
    return just(event::Backed{back.region, asked.party, back.version});
}

Decision decide(const Asked& asked, const command::Put& put) {
    if (asked.scenario[put.region].lead != asked.party) return Refusal::wrong_seat;
    if (const auto refusal = asked.refuses_negotiation(put.region)) return *refusal;
    const RegionState& region = asked.at(put.region);
    if (asked.state.last_call) return Refusal::last_call;
    if (!is_version(region, put.version)) return Refusal::no_such_version;
    if (put.version == region.on_table || put.version == region.concluded) {
        return Refusal::already_so;
    }
    const int backed = backed_by_most(asked.scenario, asked.state, put.region);
    if (backed != 0 && backed != put.version) return Refusal::other_is_backed;
    if (has_problems(asked, version_of(region, put.version).deal)) return Refusal::has_problems;
    return just(event::PutOnTable{put.region, put.version, asked.party});
}

Decision decide(const Asked& asked, const command::Look& look) {
    if (const auto refusal = asked.refuses_negotiation(look.region)) return *refusal;
    const ForecastMode mode = asked.state.settings.forecast;
    if (mode == ForecastMode::none_) return Refusal::no_forecast;
    Result<Deal, Refusal> text =
        text_in_question(asked.state, asked.party, look.region, look.version, look.deal);
    if (!text) return text.error();
    if (has_problems(asked, *text)) return Refusal::has_problems;
    if (mode == ForecastMode::bands &&
        asked.state.seats[asked.party.value].looks_used >= asked.scenario.forecast_exact) {
        return Refusal::no_looks_left;
    }
    const SeatForecast seen = seat_forecast(asked.scenario, asked.state, asked.party, *text);
    event::Looked looked{look.region,       asked.party, look.version, std::nullopt,
                         seen.audit_chance, seen.points, {}};
    if (look.deal) looked.deal = std::move(*text);
    looked.delta = named_deltas(asked.scenario, seen.delta);
    return just(std::move(looked));
}

}  // namespace dealtafel::rules
