// Claims about the contest for a tranche's money: who takes the initiative, and what is rewarded.
#include "../unit/contest.hpp"

#include "rules/proposal.hpp"

#include <algorithm>

namespace dealtafel::claims {

using namespace dealtafel::tests;

namespace {

// A contest with these weights, up to the phase of proposals.
Contest contest_with(const rules::Weights& weights,
                     const std::vector<rules::Demanded>& demands = {}) {
    Contest game;
    game.begin(Stage::framework);
    REQUIRE(game.ask(rijk, command::Publish{{}, demands, weights}) == "");
    game.skip_to(Stage::agenda);
    game.set_agendas();
    game.skip_to(Stage::proposal);
    return game;
}

// What a criterion added to a region's score; the criterion has to carry the claim.
double by(std::string_view claim, Criterion criterion, const Contest& game, RegionId region) {
    const std::vector<std::string_view>& claims = rules::claims_of(criterion);
    CHECK(std::find(claims.begin(), claims.end(), claim) != claims.end());
    double sum = 0;
    const event::SubmissionsClosed closed = game.happened<event::SubmissionsClosed>().back();
    for (const event::RankedProposal& proposal : closed.ranking) {
        if (proposal.region != region) continue;
        for (const rules::ScorePart& part : proposal.parts) {
            if (part.criterion == criterion) sum += part.amount;
        }
    }
    return sum;
}

// Both ask 12.0 of 20.0: one of them is selected, down the ranking.
IdSet<RegionId> selected(Contest& game) {
    game.skip_to(Stage::negotiation);
    return game.happened<event::SelectionMade>().back().selected;
}

}  // namespace

TEST_CASE("E13 a framework that rewards existing partnerships draws regions back to them") {
    // The valley builds on its partnership; the coast has none, and the more urgent challenge.
    rules::Weights rewarding;
    rewarding.existing_agenda = 10;
    rules::Weights led_by_challenge;
    led_by_challenge.urgency = 10;
    Contest rewarded = contest_with(rewarding);
    rewarded.submit_both();
    Contest by_urgency = contest_with(led_by_challenge);
    by_urgency.submit_both();
    CHECK(by("E13", Criterion::existing_agenda, rewarded, valley) >
          by("E13", Criterion::existing_agenda, rewarded, coast));
    CHECK(by("E13", Criterion::existing_agenda, by_urgency, valley) == 0);
    CHECK(selected(rewarded) == set_of({valley}));
    CHECK(selected(by_urgency) == set_of({coast}));
}

TEST_CASE("E22 a proposal that takes up the Rijk's goals has the better chance") {
    rules::Weights weights;
    weights.national_goals = 10;
    const auto proposing = [&](std::vector<ChallengeId> challenges) {
        Contest game = contest_with(weights, {{valley, crime}});
        REQUIRE(game.ask(city, game.proposal(valley, std::move(challenges), 120)) == "");
        REQUIRE(game.ask(town, game.proposal(coast, {dikes}, 120)) == "");
        return game;
    };
    Contest bent = proposing({protein, crime});
    Contest own = proposing({protein});
    CHECK(by("E22", Criterion::national_goals, bent, valley) > 0);
    CHECK(by("E22", Criterion::national_goals, own, valley) == 0);
    CHECK(selected(bent) == set_of({valley}));
    CHECK(selected(own) == set_of({coast}));
}

TEST_CASE("R1 the region takes the initiative and the Rijk selects, but for named regions") {
    // There is money for both; the coast proposes in any case.
    Contest proposed;
    proposed.propose();
    proposed.submit_both(80, 80);
    Contest waited;
    waited.propose();
    REQUIRE(waited.ask(town, waited.proposal(coast, {dikes}, 80)) == "");
    CHECK(selected(proposed) == set_of({valley, coast}));
    CHECK(selected(waited) == set_of({coast}));
    CHECK(rules::negotiates(proposed.state, valley));
    CHECK_FALSE(rules::negotiates(waited.state, valley));

    Scenario named = contest_scenario();
    named.regions[valley.value].named = true;
    Contest skips(named);
    skips.propose();
    skips.skip_to(Stage::negotiation);
    CHECK(rules::negotiates(skips.state, valley));

    Contest rejected;
    rejected.propose();
    rejected.submit_both(80, 80);
    REQUIRE(rejected.decide(valley, false) == "");
    CHECK_FALSE(selected(rejected).contains(valley));
    CHECK_FALSE(rules::negotiates(rejected.state, valley));
}

}  // namespace dealtafel::claims
