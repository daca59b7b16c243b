// How a framework scores a proposal: section 6 of docs/rules.md. Expected values by hand.
#include "make_scenario.hpp"
#include "rules/proposal.hpp"

using namespace dealtafel;
using namespace dealtafel::tests;

namespace {

// Two challenges of the small scenario: protein has effects of 6 and an urgency of 0.6, homes of 4
// and 0.9; protein harms elsewhere for 2, homes for 0.5 and does good there.
Scenario contest_scenario() {
    Scenario made = small_scenario();
    made.challenges[protein.value].spillovers = {{elsewhere, health, -1.5},
                                                 {elsewhere, work, -0.5}};
    made.challenges[homes.value].spillovers = {{elsewhere, work, -0.5}, {elsewhere, health, 3.0}};
    made.challenges[homes.value].effects.push_back({health, -2.0});
    return made;
}

struct Contest {
    Scenario scenario = contest_scenario();
    std::vector<double> urgency = {0.6, 0.9};
    IdSet<ChallengeId> demanded;
    Money pledged;
    rules::Proposal proposal;

    Contest() {
        proposal.challenges = set_of({protein, homes});
        proposal.partners = set_of({city, farmers, school});
        proposal.asked = Money{40};
    }
    rules::ProposalFacts facts() const { return {scenario, urgency, demanded, pledged}; }
    double feature(Criterion criterion) const {
        return rules::feature(facts(), proposal, criterion);
    }
    rules::ProposalScore score(const std::optional<rules::Weights>& weights) const {
        return rules::score(facts(), proposal, weights);
    }
};

}  // namespace

TEST_CASE("feature urgency: the mean urgency of the proposal's challenges in this round") {
    Contest contest;
    CHECK(contest.feature(Criterion::urgency) == near((0.6 + 0.9) / 2));
    contest.urgency = {0.2, 0.9};
    contest.proposal.challenges = set_of({protein});
    CHECK(contest.feature(Criterion::urgency) == near(0.2));
}

TEST_CASE("feature well-being: positive effects as a part of the largest sum in the scenario") {
    Contest contest;
    // 6 of 6, and 4 of 6: what homes takes from health does not count.
    CHECK(contest.feature(Criterion::well_being) == near((1 + 4.0 / 6) / 2));
    contest.proposal.challenges = set_of({homes});
    CHECK(contest.feature(Criterion::well_being) == near(4.0 / 6));
}

TEST_CASE("feature national-goals: the share of what the centre demanded here; 1 if nothing") {
    Contest contest;
    CHECK(contest.feature(Criterion::national_goals) == 1);
    contest.demanded = set_of({protein, homes});
    contest.proposal.challenges = set_of({homes});
    CHECK(contest.feature(Criterion::national_goals) == near(0.5));
    contest.demanded = set_of({protein});
    CHECK(contest.feature(Criterion::national_goals) == 0);
}

TEST_CASE("feature knowledge-partners: a third each for knowledge, business and government") {
    Contest contest;
    CHECK(contest.feature(Criterion::knowledge_partners) == 1);
    contest.proposal.partners = set_of({city, farmers});
    CHECK(contest.feature(Criterion::knowledge_partners) == near(2.0 / 3));
    contest.proposal.partners = set_of({school});
    CHECK(contest.feature(Criterion::knowledge_partners) == near(1.0 / 3));
    // Two of one group count once; residents are of no group, a ministry is government.
    contest.proposal.partners = set_of({city, ministry});
    CHECK(contest.feature(Criterion::knowledge_partners) == near(1.0 / 3));
    contest.scenario.parties[farmers.value].kind = PartyKind::civil_society;
    contest.proposal.partners = set_of({farmers});
    CHECK(contest.feature(Criterion::knowledge_partners) == 0);
    for (const PartyKind kind : {PartyKind::province, PartyKind::water_board}) {
        contest.scenario.parties[farmers.value].kind = kind;
        CHECK(contest.feature(Criterion::knowledge_partners) == near(1.0 / 3));
    }
}

TEST_CASE("feature existing-agenda: the largest share of its partners in one partnership") {
    Contest contest;
    CHECK(contest.feature(Criterion::existing_agenda) == near(2.0 / 3));
    contest.proposal.partners = set_of({city, farmers});
    CHECK(contest.feature(Criterion::existing_agenda) == 1);
    // Of two partnerships the one that holds more; shares do not add up.
    contest.proposal.partners = set_of({city, farmers, school});
    contest.scenario.partnerships.push_back({"new", {}, set_of({school}), 0.5, {}});
    CHECK(contest.feature(Criterion::existing_agenda) == near(2.0 / 3));
    contest.proposal.partners = {};
    CHECK(contest.feature(Criterion::existing_agenda) == 0);
}

TEST_CASE("feature co-financing: pledged regional money for what is asked, at most 1") {
    Contest contest;
    CHECK(contest.feature(Criterion::co_financing) == 0);
    contest.pledged = Money{10};
    CHECK(contest.feature(Criterion::co_financing) == near(0.25));
    contest.pledged = Money{90};
    CHECK(contest.feature(Criterion::co_financing) == 1);
    contest.proposal.asked = Money{0};
    contest.pledged = Money{0};
    CHECK(contest.feature(Criterion::co_financing) == 1);
}

TEST_CASE("feature supra-regional: what is harmed elsewhere takes off; good there adds nothing") {
    Contest contest;
    // Protein harms for 2, the most of all; homes for 0.5.
    CHECK(contest.feature(Criterion::supra_regional) == near(1 - (1 + 0.25) / 2));
    contest.proposal.challenges = set_of({homes});
    CHECK(contest.feature(Criterion::supra_regional) == near(0.75));
    for (Challenge& challenge : contest.scenario.challenges) challenge.spillovers.clear();
    CHECK(contest.feature(Criterion::supra_regional) == 1);
}

TEST_CASE("a proposal without challenges has the features of a denominator of 0") {
    Contest contest;
    contest.proposal.challenges = {};
    CHECK(contest.feature(Criterion::urgency) == 0);
    CHECK(contest.feature(Criterion::well_being) == 0);
    CHECK(contest.feature(Criterion::supra_regional) == 1);
}

TEST_CASE("a score weighs the features by points of ten") {
    Contest contest;
    contest.pledged = Money{10};
    rules::Weights weights;
    weights.urgency = 4;
    weights.co_financing = 5;
    weights.supra_regional = 1;
    // 4 * 0.75 + 5 * 0.25 + 1 * 0.375, by 10.
    CHECK(contest.score(weights).score == near((3 + 1.25 + 0.375) / 10));
    weights = {};
    weights.existing_agenda = 10;
    CHECK(contest.score(weights).score == near(2.0 / 3));
}

TEST_CASE("without published weights each criterion weighs ten sevenths") {
    Contest contest;
    contest.pledged = Money{10};
    const double sum = 0.75 + 5.0 / 6 + 1 + 1 + 2.0 / 3 + 0.25 + 0.375;
    const rules::ProposalScore score = contest.score(std::nullopt);
    CHECK(score.score == near(sum / 7));
    for (const rules::ScorePart& part : score.parts) CHECK(part.weight == near(10.0 / 7));
}

TEST_CASE("the parts of a score stand in the order of the criteria and add up to it") {
    Contest contest;
    rules::Weights weights;
    weights.well_being = 3;
    weights.knowledge_partners = 3;
    weights.supra_regional = 4;
    const rules::ProposalScore score = contest.score(weights);
    REQUIRE(score.parts.size() == rules::criteria.size());
    double sum = 0;
    for (std::size_t at = 0; at < score.parts.size(); ++at) {
        const rules::ScorePart& part = score.parts[at];
        CHECK(part.criterion == rules::criteria[at]);
        CHECK(part.amount == near(part.weight * part.feature / 10));
        sum += part.amount;
    }
    CHECK(sum == score.score);
}

TEST_CASE("weights are whole points from 0 that add up to ten") {
    rules::Weights weights;
    CHECK_FALSE(rules::may_be_published(weights));
    weights.urgency = 6;
    weights.national_goals = 4;
    CHECK(rules::may_be_published(weights));
    weights.supra_regional = 1;
    CHECK_FALSE(rules::may_be_published(weights));
    weights.urgency = 7;
    weights.supra_regional = -1;
    CHECK_FALSE(rules::may_be_published(weights));
}

TEST_CASE("every criterion has a weight of its own") {
    const rules::Weights weights = {1, 2, 3, 4, 5, 6, 7};
    int expected = 0;
    for (const Criterion criterion : rules::criteria) {
        CHECK(rules::weight_of(weights, criterion) == ++expected);
    }
}

TEST_CASE("criteria name the claims behind them") {
    using Claims = std::vector<std::string_view>;
    CHECK(rules::claims_of(Criterion::urgency) == Claims{});
    CHECK(rules::claims_of(Criterion::well_being) == Claims{"E22"});
    CHECK(rules::claims_of(Criterion::national_goals) == Claims{"E22"});
    CHECK(rules::claims_of(Criterion::knowledge_partners) == Claims{"E13", "E19"});
    CHECK(rules::claims_of(Criterion::existing_agenda) == Claims{"E13", "E19"});
    CHECK(rules::claims_of(Criterion::co_financing) == Claims{"E19"});
    CHECK(rules::claims_of(Criterion::supra_regional) == Claims{"E27"});
}
