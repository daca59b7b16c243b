// Non-interference where an event of the scenario changes what a seat may not see.
#include "core/paired_games.hpp"

namespace dealtafel::test {

TEST_CASE(
    "non-interference: what an event does to the urgency of a challenge that a seat cannot see") {
    const core::ScenarioEntry entry = scenario_entry("foodvalley");
    const Scenario& scenario = *entry.scenario;
    for (int pair = 0; pair < pairs; ++pair) {
        Random random(static_cast<std::uint64_t>(4000 + pair));
        const ChallengeId secret{
            static_cast<std::uint16_t>(random.below(scenario.challenges.size()))};
        // Two events that change it: one by a draw, and one that the facilitator injects.
        const auto with_events = [&](double add) {
            return changed(entry, [&](Scenario& copy) {
                copy.challenges[secret.value].urgency = {0.5};
                for (const double chance : {1.0, 0.0}) {
                    ScenarioEvent event;
                    event.id = chance == 0 ? "injected" : "drawn";
                    event.phase = Stage::agenda;
                    event.chance = chance;
                    event.changes = {change::Urgency{secret, add, {}},
                                     change::Trust{PartyId{0}, PartyId{1}, 0.01, {}}};
                    copy.events.push_back(event);
                }
            });
        };
        const core::ScenarioEntry up = with_events(0.125);
        WordTexts words;
        TalkPlan plan{all_challenges(scenario), false};
        plan.speakable.erase(secret);
        plan.injected = EventId{static_cast<std::uint16_t>(up.scenario->events.size() - 1)};
        const auto list =
            ListMaker(*up.scenario, words, plan, static_cast<std::uint64_t>(6000 + pair)).make();
        const Heard a = play(up, list, words);
        const Heard b = play(with_events(-0.25), list, words);
        CHECK(difference(a.spectator, b.spectator) == "");
        CHECK(std::count_if(a.spectator.begin(), a.spectator.end(), [](const std::string& text) {
                  return text.find(R"("type":"scenario-event")") != std::string::npos;
              }) >= 2);
        for (const PartyId party : scenario.all_parties()) {
            const Challenge& challenge = scenario[secret];
            const bool sees =
                !(scenario[party].capabilities & challenge.seen_with).empty() ||
                (party == scenario.centre && challenge.national);
            CHECK((difference(a.seats[party.value], b.seats[party.value]) != "") == sees);
        }
    }
}

}  // namespace dealtafel::test
