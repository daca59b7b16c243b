// Where a deal stands on the three tensions, and the terms that count for it: as signed, or as
// amended after a finding of the audit (sections 3 and 4 of docs/rules.md). The public functions
// stand in outcome.hpp; these are the parts that the outcome and its explanation share.
#pragma once

#include "rules/deal.hpp"
#include "rules/outcome.hpp"
#include "scenario/scenario.hpp"

#include <array>
#include <cstdint>

namespace dealtafel::rules {

// The terms with which a deal is computed.
struct Terms {
    int conditions = 0;
    Accountability accountability = Accountability::mutual;
    // What of the centre's money is paid at all, and of that what comes in time.
    double paid = 1;
    double in_time = 1;
};

Terms terms_of(const Model& model, double withheld_share, const Deal& deal, bool audited);

// A line's money as it counts, in millions: the centre's is less by what is withheld or late.
double line_money(const Line& line, PartyId centre, const Terms& terms);

// A deal's position on hierarchy, -1..1.
double hierarchy_of(Form form, Accountability accountability);
// A line's position on steering, -1..1.
double steering_of(Goal goal, int conditions);

// What a line's partners have to do with its challenge and with existing partnerships.
struct PartnershipPosition {
    double value = 0;  // the line's position, -1..1
    double share = 0;  // the largest part of the partners in one partnership
    const Partnership* nearest = nullptr;  // the first in file order that reaches it, null if none
};
PartnershipPosition partnership_of(const Scenario& scenario, const Line& line);

// Means over lines weighted by money; 0 where there is no money.
class WeightedMean {
public:
    void add(double weight, double value) {
        weights_ += weight;
        sum_ += weight * value;
    }
    double mean() const { return weights_ > 0 ? sum_ / weights_ : 0; }

private:
    double weights_ = 0;
    double sum_ = 0;
};

// The lines of a deal in scenario order of their challenges, the order in which the rules sum.
class LinesInOrder {
public:
    explicit LinesInOrder(const Deal& deal);
    // The places of the lines in the deal.
    const std::uint8_t* begin() const { return places_.data(); }
    const std::uint8_t* end() const { return places_.data() + count_; }

private:
    std::array<std::uint8_t, ids_max> places_{};
    std::size_t count_ = 0;
};

}  // namespace dealtafel::rules
