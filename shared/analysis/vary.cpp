#include "analysis/deals.hpp"

#include <algorithm>
#include <array>

namespace dealtafel::analysis {

namespace {

using rules::Deal;
using rules::Line;
using rules::add_money;
using rules::is_partner;

Line& some_line(Deal& deal, Random& random) { return deal.lines[random.below(deal.lines.size())]; }

PartyId some_payer(const Room& room, const Line& line, Random& random) {
    const std::size_t drawn = random.below(line.partners.size() + 1);
    return drawn < line.partners.size() ? line.partners[drawn] : room.scenario.centre;
}

// Half a million mostly, sometimes the last tenths, sometimes a round sum.
std::int64_t some_step(Random& random) {
    constexpr std::array<std::int64_t, 6> steps = {1, 3, 5, 10, 20, 40};
    return steps[random.below(steps.size())];
}

void change_money(const Room& room, Deal& deal, Random& random) {
    Line& line = some_line(deal, random);
    const std::int64_t step = some_step(random);
    const PartyId payer = some_payer(room, line, random);
    switch (random.below(5)) {
        case 0: add_money(line, payer, step); break;
        case 1: add_money(line, payer, -step); break;
        case 2: {  // somebody else pays it
            const PartyId other = some_payer(room, line, random);
            add_money(line, other, -add_money(line, payer, -step));
            break;
        }
        case 3: {  // the same payer pays it elsewhere
            Line& other = some_line(deal, random);
            if (payer == room.scenario.centre || is_partner(other, payer)) {
                add_money(other, payer, -add_money(line, payer, -step));
            }
            break;
        }
        default:  // both sides put something in
            add_money(line, room.scenario.centre, step);
            add_money(line, line.partners[random.below(line.partners.size())], step);
            break;
    }
}

void change_terms(const Room& room, Deal& deal, Random& random) {
    switch (random.below(8)) {
        case 0:
            deal.form = some_form(room, random);
            if (deal.form == Form::specific && deal.accountability == Accountability::none) {
                deal.accountability = Accountability::mutual;
            }
            break;
        case 1: deal.accountability = some_accountability(deal.form, random); break;
        case 2: deal.conditions = static_cast<int>(random.below(rules::conditions_max + 1)); break;
        case 3:
            deal.conditions = std::clamp(deal.conditions + (random.chance(0.5) ? 1 : -1), 0,
                                         rules::conditions_max);
            break;
        case 4: deal.information = !deal.information; break;
        case 5: deal.powers = !deal.powers; break;
        case 6: deal.coordination = !deal.coordination; break;
        default: deal.review = !deal.review; break;
    }
}

void add_partner(const Room& room, Line& line, Random& random) {
    std::vector<PartyId> able;
    for (const PartyId party : room.table) {
        const bool free = party != room.scenario.centre && !is_partner(line, party);
        if (free && (can_do(room, party, line.challenge) || random.chance(0.15))) {
            able.push_back(party);
        }
    }
    if (able.empty()) return;
    const PartyId chosen = able[random.below(able.size())];
    line.partners.insert(
        std::lower_bound(line.partners.begin(), line.partners.end(), chosen), chosen);
}

// A partner leaves a line; what it paid, another pays or nobody.
void drop_partner(const Room& room, Line& line, Random& random) {
    if (line.partners.size() < 2) return;
    const PartyId gone = line.partners[random.below(line.partners.size())];
    const std::int64_t paid = line.money.get(gone).tenths;
    std::erase(line.partners, gone);
    line.money.erase(gone);
    if (random.chance(0.5)) add_money(line, some_payer(room, line, random), paid);
}

void change_partners(const Room& room, Deal& deal, Random& random) {
    Line& line = some_line(deal, random);
    const double drawn = random.unit();
    if (drawn < 0.7) add_partner(room, line, random);
    if (drawn > 0.4) drop_partner(room, line, random);
}

void add_line(const Room& room, Deal& deal, Random& random) {
    std::vector<ChallengeId> open;
    for (const ChallengeId challenge : room.agenda) {
        const bool in = std::any_of(deal.lines.begin(), deal.lines.end(), [&](const Line& line) {
            return line.challenge == challenge;
        });
        if (!in) open.push_back(challenge);
    }
    if (open.empty()) return;
    Line line;
    line.challenge = open[random.below(open.size())];
    line.goal = some_goal(random);
    find_partners(room, line, random);
    for (const PartyId party : line.partners) {
        add_money(line, party, part_of(room.budget(party), 0.2).tenths);
    }
    const PartyId centre = room.scenario.centre;
    add_money(line, centre, part_of(room.budget(centre), 0.1).tenths);
    deal.lines.push_back(std::move(line));
}

void change_lines(const Room& room, Deal& deal, Random& random) {
    if (deal.lines.size() < 2 || random.chance(0.5)) {
        add_line(room, deal, random);
    } else {
        deal.lines.erase(deal.lines.begin() +
                         static_cast<std::ptrdiff_t>(random.below(deal.lines.size())));
    }
}

}  // namespace

void vary(const Room& room, Deal& deal, Random& random) {
    const double drawn = random.unit();
    if (drawn < 0.4) {
        change_money(room, deal, random);
    } else if (drawn < 0.65) {
        change_terms(room, deal, random);
    } else if (drawn < 0.75) {
        some_line(deal, random).goal = some_goal(random);
    } else if (drawn < 0.92) {
        change_partners(room, deal, random);
    } else {
        change_lines(room, deal, random);
    }
}

}  // namespace dealtafel::analysis
