#include "make_random.hpp"
#include "support/explained.hpp"

#include "rules/deal_file.hpp"
#include "rules/forecast.hpp"

#include <cmath>

using namespace dealtafel;
using namespace dealtafel::tests;
using rules::Deal;
using rules::Outcome;
using rules::Part;

namespace {

bool within(double value, double low, double high) { return value >= low && value <= high; }

// The deal as somebody would write it in a file.
rules::NamedDeal named(const Scenario& scenario, const Deal& deal) {
    rules::NamedDeal names{std::string(scenario.name(deal.region)),
                           deal.form,
                           deal.conditions,
                           deal.accountability,
                           deal.information,
                           deal.powers,
                           deal.coordination,
                           deal.review,
                           {}};
    for (const rules::Line& line : deal.lines) {
        rules::NamedLine& to = names.lines.emplace_back();
        to.challenge = scenario.name(line.challenge);
        to.goal = line.goal;
        to.result = line.result.empty ? " " : "a result";
        for (const PartyId partner : line.partners) {
            to.partners.emplace_back(scenario.name(partner));
        }
        for (const auto& [party, amount] : line.money) {
            to.money.emplace_back(scenario.name(party), amount.millions());
        }
    }
    return names;
}

}  // namespace

TEST_CASE("law: a deal's outcome does not depend on the deals that were looked at before") {
    CHECK(rc::check([] {
        const World world = random_world();
        rules::Outcomes outcomes(world.scenario, world.at());
        Deal deal = random_deal(world.scenario);
        for (int look = 0; look < 10; ++look) {
            // Some of it changes, and with luck the rest stays.
            const Deal other = random_deal(world.scenario);
            if (random_bool()) deal.lines.back() = other.lines.front();
            if (random_bool()) deal.lines.front().goal = other.lines.front().goal;
            if (random_bool()) deal.lines.front().result.empty = random_bool();
            if (random_bool()) deal.information = other.information;
            if (random_bool()) deal.powers = other.powers;
            if (random_bool()) deal.review = other.review;
            if (random_bool()) deal.form = other.form;
            RC_ASSERT(outcomes.sound(deal) == world.outcome(deal));
            if (deal.form != Form::decentralised) continue;
            RC_ASSERT(outcomes.audited(deal) == world.outcome(deal, true));
        }
    }));
}

TEST_CASE("law: an explanation adds up and multiplies to what it explains") {
    CHECK(rc::check([] {
        const World world = random_world();
        const Deal deal = random_deal(world.scenario);
        const Outcome outcome = world.outcome(deal, random_audited(deal));
        const rules::Explanation told =
            rules::explain(world.scenario, world.at(), deal, outcome);
        RC_ASSERT(told.partnership.amount == outcome.tension.partnership);
        RC_ASSERT(told.steering.amount == outcome.tension.steering);
        RC_ASSERT(told.hierarchy.amount == outcome.tension.hierarchy);
        RC_ASSERT(told.admin.amount == 1 - outcome.admin);
        RC_ASSERT(told.commitment.amount == outcome.commitment);
        for (const Part& part : {told.partnership, told.steering, told.hierarchy, told.admin,
                                 told.commitment}) {
            RC_ASSERT(adds_up(part));
        }
        // These two are 0 without any part.
        RC_ASSERT(close(sum_of(told.audit_chance.sum), outcome.audit_chance));
        RC_ASSERT(close(sum_of(told.chi.sum), outcome.chi));
    }));
}

TEST_CASE("law: a line's factors multiply to its yield, its effects add up, all the way down") {
    CHECK(rc::check([] {
        const World world = random_world();
        const Deal deal = random_deal(world.scenario);
        const Outcome outcome = world.outcome(deal, random_audited(deal));
        const rules::Explanation told =
            rules::explain(world.scenario, world.at(), deal, outcome);
        std::vector<double> delta(outcome.delta.size());
        for (std::size_t i = 0; i < deal.lines.size(); ++i) {
            const rules::LineExplanation& line = told.lines[i];
            RC_ASSERT(line.challenge == outcome.lines[i].challenge);
            RC_ASSERT(line.yield.amount == outcome.lines[i].yield);
            RC_ASSERT(adds_up(line.yield));
            for (const Part& part : line.effects) {
                delta[part.region->value * 2 + part.theme->value] += part.amount;
            }
        }
        for (std::size_t i = 0; i < delta.size(); ++i) RC_ASSERT(close(delta[i], outcome.delta[i]));
    }));
}

TEST_CASE("law: the parts of a party's points add up to them") {
    CHECK(rc::check([] {
        const World world = random_world();
        const Deal deal = random_deal(world.scenario);
        const Outcome outcome = world.outcome(deal, random_audited(deal));
        const bool mandates = random_bool();
        for (std::uint16_t i = 0; i < world.scenario.parties.size(); ++i) {
            const PartyId party{i};
            RC_ASSERT(close(sum_of(rules::explain_points(world.scenario, world.model, deal, outcome,
                                                         party, mandates)),
                            rules::points(world.scenario, world.model, deal, outcome, party,
                                          mandates)));
        }
    }));
}

TEST_CASE("law: factors and positions keep within their bounds") {
    CHECK(rc::check([] {
        const World world = random_world();
        const Deal deal = random_deal(world.scenario);
        const Outcome outcome = world.outcome(deal, random_audited(deal));
        RC_ASSERT(within(outcome.commitment, 0, 1));
        RC_ASSERT(within(outcome.audit_chance, 0, 1));
        for (const Tension tension :
             {Tension::partnership, Tension::steering, Tension::hierarchy}) {
            RC_ASSERT(within(outcome.tension[tension], -1 - 1e-12, 1 + 1e-12));
        }
        for (const rules::LineOutcome& line : outcome.lines) {
            RC_ASSERT(within(line.friction, 0, world.model.friction_cap));
            RC_ASSERT(within(line.reach, 0, 1));
            RC_ASSERT(within(line.coverage, 0, 1));
            RC_ASSERT(within(line.suits, 0, 1));
            RC_ASSERT(within(line.scale_fit, 0, 1));
            RC_ASSERT(within(line.fit, 0, 1));
            RC_ASSERT(line.relevance >= 0);
            RC_ASSERT(line.cooperation >= 0);
            RC_ASSERT(line.yield >= 0);
            RC_ASSERT(line.yield <= line.relevance * line.cooperation * line.power);
        }
    }));
}

TEST_CASE("law: the positions of a deal are the same with and without its outcome") {
    CHECK(rc::check([] {
        const World world = random_world();
        const Deal deal = random_deal(world.scenario);
        const bool audited = random_audited(deal);
        RC_ASSERT(rules::positions(world.scenario, world.at(), deal, audited) ==
                  world.outcome(deal, audited).tension);
    }));
}

TEST_CASE("law: the order of lines, partners and payers in a file changes no bit of the outcome") {
    CHECK(rc::check([] {
        const World world = random_world();
        const Deal deal = random_deal(world.scenario);
        rules::NamedDeal turned = named(world.scenario, deal);
        std::reverse(turned.lines.begin(), turned.lines.end());
        for (rules::NamedLine& line : turned.lines) {
            std::reverse(line.partners.begin(), line.partners.end());
            std::reverse(line.money.begin(), line.money.end());
        }
        const Deal again =
            rules::resolve(world.scenario, rules::setting_of(world.scenario, 1), turned).deal;
        const bool audited = random_audited(deal);
        const Outcome one = world.outcome(deal, audited);
        Outcome two = world.outcome(again, audited);
        std::reverse(two.lines.begin(), two.lines.end());
        RC_ASSERT(one == two);
    }));
}

TEST_CASE("law: a forecast is the mean of both outcomes, weighted by the audit's chance") {
    CHECK(rc::check([] {
        const World world = random_world();
        const Deal deal = random_deal(world.scenario);
        const IdSet<PartyId> all = world.scenario.all_parties();
        const rules::Forecast forecast =
            rules::forecast(world.scenario, world.at(), deal, all);
        const double chance = rules::audit_chance(world.model, deal);
        const bool free = deal.form == Form::decentralised;
        const Outcome without = world.outcome(deal);
        const Outcome with = world.outcome(deal, free);
        RC_ASSERT(free || chance == 0);
        for (std::size_t i = 0; i < forecast.delta.size(); ++i) {
            RC_ASSERT(close(forecast.delta[i],
                            (1 - chance) * without.delta[i] + chance * with.delta[i]));
        }
        for (const PartyId party : all) {
            RC_ASSERT(close(forecast.points[party.value],
                            (1 - chance) * world.points(deal, party) +
                                chance * world.points(deal, party, free)));
        }
    }));
}

TEST_CASE("law: a finding changes nothing but its price where there is no string and no delay") {
    CHECK(rc::check([] {
        World world = random_world();
        world.model.audit_delay = 0;
        Deal deal = random_deal(world.scenario);
        deal.form = Form::decentralised;
        deal.conditions = 0;
        if (deal.accountability == Accountability::upward) {
            deal.accountability = Accountability::none;
        }
        Outcome with = world.outcome(deal, true);
        with.audited = false;
        RC_ASSERT(with == world.outcome(deal));
        RC_ASSERT(close(world.points(deal, rijk, true),
                        world.points(deal, rijk) - world.model.audit_price));
        RC_ASSERT(world.points(deal, city, true) == world.points(deal, city));
    }));
}
