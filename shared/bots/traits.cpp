#include "bots/traits.hpp"

#include <algorithm>
#include <cstdlib>

namespace dealtafel::bots {

namespace {

// How much each issue weighs; together 1.
constexpr double form_weight = 0.14;
constexpr double accountability_weight = 0.08;
constexpr double conditions_weight = 0.14;
constexpr double clause_weight = 0.06;  // each of four
constexpr double lines_weight = 0.25;
constexpr double payment_weight = 0.15;

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
    for (const LineTraits& line : a.lines) {
        const LineTraits* other = b.line(line.challenge);
        if (other == nullptr) continue;
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
    made.form = deal.form;
    made.accountability = deal.accountability;
    made.conditions = deal.conditions;
    made.clauses = {deal.information, deal.powers, deal.coordination, deal.review};
    made.paid.assign(parties, 0);
    for (const rules::Line& line : deal.lines) {
        LineTraits traits{line.challenge, line.goal, {}, 0};
        for (const PartyId partner : line.partners) traits.partners.insert(partner);
        for (const auto& [party, amount] : line.money) {
            traits.tenths += amount.tenths;
            made.paid[party.value] += amount.tenths;
        }
        made.lines.push_back(traits);
    }
    std::sort(made.lines.begin(), made.lines.end(), [](const LineTraits& a, const LineTraits& b) {
        return a.challenge < b.challenge;
    });
    return made;
}

double likeness(const Traits& offered, const Traits& liked, PartyId party, Money budget) {
    double sum = 0;
    if (offered.form == liked.form) sum += form_weight;
    if (offered.accountability == liked.accountability) sum += accountability_weight;
    const int steps = std::abs(offered.conditions - liked.conditions);
    sum += conditions_weight * (1 - static_cast<double>(steps) / rules::conditions_max);
    for (std::size_t at = 0; at < offered.clauses.size(); ++at) {
        if (offered.clauses[at] == liked.clauses[at]) sum += clause_weight;
    }
    sum += lines_weight * likeness_of_lines(offered, liked);
    const std::int64_t more = offered.paid[party.value] - liked.paid[party.value];
    const auto most = static_cast<double>(std::max<std::int64_t>(budget.tenths, 1));
    sum += payment_weight * (1 - std::clamp(static_cast<double>(more) / most, 0.0, 1.0));
    return sum;
}

}  // namespace dealtafel::bots
