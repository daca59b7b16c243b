// What a party keeps choosing, counted over the texts that it wrote or backed: which issues seem
// to matter to it, and which of their values it wants. A frequency model, see docs/bots.md.
#pragma once

#include "bots/traits.hpp"

namespace dealtafel::bots {

class Habits {
public:
    // Another text that the party wrote or backed.
    void note(const Traits& text, PartyId party);
    // In another round the agenda and the budgets are others; what it likes of the terms stays.
    void begin_round();
    bool empty() const { return texts_ == 0; }
    // How far a text is likely to suit it, 0..1.
    double likes(const Traits& text, PartyId party, Money budget) const;

private:
    static constexpr std::size_t terms = issues - 1;  // all issues but the lines
    static constexpr std::size_t values_max = conditions_max + 1;
    struct LineHabit {
        int times = 0;  // in a text
        std::array<int, 3> goals{};
    };

    double weight(std::size_t issue) const;
    double likes_lines(const Traits& text) const;

    int texts_ = 0;
    std::array<std::array<int, values_max>, terms> counts_{};
    // How often an issue could have changed from a text to the next, and how often it did not.
    int pairs_ = 0;
    std::array<int, issues> kept_{};
    // Of this round.
    int texts_now_ = 0;
    IdMap<ChallengeId, LineHabit> lines_;
    std::int64_t most_paid_ = 0;  // by itself, in tenths
    Traits last_;
};

}  // namespace dealtafel::bots
