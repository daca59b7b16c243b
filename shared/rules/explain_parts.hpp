// How explanations are put together: numbers told as sums, and what is told of a line.
#pragma once

#include "rules/factors.hpp"

#include <utility>

namespace dealtafel::rules {

// A number that is told as a sum. Parts that add nothing are left out.
class Sum {
public:
    explicit Sum(Rule rule) { told_.rule = rule; }

    Sum& add(Part part) {
        so_far_ += part.amount;
        if (part.amount != 0) told_.sum.push_back(std::move(part));
        return *this;
    }
    Sum& add(Rule rule, double amount) { return add({.rule = rule, .amount = amount}); }
    // The sum goes no further than its range.
    Sum& at_least(double low) {
        return so_far_ < low ? add(Rule::limit, low - so_far_) : *this;
    }
    Sum& at_most(double high) {
        return so_far_ > high ? add(Rule::limit, high - so_far_) : *this;
    }
    // What is told, with the number as it was computed.
    Part of(double amount) {
        told_.amount = amount;
        return std::move(told_);
    }

private:
    Part told_;
    double so_far_ = 0;
};

// What the parts of every line are told from.
struct ToldFrom {
    const Scenario& scenario;
    const Circumstances& at;
    const Deal& deal;
    const Outcome& outcome;
    Terms terms;
    double seen = 0;  // the highest urgency that the partners see; used with `review` only
};

LineExplanation explain_line(const ToldFrom& from, const Line& line, const LineOutcome& done);

}  // namespace dealtafel::rules
