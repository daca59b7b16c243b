// What a bot does with an offer that somebody plants: it signs what is worth its while, and unless
// it is erratic nothing that is below its reserve.
#include "scenarios.hpp"

#include "bots/bot.hpp"
#include "rules/bands.hpp"
#include "simulation/play.hpp"
#include "simulation/seeds.hpp"

#include <algorithm>

namespace dealtafel::laws {

namespace {

using simulation::Plan;

constexpr RegionId valley{0};

PartyId party(std::string_view id) { return *foodvalley().find<PartyId>(id); }

// Money in tenths of millions, by party.
using Payments = std::vector<std::pair<std::string_view, int>>;

rules::Line line_of(std::string_view challenge, std::vector<std::string_view> partners,
                    const Payments& payments) {
    rules::Line line;
    line.challenge = *foodvalley().find<ChallengeId>(challenge);
    for (const std::string_view partner : partners) line.partners.push_back(party(partner));
    std::sort(line.partners.begin(), line.partners.end());
    for (const auto& [payer, tenths] : payments) line.money[party(payer)] = Money{tenths};
    return line;
}

// Does nothing; the lead among them makes texts, puts the last on the table, and all sign it.
class Puppet final : public bots::Bot {
public:
    Puppet(PartyId me, std::vector<rules::Deal> offers) : me_(me), offers_(std::move(offers)) {}

    void hear(const rules::FeedItem& item) override {
        const auto* made = get_if<rules::event::VersionMade>(&item);
        if (made != nullptr && made->by == foodvalley()[valley].lead) {
            version_ = made->number;
            ++made_;
        }
    }
    bots::Turn act(const rules::GameView& view, std::int64_t, json::Texts&) override {
        bots::Turn turn;
        turn.ready = view.stage != Stage::negotiation;
        const bool leads = foodvalley()[valley].lead == me_;
        if (view.stage == Stage::agenda) support(view, turn);
        if (view.stage != Stage::negotiation) return turn;
        const auto& open = view.regions[valley.value].on_table;
        if (leads && made_ < offers_.size()) {
            turn.commands.emplace_back(rules::command::Amend{valley, 1, offers_[made_]});
        } else if (leads && !open) {
            turn.commands.emplace_back(rules::command::Put{valley, version_});
        }
        if (open && open->needed.contains(me_) && !open->signatures.contains(me_)) {
            turn.commands.emplace_back(rules::command::Sign{valley, open->version});
        }
        return turn;
    }

private:
    // The challenges of the offer, which everybody must see first.
    void support(const rules::GameView& view, bots::Turn& turn) const {
        if (view.tables.empty()) return;
        for (const rules::Line& line : offers_.front().lines) {
            const bool sees = view.own->urgency.find(line.challenge) != nullptr;
            if (!sees || view.own->supports.contains(line.challenge)) continue;
            turn.commands.emplace_back(rules::command::Support{line.challenge});
        }
    }

    PartyId me_;
    std::vector<rules::Deal> offers_;
    std::size_t made_ = 0;
    int version_ = 0;
};

// Sees whether a seat signed, and what its own forecast of the offer was.
class SeatWatch final : public simulation::Watcher {
public:
    explicit SeatWatch(PartyId seat) : seat_(seat) {}

    void stepped(const rules::Request&, const rules::Events& events,
                 const rules::State& after) override {
        for (const rules::Event& event : events) {
            if (const auto* put = get_if<rules::event::PutOnTable>(&event)) {
                const auto at = static_cast<std::size_t>(put->version - 1);
                const rules::Deal& deal = after.regions[valley.value].versions[at].deal;
                forecast = rules::seat_forecast(foodvalley(), after, seat_, deal).points;
            } else if (const auto* by = get_if<rules::event::Signed>(&event)) {
                has_signed = has_signed || by->party == seat_;
            }
        }
    }

    std::optional<double> forecast;
    bool has_signed = false;

private:
    PartyId seat_;
};

// One round in which the lead makes the only texts that there are, and all others sign the last.
SeatWatch offered(const std::vector<rules::Deal>& offers, PartyId seat, bots::Profile profile,
                  std::uint64_t seed) {
    Plan plan = simulation::plan_of(foodvalley(), seed, profile);
    plan.settings.rounds = 1;
    simulation::Bots bots = simulation::make_bots(plan);
    for (std::uint16_t at = 0; at < bots.size(); ++at) {
        if (PartyId{at} != seat) bots[at] = std::make_unique<Puppet>(PartyId{at}, offers);
    }
    SeatWatch watch(seat);
    simulation::play(plan, bots, watch);
    REQUIRE_MESSAGE(watch.forecast, "the offer never came on the table");
    return watch;
}

// Farming with the water board, which two parties that sit at the table see from the start.
rules::Deal farming_deal(int water_board_tenths, bool review) {
    rules::Deal deal;
    deal.region = valley;
    deal.conditions = 1;
    deal.review = review;
    deal.lines.push_back(line_of("circular-farming", {"business", "province", "water-board"},
                                 {{"rijk", 100},
                                  {"province", 90},
                                  {"business", 40},
                                  {"water-board", water_board_tenths}}));
    return deal;
}

}  // namespace

TEST_CASE("no bot but an erratic one signs an offer below its reserve") {
    const PartyId seat = party("water-board");
    // It pays all that it has, and gets neither its review nor its own challenge.
    const rules::Deal poor = farming_deal(40, false);
    for (const bots::Profile profile : all_profiles()) {
        if (profile == bots::Profile::erratic) continue;
        CAPTURE(to_word(profile));
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            const SeatWatch watch = offered({poor}, seat, profile, seed);
            CHECK(*watch.forecast < foodvalley()[seat].reserve);
            CHECK_FALSE(watch.has_signed);
        }
    }
}

TEST_CASE("an erratic bot does sign such an offer, sooner or later") {
    const PartyId seat = party("water-board");
    bool has_signed = false;
    for (std::uint64_t seed = 1; seed <= 20 && !has_signed; ++seed) {
        const SeatWatch watch =
            offered({farming_deal(40, false)}, seat, bots::Profile::erratic, seed);
        CHECK(*watch.forecast < foodvalley()[seat].reserve);
        has_signed = watch.has_signed;
    }
    CHECK(has_signed);
}

TEST_CASE("a cooperative bot signs an offer above its reserve when it is the only one") {
    const PartyId seat = party("water-board");
    const SeatWatch watch =
        offered({farming_deal(0, true)}, seat, bots::Profile::cooperative, 1);
    CHECK(*watch.forecast > foodvalley()[seat].reserve);
    CHECK(watch.has_signed);
}

TEST_CASE("a reciprocating bot signs an offer to which the lead came, and not if it stood there") {
    const PartyId seat = party("water-board");
    const rules::Deal poor = farming_deal(40, false);
    int because_it_came = 0;
    for (int tenths = 0; tenths <= 35; tenths += 5) {
        const rules::Deal offer = farming_deal(tenths, true);
        const bool stood =
            offered({offer}, seat, bots::Profile::reciprocating, 1).has_signed;
        const bool came =
            offered({poor, offer}, seat, bots::Profile::reciprocating, 1).has_signed;
        if (stood) CHECK(came);
        because_it_came += came && !stood ? 1 : 0;
    }
    CHECK(because_it_came > 0);
}

}  // namespace dealtafel::laws
