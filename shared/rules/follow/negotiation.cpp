// Texts that come on the table or leave it, conclusions, the last call, who is asked for a stance.
#include "rules/agenda.hpp"
#include "rules/follow/parts.hpp"

namespace dealtafel::rules {

namespace {

Events first_versions(const Now& now) {
    return first_region(now, [&](RegionId region) -> Events {
        if (!negotiates(now.state, region) || !now.at(region).versions.empty()) return {};
        return one(event::VersionMade{region, 1, std::nullopt, 0,
                                      first_version(now.scenario, now.state, region)});
    });
}

Events ended_by_walking(const Now& now) {
    return first_region(now, [&](RegionId region) -> Events {
        const RegionState& here = now.at(region);
        if (here.ended || here.concluded != 0) return {};
        for (const WalkAwayState& walk : here.walk_aways) {
            if (now.play_ms < walk.ends_ms) continue;
            return one(event::NegotiationEnded{region, walk.party});
        }
        return {};
    });
}

std::vector<Problem> problems_of(const Now& now, RegionId region, int version) {
    return problems_now(now.scenario, now.state, version_of(now.at(region), version).deal);
}

// A text on the table that got a problem, as when a partner left the table.
Events taken_off(const Now& now) {
    return first_region(now, [&](RegionId region) -> Events {
        for (const int version : {now.at(region).on_table, now.at(region).rival}) {
            if (version == 0 || !negotiates(now.state, region)) continue;
            const std::vector<Problem> found = problems_of(now, region, version);
            if (!found.empty()) return one(event::TakenOff{region, version, found.front().code});
        }
        return {};
    });
}

Events put_by_backing(const Now& now) {
    if (now.state.last_call) return {};
    return first_region(now, [&](RegionId region) -> Events {
        if (!negotiates(now.state, region)) return {};
        const int backed = backed_by_most(now.scenario, now.state, region);
        const RegionState& here = now.at(region);
        if (backed == 0 || backed == here.on_table || backed == here.concluded) return {};
        if (!problems_of(now, region, backed).empty()) return {};
        return one(event::PutOnTable{region, backed, std::nullopt});
    });
}

event::SecondLook look_again(const Now& now, RegionId region, int version) {
    const Remainder found =
        second_look(now.scenario, now.state, version_of(now.at(region), version).deal);
    return {region, version, found.above, found.gain, left_on_table(found)};
}

Events concluded(const Now& now) {
    return first_region(now, [&](RegionId region) -> Events {
        const RegionState& here = now.at(region);
        if (!negotiates(now.state, region)) return {};
        for (const int version : {here.on_table, here.rival}) {
            if (version == 0) continue;
            const Version& open = version_of(here, version);
            if (!open.signatures.contains_all(needed_for(now.scenario, here, version))) continue;
            Events events = one(event::Concluded{region, version, here.concluded});
            if (now.state.settings.second_look && here.concluded == 0) {
                events.emplace_back(look_again(now, region, version));
            }
            return events;
        }
        return {};
    });
}

// In the last call the text with most signatures before the one on the table can be signed too.
int rival_of(const Now& now, RegionId region) {
    const RegionState& here = now.at(region);
    int best = 0;
    std::size_t most = 0;
    for (int version = 1; version <= static_cast<int>(here.versions.size()); ++version) {
        if (version == here.on_table || version == here.concluded) continue;
        const std::size_t count = version_of(here, version).signatures.size();
        if (count == 0 || count < most || !problems_of(now, region, version).empty()) continue;
        best = version;
        most = count;
    }
    return best;
}

Events last_call(const Now& now) {
    if (now.state.last_call || !now.state.stage_ends_ms) return {};
    if (now.play_ms < *now.state.stage_ends_ms - last_call_ms(now.scenario, now.state)) return {};
    event::LastCallBegan began;
    for (std::uint16_t at = 0; at < now.state.regions.size(); ++at) {
        if (!negotiates(now.state, RegionId{at})) continue;
        const int rival = rival_of(now, RegionId{at});
        if (rival != 0) began.rivals[RegionId{at}] = rival;
    }
    return one(std::move(began));
}

// How often the clock alone asks for stances: at half and at four fifths of the phase.
int stances_due(const Now& now) {
    if (!now.state.stage_ends_ms) return 0;
    const std::int64_t length = *now.state.stage_ends_ms - now.state.stage_began_ms;
    const std::int64_t passed = now.play_ms - now.state.stage_began_ms;
    return (passed * 2 >= length ? 1 : 0) + (passed * 5 >= length * 4 ? 1 : 0);
}

Events stances_asked(const Now& now) {
    const int due = stances_due(now);
    return first_region(now, [&](RegionId region) -> Events {
        const RegionState& here = now.at(region);
        if (!negotiates(now.state, region) || here.stances_asked >= due) return {};
        return one(event::StanceAsked{region, here.on_table});
    });
}

}  // namespace

Events negotiation(const Now& now) {
    for (const auto step : {first_versions, ended_by_walking, taken_off, sides_lapsed, concluded,
                            put_by_backing, last_call, stances_asked}) {
        Events events = step(now);
        if (!events.empty()) return events;
    }
    return {};
}

// When the clock alone changes something in a negotiation next, in play time.
std::optional<std::int64_t> negotiation_due(const Scenario& scenario, const State& state) {
    std::optional<std::int64_t> first;
    for (const RegionState& region : state.regions) {
        if (region.ended || region.concluded != 0) continue;
        for (const WalkAwayState& walk : region.walk_aways) first = earlier(first, walk.ends_ms);
    }
    if (!state.stage_ends_ms) return first;
    const std::int64_t length = *state.stage_ends_ms - state.stage_began_ms;
    if (!state.last_call) {
        first = earlier(first, *state.stage_ends_ms - last_call_ms(scenario, state));
    }
    for (std::uint16_t at = 0; at < state.regions.size(); ++at) {
        if (!negotiates(state, RegionId{at})) continue;
        const int asked = state.regions[at].stances_asked;
        if (asked == 0) first = earlier(first, state.stage_began_ms + (length + 1) / 2);
        if (asked == 1) first = earlier(first, state.stage_began_ms + (length * 4 + 4) / 5);
    }
    return first;
}

}  // namespace dealtafel::rules
