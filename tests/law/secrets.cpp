// A bot knows what its seat may know and nothing else.
#include "scenarios.hpp"

#include "base/variant.hpp"
#include "bots/mind.hpp"
#include "json/codec.hpp"
#include "rules/bands.hpp"
#include "rules/describe.hpp"
#include "simulation/play.hpp"
#include "simulation/seeds.hpp"


namespace dealtafel::laws {

namespace {

using simulation::Plan;

// What a seat was told and asked, in order.
struct Heard {
    rules::FeedItem item;
};
struct Asked {
    rules::GameView view;
    std::int64_t play_ms = 0;
    std::string answer;  // the commands as JSON
};
using Log = std::vector<variant<Heard, Asked>>;

// Numbers the texts of one bot, whoever else writes.
class NumberedTexts final : public json::Texts {
public:
    TextRef take(std::string_view words) override {
        return {.high = fnv1a64(words), .low = ++count_, .empty = words.empty()};
    }
    std::string words(TextRef) const override { return {}; }

private:
    std::uint64_t count_ = 0;
};

std::string to_json(const bots::Turn& turn, const Scenario& scenario) {
    std::string text = turn.ready ? "ready" : "";
    for (const rules::Command& command : turn.commands) {
        text += json::write(command, {&scenario, nullptr});
    }
    return text;
}

// A bot whose every word is written down.
class Overheard final : public bots::Bot {
public:
    Overheard(std::unique_ptr<bots::Bot> bot, const Scenario& scenario, Log& log)
        : bot_(std::move(bot)), scenario_(scenario), log_(log) {}

    void hear(const rules::FeedItem& item) override {
        bot_->hear(item);
        log_.push_back(Heard{item});
    }
    bots::Turn act(const rules::GameView& view, std::int64_t play_ms, json::Texts&) override {
        bots::Turn turn = bot_->act(view, play_ms, texts_);
        log_.push_back(Asked{view, play_ms, to_json(turn, scenario_)});
        return turn;
    }

private:
    std::unique_ptr<bots::Bot> bot_;
    const Scenario& scenario_;
    Log& log_;
    NumberedTexts texts_;
};

// The scenario with all secrets of other parties changed, and every challenge: what a seat may know
// of one, it is told. `seen` are the challenges that it came to see.
Scenario with_other_secrets(const Scenario& scenario, PartyId party, IdSet<ChallengeId> seen) {
    Scenario other = scenario;
    for (std::uint16_t at = 0; at < other.parties.size(); ++at) {
        Party& changed = other.parties[at];
        if (PartyId{at} == party) continue;
        changed.brief.by_language["en"] = "Nobody else may read this.";
        changed.reserve = 9 - 2 * changed.reserve;
        changed.money_value = 0.9 - changed.money_value / 2;
        changed.interests.assign({{std::nullopt, ThemeId{0}, 2.5}});
        changed.mandates.assign({{mandate::ConditionsAtLeast{3}, 7, {}}});
    }
    for (Challenge& challenge : other.challenges) {
        challenge.effects.assign({{ThemeId{1}, 9}});
        challenge.needs.assign({{CapabilityId{0}, 1}});
        challenge.half = 2;
        challenge.urgency.assign({0.9, 0.1});
        challenge.needs_power = !challenge.needs_power;
        challenge.spillovers.clear();
        const ChallengeId id{static_cast<std::uint16_t>(&challenge - other.challenges.data())};
        if (!seen.contains(id)) challenge.seen_with.bits ^= 1;
        challenge.text.by_language["en"] = "Another text.";
    }
    other.events.clear();
    return other;
}

// Plays a game, and what one seat was told and asked then to a bot that knows other secrets.
void compare(const Plan& plan, PartyId party) {
    Log log;
    simulation::Bots bots = simulation::make_bots(plan);
    bots[party.value] =
        std::make_unique<Overheard>(std::move(bots[party.value]), plan.scenario, log);
    simulation::Watcher nobody;
    const rules::State end = simulation::play(plan, bots, nobody);

    const Scenario other =
        with_other_secrets(plan.scenario, party, end.seats[party.value].sees);
    const std::uint64_t seed =
        simulation::bot_seed(plan.settings.seed, plan.scenario[party].id);
    const auto bot = bots::make_bot(plan.profiles[party.value], other, party, seed, plan.language);
    NumberedTexts texts;
    std::size_t spoke = 0;
    for (const auto& entry : log) {
        if (const auto* heard = get_if<Heard>(&entry)) {
            bot->hear(heard->item);
            continue;
        }
        const Asked& asked = get<Asked>(entry);
        const bots::Turn turn = bot->act(asked.view, asked.play_ms, texts);
        REQUIRE(to_json(turn, plan.scenario) == asked.answer);
        spoke += turn.commands.size();
    }
    CHECK(spoke > 20);
}

}  // namespace

TEST_CASE("a bot does the same whatever the secrets of others are") {
    const Scenario& scenario = foodvalley();
    const std::vector<bots::Profile> profiles = all_profiles();
    for (const PartyId party : scenario.all_parties()) {
        CAPTURE(scenario.name(party));
        compare(simulation::plan_of(scenario, simulation::game_seed(23, party.value),
                                    profiles[party.value % profiles.size()]),
                party);
    }
}

TEST_CASE("what a modelling bot thinks of the others comes from what all at the table see") {
    const Scenario& scenario = foodvalley();
    for (const char* seat : {"rijk", "residents"}) {
        CAPTURE(seat);
        Plan plan = simulation::plan_of(scenario, simulation::game_seed(23, 100),
                                        bots::Profile::cooperative);
        const PartyId party = *scenario.find<PartyId>(seat);
        plan.profiles[party.value] = bots::Profile::modelling;
        compare(plan, party);
    }
}

namespace {

// Beside a bot, a mind that is told the same, whose forecasts are held against the rules' own.
class Thoughtful final : public bots::Bot {
public:
    Thoughtful(std::unique_ptr<bots::Bot> bot, const Scenario& scenario, PartyId party,
               const rules::State& truth, int& compared)
        : bot_(std::move(bot)),
          scenario_(scenario),
          mind_(scenario, party),
          truth_(truth),
          compared_(compared) {}

    void hear(const rules::FeedItem& item) override {
        bot_->hear(item);
        mind_.hear(item);
    }
    bots::Turn act(const rules::GameView& view, std::int64_t play_ms,
                   json::Texts& texts) override {
        mind_.look(view);
        for (const rules::TableView& table : view.tables) {
            if (view.stage == Stage::negotiation) look_at_last(table.region);
        }
        return bot_->act(view, play_ms, texts);
    }

private:
    void look_at_last(RegionId region) {
        const std::vector<rules::Version>& versions = truth_.regions[region.value].versions;
        REQUIRE(mind_.versions(region).size() == versions.size());
        if (versions.empty()) return;
        const rules::Deal& deal = versions.back().deal;
        const rules::DealSetting setting = rules::deal_setting(scenario_, truth_, region);
        const bool legal = rules::problems(scenario_, setting, deal).empty();
        CHECK(mind_.legal(deal) == legal);
        if (!legal) return;
        CHECK(mind_.points(deal) ==
              rules::seat_forecast(scenario_, truth_, mind_.me(), deal).points);
        ++compared_;
    }

    std::unique_ptr<bots::Bot> bot_;
    const Scenario& scenario_;
    bots::Mind mind_;
    const rules::State& truth_;
    int& compared_;
};

class Keeper final : public simulation::Watcher {
public:
    void stepped(const rules::Request&, const rules::Events&, const rules::State& after) override {
        state = after;
    }
    rules::State state;
};

}  // namespace

TEST_CASE("a bot's own forecast is that of the rules, to the bit") {
    for (std::size_t index = 0; index < 1 + DEALTAFEL_GAMES / 4; ++index) {
        const Plan plan = simulation::plan_of(foodvalley(), simulation::game_seed(29, index),
                                              bots::Profile::cooperative);
        Keeper keeper;
        int compared = 0;
        simulation::Bots bots = simulation::make_bots(plan);
        for (std::uint16_t at = 0; at < bots.size(); ++at) {
            bots[at] = std::make_unique<Thoughtful>(std::move(bots[at]), plan.scenario,
                                                    PartyId{at}, keeper.state, compared);
        }
        simulation::play(plan, bots, keeper);
        CHECK(compared > 100);
    }
}

}  // namespace dealtafel::laws
