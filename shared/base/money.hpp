// An amount of money: a whole number of tenths of a million euros.
#pragma once

#include <compare>
#include <cstdint>

namespace dealtafel {

struct Money {
    std::int64_t tenths = 0;

    // The amount in millions of euros.
    double millions() const { return static_cast<double>(tenths) / 10.0; }

    auto operator<=>(const Money&) const = default;
    Money& operator+=(Money other) {
        tenths += other.tenths;
        return *this;
    }
    friend Money operator+(Money a, Money b) { return {a.tenths + b.tenths}; }
    friend Money operator-(Money a, Money b) { return {a.tenths - b.tenths}; }
};

}  // namespace dealtafel
