// Non-interference: side agreements of two others, their amounts, their words and whether there are
// any, until the outcome tells of those that took effect.
#include "core/paired_games.hpp"

namespace dealtafel::test {

namespace {

constexpr RegionId region{0};

// Where the list's n-th skip stands; the third begins the negotiation, and the fourth ends it.
std::size_t nth_skip(const std::vector<Timed>& list, int n) {
    for (std::size_t at = 0; at < list.size(); ++at) {
        const auto* act = get_if<client::Act>(&list[at].message);
        const bool skips = act != nullptr && holds_alternative<rules::act::Skip>(act->act);
        if (skips && --n == 0) return at;
    }
    FAIL("the list has fewer skips");
    return 0;
}

// The list with side agreements of two parties between its lines of the negotiation, at no time.
// What they promise is so little that it stands in no signature's way.
std::vector<Timed> with_sides(const std::vector<Timed>& list, PartyId a, PartyId b, int tenths,
                              WordTexts& words) {
    std::vector<Timed> made(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(
                                                             nth_skip(list, 3) + 1));
    const std::size_t end = nth_skip(list, 4);
    std::uint64_t ids = 1'000'000;
    const auto ask = [&](PartyId seat, rules::Command wanted) {
        made.push_back({0, seat, client::Command{++ids, std::move(wanted)}});
    };
    int number = 0;
    for (std::size_t at = made.size(); at < list.size(); ++at) {
        if (at < end && at % 12 == 0) {
            ++number;
            ask(a, command::OfferSide{region, b, a, Money{tenths},
                                      words.take("Onder ons, " + std::to_string(number))});
            if (number % 3 == 0) {
                ask(a, command::WithdrawSide{region, b, number});
            } else {
                ask(b, command::AcceptSide{region, a, number});
                ask(b, command::UndoSide{region, a, number, true});
            }
            if (number % 3 == 2) ask(a, command::UndoSide{region, b, number, true});
        }
        made.push_back(list[at]);
    }
    return made;
}

// What was received before the first message that tells an outcome.
std::vector<std::string> before_outcome(const std::vector<std::string>& all) {
    const auto told = std::find_if(all.begin(), all.end(), [](const std::string& message) {
        return message.find(R"("type":"outcome-told")") != std::string::npos;
    });
    return {all.begin(), told};
}

}  // namespace

TEST_CASE("non-interference: side agreements of others, until the outcome") {
    const core::ScenarioEntry entry = scenario_entry("foodvalley");
    const Scenario& scenario = *entry.scenario;
    const PartyId a = *scenario.find<PartyId>("province");
    const PartyId b = *scenario.find<PartyId>("municipalities");
    int concluded = 0;
    for (int pair = 0; pair < pairs; ++pair) {
        CAPTURE(pair);
        WordTexts words;
        const auto list = ListMaker(scenario, words, {all_challenges(scenario), true},
                                    static_cast<std::uint64_t>(15'000 + pair))
                              .make();
        const auto little = with_sides(list, a, b, 1, words);
        const auto more = with_sides(list, b, a, 2, words);
        const Heard without = play(entry, list, words);
        concluded += without.concluded ? 1 : 0;
        for (const auto& with : {little, more}) {
            const Heard heard = play(entry, with, words);
            CHECK(heard.concluded == without.concluded);
            // Where nothing took effect, nobody else ever learns that there was anything.
            const auto part = [&](const std::vector<std::string>& all) {
                return heard.concluded ? before_outcome(all) : all;
            };
            CHECK(difference(part(heard.spectator), part(without.spectator)) == "");
            for (const PartyId party : scenario.all_parties()) {
                const std::string differs = difference(part(heard.seats[party.value]),
                                                       part(without.seats[party.value]));
                if (party == a || party == b) {
                    CHECK(differs != "");
                } else {
                    CHECK(differs == "");
                }
            }
            if (!heard.concluded) continue;
            CHECK(std::any_of(heard.spectator.begin(), heard.spectator.end(),
                              [](const std::string& message) {
                                  return message.find("Onder ons") != std::string::npos;
                              }));
        }
    }
    CHECK(concluded > 0);
    CHECK(concluded < pairs);
}

}  // namespace dealtafel::test
