#include "rules/outcome_told.hpp"

#include "base/draw.hpp"
#include "rules/bands.hpp"
#include "rules/moves_on.hpp"
#include "rules/side_agreements.hpp"

#include <string>

namespace dealtafel::rules {

namespace {

struct Told {
    RegionId region;
    const Deal* deal = nullptr;
    IdSet<PartyId> signed_by;
    Outcome outcome;
};

event::AuditDrawn draw_audit(const Scenario& scenario, const State& state, RegionId region,
                             const Deal& deal) {
    event::AuditDrawn drawn;
    drawn.region = region;
    drawn.chance = audit_chance(state.model, deal);
    drawn.draw = draw(state.settings.seed, "audit/" + scenario[region].id + "/" +
                                               std::to_string(state.round));
    drawn.finding = drawn.draw < drawn.chance;
    return drawn;
}

// Who pays beside the deal has spent more, who is paid less. Tenths are summed first, so that whole
// amounts stay whole; nothing but lines and side agreements costs a regional party money.
void add_side_agreements(const RegionState& region, const Deal& deal, Outcome& outcome) {
    for (std::uint16_t at = 0; at < outcome.spent.size(); ++at) {
        const Money balance = side_balance(region, PartyId{at});
        if (balance == Money{}) continue;
        outcome.spent[at] = (money_of(deal, PartyId{at}) + balance).millions();
    }
}

event::OutcomeTold told_event(const Scenario& scenario, const State& state, const Told& told,
                              int version) {
    event::OutcomeTold event;
    event.region = told.region;
    event.version = version;
    event.deal = *told.deal;
    event.outcome = told.outcome;
    event.delta = named_deltas(scenario, told.outcome.delta);
    for (std::uint16_t at = 0; at < told.outcome.spent.size(); ++at) {
        if (told.outcome.spent[at] != 0) event.spent[PartyId{at}] = told.outcome.spent[at];
    }
    for (const SideAgreement& side : state.regions[told.region.value].side_agreements) {
        if (!takes_effect(state.regions[told.region.value], side)) continue;
        event.side_agreements.push_back(
            {side.from, side.to, side.payer, side.amount, side.text});
    }
    event.explanation =
        explain(scenario, circumstances(state, told.region), *told.deal, told.outcome);
    return event;
}

// What side agreements about one deal cost a party or bring it, one part each.
void explain_side_agreements(const Scenario& scenario, const RegionState& region, RegionId id,
                             PartyId party, std::vector<Part>& parts) {
    for (const SideAgreement& side : region.side_agreements) {
        const bool one_of_them = side.from == party || side.to == party;
        if (!one_of_them || !takes_effect(region, side) || side.amount == Money{}) continue;
        const double paid = side.amount.millions() * (side.payer == party ? 1 : -1);
        Part part;
        part.rule = Rule::side_agreement;
        part.amount = -scenario[party].money_value * paid;
        part.party = side.from == party ? side.to : side.from;
        part.region = id;
        if (part.amount != 0) parts.push_back(part);
    }
}

// Whether a party has no deal this round: its region has none, or without a region no region has.
bool without_deal(const Scenario& scenario, PartyId party, const std::vector<Told>& deals) {
    for (const Told& told : deals) {
        if (!scenario[party].region || *scenario[party].region == told.region) return false;
    }
    return true;
}

event::Scored score(const Scenario& scenario, const State& state, PartyId party,
                    const std::vector<Told>& deals) {
    event::Scored scored;
    scored.party = party;
    for (const Told& told : deals) {
        const bool mandates =
            told.signed_by.contains(party) || scenario[party].region == told.region;
        scored.points +=
            points(scenario, state.model, *told.deal, told.outcome, party, mandates);
        for (const Part& part :
             explain_points(scenario, state.model, *told.deal, told.outcome, party, mandates)) {
            scored.parts.push_back(part);
        }
        explain_side_agreements(scenario, state.regions[told.region.value], told.region, party,
                                scored.parts);
    }
    if (without_deal(scenario, party, deals)) {
        scored.points += scenario[party].reserve;
        Part part;
        part.rule = Rule::reserve;
        part.amount = scenario[party].reserve;
        scored.parts.push_back(part);
    }
    return scored;
}

}  // namespace

Events tell_outcome(const Scenario& scenario, const State& state) {
    Events events;
    std::vector<Told> deals;
    for (std::uint16_t at = 0; at < state.regions.size(); ++at) {
        const RegionState& here = state.regions[at];
        if (scenario.parties_of(RegionId{at}).empty()) continue;
        if (here.concluded == 0) {
            events.emplace_back(event::NoDeal{RegionId{at}, !here.versions.empty()});
            continue;
        }
        const Deal& deal = version_of(here, here.concluded).deal;
        bool finding = false;
        if (deal.form == Form::decentralised) {
            const event::AuditDrawn drawn = draw_audit(scenario, state, RegionId{at}, deal);
            finding = drawn.finding;
            events.emplace_back(drawn);
        }
        Told told{RegionId{at}, &deal, signatories(scenario, deal),
                  outcome(scenario, circumstances(state, RegionId{at}), deal, finding)};
        add_side_agreements(here, deal, told.outcome);
        events.emplace_back(told_event(scenario, state, told, here.concluded));
        deals.push_back(std::move(told));
    }
    for (const PartyId party : scenario.all_parties()) {
        events.emplace_back(score(scenario, state, party, deals));
    }
    std::vector<ConcludedDeal> concluded;
    for (const Told& told : deals) concluded.push_back({told.region, told.deal, &told.outcome});
    events.emplace_back(move_on(scenario, state, concluded));
    return events;
}

}  // namespace dealtafel::rules
