#include "bots/strategy.hpp"

#include <algorithm>

namespace dealtafel::bots {

namespace {

double to_the_power(double base, int power) {
    double made = 1;
    for (int i = 0; i < power; ++i) made *= base;
    return made;
}

}  // namespace

double TimeDependent::asks(const Talks& talks) const {
    const double part = std::clamp(talks.passed() / gives_in_by, 0.0, 1.0);
    return first_ + (last_ - first_) * fallen(part);
}

double Boulware::fallen(double part) const { return to_the_power(part, power_); }

double Conceder::fallen(double part) const { return 1 - to_the_power(1 - part, power_); }

double Reciprocating::asks(const Talks& talks) const {
    return std::clamp(first_ - answer_ * talks.conceded(), 0.0, first_);
}

double Modelling::asks(const Talks& talks) const {
    const double most = most_.asks(talks);
    return std::clamp(talks.in_reach(), std::min(least_.asks(talks), most), most);
}

double Modelling::goes_by_habits() const { return 0.5; }

const Strategy& strategy_of(Profile profile) {
    static const Boulware evenly(0.5, 0, 1);
    static const Boulware tough(0.8, 0.1, 3);
    static const Boulware boulware(0.8, 0, 4);
    static const Conceder conceder(0.8, 0, 4);
    static const Reciprocating reciprocating(0.5, 2);
    static const Boulware modelling_most(0.8, 0, 1);
    static const Modelling modelling(modelling_most, conceder);
    switch (profile) {
        case Profile::cooperative:
        case Profile::erratic: return evenly;
        case Profile::tough: return tough;
        case Profile::boulware: return boulware;
        case Profile::conceder: return conceder;
        case Profile::reciprocating: return reciprocating;
        case Profile::modelling: return modelling;
    }
    return evenly;
}

}  // namespace dealtafel::bots
