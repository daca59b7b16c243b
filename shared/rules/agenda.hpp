// How a region's agenda is made when the phase ends (section 2 of docs/rules.md), and the game's
// own first version of the deal that follows from it.
#pragma once

#include "rules/state.hpp"

namespace dealtafel::rules {

struct Agenda {
    std::vector<double> ambition;  // of the table, by theme number
    std::vector<ChallengeId> challenges;
};

// The median over the parties at the table; who set none counts with the score plus the default.
double table_ambition(const Scenario& scenario, const State& state, RegionId region, ThemeId theme);
// The sum of the gaps of the themes that a challenge has a positive effect on.
double gap_of(const Scenario& scenario, const State& state, ChallengeId challenge,
              const std::vector<double>& ambition);
// The agenda of a region with a table, as its ambitions and supports stand now.
Agenda make_agenda(const Scenario& scenario, const State& state, RegionId region);
// Why each challenge stands on the agenda: supported or demanded, and its gap theme by theme.
std::vector<Part> agenda_reasons(const Scenario& scenario, const State& state,
                                 const Agenda& agenda);
// Version 1: every challenge of the agenda with the first who can meet each need, no money yet.
Deal first_version(const Scenario& scenario, const State& state, RegionId region);

}  // namespace dealtafel::rules
