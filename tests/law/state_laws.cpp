#include "state_laws.hpp"

#include "rules/side_agreements.hpp"

#include <doctest/doctest.h>

namespace dealtafel::laws {

namespace {

void values_stay_in_range(const rules::State& after) {
    bool in_range = true;
    for (const rules::RegionState& region : after.regions) {
        for (const double score : region.wellbeing) in_range &= score >= 0 && score <= 100;
    }
    CHECK_MESSAGE(in_range, "a score of well-being is not within 0..100");
    in_range = true;
    for (const double trust : after.trust.values) in_range &= trust >= 0 && trust <= 1;
    for (const double tie : after.ties.values) in_range &= tie >= 0 && tie <= 1;
    for (const double urgency : after.urgency) in_range &= urgency >= 0 && urgency <= 1;
    CHECK_MESSAGE(in_range, "trust, a tie or an urgency is not within 0..1");
    for (const ModelParameter& parameter : model_parameters()) {
        const double value = after.model.*parameter.member;
        CHECK_MESSAGE((value >= parameter.low && value <= parameter.high), parameter.name);
    }
    for (const Money budget : after.budgets) CHECK(budget >= Money{});
    for (const rules::RegionState& region : after.regions) {
        CHECK((region.withheld_percent >= 0 && region.withheld_percent <= 20));
    }
}

// A text is signed by the centre, the required parties and partners, and by nobody else; a later
// one by those of the concluded one too.
void only_the_needed_sign(const Scenario& scenario, const rules::State& after) {
    for (std::uint16_t at = 0; at < after.regions.size(); ++at) {
        const rules::RegionState& region = after.regions[at];
        const auto of = [&](int version) -> const rules::Version& {
            return region.versions[static_cast<std::size_t>(version - 1)];
        };
        for (const rules::Version& version : region.versions) {
            if (version.signatures.empty()) continue;
            IdSet<PartyId> needed = rules::signatories(scenario, version.deal);
            if (region.concluded != 0) {
                needed = needed | rules::signatories(scenario, of(region.concluded).deal);
            }
            CHECK(needed.contains_all(version.signatures));
        }
        if (region.concluded == 0) continue;
        const rules::Version& concluded = of(region.concluded);
        CHECK(concluded.signatures.contains_all(rules::signatories(scenario, concluded.deal)));
    }
}

// No event lowers a budget under what a party has signed for and leaves the signatures.
void standing_signatures_are_affordable(const Scenario& scenario, const rules::State& after) {
    // Later nothing can be concluded; in the last call the signatures of a second text stand again.
    if (after.stage != Stage::negotiation || after.last_call) return;
    for (const PartyId party : scenario.all_parties()) {
        for (std::uint16_t at = 0; at < after.regions.size(); ++at) {
            const rules::RegionState& region = after.regions[at];
            if (region.on_table == 0) continue;
            const auto number = static_cast<std::size_t>(region.on_table - 1);
            const rules::Version& version = region.versions[number];
            if (!version.signatures.contains(party)) continue;
            CHECK(rules::committed_elsewhere(after, party, RegionId{at}) +
                      rules::money_of(version.deal, party) <=
                  after.budgets[party.value]);
        }
    }
}

// What is selected fits in the tranche's budget, the centre pays no more of it than was asked, and
// who was rejected has nothing to negotiate about.
void selections_hold(const Scenario& scenario, const rules::State& after) {
    Money asked;
    for (const rules::RegionState& region : after.regions) {
        if (region.contest.rejected) CHECK(region.versions.empty());
        if (!region.contest.selected) continue;
        CHECK_FALSE(region.contest.rejected);
        asked += region.contest.proposal->asked;
        if (region.concluded == 0) continue;
        const auto at = static_cast<std::size_t>(region.concluded - 1);
        CHECK(rules::money_of(region.versions[at].deal, scenario.centre) <=
              region.contest.proposal->asked);
    }
    CHECK(asked <= scenario.tranche_budget.value_or(Money{}));
}

// Nobody has promised more than it has, unless it is about what is concluded.
void side_promises_are_affordable(const Scenario& scenario, const rules::State& after) {
    if (after.stage != Stage::negotiation) return;
    for (const PartyId party : scenario.all_parties()) {
        if (rules::promised(after, party) <= after.budgets[party.value]) continue;
        for (const rules::RegionState& region : after.regions) {
            for (const rules::SideAgreement& side : region.side_agreements) {
                const bool open = side.status == rules::SideStatus::offered
                                      ? side.from == party
                                      : side.status == rules::SideStatus::accepted &&
                                            region.concluded == 0;
                CHECK_FALSE((side.payer == party && side.amount > Money{} && open));
            }
        }
    }
}

}  // namespace

void state_keeps_the_laws(const Scenario& scenario, const rules::State& state) {
    values_stay_in_range(state);
    only_the_needed_sign(scenario, state);
    standing_signatures_are_affordable(scenario, state);
    selections_hold(scenario, state);
    side_promises_are_affordable(scenario, state);
}

}  // namespace dealtafel::laws
