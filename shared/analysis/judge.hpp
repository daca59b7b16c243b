// What a deal is worth to everybody in a situation, all things known: its forecast, with the
// chance of an audit weighed in.
#pragma once

#include "analysis/situation.hpp"
#include "rules/outcome.hpp"

#include <optional>
#include <vector>

namespace dealtafel::analysis {

struct Judged {
    rules::Deal deal;
    std::vector<double> points;  // by party number, without anybody's reserve
    IdSet<PartyId> signatories;
    rules::Positions tension;    // as signed
    double common = 0;           // the common result: all changes of well-being together
    double shortfall = 0;        // what signatories lack to their reserves, together
    double joint_gain = 0;       // the signatories' points over their reserves, together

    // Whether every signatory is at its reserve or above.
    bool suits_all() const { return shortfall == 0; }
};

// Nothing where the deal has problems, or challenges that cannot be on one agenda.
std::optional<Judged> judge(const Situation& situation, rules::Deal deal);

}  // namespace dealtafel::analysis
