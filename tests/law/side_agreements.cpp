// Laws of games in which seats make side agreements at random, and what a bot does with an offer.
#include "scenarios.hpp"
#include "step_laws.hpp"

#include "simulation/seeds.hpp"

#include <algorithm>

namespace dealtafel::laws {

namespace {

using simulation::Plan;
namespace command = rules::command;

// A bot that now and then makes, withdraws, accepts or undoes a side agreement instead of its turn.
class Bargainer final : public bots::Bot {
public:
    Bargainer(std::unique_ptr<bots::Bot> bot, const Scenario& scenario, PartyId me,
              std::uint64_t seed)
        : bot_(std::move(bot)), scenario_(scenario), me_(me), random_(seed) {}

    void hear(const rules::FeedItem& item) override { bot_->hear(item); }
    bots::Turn act(const rules::GameView& view, std::int64_t play_ms,
                   json::Texts& texts) override {
        bots::Turn turn;
        if (view.stage == Stage::negotiation && random_.chance(0.3)) bargain(view, texts, turn);
        return turn.commands.empty() ? bot_->act(view, play_ms, texts) : turn;
    }

private:
    Money left(const rules::GameView& view) const {
        return view.parties.find(me_)->budget - view.own->committed;
    }

    void bargain(const rules::GameView& view, json::Texts& texts, bots::Turn& turn) {
        const auto& sides = view.own->side_agreements;
        if (!sides.empty() && random_.chance(0.6)) {
            answer(view, sides[random_.below(sides.size())], turn);
        } else if (!view.last_call && !view.tables.empty()) {
            offer(view, view.tables[random_.below(view.tables.size())].region, texts, turn);
        }
    }

    void answer(const rules::GameView& view, const rules::SideView& side, bots::Turn& turn) {
        const PartyId other = side.from == me_ ? side.to : side.from;
        if (side.accepted) {
            turn.commands.emplace_back(command::UndoSide{side.region, other, side.number,
                                                         !side.undo.contains(me_)});
        } else if (side.from == me_) {
            turn.commands.emplace_back(command::WithdrawSide{side.region, other, side.number});
        } else if (!view.last_call && (side.payer != me_ || side.amount <= left(view))) {
            turn.commands.emplace_back(command::AcceptSide{side.region, other, side.number});
        }
    }

    void offer(const rules::GameView& view, RegionId region, json::Texts& texts,
               bots::Turn& turn) {
        const rules::RegionView& here = view.regions[region.value];
        const bool open = here.negotiation == rules::NegotiationStatus::open ||
                          here.negotiation == rules::NegotiationStatus::concluded;
        std::vector<PartyId> others;
        for (const PartyId party : here.table) {
            if (party != me_) others.push_back(party);
        }
        // Few enough that no pair comes to the limit.
        if (!open || others.empty() || offers_++ > 20) return;
        command::OfferSide made;
        made.region = region;
        made.party = others[random_.below(others.size())];
        made.payer = random_.chance(0.5) ? me_ : made.party;
        made.text = texts.take("Dit blijft onder ons.");
        if (!scenario_.is_rijk(me_) && !scenario_.is_rijk(made.party)) {
            const Money most =
                made.payer == me_ ? left(view) : view.parties.find(made.party)->budget;
            made.amount = Money{static_cast<std::int64_t>(
                random_.below(static_cast<std::size_t>(std::max<std::int64_t>(most.tenths, 0)) /
                                  2 + 1))};
        }
        turn.commands.emplace_back(made);
    }

    std::unique_ptr<bots::Bot> bot_;
    const Scenario& scenario_;
    PartyId me_;
    Random random_;
    int offers_ = 0;
};

simulation::Bots bargainers(const Plan& plan) {
    simulation::Bots bots = simulation::make_bots(plan);
    for (std::uint16_t at = 0; at < bots.size(); ++at) {
        bots[at] = std::make_unique<Bargainer>(std::move(bots[at]), plan.scenario, PartyId{at},
                                               plan.settings.seed + at);
    }
    return bots;
}

// Counts side agreements that took effect, besides the laws.
class SideLaws final : public StepLaws {
public:
    using StepLaws::StepLaws;
    void stepped(const rules::Request& request, const rules::Events& events,
                 const rules::State& after) override {
        StepLaws::stepped(request, events, after);
        for (const rules::Event& event : events) {
            const auto* told = get_if<rules::event::OutcomeTold>(&event);
            if (told != nullptr) took_effect += told->side_agreements.size();
        }
    }
    std::size_t took_effect = 0;
};

}  // namespace

TEST_CASE("the laws hold in games with side agreements, in which all that can happen happens") {
    std::map<std::string, int> events;
    std::size_t took_effect = 0;
    const auto play = [&](const Scenario& scenario, std::uint64_t seed, bots::Profile profile) {
        const Plan plan = simulation::plan_of(scenario, simulation::game_seed(31, seed), profile);
        SideLaws laws(plan);
        const rules::State end = simulation::play(plan, bargainers(plan), laws);
        CHECK(end.stage == Stage::closed);
        for (const auto& [type, count] : laws.events()) events[type] += count;
        took_effect += laws.took_effect;
    };
    for (std::size_t index = 0; index < DEALTAFEL_GAMES; ++index) {
        CAPTURE(index);
        play(foodvalley(), index, bots::Profile::cooperative);
        play(delta(), index, bots::Profile::erratic);
    }
    for (std::size_t index = 0; index < 10 * DEALTAFEL_GAMES; ++index) {
        CAPTURE(index);
        play(random_scenario(index), index, bots::Profile::tough);
    }
    for (const char* type : {"side-offered", "side-accepted", "side-undo", "side-ended"}) {
        CHECK_MESSAGE(events[type] > 0, type, " never happened");
    }
    CHECK(took_effect > 0);
}

namespace {

// Does nothing but what it was told: support a challenge, and offer something beside the deal.
class Offering final : public bots::Bot {
public:
    explicit Offering(const command::OfferSide& offer) : offer_(offer) {}
    void hear(const rules::FeedItem&) override {}
    bots::Turn act(const rules::GameView& view, std::int64_t, json::Texts& texts) override {
        bots::Turn turn;
        turn.ready = view.stage != Stage::negotiation;
        const bool open = view.regions[offer_.region.value].negotiation ==
                          rules::NegotiationStatus::open;
        if (view.stage != Stage::negotiation || !open || offered_ || view.last_call) return turn;
        offered_ = true;
        offer_.text = texts.take("Voor uw moeite.");
        turn.commands.emplace_back(offer_);
        return turn;
    }

private:
    command::OfferSide offer_;
    bool offered_ = false;
};

class SideWatch final : public simulation::Watcher {
public:
    void stepped(const rules::Request&, const rules::Events& events,
                 const rules::State&) override {
        for (const rules::Event& event : events) {
            offered += holds_alternative<rules::event::SideOffered>(event) ? 1 : 0;
            accepted += holds_alternative<rules::event::SideAccepted>(event) ? 1 : 0;
        }
    }
    int offered = 0;
    int accepted = 0;
};

// A round of foodvalley in which one party offers another something, and bots play all others.
SideWatch offered(std::string_view from, std::string_view to, std::string_view payer,
                  Money amount, std::uint64_t seed = 7) {
    const Scenario& scenario = foodvalley();
    const auto party = [&](std::string_view id) { return *scenario.find<PartyId>(id); };
    Plan plan = simulation::plan_of(scenario, seed, bots::Profile::cooperative);
    plan.settings.rounds = 1;
    simulation::Bots bots = simulation::make_bots(plan);
    bots[party(from).value] = std::make_unique<Offering>(
        command::OfferSide{RegionId{0}, party(to), party(payer), amount, {}});
    SideWatch watch;
    simulation::play(plan, bots, watch);
    REQUIRE(watch.offered == 1);
    return watch;
}

}  // namespace

TEST_CASE("a bot takes what it is paid") {
    CHECK(offered("residents", "province", "residents", Money{5}).accepted == 1);
}

TEST_CASE("a bot does not pay what it cannot spare") {
    // All that it has.
    CHECK(offered("residents", "province", "province", Money{140}).accepted == 0);
}

TEST_CASE("a bot pays a little for a signature that is waited for, sooner or later") {
    int accepted = 0;
    for (std::uint64_t seed = 1; seed <= 10 && accepted == 0; ++seed) {
        accepted += offered("residents", "province", "province", Money{5}, seed).accepted;
    }
    CHECK(accepted > 0);
}

TEST_CASE("a bot does not answer an offer without money, which it cannot read") {
    CHECK(offered("residents", "province", "residents", Money{}).accepted == 0);
}

}  // namespace dealtafel::laws
