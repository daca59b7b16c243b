#include "analysis/deals.hpp"

#include <algorithm>
#include <array>

namespace dealtafel::analysis {

namespace {

using rules::Deal;
using rules::Line;

// Tenths of a deal, by party number.
std::array<std::int64_t, ids_max> tenths_by_party(const Deal& deal) {
    std::array<std::int64_t, ids_max> paid{};
    for (const Line& line : deal.lines) {
        for (const auto& [party, amount] : line.money) paid[party.value] += amount.tenths;
    }
    return paid;
}

std::int64_t tenths_of(const Deal& deal, IdSet<PartyId> payers) {
    std::int64_t sum = 0;
    for (const Line& line : deal.lines) {
        for (const auto& [party, amount] : line.money) {
            if (payers.contains(party)) sum += amount.tenths;
        }
    }
    return sum;
}

// Takes so many tenths away from what some parties pay, the largest amount first.
void take(Deal& deal, IdSet<PartyId> payers, std::int64_t tenths) {
    while (tenths > 0) {
        Line* from = nullptr;
        PartyId payer;
        Money largest;
        for (Line& line : deal.lines) {
            for (const auto& [party, amount] : line.money) {
                if (!payers.contains(party) || amount <= largest) continue;
                from = &line;
                payer = party;
                largest = amount;
            }
        }
        if (from == nullptr) return;
        const std::int64_t taken = std::min(tenths, std::max<std::int64_t>(1, largest.tenths / 4));
        tenths -= taken;
        if (taken == largest.tenths) {
            from->money.erase(payer);
        } else {
            from->money[payer] = Money{largest.tenths - taken};
        }
    }
}

// The most whole tenths that are at most `value`, which is not negative.
std::int64_t whole(double value) { return static_cast<std::int64_t>(value + 1e-9); }

}  // namespace

void mend(const Room& room, Deal& deal) {
    const Scenario& scenario = room.scenario;
    const Model& model = scenario.model;
    IdSet<PartyId> rijk;
    IdSet<PartyId> region;
    for (const PartyId party : rules::partners_of(deal)) {
        (scenario.is_rijk(party) ? rijk : region).insert(party);
    }
    rijk.insert(scenario.centre);
    const auto paid = tenths_by_party(deal);
    for (const PartyId party : rijk | region) {
        IdSet<PartyId> only;
        only.insert(party);
        take(deal, only, paid[party.value] - room.budget(party).tenths);
    }
    if (room.asked) {
        IdSet<PartyId> centre;
        centre.insert(scenario.centre);
        take(deal, centre, tenths_of(deal, centre) - room.asked->tenths);
    }
    if (model.cofinancing_min > 0) {
        const auto regional = static_cast<double>(tenths_of(deal, region));
        take(deal, rijk, tenths_of(deal, rijk) - whole(regional / model.cofinancing_min));
    }
    if (model.centre_share_min > 0) {
        // The Rijk's part of all is at least the share: what the region pays is at most this.
        const auto of_rijk = static_cast<double>(tenths_of(deal, rijk));
        const double most = of_rijk * (1 - model.centre_share_min) / model.centre_share_min;
        take(deal, region, tenths_of(deal, region) - whole(most));
    }
    if (deal.lines.size() < 2) return;
    const auto least = std::min_element(
        deal.lines.begin(), deal.lines.end(),
        [](const Line& a, const Line& b) { return rules::total(a) < rules::total(b); });
    const auto tenths = static_cast<double>(rules::total(*least).tenths);
    if (tenths < model.line_min * 10) deal.lines.erase(least);
}

}  // namespace dealtafel::analysis
