// What explanations must hold to, and finding one's way in them.
#pragma once

#include "rules/explain.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace dealtafel::tests {

// Equal to nine digits, or to nine places.
inline bool close(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

inline double sum_of(const std::vector<rules::Part>& parts) {
    double sum = 0;
    for (const rules::Part& part : parts) sum += part.amount;
    return sum;
}

inline double product_of(const std::vector<rules::Part>& parts) {
    double product = 1;
    for (const rules::Part& part : parts) product *= part.amount;
    return product;
}

inline bool adds_up(const std::vector<rules::Part>& parts);

// Whether what a number is made of adds up or multiplies to it, all the way down.
inline bool adds_up(const rules::Part& part) {
    if (!part.sum.empty() && !part.product.empty()) return false;
    if (!part.sum.empty() && !close(sum_of(part.sum), part.amount)) return false;
    if (!part.product.empty() && !close(product_of(part.product), part.amount)) return false;
    return adds_up(part.sum) && adds_up(part.product);
}
inline bool adds_up(const std::vector<rules::Part>& parts) {
    return std::all_of(parts.begin(), parts.end(),
                       [](const rules::Part& part) { return adds_up(part); });
}

// The first part by this rule, at any depth; null where there is none.
inline const rules::Part* find(const std::vector<rules::Part>& parts, rules::Rule rule);
inline const rules::Part* find(const rules::Part& part, rules::Rule rule) {
    if (part.rule == rule) return &part;
    const rules::Part* found = find(part.sum, rule);
    return found != nullptr ? found : find(part.product, rule);
}
inline const rules::Part* find(const std::vector<rules::Part>& parts, rules::Rule rule) {
    for (const rules::Part& part : parts) {
        if (const rules::Part* found = find(part, rule)) return found;
    }
    return nullptr;
}

}  // namespace dealtafel::tests
