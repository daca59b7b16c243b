#include "bots/traits.hpp"

#include <algorithm>
#include <cstdlib>

namespace dealtafel::bots {

namespace {

constexpr double weight_of(Issue issue) { return issue_weights[static_cast<std::size_t>(issue)]; }

double part(std::size_t of, std::size_t all) {
    return all == 0 ? 1 : static_cast<double>(of) / static_cast<double>(all);
}

double likeness(const LineTraits& a, const LineTraits& b) {
    const double partners =
        part((a.partners & b.partners).size(), (a.partners | b.partners).size());
    const auto most = static_cast<double>(std::max<std::int64_t>({a.tenths, b.tenths, 1}));
    const double money = 1 - static_cast<double>(std::abs(a.tenths - b.tenths)) / most;
    return 0.4 * (a.goal == b.goal ? 1 : 0) + 0.3 * partners + 0.3 * money;
}

// Over all challenges that one of the deals has; what only one has is not alike at all.
double likeness_of_lines(const Traits& a, const Traits& b) {
    double sum = 0;
    std::size_t in_both = 0;
    auto other = b.lines.begin();
    for (const LineTraits& line : a.lines) {
        while (other != b.lines.end() && other->challenge < line.challenge) ++other;
        if (other == b.lines.end() || other->challenge != line.challenge) continue;
        sum += likeness(line, *other);
        ++in_both;
    }
    const std::size_t all = a.lines.size() + b.lines.size() - in_both;
    return all == 0 ? 1 : sum / static_cast<double>(all);
}

}  // namespace

const LineTraits* Traits::line(ChallengeId challenge) const {
    for (const LineTraits& line : lines) {
        if (line.challenge == challenge) return &line;
    }
    return nullptr;
}

Traits traits_of(const rules::Deal& deal, std::size_t parties) {
    Traits made;
    take_traits(deal, parties, made);
    return made;
}

void take_traits(const rules::Deal& deal, std::size_t parties, Traits& into) {
    into.form = deal.form;
    into.accountability = deal.accountability;
    into.conditions = deal.conditions;
    into.clauses = {deal.information, deal.powers, deal.coordination, deal.review};
    into.paid.assign(parties, 0);
    into.lines.clear();
    for (const rules::Line& line : deal.lines) {
        LineTraits traits{line.challenge, line.goal, {}, 0};
        for (const PartyId partner : line.partners) traits.partners.insert(partner);
        for (const auto& [party, amount] : line.money) {
            traits.tenths += amount.tenths;
            into.paid[party.value] += amount.tenths;
        }
        into.lines.push_back(traits);
    }
    std::sort(into.lines.begin(), into.lines.end(), [](const LineTraits& a, const LineTraits& b) {
        return a.challenge < b.challenge;
    });
}

double likeness_of_terms(const Traits& a, const Traits& b) {
    double sum = 0;
    if (a.form == b.form) sum += weight_of(Issue::form);
    if (a.accountability == b.accountability) sum += weight_of(Issue::accountability);
    const int steps = std::abs(a.conditions - b.conditions);
    sum += weight_of(Issue::conditions) *
           (1 - static_cast<double>(steps) / rules::conditions_max);
    for (std::size_t at = 0; at < a.clauses.size(); ++at) {
        if (a.clauses[at] != b.clauses[at]) continue;
        sum += issue_weights[static_cast<std::size_t>(Issue::information) + at];
    }
    return sum + weight_of(Issue::lines) * likeness_of_lines(a, b);
}

double likeness_of_payment(std::int64_t offered_tenths, std::int64_t liked_tenths, Money budget) {
    const std::int64_t more = offered_tenths - liked_tenths;
    const auto most = static_cast<double>(std::max<std::int64_t>(budget.tenths, 1));
    return payment_weight * (1 - std::clamp(static_cast<double>(more) / most, 0.0, 1.0));
}

double likeness(const Traits& offered, const Traits& liked, PartyId party, Money budget) {
    return likeness_of_terms(offered, liked) +
           likeness_of_payment(offered.paid[party.value], liked.paid[party.value], budget);
}

}  // namespace dealtafel::bots
