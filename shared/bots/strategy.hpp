// How a bot deals with the others over time: one interface, and a small class for each way that
// the literature on negotiating agents knows. docs/bots.md has the formulas and the sources.
#pragma once

#include "bots/bot.hpp"

namespace dealtafel::bots {

// The talks at a table as a strategy sees them. Points are parts of the way from the bot's bottom
// line (0) to the best that it found for itself (1).
class Talks {
public:
    virtual ~Talks() = default;
    // How much of the time in which texts can be made is over: 0 at first, 1 and more at the end.
    virtual double passed() const = 0;
    // How far the others came towards it, from the first text that each wrote or backed to the
    // best of them: the mean of those who showed any.
    virtual double conceded() const = 0;
    // What the text gives it that promises most: points times the chance that the others sign.
    virtual double in_reach() const = 0;
};

class Strategy {
public:
    virtual ~Strategy() = default;
    // What it asks now, 0..1.
    virtual double asks(const Talks& talks) const = 0;
    // How much it goes by what a party keeps choosing, this round and before, rather than by the
    // latest texts that it wrote or backed, 0..1.
    virtual double goes_by_habits() const { return 0; }
};

// When a bot has given in as far as it will, as a part of the time for texts: what is left then is
// for finding a text that all can sign.
inline constexpr double gives_in_by = 0.85;

// Asks less as time passes, from `first` to `last`.
class TimeDependent : public Strategy {
public:
    TimeDependent(double first, double last) : first_(first), last_(last) {}
    double asks(const Talks& talks) const final;

private:
    // How much of its fall is behind it, 0..1, when this part of the time is.
    virtual double fallen(double part) const = 0;

    double first_;
    double last_;
};

// Gives in late: by the power of the time; with power 1 evenly.
class Boulware final : public TimeDependent {
public:
    Boulware(double first, double last, int power) : TimeDependent(first, last), power_(power) {}

private:
    double fallen(double part) const override;

    int power_;
};

// Gives in early: the same curve, turned round.
class Conceder final : public TimeDependent {
public:
    Conceder(double first, double last, int power) : TimeDependent(first, last), power_(power) {}

private:
    double fallen(double part) const override;

    int power_;
};

// Gives in where the others did, `answer` times as far, and never because time passes.
class Reciprocating final : public Strategy {
public:
    Reciprocating(double first, double answer) : first_(first), answer_(answer) {}
    double asks(const Talks& talks) const override;

private:
    double first_;
    double answer_;
};

// Asks what it thinks that the others would still sign, between two other strategies.
class Modelling final : public Strategy {
public:
    Modelling(const Strategy& most, const Strategy& least) : most_(most), least_(least) {}
    double asks(const Talks& talks) const override;
    double goes_by_habits() const override;

private:
    const Strategy& most_;
    const Strategy& least_;
};

// The strategy of a profile; it stays as long as the program.
const Strategy& strategy_of(Profile profile);

}  // namespace dealtafel::bots
