#include "analysis/deals.hpp"

#include <algorithm>

namespace dealtafel::analysis {

namespace {

using rules::Deal;
using rules::Line;

void pay(Line& line, PartyId party, Money amount) {
    if (amount.tenths > 0) line.money[party] = amount;
}

// Regional money first, then of the centre what may be put beside it.
void put_money(const Room& room, Deal& deal, Random& random) {
    const PartyId centre = room.scenario.centre;
    const double share = 0.3 + 0.7 * random.unit();
    Money regional;
    for (const PartyId party : rules::partners_of(deal)) {
        std::vector<Line*> lines;
        for (Line& line : deal.lines) {
            const auto& partners = line.partners;
            if (std::find(partners.begin(), partners.end(), party) != partners.end()) {
                lines.push_back(&line);
            }
        }
        const Money own = part_of(room.budget(party), share);
        const std::vector<Money> amounts = spread(own, lines.size());
        for (std::size_t at = 0; at < lines.size(); ++at) pay(*lines[at], party, amounts[at]);
        if (!room.scenario.is_rijk(party)) regional += own;
    }
    Money rijk = room.budget(centre);
    const double cofinancing = room.scenario.model.cofinancing_min;
    if (cofinancing > 0) rijk = std::min(rijk, part_of(regional, 1 / cofinancing));
    rijk = part_of(rijk, 0.5 + 0.5 * random.unit());
    const std::vector<Money> amounts = spread(rijk, deal.lines.size());
    for (std::size_t at = 0; at < amounts.size(); ++at) pay(deal.lines[at], centre, amounts[at]);
}

Line line_for(const Room& room, ChallengeId challenge, Random& random) {
    Line line;
    line.challenge = challenge;
    line.goal = some_goal(random);
    find_partners(room, line, random);
    return line;
}

}  // namespace

std::vector<Money> spread(Money sum, std::size_t parts) {
    std::vector<Money> amounts(parts);
    const auto count = static_cast<std::int64_t>(parts);
    for (std::int64_t at = 0; at < count; ++at) {
        const std::int64_t rest = at < sum.tenths % count ? 1 : 0;
        amounts[static_cast<std::size_t>(at)] = {sum.tenths / count + rest};
    }
    return amounts;
}

Money part_of(Money sum, double part) {
    return {static_cast<std::int64_t>(static_cast<double>(sum.tenths) * part)};
}

bool can_do(const Room& room, PartyId party, ChallengeId challenge) {
    const IdSet<CapabilityId>& brings = room.scenario[party].capabilities;
    const std::vector<Need>& needs = room.scenario[challenge].needs;
    return std::any_of(needs.begin(), needs.end(),
                       [&](const Need& need) { return brings.contains(need.capability); });
}

void find_partners(const Room& room, Line& line, Random& random) {
    const IdSet<PartyId> table = room.table;
    const PartyId centre = room.scenario.centre;
    IdSet<PartyId> partners;
    IdSet<CapabilityId> met;
    for (const Need& need : room.scenario[line.challenge].needs) {
        if (met.contains(need.capability)) continue;
        std::vector<PartyId> able;
        for (const PartyId party : table) {
            const bool brings = room.scenario[party].capabilities.contains(need.capability);
            if (party != centre && brings) able.push_back(party);
        }
        if (able.empty()) continue;
        const PartyId chosen = able[random.below(able.size())];
        partners.insert(chosen);
        met = met | room.scenario[chosen].capabilities;
    }
    for (const PartyId party : table) {
        if (!partners.empty()) break;
        if (room.scenario[party].required && party != centre) partners.insert(party);
    }
    line.partners.clear();
    for (const PartyId party : partners) line.partners.push_back(party);
}

Form some_form(const Room& room, Random& random) {
    const int from = room.scenario.partnership_form_from;
    const bool exists = from != 0 && room.round >= from;
    const std::size_t drawn = random.below(exists ? 3 : 2);
    return drawn == 0 ? Form::decentralised : drawn == 1 ? Form::specific : Form::partnership;
}

Accountability some_accountability(Form form, Random& random) {
    const double drawn = random.unit();
    if (drawn < 0.6) return Accountability::mutual;
    if (drawn < 0.8 && form != Form::specific) return Accountability::none;
    return Accountability::upward;
}

Goal some_goal(Random& random) {
    const double drawn = random.unit();
    return drawn < 0.5 ? Goal::joint : drawn < 0.8 ? Goal::region : Goal::national;
}

Deal invent(const Room& room, Random& random) {
    const std::vector<ChallengeId>& agenda = room.agenda;
    Deal deal;
    deal.region = room.region;
    deal.form = some_form(room, random);
    deal.accountability = some_accountability(deal.form, random);
    deal.conditions = static_cast<int>(random.below(4));
    deal.information = random.chance(0.4);
    deal.powers = random.chance(0.4);
    deal.coordination = random.chance(0.5);
    deal.review = random.chance(0.5);
    for (const ChallengeId challenge : agenda) {
        if (agenda.size() > 1 && random.chance(0.25)) continue;
        deal.lines.push_back(line_for(room, challenge, random));
    }
    if (deal.lines.empty()) deal.lines.push_back(line_for(room, agenda.front(), random));
    put_money(room, deal, random);
    return deal;
}

}  // namespace dealtafel::analysis
