#include "rules/tensions.hpp"

#include <algorithm>
#include <cassert>

namespace dealtafel::rules {

namespace {

double sign_of(Form form) {
    switch (form) {
        case Form::decentralised: return -1;
        case Form::partnership: return 0;
        case Form::specific: return 1;
    }
    return 0;
}

double sign_of(Accountability accountability) {
    switch (accountability) {
        case Accountability::none: return -1;
        case Accountability::mutual: return 0;
        case Accountability::upward: return 1;
    }
    return 0;
}

double sign_of(Goal goal) {
    switch (goal) {
        case Goal::region: return -1;
        case Goal::joint: return 0;
        case Goal::national: return 1;
    }
    return 0;
}

}  // namespace

Terms terms_of(const Model& model, double withheld_share, const Deal& deal, bool audited) {
    assert(!audited || deal.form == Form::decentralised);
    Terms terms{deal.conditions, deal.accountability, 1 - withheld_share, 1};
    if (audited) {
        terms.conditions = 0;
        if (terms.accountability == Accountability::upward) {
            terms.accountability = Accountability::none;
        }
        terms.in_time = 1 - model.audit_delay;
    }
    return terms;
}

double line_money(const Line& line, PartyId centre, const Terms& terms) {
    const Money of_centre = line.money.get(centre);
    const Money of_others = total(line) - of_centre;
    return (static_cast<double>(of_others.tenths) +
            static_cast<double>(of_centre.tenths) * terms.paid * terms.in_time) /
           10;
}

double hierarchy_of(Form form, Accountability accountability) {
    return 0.6 * sign_of(form) + 0.4 * sign_of(accountability);
}

double steering_of(Goal goal, int conditions) {
    return 0.7 * sign_of(goal) + 0.3 * (static_cast<double>(conditions) / 2 - 1);
}

PartnershipPosition partnership_of(const Scenario& scenario, const Line& line) {
    IdSet<PartyId> partners;
    IdSet<CapabilityId> needed;
    for (const Need& need : scenario[line.challenge].needs) needed.insert(need.capability);
    std::size_t capable = 0;
    for (const PartyId partner : line.partners) {
        partners.insert(partner);
        if (!(scenario[partner].capabilities & needed).empty()) ++capable;
    }
    PartnershipPosition found;
    if (line.partners.empty()) return found;
    const auto count = static_cast<double>(line.partners.size());
    std::size_t together_most = 0;
    for (const Partnership& partnership : scenario.partnerships) {
        const std::size_t together = (partners & partnership.members).size();
        if (together > together_most) {
            together_most = together;
            found.nearest = &partnership;
        }
    }
    found.share = static_cast<double>(together_most) / count;
    found.value = found.share - static_cast<double>(capable) / count;
    return found;
}

LinesInOrder::LinesInOrder(const Deal& deal) : count_(deal.lines.size()) {
    assert(count_ <= places_.size());
    for (std::size_t i = 0; i < count_; ++i) places_[i] = static_cast<std::uint8_t>(i);
    const auto end = places_.begin() + static_cast<std::ptrdiff_t>(count_);
    const auto before = [&](std::uint8_t a, std::uint8_t b) {
        return deal.lines[a].challenge < deal.lines[b].challenge;
    };
    // Searches look at thousands of deals, and most stand in this order already.
    if (!std::is_sorted(places_.begin(), end, before)) std::sort(places_.begin(), end, before);
}

Positions positions(const Scenario& scenario, const Circumstances& at, const Deal& deal,
                    bool audited) {
    const Terms terms = terms_of(at.model, at.withheld_share, deal, audited);
    WeightedMean partnership;
    WeightedMean steering;
    for (const std::uint8_t place : LinesInOrder(deal)) {
        const Line& line = deal.lines[place];
        const double money = line_money(line, scenario.centre, terms);
        partnership.add(money, partnership_of(scenario, line).value);
        steering.add(money, steering_of(line.goal, terms.conditions));
    }
    return {partnership.mean(), steering.mean(), hierarchy_of(deal.form, terms.accountability)};
}

double audit_chance(const Model& model, const Deal& deal) {
    if (deal.form != Form::decentralised) return 0;
    const double strings =
        deal.conditions +
        (deal.accountability == Accountability::upward ? model.audit_upward_counts_as : 0);
    return std::min(model.audit_chance_cap, model.audit_chance_per_condition * strings);
}

}  // namespace dealtafel::rules
