// What a seat thinks of the text on the table, and its signature.
#include "rules/decide/parts.hpp"
#include "rules/side_agreements.hpp"

namespace dealtafel::rules {

Decision decide(const Asked& asked, const command::Stance& stance) {
    if (const auto refusal = asked.refuses_negotiation(stance.region)) return *refusal;
    const RegionState& region = asked.at(stance.region);
    if (region.on_table == 0) return Refusal::not_on_table;
    if (stance.could_sign == stance.obstacle.has_value()) return Refusal::bad_value;
    if ((stance.obstacle == Obstacle::line) != stance.challenge.has_value()) {
        return Refusal::bad_value;
    }
    if (stance.challenge) {
        bool in_text = false;
        for (const Line& line : version_of(region, region.on_table).deal.lines) {
            in_text = in_text || line.challenge == *stance.challenge;
        }
        if (!in_text) return Refusal::bad_value;
    }
    return just(event::StanceGiven{stance.region, asked.party, region.on_table, stance.could_sign,
                                   stance.obstacle, stance.challenge});
}

Decision decide(const Asked& asked, const command::Sign& sign) {
    if (const auto refusal = asked.refuses_negotiation(sign.region)) return *refusal;
    const RegionState& region = asked.at(sign.region);
    if (sign.version != 0 && sign.version == region.concluded) return Refusal::concluded;
    if (!can_be_signed(region, sign.version)) return Refusal::not_on_table;
    const Version& version = version_of(region, sign.version);
    if (!needed_for(asked.scenario, region, sign.version).contains(asked.party)) {
        return Refusal::not_a_signatory;
    }
    if (version.signatures.contains(asked.party)) return Refusal::already_so;
    const Money spent = committed_elsewhere(asked.state, asked.party, sign.region) +
                        side_payments(asked.state, asked.party) +
                        money_of(version.deal, asked.party);
    if (spent > asked.state.budgets[asked.party.value]) return Refusal::over_budget;
    Events events;
    for (const int other : {region.on_table, region.rival}) {
        if (other == 0 || other == sign.version) continue;
        if (version_of(region, other).signatures.contains(asked.party)) {
            events.emplace_back(event::Unsigned{sign.region, asked.party, other});
        }
    }
    events.emplace_back(event::Signed{sign.region, asked.party, sign.version});
    return events;
}

Decision decide(const Asked& asked, const command::Unsign& unsign) {
    if (const auto refusal = asked.refuses_negotiation(unsign.region)) return *refusal;
    const RegionState& region = asked.at(unsign.region);
    Events events;
    for (const int version : {region.on_table, region.rival}) {
        if (version == 0 || !version_of(region, version).signatures.contains(asked.party)) continue;
        events.emplace_back(event::Unsigned{unsign.region, asked.party, version});
    }
    if (events.empty()) return Refusal::already_so;
    return events;
}

}  // namespace dealtafel::rules
