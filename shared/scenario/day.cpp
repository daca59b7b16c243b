#include "scenario/day.hpp"

namespace dealtafel {

std::int64_t day_seconds(const Scenario& scenario) {
    std::int64_t seconds = joining_minutes * 60;
    seconds += scenario.seconds(Stage::briefing, 1) + scenario.seconds(Stage::debrief, 1);
    for (int round = 1; round <= scenario.rounds; ++round) {
        for (const Stage phase :
             {Stage::framework, Stage::agenda, Stage::proposal, Stage::negotiation, Stage::outcome,
              Stage::accountability, Stage::reflection}) {
            if (phase == Stage::proposal && !scenario.selection) continue;
            seconds += scenario.seconds(phase, round);
        }
    }
    return seconds;
}

}  // namespace dealtafel
