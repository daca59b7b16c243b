// Non-interference: side agreements of two others, their amounts, their words and whether there are
// any, until the outcome tells of those that took effect.
#include "core/planted_secrets.hpp"

namespace dealtafel::test {

namespace {

// What two of one table promise each other: taken back, agreed, and agreed and undone. What one
// pays is so little that it stands in no signature's way.
Secret sides_of(PartyId a, PartyId b, RegionId region, int tenths) {
    Secret secret;
    secret.may_know.insert(a);
    secret.may_know.insert(b);
    secret.stages = {Stage::negotiation};
    secret.each = 12;
    secret.more = [a, b, region, tenths](More& more) {
        const int number = more.number + 1;
        more.ask(a, command::OfferSide{region, b, a, Money{tenths}, more.words()});
        if (number % 3 == 0) {
            more.ask(a, command::WithdrawSide{region, b, number});
        } else {
            more.ask(b, command::AcceptSide{region, a, number});
            more.ask(b, command::UndoSide{region, a, number, true});
        }
        if (number % 3 == 2) more.ask(a, command::UndoSide{region, b, number, true});
    };
    return secret;
}

// In both games others say that they are ready, again and again: that they are no longer would tell
// them that two agreed on something. Not the centre, or the stage would end.
Secret others_ready(const Scenario& scenario, PartyId a, PartyId b) {
    Secret both;
    both.stages = {Stage::negotiation};
    both.each = 12;
    IdSet<PartyId> others = scenario.all_parties();
    for (const PartyId party : {a, b, scenario.centre}) others.erase(party);
    both.more = [others](More& more) {
        for (const PartyId party : others) more.ask(party, command::Ready{true});
    };
    return both;
}

// Two parties that may promise each other money at a table.
std::optional<std::pair<PartyId, PartyId>> two_at(const Scenario& scenario, RegionId region,
                                                  Random& random) {
    IdSet<PartyId> able;
    for (const PartyId party : seated(scenario, region)) {
        if (!scenario.is_rijk(party)) able.insert(party);
    }
    if (able.size() < 2) return std::nullopt;
    const PartyId a = one_of(able, random);
    able.erase(a);
    return std::pair(a, one_of(able, random));
}

}  // namespace

TEST_CASE("non-interference: side agreements of others, until the outcome") {
    int concluded = 0;
    int took_effect = 0;
    for (int pair = 0; pair < pairs; ++pair) {
        CAPTURE(pair);
        const core::ScenarioEntry& entry = entry_of(pair);
        const Scenario& scenario = *entry.scenario;
        Random random(static_cast<std::uint64_t>(15'000 + pair));
        RegionId region{};
        std::optional<std::pair<PartyId, PartyId>> two;
        while (!two) {
            region = some_region(scenario, random);
            two = two_at(scenario, region, random);
        }
        const Secret secret = sides_of(two->first, two->second, region, 1 + pair % 3);
        WordTexts words;
        auto list = ListMaker(scenario, words, {all_challenges(scenario)},
                              static_cast<std::uint64_t>(15'000 + pair))
                        .make();
        const Secret ready = others_ready(scenario, two->first, two->second);
        list = with_more(list, ready, ready.more, words, random);
        const auto more = with_more(list, secret, secret.more, words, random);
        const Heard without = play(entry, list, words);
        const Heard with = play(entry, more, words);
        CHECK(with.concluded == without.concluded);
        concluded += with.concluded ? 1 : 0;
        // Where nothing took effect, nobody else ever learns that there was anything.
        const std::string until = with.concluded ? "outcome-told" : "";
        CHECK(check_same(without, with, secret.may_know, until) == 2);
        took_effect += std::any_of(with.spectator.begin(), with.spectator.end(),
                                   [](const std::string& message) {
                                       return message.find("Geheim") != std::string::npos;
                                   });
    }
    if (!many_pairs) return;
    CHECK(concluded > 0);
    CHECK(concluded < pairs);
    CHECK(took_effect > 0);
}

}  // namespace dealtafel::test
