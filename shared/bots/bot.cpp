#include "bots/bot.hpp"

#include "bots/agenda.hpp"
#include "bots/contest.hpp"
#include "bots/framework.hpp"
#include "bots/mind.hpp"
#include "bots/negotiator.hpp"
#include "base/random.hpp"
#include "bots/ratings.hpp"
#include "bots/temper.hpp"
#include "bots/voice.hpp"

#include <algorithm>
#include <map>

namespace dealtafel::bots {

namespace {

// How often a bot looks at the agenda, since what others share and support comes later.
constexpr int agenda_looks = 3;
// How long a negotiation lasts for a bot if the clock does not end it, in play time.
constexpr std::int64_t endless_ms = 15 * 60'000;

class SeatBot final : public Bot {
public:
    SeatBot(Profile profile, const Scenario& scenario, PartyId party, std::uint64_t seed,
            const std::string& language, Talk talk)
        : profile_(profile),
          temper_(temper_of(profile, talk)),
          mind_(scenario, party),
          random_(seed),
          sentences_(language),
          agenda_(temper_) {
        for (std::uint16_t at = 0; at < scenario.regions.size(); ++at) {
            tables_.emplace(RegionId{at}, Negotiator(temper_, RegionId{at}));
        }
    }

    void hear(const rules::FeedItem& item) override {
        mind_.hear(item);
        const auto* began = get_if<rules::event::StageBegan>(&item);
        if (began == nullptr) return;
        turns_ = 0;
        if (began->stage != Stage::framework) return;
        agenda_.begin_round(mind_.scenario(), random_);
        for (auto& [region, negotiator] : tables_) negotiator.begin_round();
    }

    Turn act(const rules::GameView& view, std::int64_t play_ms, json::Texts& texts) override {
        mind_.look(view);
        ++turns_;
        Turn turn;
        turn.ready = true;
        const Voice voice{sentences_, texts};
        switch (view.stage) {
            case Stage::framework: publish(mind_, temper_, random_, voice, turn); break;
            case Stage::agenda: set_agenda(voice, turn); break;
            case Stage::proposal:
                contest(mind_, temper_, turns_ == 1, random_, voice, turn);
                break;
            case Stage::negotiation: negotiate(play_ms, voice, turn); break;
            case Stage::accountability: rate(mind_, profile_, random_, voice, turn); break;
            default: break;
        }
        return turn;
    }

private:
    void set_agenda(const Voice& voice, Turn& turn) {
        agenda_.answer(mind_, random_, turn);
        // Whoever wants to come can knock before it is invited.
        agenda_.invite(mind_, turns_ > 1, turn);
        if (turns_ <= agenda_looks) agenda_.act(mind_, random_, voice, turn);
        turn.ready = turns_ >= agenda_looks;
    }

    void negotiate(std::int64_t play_ms, const Voice& voice, Turn& turn) {
        agenda_.answer(mind_, random_, turn);
        agenda_.invite(mind_, true, turn);
        const Moment now = moment(play_ms);
        for (auto& [region, negotiator] : tables_) {
            negotiator.act(mind_, now, random_, voice, turn);
        }
    }

    Moment moment(std::int64_t play_ms) const {
        const rules::GameView& view = mind_.view();
        const std::int64_t began_ms = view.stage_began_ms;
        const std::int64_t length_ms =
            view.stage_ends_ms ? *view.stage_ends_ms - began_ms : endless_ms;
        const std::int64_t call_ms =
            std::min(std::int64_t{mind_.scenario().last_call_seconds} * 1000, length_ms / 3);
        Moment now;
        now.play_ms = play_ms;
        now.passed = static_cast<double>(play_ms - began_ms) /
                     static_cast<double>(std::max<std::int64_t>(length_ms - call_ms, 1));
        now.only_signing = view.last_call || (!view.stage_ends_ms && now.passed >= 1);
        return now;
    }

    Profile profile_;
    Temper temper_;
    Mind mind_;
    Random random_;
    messages::Catalogue sentences_;
    AgendaSetter agenda_;
    std::map<RegionId, Negotiator> tables_;
    int turns_ = 0;  // of this stage
};

}  // namespace

std::unique_ptr<Bot> make_bot(Profile profile, const Scenario& scenario, PartyId party,
                              std::uint64_t seed, const std::string& language, Talk talk) {
    return std::make_unique<SeatBot>(profile, scenario, party, seed, language, talk);
}

}  // namespace dealtafel::bots
