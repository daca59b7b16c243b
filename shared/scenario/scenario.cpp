#include "scenario/scenario.hpp"

#include <algorithm>
#include <cassert>

namespace dealtafel {

namespace {

template <class Things>
std::optional<std::uint16_t> place_of(const Things& things, std::string_view id) {
    const auto at = std::find_if(things.begin(), things.end(),
                                 [id](const auto& thing) { return thing.id == id; });
    if (at == things.end()) return std::nullopt;
    return static_cast<std::uint16_t>(at - things.begin());
}

// The entry of a list with one value a round, whose last entry lasts.
template <class Value>
Value entry_of_round(const std::vector<Value>& list, int round) {
    if (list.empty()) return Value{};
    const auto at = std::min(static_cast<std::size_t>(std::max(round, 1)), list.size());
    return list[at - 1];
}

}  // namespace

std::string_view Scenario::name(IdKind kind, std::uint16_t value) const {
    switch (kind) {
        case IdKind::party: return parties[value].id;
        case IdKind::region: return regions[value].id;
        case IdKind::theme: return themes[value].id;
        case IdKind::challenge: return challenges[value].id;
        case IdKind::capability: return capabilities[value];
        case IdKind::partnership: return partnerships[value].id;
        case IdKind::event: return events[value].id;
        case IdKind::question: return questions[value].id;
    }
    assert(false);
    return {};
}

std::optional<std::uint16_t> Scenario::find(IdKind kind, std::string_view name) const {
    switch (kind) {
        case IdKind::party: return place_of(parties, name);
        case IdKind::region: return place_of(regions, name);
        case IdKind::theme: return place_of(themes, name);
        case IdKind::challenge: return place_of(challenges, name);
        case IdKind::partnership: return place_of(partnerships, name);
        case IdKind::event: return place_of(events, name);
        case IdKind::question: return place_of(questions, name);
        case IdKind::capability: {
            const auto at = std::find(capabilities.begin(), capabilities.end(), name);
            if (at == capabilities.end()) return std::nullopt;
            return static_cast<std::uint16_t>(at - capabilities.begin());
        }
    }
    assert(false);
    return std::nullopt;
}

int Scenario::seconds(Stage stage, int round) const {
    const auto at = phase_seconds.find(stage);
    return at == phase_seconds.end() ? 0 : entry_of_round(at->second, round);
}

double Scenario::listed_urgency(ChallengeId challenge, int round) const {
    return entry_of_round((*this)[challenge].urgency, round);
}

IdSet<PartyId> Scenario::all_parties() const {
    IdSet<PartyId> all;
    for (std::uint16_t i = 0; i < parties.size(); ++i) all.insert(PartyId{i});
    return all;
}

IdSet<PartyId> Scenario::parties_of(RegionId region) const {
    IdSet<PartyId> of;
    for (std::uint16_t i = 0; i < parties.size(); ++i) {
        if (parties[i].region == region) of.insert(PartyId{i});
    }
    return of;
}

bool Scenario::is_rijk(PartyId party) const {
    const PartyKind kind = (*this)[party].kind;
    return kind == PartyKind::central_government || kind == PartyKind::ministry;
}

}  // namespace dealtafel
