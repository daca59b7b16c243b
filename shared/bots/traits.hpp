// A deal issue by issue, in numbers that are quick to compare.
#pragma once

#include "rules/deal.hpp"

#include <array>
#include <vector>

namespace dealtafel::bots {

struct LineTraits {
    ChallengeId challenge;
    Goal goal{};
    IdSet<PartyId> partners;
    std::int64_t tenths = 0;
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

// How alike two deals are in the eyes of a party, 0..1: terms, clauses and lines as they are, and
// its own money only where `offered` asks more of it than `liked` did. `budget` is that party's.
double likeness(const Traits& offered, const Traits& liked, PartyId party, Money budget);

}  // namespace dealtafel::bots
