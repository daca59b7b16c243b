// Versions, backing, stances, signatures, and walking away.
#include "rules/evolve/parts.hpp"

namespace dealtafel::rules {

void apply(const Change& change, const event::VersionMade& made) {
    change.at(made.region).versions.push_back({made.by, made.base, made.deal, {}});
    change.news_at(made.region);
}

void apply(const Change& change, const event::Backed& backed) {
    change.at(backed.region).backing[backed.party.value] = backed.version;
}

void apply(const Change& change, const event::PutOnTable& put) {
    RegionState& region = change.at(put.region);
    region.on_table = put.version;
    region.stances = {};
    change.version(put.region, put.version).signatures = {};
    change.news_at(put.region);
}

void apply(const Change& change, const event::TakenOff& off) {
    RegionState& region = change.at(off.region);
    change.version(off.region, off.version).signatures = {};
    if (region.on_table == off.version) {
        region.on_table = 0;
        region.stances = {};
    }
    if (region.rival == off.version) region.rival = 0;
    change.news_at(off.region);
}

void apply(const Change& change, const event::StanceAsked& asked) {
    ++change.at(asked.region).stances_asked;
}

void apply(const Change& change, const event::StanceGiven& given) {
    change.at(given.region).stances[given.party] = {given.could_sign, given.obstacle,
                                                    given.challenge};
}

void apply(const Change& change, const event::Signed& signature) {
    change.news_at(signature.region);
    change.version(signature.region, signature.version).signatures.insert(signature.party);
}

void apply(const Change& change, const event::Unsigned& signature) {
    change.news_at(signature.region);
    change.version(signature.region, signature.version).signatures.erase(signature.party);
}

void apply(const Change& change, const event::Concluded& concluded) {
    RegionState& region = change.at(concluded.region);
    region.concluded = concluded.version;
    region.on_table = 0;
    region.rival = 0;
    region.stances = {};
    region.walk_aways.clear();
    change.news_at(concluded.region);
}

// Told to the signatories, and no part of the state.
void apply(const Change&, const event::SecondLook&) {}

void apply(const Change& change, const event::WalkedAway& walked) {
    change.at(walked.region).walk_aways.push_back({walked.party, walked.ends_ms});
    change.news_at(walked.region);
}

void apply(const Change& change, const event::Stayed& stayed) {
    std::erase_if(change.at(stayed.region).walk_aways,
                  [&](const WalkAwayState& walk) { return walk.party == stayed.party; });
    change.news_at(stayed.region);
}

void apply(const Change& change, const event::NegotiationEnded& ended) {
    RegionState& region = change.at(ended.region);
    region.ended = true;
    end_all_sides(region);
    region.on_table = 0;
    region.rival = 0;
    region.walk_aways.clear();
    change.news_at(ended.region);
}

void apply(const Change& change, const event::Looked& looked) {
    ++change.at(looked.party).looks_used;
}

}  // namespace dealtafel::rules
