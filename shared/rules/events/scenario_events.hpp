// Events of the scenario: what was drawn, and what an event that happens changes. Each change
// carries the value before and after it, so that applying it needs no formula.
#pragma once

#include "base/ids.hpp"
#include "base/money.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dealtafel::rules::event {

// Whether an event happens, drawn at the start of the phase that it names.
struct EventDrawn {
    static constexpr std::string_view type = "event-drawn";
    EventId event;
    double chance = 0;
    double draw = 0;
    bool happens = false;
};
// It lasts: the same change is made to what the challenge's list says in later rounds.
struct UrgencyChanged {
    ChallengeId challenge;
    std::optional<double> add;
    std::optional<double> multiply;
    double from = 0;
    double to = 0;
    bool operator==(const UrgencyChanged&) const = default;
};
struct BudgetChanged {
    PartyId party;
    Money from;
    Money to;
    bool operator==(const BudgetChanged&) const = default;
};
struct ScoreChanged {
    RegionId region;
    ThemeId theme;
    double from = 0;
    double to = 0;
    bool operator==(const ScoreChanged&) const = default;
};
struct PairChanged {
    PartyId a;
    PartyId b;
    double from = 0;
    double to = 0;
    bool operator==(const PairChanged&) const = default;
};
struct ParameterChanged {
    std::string parameter;
    double from = 0;
    double to = 0;
    bool operator==(const ParameterChanged&) const = default;
};
struct SeatingChanged {
    RegionId region;
    PartyId party;
    bool at_table = false;
    bool operator==(const SeatingChanged&) const = default;
};
// An event happened: by a draw, or because the facilitator injected it.
struct EventHappened {
    static constexpr std::string_view type = "event-happened";
    EventId event;
    bool injected = false;
    std::vector<UrgencyChanged> urgency;
    std::vector<BudgetChanged> budgets;
    std::vector<ScoreChanged> wellbeing;
    std::vector<PairChanged> trust;
    std::vector<PairChanged> ties;
    std::vector<ParameterChanged> model;
    std::vector<SeatingChanged> tables;
};

}  // namespace dealtafel::rules::event
