// Non-interference where an event of the scenario changes what a seat may not see, and where one
// does not happen.
#include "core/planted_secrets.hpp"

namespace dealtafel::test {

TEST_CASE(
    "non-interference: what an event does to the urgency of a challenge that a seat cannot see") {
    for (int pair = 0; pair < pairs; ++pair) {
        CAPTURE(pair);
        const core::ScenarioEntry& entry = entry_of(pair);
        Random random(static_cast<std::uint64_t>(4000 + pair));
        const ChallengeId secret = some_challenge(*entry.scenario, random);
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
        const Scenario& scenario = *up.scenario;
        WordTexts words;
        TalkPlan plan{all_challenges(scenario), false};
        plan.speakable.erase(secret);
        plan.injected = EventId{static_cast<std::uint16_t>(scenario.events.size() - 1)};
        const auto list =
            ListMaker(scenario, words, plan, static_cast<std::uint64_t>(6000 + pair)).make();
        const Heard a = play(up, list, words);
        const Heard b = play(with_events(-0.25), list, words);
        CHECK(std::count_if(a.spectator.begin(), a.spectator.end(), [](const std::string& text) {
                  return text.find(R"("type":"scenario-event")") != std::string::npos;
              }) >= 2);
        const IdSet<PartyId> seeing = who_see(scenario, secret);
        CHECK(check_same(a, b, seeing) == static_cast<int>(seeing.size()));
    }
}

TEST_CASE("non-interference: events that are drawn and do not happen, or are still to come") {
    for (int pair = 0; pair < pairs; ++pair) {
        CAPTURE(pair);
        const core::ScenarioEntry& entry = entry_of(pair);
        const core::ScenarioEntry more = changed(entry, [](Scenario& copy) {
            for (const Stage phase : {Stage::framework, Stage::agenda, Stage::proposal,
                                      Stage::negotiation, Stage::outcome, Stage::reflection}) {
                ScenarioEvent event;
                event.id = "never-" + std::to_string(static_cast<int>(phase));
                event.title.by_language["nl"] = "Dit weet verder niemand";
                event.phase = phase;
                // The last is still to come when the games end.
                event.chance = phase == Stage::reflection ? 1 : 0;
                if (phase == Stage::reflection) event.round = 2;
                event.changes = {change::Trust{PartyId{0}, PartyId{1}, 0.25, {}}};
                copy.events.push_back(event);
            }
        });
        WordTexts words;
        const auto list = ListMaker(*entry.scenario, words, {all_challenges(*entry.scenario)},
                                    static_cast<std::uint64_t>(6500 + pair))
                              .make();
        const Heard a = play(entry, list, words);
        const Heard b = play(more, list, words);
        check_same(a, b, {});
        CHECK(difference(a.facilitator, b.facilitator) != "");
    }
}

// Few of the numbers that were drawn give the seed, as splitmix64 can be undone; and with it, each
// audit and event to come.
TEST_CASE("non-interference: the number that was drawn for an audit") {
    int told = 0;
    for (int pair = 0; pair < pairs; ++pair) {
        CAPTURE(pair);
        const core::ScenarioEntry& entry = entry_of(pair);
        WordTexts words;
        const auto list = ListMaker(*entry.scenario, words, {all_challenges(*entry.scenario)},
                                    static_cast<std::uint64_t>(7500 + pair))
                              .make();
        Heard heard = play(entry, list, words);
        heard.seats.push_back(heard.spectator);
        for (const auto& reader : heard.seats) {
            for (const std::string& message : reader) {
                if (message.find(R"("type":"audit-drawn")") == std::string::npos) continue;
                ++told;
                CHECK(message.find(R"("draw":)") == std::string::npos);
            }
        }
    }
    if (many_pairs) CHECK(told > 0);
}

}  // namespace dealtafel::test
