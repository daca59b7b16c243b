// Non-interference: two games get one and the same timed list of commands, made beforehand at
// random, and differ only in a secret that one seat may not see. That seat, and the public, get the
// same bytes: equal frames in equal number, order and length, through the codec and the outbox.
// docs/security.md has the kinds of secrets and the test of each; here are those that lie in the
// scenario and in the session.
#include "core/planted_secrets.hpp"

namespace dealtafel::test {

namespace {

std::vector<Timed> some_list(const Scenario& scenario, WordTexts& words, TalkPlan plan, int seed) {
    if (plan.speakable.empty()) plan.speakable = all_challenges(scenario);
    return ListMaker(scenario, words, std::move(plan), static_cast<std::uint64_t>(seed)).make();
}

// The same scenario where one party wants otherwise.
core::ScenarioEntry wanting_otherwise(const core::ScenarioEntry& entry, PartyId secretive) {
    return changed(entry, [&](Scenario& copy) {
        Party& party = copy.parties[secretive.value];
        party.reserve += 7.25;
        party.money_value += 0.125;
        party.brief.by_language["nl"] += " Dit weet verder niemand.";
        for (Interest& interest : party.interests) interest.weight *= -1.5;
        if (!party.mandates.empty()) party.mandates.pop_back();
    });
}

IdSet<PartyId> only(PartyId party) {
    IdSet<PartyId> one;
    one.insert(party);
    return one;
}

}  // namespace

TEST_CASE("non-interference: interests, mandates and reserve of another seat") {
    int concluded = 0;
    for (int pair = 0; pair < pairs; ++pair) {
        CAPTURE(pair);
        const core::ScenarioEntry& entry = entry_of(pair);
        const Scenario& scenario = *entry.scenario;
        Random random(static_cast<std::uint64_t>(1000 + pair));
        const PartyId secretive = some_party(scenario, random);
        WordTexts words;
        const auto list = some_list(scenario, words, {}, pair);
        const Heard a = play(entry, list, words);
        const Heard b = play(wanting_otherwise(entry, secretive), list, words);
        concluded += a.concluded ? 1 : 0;
        // The secret is one: its own seat can tell the two games apart.
        CHECK(check_same(a, b, only(secretive)) == 1);
    }
    // Some of the games come to a deal, or the lists would prove little.
    if (many_pairs) CHECK(concluded > pairs / 10);
}

TEST_CASE("non-interference: bots go by nothing that their seat may not see") {
    for (int pair = 0; pair < (pairs + 3) / 4; ++pair) {
        CAPTURE(pair);
        const core::ScenarioEntry& entry = entry_of(pair);
        const Scenario& scenario = *entry.scenario;
        Random random(static_cast<std::uint64_t>(1500 + pair));
        const PartyId secretive = some_party(scenario, random);
        Setting setting;
        for (const PartyId party : scenario.all_parties()) {
            if (party != secretive && random.chance(0.7)) setting.bots.insert(party);
        }
        WordTexts words;
        const auto list = some_list(scenario, words, {}, 1500 + pair);
        const Heard a = play(entry, list, words, setting);
        const Heard b = play(wanting_otherwise(entry, secretive), list, words, setting);
        CHECK(check_same(a, b, only(secretive)) == 1);
    }
}

namespace {

// What a reader got, with the word of each second look left out.
std::vector<std::string> without_words(std::vector<std::string> messages) {
    for (std::string& message : messages) {
        for (const char* word : {"little", "some", "much"}) {
            replace_all(message, std::string(R"("left":")") + word + '"', R"("left":"-")");
        }
    }
    return messages;
}

}  // namespace

TEST_CASE("non-interference: of what others want a second look tells signatories one word alone") {
    int told = 0;
    for (int pair = 0; pair < pairs; ++pair) {
        CAPTURE(pair);
        const core::ScenarioEntry& entry = entry_of(pair);
        const Scenario& scenario = *entry.scenario;
        Random random(static_cast<std::uint64_t>(1000 + pair));
        const PartyId secretive = some_party(scenario, random);
        const core::ScenarioEntry other = changed(entry, [&](Scenario& copy) {
            Party& party = copy.parties[secretive.value];
            party.reserve += 70.25;
            for (Interest& interest : party.interests) interest.weight *= -1.5;
        });
        WordTexts words;
        const auto list = some_list(scenario, words, {}, pair);
        Setting setting;
        setting.second_look = true;
        Heard a = play(entry, list, words, setting);
        Heard b = play(other, list, words, setting);
        for (const std::string& message : a.spectator) {
            CHECK(message.find("second-look") == std::string::npos);
        }
        for (Heard* heard : {&a, &b}) {
            for (auto& seat : heard->seats) {
                told += std::any_of(seat.begin(), seat.end(), [](const std::string& message) {
                    return message.find(R"("type":"second-look")") != std::string::npos;
                });
                seat = without_words(std::move(seat));
            }
        }
        check_same(a, b, only(secretive));
    }
    if (many_pairs) CHECK(told > 0);
}

TEST_CASE("non-interference: the urgency of a challenge that a seat cannot see and nobody funds") {
    for (int pair = 0; pair < pairs; ++pair) {
        CAPTURE(pair);
        const core::ScenarioEntry& entry = entry_of(pair);
        const Scenario& scenario = *entry.scenario;
        Random random(static_cast<std::uint64_t>(2000 + pair));
        const ChallengeId secret = some_challenge(scenario, random);
        const core::ScenarioEntry other = changed(entry, [&](Scenario& copy) {
            for (double& urgency : copy.challenges[secret.value].urgency) {
                urgency = urgency == 0.5 ? 0.25 : 1 - urgency;
            }
        });
        WordTexts words;
        TalkPlan plan{all_challenges(scenario), false};
        plan.speakable.erase(secret);
        const auto list = some_list(scenario, words, plan, 5000 + pair);
        const IdSet<PartyId> seeing = who_see(scenario, secret);
        const Heard a = play(entry, list, words);
        const Heard b = play(other, list, words);
        CHECK(check_same(a, b, seeing) == static_cast<int>(seeing.size()));
    }
}

// Those who do not see it name it all the same, in whatever may name a challenge.
TEST_CASE("non-interference: whether there is a challenge that a seat cannot see") {
    for (int pair = 0; pair < pairs; ++pair) {
        CAPTURE(pair);
        const core::ScenarioEntry& entry = entry_of(pair);
        Random random(static_cast<std::uint64_t>(2500 + pair));
        const core::ScenarioEntry with = changed(entry, [&](Scenario& copy) {
            Challenge secret = copy.challenges[some_challenge(copy, random).value];
            secret.id = "nobody-knows-this";
            secret.title.by_language["nl"] = "Dit weet verder niemand";
            secret.national = false;
            copy.challenges.push_back(std::move(secret));
        });
        const Scenario& scenario = *with.scenario;
        const ChallengeId secret{static_cast<std::uint16_t>(scenario.challenges.size() - 1)};
        const RegionId region = scenario[secret].region;
        const IdSet<PartyId> seeing = who_see(scenario, secret);
        const IdSet<PartyId> others = scenario.all_parties() - seeing;
        const PartyId lead = *scenario[region].lead;
        if (others.empty()) continue;
        Secret naming;
        naming.more = [&](More& more) {
            const PartyId seat = one_of(others, more.random);
            rules::Deal deal;
            deal.region = region;
            deal.lines.push_back({secret, {seat}, {}, {}, {}});
            command::Submit submit;
            submit.region = region;
            submit.challenges.insert(secret);
            submit.pitch = more.words();
            switch (more.number % 8) {
                case 7: more.ask(others.contains(lead) ? lead : seat, submit); break;
                case 0: more.ask(seat, command::Support{secret}); break;
                case 1: more.ask(seat, command::Share{secret, seeing}); break;
                case 2: more.ask(seat, command::Amend{region, 1, deal}); break;
                case 3: more.ask(seat, command::Look{region, {}, deal}); break;
                case 4:
                    more.send(seat, client::Forecast{more.next_id(), region, {}, deal});
                    break;
                case 5:
                    more.ask(seat,
                             command::Stance{region, false, rules::Obstacle::line, secret});
                    break;
                default: more.ask(scenario.centre, command::Demand{region, secret});
            }
        };
        WordTexts words;
        TalkPlan plan{all_challenges(scenario), false};
        plan.speakable.erase(secret);
        const auto list = with_more(some_list(scenario, words, plan, 5500 + pair), naming,
                                    naming.more, words, random);
        Setting setting;
        setting.names = &scenario;
        const Heard a = play(entry, list, words, setting);
        const Heard b = play(with, list, words, setting);
        CHECK(check_same(a, b, seeing) == static_cast<int>(seeing.size()));
    }
}

// A number that is drawn would tell what will be drawn; a token, who may be played for.
TEST_CASE("non-interference: the session's seed and tokens, where nothing drawn has happened") {
    for (int pair = 0; pair < pairs; ++pair) {
        CAPTURE(pair);
        const core::ScenarioEntry entry =
            changed(entry_of(pair), [](Scenario& copy) { copy.events.clear(); });
        TalkPlan plan;
        plan.audits = false;
        WordTexts words;
        const auto list = some_list(*entry.scenario, words, plan, 7000 + pair);
        const auto heard = [&](std::uint64_t seed) {
            Setting setting;
            setting.seed = seed;
            setting.world_seed = 1000 + seed;
            PairedGame game(entry, words, setting);
            Heard all = game.play(list);
            // The code is drawn too, and everybody has it.
            for (auto* reader : {&all.spectator, &all.helper, &all.facilitator}) {
                for (std::string& message : *reader) replace_all(message, game.code(), "CODE");
            }
            for (auto& seat : all.seats) {
                for (std::string& message : seat) replace_all(message, game.code(), "CODE");
            }
            return all;
        };
        const Heard a = heard(static_cast<std::uint64_t>(2 * pair + 1));
        const Heard b = heard(static_cast<std::uint64_t>(2 * pair + 2));
        check_same(a, b, {});
        CHECK(difference(a.facilitator, b.facilitator) == "");
    }
}

}  // namespace dealtafel::test
