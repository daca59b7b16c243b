#include "simulation/play.hpp"

#include "simulation/seeds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace dealtafel::simulation {

namespace {

// How often every seat is asked in a stage that lasts its whole time, within these limits of a
// turn; a stage without a length goes by the longest turn.
constexpr std::int64_t turns_a_stage = 60;
constexpr std::int64_t turn_ms_min = 1'000;
constexpr std::int64_t turn_ms_max = 15'000;
// Bots that never get ready in a stage without a length would play for ever.
constexpr int askings_max = 100'000;

// The salt of the text with this number (from 1) of a game: 32 hexadecimal digits.
std::string salt(std::uint64_t game_seed, std::uint64_t number) {
    const std::string label = "salt/" + std::to_string(number);
    return fmt::format("{:016x}{:016x}", splitmix64(game_seed ^ fnv1a64(label + "/a")),
                       splitmix64(game_seed ^ fnv1a64(label + "/b")));
}

// Keeps what a bot writes, under salts that come from the game's seed.
class WrittenTexts final : public json::Texts {
public:
    WrittenTexts(std::uint64_t seed, Watcher& watcher) : seed_(seed), watcher_(watcher) {}

    TextRef take(std::string_view words) override {
        if (words.empty()) return {};
        const record::SaltedText text{salt(seed_, ++written_), std::string(words)};
        watcher_.wrote(text);
        return record::refer_to(text);
    }
    // A bot reads what others wrote by reference only.
    std::string words(TextRef) const override { return {}; }

private:
    std::uint64_t seed_;
    Watcher& watcher_;
    std::uint64_t written_ = 0;
};

class Table {
public:
    Table(const Plan& plan, const Bots& bots, Watcher& watcher)
        : scenario_(plan.scenario),
          bots_(bots),
          watcher_(watcher),
          texts_(plan.settings.seed, watcher),
          state_(rules::initial_state(plan.scenario, plan.settings)) {}

    rules::State play() && {
        take(rules::FacilitatorRequest{rules::act::Start{}, false});
        for (int askings = 0; state_.stage != Stage::closed; ++askings) {
            assert(askings < askings_max);
            for (const PartyId party : scenario_.party_order) ask(party);
            pass_time();
        }
        return std::move(state_);
    }

private:
    template <class What>
    void take(What what) {
        const rules::Request request{now_ms_, std::move(what)};
        const auto events = rules::step(
            scenario_, state_, request,
            [&](const rules::State& after, const rules::Event& event) { tell(after, event); });
        if (events) {
            if (!events->empty()) watcher_.stepped(request, *events, state_);
        } else {
            watcher_.refused(request, events.error(), state_);
        }
    }

    void tell(const rules::State& after, const rules::Event& event) {
        for (std::uint16_t at = 0; at < bots_.size(); ++at) {
            const rules::Viewer viewer{PartyId{at}, false};
            for (const rules::FeedItem& item : rules::project(scenario_, after, event, viewer)) {
                bots_[at]->hear(item);
            }
        }
    }

    void ask(PartyId party) {
        if (state_.stage == Stage::closed || state_.seats[party.value].ready) return;
        if (!rules::bot_plays(state_.seats[party.value])) return;
        const rules::GameView view = rules::view(scenario_, state_, {party, false});
        bots::Turn turn = bots_[party.value]->act(view, state_.clock.play_ms(now_ms_), texts_);
        if (turn.ready) turn.commands.emplace_back(rules::command::Ready{true});
        for (rules::Command& command : turn.commands) {
            take(rules::SeatRequest{party, 0, std::move(command)});
        }
    }

    // To the next round of asking, or to what time alone brings before it.
    void pass_time() {
        std::int64_t turn_ms = turn_ms_max;
        if (state_.stage_ends_ms) {
            const std::int64_t length_ms = *state_.stage_ends_ms - state_.stage_began_ms;
            turn_ms = std::clamp(length_ms / turns_a_stage, turn_ms_min, turn_ms_max);
        }
        const std::int64_t next_ms = now_ms_ + turn_ms;
        const auto due_ms = rules::deadline(scenario_, state_);
        if (!due_ms || *due_ms > next_ms) {
            now_ms_ = next_ms;
            return;
        }
        now_ms_ = std::max(*due_ms, now_ms_ + 1);
        take(rules::WorldRequest{rules::world::Tick{}});
    }

    const Scenario& scenario_;
    const Bots& bots_;
    Watcher& watcher_;
    WrittenTexts texts_;
    rules::State state_;
    std::int64_t now_ms_ = 0;
};

}  // namespace

Plan plan_of(const Scenario& scenario, std::uint64_t game_seed, bots::Profile profile) {
    Plan plan{scenario, {}, {}, {}, bots::Talk::open};
    plan.settings.seed = game_seed;
    plan.settings.rounds = scenario.rounds;
    plan.profiles.assign(scenario.parties.size(), profile);
    if (!scenario.languages.empty()) plan.language = scenario.languages.front();
    return plan;
}

Bots make_bots(const Plan& plan) {
    Bots made;
    for (std::uint16_t at = 0; at < plan.scenario.parties.size(); ++at) {
        const PartyId party{at};
        const std::uint64_t seed =
            bot_seed(plan.bots_seed.value_or(plan.settings.seed), plan.scenario[party].id);
        made.push_back(
            bots::make_bot(plan.profiles[at], plan.scenario, party, seed, plan.language,
                           plan.talk));
    }
    return made;
}

rules::State play(const Plan& plan, const Bots& bots, Watcher& watcher) {
    return Table(plan, bots, watcher).play();
}

}  // namespace dealtafel::simulation
