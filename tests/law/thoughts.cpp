// What bots think with: the deals that they make up, how alike deals are to them, what they ask.
#include "scenarios.hpp"

#include "bots/mind.hpp"
#include "bots/traits.hpp"
#include "simulation/play.hpp"
#include "simulation/seeds.hpp"

namespace dealtafel::laws {

namespace {

// Makes up deals at its table when a negotiation begins, and looks at each.
class Dreamer final : public bots::Bot {
public:
    Dreamer(std::unique_ptr<bots::Bot> bot, const Scenario& scenario, PartyId party, int& legal)
        : bot_(std::move(bot)), mind_(scenario, party), random_(party.value), legal_(legal) {}

    void hear(const rules::FeedItem& item) override {
        bot_->hear(item);
        mind_.hear(item);
        if (holds_alternative<rules::event::AgendaMade>(item)) dreams_ = 50;
    }
    bots::Turn act(const rules::GameView& view, std::int64_t play_ms,
                   json::Texts& texts) override {
        mind_.look(view);
        for (const rules::TableView& table : view.tables) {
            const bool open = view.stage == Stage::negotiation &&
                              !mind_.region(table.region).agenda.empty();
            for (; open && dreams_ > 0; --dreams_) dream(table.region);
        }
        return bot_->act(view, play_ms, texts);
    }

private:
    void dream(RegionId region) {
        const analysis::Room room = mind_.room(region);
        rules::Deal deal = analysis::invent(room, random_);
        for (std::size_t steps = random_.below(5); steps > 0; --steps) {
            analysis::vary(room, deal, random_);
        }
        analysis::mend(room, deal);
        const Scenario& scenario = mind_.scenario();
        Money rijk;
        Money region_pays;
        for (const PartyId party : scenario.all_parties()) {
            const Money paid = rules::money_of(deal, party);
            CHECK(paid <= mind_.budget(party));
            (scenario.is_rijk(party) ? rijk : region_pays) += paid;
        }
        const Model& model = scenario.model;
        CHECK(static_cast<double>(region_pays.tenths) >=
              model.cofinancing_min * static_cast<double>(rijk.tenths) - 1e-6);
        CHECK(static_cast<double>(rijk.tenths) >=
              model.centre_share_min * static_cast<double>((rijk + region_pays).tenths) - 1e-6);
        legal_ += mind_.legal(deal) ? 1 : 0;
    }

    std::unique_ptr<bots::Bot> bot_;
    bots::Mind mind_;
    Random random_;
    int& legal_;
    int dreams_ = 0;
};

rules::Line line_of(ChallengeId challenge, std::vector<PartyId> partners, Goal goal, int tenths) {
    rules::Line line;
    line.challenge = challenge;
    line.partners = std::move(partners);
    line.goal = goal;
    line.money[line.partners.front()] = Money{tenths};
    return line;
}

}  // namespace

TEST_CASE("a mended deal keeps budgets, and both sides pay") {
    const simulation::Plan plan = simulation::plan_of(
        foodvalley(), simulation::game_seed(31, 0), bots::Profile::cooperative);
    int legal = 0;
    simulation::Bots bots = simulation::make_bots(plan);
    for (std::uint16_t at = 0; at < bots.size(); ++at) {
        bots[at] =
            std::make_unique<Dreamer>(std::move(bots[at]), plan.scenario, PartyId{at}, legal);
    }
    simulation::Watcher nobody;
    simulation::play(plan, bots, nobody);
    // Seven seats dream fifty times in each of three rounds; most of it could be signed.
    CHECK(legal > 7 * 50 * 3 / 2);
}

TEST_CASE("silent bots share no challenge and tell no stance, and open ones do") {
    class Listener final : public simulation::Watcher {
    public:
        void stepped(const rules::Request&, const rules::Events& events,
                     const rules::State&) override {
            for (const rules::Event& event : events) {
                shared += holds_alternative<rules::event::Shared>(event) ? 1 : 0;
                stances += holds_alternative<rules::event::StanceGiven>(event) ? 1 : 0;
            }
        }
        int shared = 0;
        int stances = 0;
    };
    simulation::Plan plan = simulation::plan_of(
        foodvalley(), simulation::game_seed(31, 0), bots::Profile::cooperative);
    Listener open;
    simulation::play(plan, simulation::make_bots(plan), open);
    CHECK(open.shared > 0);
    CHECK(open.stances > 0);
    plan.talk = bots::Talk::silent;
    Listener silent;
    simulation::play(plan, simulation::make_bots(plan), silent);
    CHECK(silent.shared == 0);
    CHECK(silent.stances == 0);
}

TEST_CASE("how alike two deals are is summed issue by issue") {
    const PartyId a{0}, b{1};
    const ChallengeId homes{0}, water{1};
    rules::Deal liked;
    liked.lines = {line_of(homes, {a, b}, Goal::joint, 40)};
    const bots::Traits traits = bots::traits_of(liked, 2);
    const Money budget{100};
    CHECK(bots::likeness(traits, traits, a, budget) == doctest::Approx(1));

    const auto changed = [&](auto change) {
        rules::Deal deal = liked;
        change(deal);
        return bots::likeness(bots::traits_of(deal, 2), traits, a, budget);
    };
    // The form weighs 0.14, a clause 0.06, and two of four conditions half of 0.14.
    CHECK(changed([](rules::Deal& deal) { deal.form = Form::specific; }) ==
          doctest::Approx(1 - 0.14));
    CHECK(changed([](rules::Deal& deal) { deal.review = true; }) == doctest::Approx(1 - 0.06));
    CHECK(changed([](rules::Deal& deal) { deal.conditions = 2; }) == doctest::Approx(1 - 0.07));
    // A line weighs 0.25: its goal 0.4 of that, its partners 0.3 by what they share, its money 0.3.
    CHECK(changed([](rules::Deal& deal) { deal.lines[0].goal = Goal::region; }) ==
          doctest::Approx(1 - 0.25 * 0.4));
    CHECK(changed([](rules::Deal& deal) { deal.lines[0].partners = {PartyId{0}}; }) ==
          doctest::Approx(1 - 0.25 * 0.3 / 2));
    // Of two lines one is alike: half of 0.25 is lost, and a pays 10 more of 100, of 0.15.
    CHECK(changed([&](rules::Deal& deal) {
              deal.lines.push_back(line_of(water, {a}, Goal::joint, 10));
          }) == doctest::Approx(1 - 0.125 - 0.15 * 0.1));
    // 80 instead of 40 for the line: half of its money is alike; a pays 40 more of 100.
    CHECK(changed([&](rules::Deal& deal) { deal.lines[0].money[a] = Money{80}; }) ==
          doctest::Approx(1 - 0.25 * 0.3 * 0.5 - 0.15 * 0.4));
    // To pay less is nothing that it minds.
    CHECK(changed([&](rules::Deal& deal) { deal.lines[0].money[a] = Money{20}; }) ==
          doctest::Approx(1 - 0.25 * 0.3 * 0.5));
}

}  // namespace dealtafel::laws
