// Non-interference: two games get one and the same timed list of commands, made beforehand at
// random, and differ only in a secret that one seat may not see. That seat, and the public, get the
// same bytes: equal frames in equal number, order and length, through the codec and the outbox.
#include "core/paired_games.hpp"

namespace dealtafel::test {

TEST_CASE("non-interference: interests, mandates and reserve of another seat") {
    const core::ScenarioEntry entry = scenario_entry("foodvalley");
    const Scenario& scenario = *entry.scenario;
    int concluded = 0;
    for (int pair = 0; pair < pairs; ++pair) {
        Random random(static_cast<std::uint64_t>(1000 + pair));
        const PartyId secretive{
            static_cast<std::uint16_t>(random.below(scenario.parties.size()))};
        const core::ScenarioEntry other = changed(entry, [&](Scenario& copy) {
            Party& party = copy.parties[secretive.value];
            party.reserve += 7.25;
            party.money_value += 0.125;
            party.brief.by_language["nl"] += " Dit weet verder niemand.";
            for (Interest& interest : party.interests) interest.weight *= -1.5;
            if (!party.mandates.empty()) party.mandates.pop_back();
        });
        WordTexts words;
        const auto list = ListMaker(scenario, words, {all_challenges(scenario), true},
                                    static_cast<std::uint64_t>(pair))
                              .make();
        const Heard a = play(entry, list, words);
        const Heard b = play(other, list, words);
        concluded += a.concluded ? 1 : 0;
        CHECK(difference(a.spectator, b.spectator) == "");
        for (const PartyId party : scenario.all_parties()) {
            if (party == secretive) continue;
            CHECK(difference(a.seats[party.value], b.seats[party.value]) == "");
        }
        // The secret is one: its own seat can tell the two games apart.
        CHECK(difference(a.seats[secretive.value], b.seats[secretive.value]) != "");
    }
    // Some of the games come to a deal, or the lists would prove little.
    CHECK(concluded > pairs / 10);
}

namespace {

// What a reader got, with the word of each second look left out.
std::vector<std::string> without_words(std::vector<std::string> messages) {
    for (std::string& message : messages) {
        for (const char* word : {"little", "some", "much"}) {
            const std::string told = std::string(R"("left":")") + word + R"(")";
            for (std::size_t at = message.find(told); at != std::string::npos;
                 at = message.find(told)) {
                message.replace(at, told.size(), R"("left":"-")");
            }
        }
    }
    return messages;
}

}  // namespace

TEST_CASE("non-interference: of what others want a second look tells signatories one word alone") {
    const core::ScenarioEntry entry = scenario_entry("foodvalley");
    const Scenario& scenario = *entry.scenario;
    int told = 0;
    for (int pair = 0; pair < pairs; ++pair) {
        Random random(static_cast<std::uint64_t>(1000 + pair));
        const PartyId secretive{
            static_cast<std::uint16_t>(random.below(scenario.parties.size()))};
        const core::ScenarioEntry other = changed(entry, [&](Scenario& copy) {
            Party& party = copy.parties[secretive.value];
            party.reserve += 70.25;
            for (Interest& interest : party.interests) interest.weight *= -1.5;
        });
        WordTexts words;
        const auto list = ListMaker(scenario, words, {all_challenges(scenario), true},
                                    static_cast<std::uint64_t>(pair))
                              .make();
        const Heard a = play(entry, list, words, {}, true);
        const Heard b = play(other, list, words, {}, true);
        CHECK(difference(a.spectator, b.spectator) == "");
        for (const std::string& message : a.spectator) {
            CHECK(message.find("second-look") == std::string::npos);
        }
        for (const PartyId party : scenario.all_parties()) {
            const auto& heard = a.seats[party.value];
            told += std::any_of(heard.begin(), heard.end(), [](const std::string& message) {
                return message.find(R"("type":"second-look")") != std::string::npos;
            });
            if (party == secretive) continue;
            CHECK(difference(without_words(heard), without_words(b.seats[party.value])) == "");
        }
    }
    CHECK(told > 0);
}

TEST_CASE("non-interference: the urgency of a challenge that a seat cannot see and nobody funds") {
    const core::ScenarioEntry entry = scenario_entry("foodvalley");
    const Scenario& scenario = *entry.scenario;
    for (int pair = 0; pair < pairs; ++pair) {
        Random random(static_cast<std::uint64_t>(2000 + pair));
        const ChallengeId secret{
            static_cast<std::uint16_t>(random.below(scenario.challenges.size()))};
        const core::ScenarioEntry other = changed(entry, [&](Scenario& copy) {
            for (double& urgency : copy.challenges[secret.value].urgency) urgency = 1 - urgency;
        });
        WordTexts words;
        TalkPlan plan{all_challenges(scenario), false};
        plan.speakable.erase(secret);
        const auto list =
            ListMaker(scenario, words, plan, static_cast<std::uint64_t>(5000 + pair)).make();
        const Heard a = play(entry, list, words);
        const Heard b = play(other, list, words);
        CHECK(difference(a.spectator, b.spectator) == "");
        for (const PartyId party : scenario.all_parties()) {
            const Challenge& challenge = scenario[secret];
            const bool sees =
                !(scenario[party].capabilities & challenge.seen_with).empty() ||
                (party == scenario.centre && challenge.national);
            const std::string differs = difference(a.seats[party.value], b.seats[party.value]);
            if (sees) {
                CHECK(differs != "");
            } else {
                CHECK(differs == "");
            }
        }
    }
}

TEST_CASE("non-interference: talk among others, its words and whether there is any") {
    const core::ScenarioEntry entry = scenario_entry("foodvalley");
    const Scenario& scenario = *entry.scenario;
    for (int pair = 0; pair < pairs; ++pair) {
        Random random(static_cast<std::uint64_t>(3000 + pair));
        IdSet<PartyId> whisperers;
        while (whisperers.size() < 2) {
            whisperers.insert(
                PartyId{static_cast<std::uint16_t>(random.below(scenario.parties.size()))});
        }
        WordTexts words;
        const auto list = ListMaker(scenario, words, {all_challenges(scenario), true},
                                    static_cast<std::uint64_t>(9000 + pair))
                              .make();
        const Heard a = play(entry, list, words);
        const Heard b = play(entry, list, words, whisperers);
        CHECK(difference(a.spectator, b.spectator) == "");
        for (const PartyId party : scenario.all_parties()) {
            if (whisperers.contains(party)) {
                CHECK(a.seats[party.value].size() < b.seats[party.value].size());
            } else {
                CHECK(difference(a.seats[party.value], b.seats[party.value]) == "");
            }
        }
    }
}

TEST_CASE("non-interference: stances, for seats that are not at that table") {
    const core::ScenarioEntry entry = scenario_entry("foodvalley");
    const Scenario& scenario = *entry.scenario;
    const PartyId outsider = *scenario.find<PartyId>("university");
    int told_apart = 0;
    for (int pair = 0; pair < pairs; ++pair) {
        WordTexts words;
        auto list = ListMaker(scenario, words, {all_challenges(scenario), true},
                              static_cast<std::uint64_t>(12'000 + pair))
                        .make();
        // Nobody invites the outsider in these games.
        std::erase_if(list, [&](const Timed& timed) {
            const auto* message = get_if<client::Command>(&timed.message);
            const auto* invite =
                message != nullptr ? get_if<command::Invite>(&message->command) : nullptr;
            return invite != nullptr && invite->party == outsider;
        });
        auto other = list;
        for (Timed& timed : other) {
            auto* message = get_if<client::Command>(&timed.message);
            auto* stance =
                message != nullptr ? get_if<command::Stance>(&message->command) : nullptr;
            if (stance == nullptr) continue;
            stance->could_sign = true;
            stance->obstacle.reset();
        }
        const Heard a = play(entry, list, words);
        const Heard b = play(entry, other, words);
        CHECK(difference(a.spectator, b.spectator) == "");
        CHECK(difference(a.seats[outsider.value], b.seats[outsider.value]) == "");
        const PartyId lead = *scenario.regions[0].lead;
        told_apart += difference(a.seats[lead.value], b.seats[lead.value]) != "" ? 1 : 0;
    }
    // Who is at the table sees the counts.
    CHECK(told_apart > 0);
}

}  // namespace dealtafel::test
