// A deal issue by issue, in numbers that are quick to compare.
#pragma once

#include "rules/deal.hpp"

#include <array>
#include <vector>

namespace dealtafel::bots {

// The issues of a deal but for who pays what. The four clauses stand in the order of the rules.
enum class Issue {
    form, accountability, conditions, information, powers, coordination, review, lines
};
inline constexpr std::size_t issues = 8;
// How much each weighs when deals are compared, and who pays what; together 1.
inline constexpr std::array<double, issues> issue_weights = {0.14, 0.08, 0.14, 0.06,
                                                             0.06, 0.06, 0.06, 0.25};
inline constexpr double payment_weight = 0.15;

struct LineTraits {
    ChallengeId challenge;
    Goal goal{};
    IdSet<PartyId> partners;
    std::int64_t tenths = 0;
    bool operator==(const LineTraits&) const = default;
};

struct Traits {
    Form form{};
    Accountability accountability{};
    int conditions = 0;
    std::array<bool, 4> clauses{};  // in the order of the rules
    std::vector<LineTraits> lines;  // ascending by challenge
    std::vector<std::int64_t> paid;  // tenths, by party number

    const LineTraits* line(ChallengeId challenge) const;
};

Traits traits_of(const rules::Deal& deal, std::size_t parties);
// The same, over earlier ones and in the memory that they had.
void take_traits(const rules::Deal& deal, std::size_t parties, Traits& into);

// How alike two deals are in the eyes of a party, 0..1: terms, clauses and lines as they are, and
// its own money only where `offered` asks more of it than `liked` did. `budget` is that party's.
double likeness(const Traits& offered, const Traits& liked, PartyId party, Money budget);
// The parts of that: all but the money, which is the same for every party, and the money.
double likeness_of_terms(const Traits& a, const Traits& b);
double likeness_of_payment(std::int64_t offered_tenths, std::int64_t liked_tenths, Money budget);

}  // namespace dealtafel::bots
