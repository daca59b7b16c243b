// The second look: what is drawn, what counts, and who is told.
#include "play.hpp"
#include "rules/feed.hpp"
#include "rules/forecast.hpp"
#include "rules/second_look.hpp"

namespace dealtafel::tests {

namespace {

using rules::Deal;
using rules::LeftOnTable;

// The drawn deal with this number near the sound deal, in a game with seed 1.
Deal drawn(const Play& play, const Deal& concluded, int number) {
    Deal deal;
    rules::draw_near(rules::signed_deal(play.scenario, concluded),
                     rules::look_seed(play.scenario, play.state, valley), number, deal);
    return deal;
}

Money paid(const Deal& deal, PartyId party) { return deal.lines[0].money.get(party); }

Play with_deal(Scenario scenario = game_scenario()) {
    Play play(std::move(scenario));
    play.negotiate();
    play.sign_by_all(play.on_table(play.sound_deal()));
    return play;
}

// Everybody wants as little as possible to do with it, so every cheaper deal is better.
Scenario thrifty_scenario() {
    Scenario scenario = game_scenario();
    for (Party& party : scenario.parties) {
        party.interests.clear();
        party.mandates.clear();
        party.money_value = 1;
    }
    return scenario;
}

std::vector<rules::FeedItem> told(const Play& play, const rules::Viewer& viewer) {
    const auto looks = play.happened<event::SecondLook>();
    REQUIRE(looks.size() == 1);
    return rules::project(play.scenario, play.state, looks[0], viewer);
}

}  // namespace

// What these deals are was computed with tests/oracle/second_look.py, from the words of the rules.
TEST_CASE("the deals of a second look are those that the labels draw") {
    Play play;
    play.negotiate();
    const Deal sound = play.sound_deal();
    const Deal first = drawn(play, sound, 1);
    CHECK(paid(first, rijk) == Money{110});
    CHECK(paid(first, city) == Money{30});
    CHECK(paid(first, farmers) == Money{25});
    const Deal second = drawn(play, sound, 2);
    CHECK(second.lines[0].partners == std::vector<PartyId>{farmers});
    CHECK(paid(second, rijk) == Money{50});
    CHECK(paid(second, city) == Money{0});
    const Deal tenth = drawn(play, sound, 10);
    CHECK(tenth.powers);
    CHECK(paid(tenth, city) == Money{60});
    CHECK(paid(tenth, rijk) == Money{80});
    CHECK(paid(tenth, farmers) == Money{21});
    CHECK(drawn(play, sound, 6) == sound);
    const Deal last = drawn(play, sound, 48);
    CHECK(last.lines[0].goal == Goal::region);
    CHECK(paid(last, rijk) == Money{39});
    CHECK(paid(last, farmers) == Money{19});
    CHECK(paid(last, city) == Money{20});
}

TEST_CASE("a drawn deal brings in nobody new, and no other challenge or result") {
    Play play;
    play.negotiate();
    const Deal sound = play.sound_deal();
    for (int number = 1; number <= rules::second_look_deals; ++number) {
        const Deal deal = drawn(play, sound, number);
        REQUIRE(deal.lines.size() == 1);
        CHECK(deal.lines[0].challenge == homes);
        CHECK(deal.lines[0].result == sound.lines[0].result);
        CHECK(rules::signatories(play.scenario, sound)
                  .contains_all(rules::signatories(play.scenario, deal)));
        CHECK_FALSE(deal.lines[0].partners.empty());
        for (const auto& [party, amount] : deal.lines[0].money) CHECK(amount > Money{});
    }
}

TEST_CASE("law: what is gained is the most among the drawn deals in which no signatory has less") {
    Scenario scenario = game_scenario();
    for (Party& party : scenario.parties) party.interests = {{std::nullopt, std::nullopt, 1.5}};
    Play play(scenario);
    play.negotiate();
    Deal sound = play.sound_deal();
    sound.conditions = 2;
    const IdSet<PartyId> bound = rules::signatories(scenario, sound);
    const auto points = [&](const Deal& deal) {
        return rules::forecast(scenario, rules::circumstances(play.state, valley), deal,
                               rules::signatories(scenario, deal) | scenario.parties_of(valley))
            .points;
    };
    const std::vector<double> now = points(sound);
    double most = 0;
    for (int number = 1; number <= rules::second_look_deals; ++number) {
        const Deal deal = drawn(play, sound, number);
        if (!rules::problems_now(scenario, play.state, deal).empty()) continue;
        const std::vector<double> then = points(deal);
        double more = 0;
        bool nobody_has_less = true;
        for (const PartyId party : bound) {
            more += then[party.value] - now[party.value];
            nobody_has_less = nobody_has_less && then[party.value] >= now[party.value] - 1e-9;
        }
        if (nobody_has_less) most = std::max(most, more);
    }
    const rules::Remainder found = rules::second_look(scenario, play.state, sound);
    CHECK(most > 0);
    CHECK(found.gain == doctest::Approx(most).epsilon(1e-12));
    double above = 0;
    for (const PartyId party : bound) above += now[party.value] - scenario[party].reserve;
    CHECK(found.above == doctest::Approx(above).epsilon(1e-12));
}

TEST_CASE("what is left is little under 5% of what they have above their reserves, much from 20%") {
    CHECK(rules::left_on_table({10, 0}) == LeftOnTable::little);
    CHECK(rules::left_on_table({10, 0.49}) == LeftOnTable::little);
    CHECK(rules::left_on_table({10, 0.5}) == LeftOnTable::some);
    CHECK(rules::left_on_table({10, 1.99}) == LeftOnTable::some);
    CHECK(rules::left_on_table({10, 2}) == LeftOnTable::much);
    // Where they have nothing above, anything is much, and nothing is little.
    CHECK(rules::left_on_table({-3, 0.1}) == LeftOnTable::much);
    CHECK(rules::left_on_table({-3, 0}) == LeftOnTable::little);
}

TEST_CASE("a deal that only costs leaves all that a cheaper one would save") {
    const Play play = with_deal(thrifty_scenario());
    const auto looks = play.happened<event::SecondLook>();
    REQUIRE(looks.size() == 1);
    // They pay 2.0, 2.0 and 4.0, and have no reserves: -8.
    CHECK(looks[0].above == doctest::Approx(-8.0));
    // At least one million stays in a line, so they save no more than 7; a goal brings 1.5 to each
    // of two partners at most, or 2.5 to the centre.
    CHECK(looks[0].gain > 2.0);
    CHECK(looks[0].gain <= 10.0);
    CHECK(looks[0].left == LeftOnTable::much);
    CHECK(looks[0].version == play.region().concluded);
}

TEST_CASE("a drawn deal counts only if everybody can pay it beside what they signed elsewhere") {
    Scenario scenario = game_scenario();
    scenario.parties[city.value].interests = {{std::nullopt, std::nullopt, 100.0}};
    for (const PartyId party : {farmers, rijk}) {
        scenario.parties[party.value].interests = {{std::nullopt, std::nullopt, 100.0}};
    }
    Play play(scenario);
    play.negotiate();
    const double with_money =
        rules::second_look(scenario, play.state, play.sound_deal()).gain;
    // With not a tenth more to spend, no more money helps.
    play.state.budgets = {Money{20}, Money{20}, Money{0}, Money{40}, Money{0}};
    const double without = rules::second_look(scenario, play.state, play.sound_deal()).gain;
    CHECK(without < with_money);
}

TEST_CASE("the signatories and the facilitator are told one word, and nobody else anything") {
    const Play play = with_deal();
    const std::vector<rules::Viewer> may_know = {
        {city, false}, {farmers, false}, {rijk, false}, {{}, true}};
    for (const rules::Viewer& viewer : may_know) {
        const auto items = told(play, viewer);
        REQUIRE(items.size() == 1);
        const auto* word = get_if<rules::feed::SecondLookTold>(&items[0]);
        REQUIRE(word != nullptr);
        CHECK(word->version == play.region().concluded);
        CHECK(word->left == play.happened<event::SecondLook>()[0].left);
    }
    // The ministry is at the table, and signs nothing.
    CHECK(told(play, {ministry, false}).empty());
    CHECK(told(play, {school, false}).empty());
    CHECK(told(play, {{}, false}).empty());
}

TEST_CASE("a table gets one second look a round, on its first deal") {
    Play play = with_deal();
    Deal better = play.sound_deal();
    better.conditions = 1;
    play.sign_by_all(play.on_table(better));
    REQUIRE(play.happened<event::Concluded>().size() == 2);
    CHECK(play.happened<event::SecondLook>().size() == 1);
    play.skip_to(Stage::negotiation, 2);
    play.sign_by_all(play.on_table(play.sound_deal()));
    CHECK(play.happened<event::SecondLook>().size() == 2);
}

TEST_CASE("without the setting there is no second look") {
    Play play;
    play.state.settings.second_look = false;
    play.negotiate();
    play.sign_by_all(play.on_table(play.sound_deal()));
    CHECK(play.region().concluded != 0);
    CHECK(play.happened<event::SecondLook>().empty());
}

}  // namespace dealtafel::tests
