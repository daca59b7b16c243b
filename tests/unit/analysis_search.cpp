// The search of shared/analysis against what a complete look at every deal finds, in a scenario so
// poor that its deals can be counted: nobody has more than a tenth or two.
#include "make_scenario.hpp"

#include "analysis/archive.hpp"
#include "analysis/recipe.hpp"
#include "analysis/search.hpp"

#include <array>

namespace dealtafel::tests {

namespace {

using analysis::Archive;
using analysis::Judged;
using analysis::Situation;

// The centre and two regional parties, two challenges, one agenda with both.
Scenario poor_scenario() {
    Scenario made = small_scenario();
    // Numbers are ranks: city, farmers, rijk.
    made.parties.erase(made.parties.begin() + school.value);
    made.parties.erase(made.parties.begin() + ministry.value);
    constexpr PartyId centre{2};
    made.centre = centre;
    made.party_order = made.file_order = {centre, city, farmers};
    made.model.line_min = 0.1;
    made.partnership_form_from = 0;
    for (Party& party : made.parties) party.budget = Money{1};
    made.parties[centre.value].budget = Money{2};
    for (Challenge& challenge : made.challenges) challenge.half = 0.2;
    made.challenges[protein.value].needs_power = true;
    made.challenges[protein.value].spillovers = {{elsewhere, work, -4.0}};
    made.parties[city.value].interests = {{valley, work, 2.0}};
    made.parties[city.value].mandates = {{mandate::FormIn{{Form::decentralised}}, 1.0, {}}};
    made.parties[city.value].reserve = 1.0;
    made.parties[farmers.value].interests = {{valley, health, 2.0}};
    made.parties[farmers.value].mandates = {{mandate::ConditionsAtMost{1}, 1.0, {}}};
    made.parties[centre.value].interests = {{std::nullopt, std::nullopt, 1.0}};
    made.parties[centre.value].mandates = {{mandate::ConditionsAtLeast{2}, 2.0, {}}};
    made.parties[centre.value].reserve = 0.5;
    return made;
}

// All deals of the poor scenario that have a chance of being in order.
class Everything {
public:
    explicit Everything(const Situation& situation) : situation_(situation) {
        for (std::uint16_t challenge = 0; challenge < 2; ++challenge) {
            lines_[challenge] = lines_of(ChallengeId{challenge});
        }
    }

    template <class Visit>
    void visit(Visit visit) const {
        for (int terms = 0; terms < 3 * 3 * (conditions_max + 1) * 16; ++terms) {
            rules::Deal deal = with_terms(terms);
            if (deal.form == Form::partnership) continue;
            for (const rules::Line& first : lines_[0]) {
                deal.lines = {first};
                visit(deal);
                for (const rules::Line& second : lines_[1]) {
                    deal.lines = {first, second};
                    if (affordable(deal)) visit(deal);
                }
            }
            for (const rules::Line& second : lines_[1]) {
                deal.lines = {second};
                visit(deal);
            }
        }
    }

private:
    rules::Deal with_terms(int terms) const {
        rules::Deal deal;
        deal.region = situation_.region;
        deal.form = static_cast<Form>(terms % 3);
        deal.accountability = static_cast<Accountability>(terms / 3 % 3);
        deal.conditions = terms / 9 % (conditions_max + 1);
        const int clauses = terms / 9 / (conditions_max + 1);
        deal.information = clauses % 2 == 1;
        deal.powers = clauses / 2 % 2 == 1;
        deal.coordination = clauses / 4 % 2 == 1;
        deal.review = clauses / 8 == 1;
        return deal;
    }

    std::vector<rules::Line> lines_of(ChallengeId challenge) const {
        std::vector<rules::Line> made;
        const std::vector<std::vector<PartyId>> partners = {{city}, {farmers}, {city, farmers}};
        for (const auto& who : partners) {
            for (int goal = 0; goal < 3; ++goal) {
                for (int money = 0; money < 12; ++money) {
                    rules::Line line = make_line(challenge, who, {}, static_cast<Goal>(goal));
                    pay(line, city, money % 2);
                    pay(line, farmers, money / 2 % 2);
                    pay(line, situation_.scenario.centre, money / 4);
                    const bool only_partners = rules::total(line).tenths ==
                                               money % 2 + money / 2 % 2 + money / 4;
                    if (only_partners && rules::total(line).tenths > 0) made.push_back(line);
                }
            }
        }
        return made;
    }

    void pay(rules::Line& line, PartyId party, int tenths) const {
        const bool pays = party == situation_.scenario.centre ||
                          std::find(line.partners.begin(), line.partners.end(), party) !=
                              line.partners.end();
        if (pays && tenths > 0) line.money[party] = Money{tenths};
    }

    bool affordable(const rules::Deal& deal) const {
        Money regional;
        for (std::uint16_t at = 0; at < situation_.state.budgets.size(); ++at) {
            const Money paid = rules::money_of(deal, PartyId{at});
            if (paid > situation_.state.budgets[at]) return false;
            if (PartyId{at} != situation_.scenario.centre) regional += paid;
        }
        return regional >= rules::money_of(deal, situation_.scenario.centre);
    }

    const Situation& situation_;
    std::array<std::vector<rules::Line>, 2> lines_;
};

double sum_of(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum;
}

Judged with_points(std::vector<double> points) {
    Judged judged;
    judged.points = std::move(points);
    return judged;
}

}  // namespace

TEST_CASE("what the search finds is what a look at every deal finds") {
    const Scenario scenario = poor_scenario();
    const Situation situation =
        analysis::situation_of(scenario, valley, analysis::state_of_round(scenario, 1));
    std::vector<std::optional<double>> best(scenario.parties.size());
    std::optional<double> common;
    std::optional<double> together;
    Archive efficient(analysis::at_stake(situation), 0);
    const auto raise = [](std::optional<double>& most, double value) {
        if (!most || value > *most) most = value;
    };
    Everything(situation).visit([&](const rules::Deal& deal) {
        const auto judged = analysis::judge(situation, deal);
        if (!judged) return;
        raise(common, judged->common);
        if (!judged->suits_all()) return;
        for (std::size_t at = 0; at < best.size(); ++at) raise(best[at], judged->points[at]);
        raise(together, judged->joint_gain);
        efficient.offer(*judged);
    });
    REQUIRE(efficient.deals().size() > 5);

    analysis::Effort effort{1'000, 500, 6, 300, 150'000, 0};
    const analysis::Found found = analysis::search(situation, effort, 1, [] {});
    for (std::size_t at = 0; at < best.size(); ++at) {
        REQUIRE(best[at]);
        REQUIRE(found.best[at]);
        CHECK(found.best[at]->points[at] == near(*best[at]));
    }
    CHECK(found.best_common->common == near(*common));
    CHECK(found.best_together->joint_gain == near(*together));
    CHECK(found.efficient.size() == efficient.deals().size());
    // Every deal of the one set has its like, point for point, in the other.
    for (const Judged& there : efficient.deals()) {
        const bool has = std::any_of(
            found.efficient.begin(), found.efficient.end(), [&](const Judged& here) {
                double apart = 0;
                for (std::size_t at = 0; at < here.points.size(); ++at) {
                    apart += std::abs(here.points[at] - there.points[at]);
                }
                return apart < 1e-9;
            });
        CHECK_MESSAGE(has, "missing an efficient deal with points that sum to ",
                      sum_of(there.points));
    }
}

TEST_CASE("the same seed finds the same, another seed draws other deals") {
    const Scenario scenario = poor_scenario();
    const Situation situation =
        analysis::situation_of(scenario, valley, analysis::state_of_round(scenario, 1));
    const analysis::Effort effort{200, 100, 1, 50, 200, 0};
    const auto first = analysis::search(situation, effort, 1, [] {});
    const auto again = analysis::search(situation, effort, 1, [] {});
    const auto other = analysis::search(situation, effort, 2, [] {});
    CHECK(first.median == again.median);
    CHECK(first.judged == again.judged);
    REQUIRE(first.plausible_deals.size() == again.plausible_deals.size());
    bool differs = false;
    for (std::size_t at = 0; at < first.plausible_deals.size(); ++at) {
        CHECK(first.plausible_deals[at].deal == again.plausible_deals[at].deal);
        differs = differs || first.plausible_deals[at].deal != other.plausible_deals[at].deal;
    }
    CHECK(differs);
}

TEST_CASE("the efficient set drops what another deal outdoes and keeps what is better for one") {
    Archive archive(set_of({city, farmers}), 0);
    CHECK(archive.offer(with_points({1, 1})));
    CHECK_FALSE(archive.offer(with_points({1, 1})));
    CHECK_FALSE(archive.offer(with_points({0, 1})));
    CHECK(archive.offer(with_points({0, 2})));
    CHECK(archive.deals().size() == 2);
    // Better for one and worse for nobody than either.
    CHECK(archive.offer(with_points({1, 2})));
    CHECK(archive.deals().size() == 1);
}

TEST_CASE("with a grain, deals within one grain of points count as alike") {
    Archive archive(set_of({city, farmers}), 1);
    CHECK(archive.offer(with_points({1.2, 1.2})));
    CHECK_FALSE(archive.offer(with_points({1.9, 1.1})));
    CHECK(archive.offer(with_points({2.0, 1.1})));
    CHECK(archive.deals().size() == 1);
}

TEST_CASE("a deal counts a signatory's lack of its reserve, and only a signatory's") {
    Scenario scenario = poor_scenario();
    const auto shortfall = [&] {
        const Situation situation =
            analysis::situation_of(scenario, valley, analysis::state_of_round(scenario, 1));
        rules::Deal deal =
            make_deal({make_line(homes, {city}, {{city, 1}, {scenario.centre, 1}})});
        const auto judged = analysis::judge(situation, deal);
        REQUIRE(judged);
        return judged->shortfall;
    };
    for (Party& party : scenario.parties) party.reserve = -100;
    CHECK(shortfall() == 0);
    scenario.parties[farmers.value].reserve = 100;
    CHECK(shortfall() == 0);
    scenario.parties[city.value].reserve = 100;
    const double lack = shortfall();
    CHECK(lack > 90);
    scenario.parties[city.value].reserve = 101;
    CHECK(shortfall() == near(lack + 1));
}

}  // namespace dealtafel::tests
