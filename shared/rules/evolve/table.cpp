// The framework, the agenda, and who sits at which table.
#include "rules/evolve/parts.hpp"

namespace dealtafel::rules {

void sit_down(RegionState& region, PartyId party) {
    region.invited.erase(party);
    region.table.insert(party);
    region.left.erase(party);
}

void get_up(RegionState& region, PartyId party) {
    region.table.erase(party);
    region.left.erase(party);
    fall_silent(region, party);
    end_sides_of(region, party, false);
}

void fall_silent(RegionState& region, PartyId party) {
    region.backing[party.value] = 0;
    region.stances.erase(party);
    for (std::size_t at = 0; at < region.versions.size(); ++at) {
        if (static_cast<int>(at) + 1 == region.concluded) continue;
        region.versions[at].signatures.erase(party);
    }
}

void apply(const Change& change, const event::Published& published) {
    change.state.framework.published = true;
    change.state.framework.stated = published.stated;
    change.state.framework.weights = published.weights;
    for (const Demanded& demand : published.demands) {
        change.at(demand.region).demanded.insert(demand.challenge);
    }
    change.news(change.scenario.all_parties());
}

void apply(const Change& change, const event::AmbitionSet& set) {
    change.at(set.region).ambitions[set.party.value][set.theme] = set.value;
}

void apply(const Change& change, const event::Supported& supported) {
    const RegionId region = change.scenario[supported.challenge].region;
    IdSet<PartyId>& supporters = change.at(region).supporters[supported.challenge.value];
    if (supported.on) {
        supporters.insert(supported.party);
    } else {
        supporters.erase(supported.party);
    }
}

void apply(const Change& change, const event::Invited& invited) {
    change.at(invited.region).invited.insert(invited.party);
    change.at(invited.party).ready = false;
}

void apply(const Change& change, const event::InvitationEnded& ended) {
    change.at(ended.region).invited.erase(ended.party);
}

void apply(const Change& change, const event::JoinedTable& joined) {
    sit_down(change.at(joined.region), joined.party);
    change.news_at(joined.region);
}

void apply(const Change& change, const event::LeftTable& left) {
    change.news_at(left.region);
    get_up(change.at(left.region), left.party);
    change.at(left.region).left.insert(left.party);
}

void apply(const Change& change, const event::Knocked& knocked) {
    change.at(knocked.region).knocked.insert(knocked.party);
    change.news_at(knocked.region);
}

void apply(const Change& change, const event::Shared& shared) {
    for (const PartyId party : shared.with) change.at(party).sees.insert(shared.challenge);
    change.news(shared.with);
}

void apply(const Change& change, const event::AgendaMade& made) {
    RegionState& region = change.at(made.region);
    region.agenda_made = true;
    region.table_ambition.assign(change.scenario.themes.size(), 0);
    for (const auto& [theme, value] : made.ambition) region.table_ambition[theme.value] = value;
    region.agenda_scores = region.wellbeing;
    region.agenda = made.challenges;
    for (const ChallengeId challenge : made.challenges) change.state.on_agendas.insert(challenge);
}

void apply(const Change& change, const event::DemandMade& demand) {
    RegionState& region = change.at(demand.region);
    region.demanded.insert(demand.challenge);
    region.agenda.push_back(demand.challenge);
    change.state.on_agendas.insert(demand.challenge);
    change.news_at(demand.region);
}

}  // namespace dealtafel::rules
