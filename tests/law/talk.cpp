// What talk is worth: the joint gain that games come to.
#include "scenarios.hpp"

#include "simulation/talk.hpp"

namespace dealtafel::laws {

TEST_CASE("the joint gain is what signatories have over their reserves, nothing without a deal") {
    const Scenario& scenario = foodvalley();
    const PartyId residents = *scenario.find<PartyId>("residents");
    rules::Deal deal;
    deal.region = RegionId{0};
    deal.lines.resize(1);
    deal.lines[0].challenge = ChallengeId{0};
    deal.lines[0].partners = {residents};
    simulation::GameFigures with_deal;
    with_deal.tables = {{1, deal, false}};
    with_deal.points.resize(1);
    // Everybody is one point above its reserve; four sign: the Rijk, the municipalities and the
    // provinces, who must, and the residents.
    for (const Party& party : scenario.parties) {
        with_deal.points[0].push_back(party.reserve + 1);
    }
    simulation::GameFigures without = with_deal;
    without.tables = {{1, std::nullopt, false}};
    const std::vector<simulation::GameFigures> games = {with_deal, without};
    const std::vector<double> gains = simulation::joint_gains(scenario, games, 1);
    REQUIRE(gains.size() == 1);
    CHECK(gains[0] == doctest::Approx(4.0 / 2));
}

}  // namespace dealtafel::laws
