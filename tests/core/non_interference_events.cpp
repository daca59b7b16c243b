// Non-interference where an event of the scenario changes what a seat may not see, and where one
// does not happen.
#include "core/planted_secrets.hpp"

#include "base/draw.hpp"

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

namespace {

// A session's seed, from which that of its game comes, under which each audit of the first round
// finds something, or none does, whatever the deals are like.
std::uint64_t seed_of_audits(const Scenario& scenario, bool find, Random& random) {
    const double sure = scenario.model.audit_chance_per_condition / 2;
    for (;;) {
        const std::uint64_t seed = random.below(1'000'000'000);
        const auto is_so = [&](const Region& region) {
            const std::uint64_t of_game = splitmix64(seed ^ fnv1a64("game/0"));
            const double drawn = draw(of_game, "audit/" + region.id + "/1");
            return find ? drawn < sure : drawn > scenario.model.audit_chance_cap;
        };
        if (std::all_of(scenario.regions.begin(), scenario.regions.end(), is_so)) return seed;
    }
}

}  // namespace

// Few of the numbers that were drawn give the seed, as splitmix64 can be undone; and with it, each
// audit and event to come.
TEST_CASE("non-interference: the number that was drawn for an audit") {
    int told = 0;
    for (int pair = 0; pair < pairs; ++pair) {
        CAPTURE(pair);
        const core::ScenarioEntry entry =
            changed(entry_of(pair), [](Scenario& copy) { copy.events.clear(); });
        const Scenario& scenario = *entry.scenario;
        Random random(static_cast<std::uint64_t>(7510 + pair));
        WordTexts words;
        const auto list = ListMaker(scenario, words, {all_challenges(scenario)},
                                    static_cast<std::uint64_t>(7510 + pair))
                              .make();
        const auto heard = [&] {
            Setting setting;
            setting.seed = seed_of_audits(scenario, pair % 4 < 2, random);
            return play(entry, list, words, setting);
        };
        const Heard a = heard();
        const Heard b = heard();
        check_same(a, b, {});
        CHECK(difference(a.facilitator, b.facilitator) == "");
        told += std::any_of(a.spectator.begin(), a.spectator.end(), [](const std::string& message) {
            return message.find(R"("type":"audit-drawn")") != std::string::npos;
        });
    }
    // An audit was drawn, as in the first pair already, or there was no number.
    CHECK(told > 0);
}

}  // namespace dealtafel::test
