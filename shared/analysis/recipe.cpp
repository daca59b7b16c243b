#include "analysis/recipe.hpp"

#include <algorithm>

namespace dealtafel::analysis {

namespace {

using rules::Deal;
using rules::Line;

// For each need the first in scenario order who can meet it, unless somebody named already can;
// where nobody can, those who must sign.
std::vector<PartyId> capable(const Situation& situation, const Challenge& challenge) {
    const Scenario& scenario = situation.scenario;
    IdSet<PartyId> named;
    IdSet<CapabilityId> met;
    for (const Need& need : challenge.needs) {
        if (met.contains(need.capability)) continue;
        for (const PartyId party : scenario.file_order) {
            const bool can = scenario[party].capabilities.contains(need.capability);
            if (!can || !situation.partners.contains(party)) continue;
            named.insert(party);
            met = met | scenario[party].capabilities;
            break;
        }
    }
    for (const PartyId party : situation.partners) {
        if (met.empty() && scenario[party].required) named.insert(party);
    }
    std::vector<PartyId> partners;
    for (const PartyId party : named) partners.push_back(party);
    return partners;
}

// A party's whole budget, as evenly as it goes over the lines in which it pays.
void pay_evenly(Deal& deal, PartyId party, Money budget, bool everywhere) {
    std::vector<Line*> lines;
    for (Line& line : deal.lines) {
        const auto& partners = line.partners;
        const bool pays =
            everywhere || std::find(partners.begin(), partners.end(), party) != partners.end();
        if (pays) lines.push_back(&line);
    }
    if (lines.empty()) return;
    const std::vector<Money> amounts = spread(budget, lines.size());
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (amounts[at].tenths > 0) lines[at]->money[party] = amounts[at];
    }
}

}  // namespace

Deal recipe(const Situation& situation, const std::vector<ChallengeId>& agenda, Form form) {
    Deal deal;
    deal.region = situation.region;
    deal.form = form;
    deal.conditions = 2;
    deal.accountability = Accountability::mutual;
    deal.powers = deal.coordination = deal.review = true;
    for (const ChallengeId challenge : agenda) {
        Line line;
        line.challenge = challenge;
        line.partners = capable(situation, situation.scenario[challenge]);
        line.goal = Goal::joint;
        line.result.empty = false;
        deal.lines.push_back(std::move(line));
    }
    const Room room = room_of(situation, agenda);
    for (const PartyId party : situation.partners) {
        pay_evenly(deal, party, room.budget(party), false);
    }
    // The centre matches what the region puts in, as far as its budget goes.
    Money regional;
    for (const PartyId party : situation.partners) {
        if (!situation.scenario.is_rijk(party)) regional += rules::money_of(deal, party);
    }
    const double least = situation.state.model.cofinancing_min;
    Money match = room.budget(situation.scenario.centre);
    if (least > 0) match = std::min(match, part_of(regional, 1 / least));
    pay_evenly(deal, situation.scenario.centre, match, true);
    mend(room, deal);
    return deal;
}

}  // namespace dealtafel::analysis
