#include "players.hpp"

#include "base/draw.hpp"

#include <algorithm>

namespace dealtafel::sim {

namespace {

namespace command = rules::command;

constexpr std::int64_t thinks_ms = 400;      // at least
constexpr std::int64_t thinks_longer_ms = 1'600;
constexpr double talks = 0.2;                // the chance that a turn has some talk in it
constexpr double knows = 0.8;                // the chance that a question is answered rightly
constexpr std::int64_t looks_after_ms = 15'000;  // how long a game may stand still
constexpr int goes_back_max = 2;
constexpr std::int64_t entries_back = 30;  // at most, where it goes back to an entry

bots::Profile some_profile(Random& random) {
    return static_cast<bots::Profile>(random.below(words_of<bots::Profile>().size()));
}

}  // namespace

Player::Player(const Around& around, std::string name, client::Identity identity, Reader reader,
               bool leads)
    : Client(around, std::move(name), std::move(identity), reader),
      profile_(some_profile(random())),
      bot_(new_bot()),
      leads_(leads),
      lazy_(random().chance(0.2)) {}

std::unique_ptr<bots::Bot> Player::new_bot() const {
    return bots::make_bot(profile_, around_.scenario, *reader().viewer.party, around_.plan.seed,
                          "nl");
}

// After going back a bot thinks on that never heard what is undone: a number of a version may come
// again.
void Player::hear(std::uint64_t number, const rules::FeedItem& item) {
    const auto* back = get_if<rules::feed::WentBackTold>(&item);
    if (back == nullptr) {
        heed(item);
        counts_.emplace(number, item);
        return;
    }
    counts_.erase(counts_.lower_bound(back->known_from), counts_.end());
    bot_ = new_bot();
    versions_.clear();
    for (const auto& [told, counted] : counts_) heed(counted);
    reflected_ = false;
    looks_back_ = true;
}

// Nobody is told of a version without those before it.
void Player::heed(const rules::FeedItem& item) {
    bot_->hear(item);
    const auto* began = get_if<rules::event::StageBegan>(&item);
    if (began != nullptr && began->stage == Stage::framework) versions_.clear();
    const auto* made = get_if<rules::event::VersionMade>(&item);
    if (made == nullptr) return;
    int& newest = versions_[made->region];
    if (made->number > newest + 1) {
        around_.journal.fault(fmt::format("{} was told of version {} and not of {}", name(),
                                          made->number, newest + 1));
    }
    newest = std::max(newest, made->number);
}

void Player::changed() {
    if (heard().back().has_view) looks_back_ = false;
    if (thinks_ || !model().view || model().view->stage == Stage::closed) return;
    thinks_ = true;
    around_.time.after(thinks_ms + up_to(thinks_longer_ms), [this] {
        thinks_ = false;
        if (is_live() && !looks_back_) act();
    });
}

// Whose answer to taking a seat was lost took it again, and the pen is with nobody.
void Player::meet(const protocol::server::Team& team) {
    const bool has_pen = team.pen == reader().viewer.member;
    if (leads_ && !has_pen) ask(protocol::client::Pen{});
}

void Player::act() {
    const rules::GameView& view = *model().view;
    if (!view.own || view.stage == Stage::lobby || view.stage == Stage::closed) return;
    if (random().chance(talks)) talk(view);
    if (!view.own->may_play) answer_questions(view, QuestionWhen::before);
    if (view.stage == Stage::reflection) reflect(view);
    if (leads_ && view.own->may_play) act_as_seat(view);
    if (view.clock.running && !view.own->ready) changed();
}

void Player::act_as_seat(const rules::GameView& view) {
    const std::int64_t server_ms = around_.time.now_ms() + model().server_ahead_ms;
    const std::int64_t play_ms =
        view.clock.anchor_play_ms +
        (view.clock.running ? server_ms - view.clock.anchor_wall_ms : 0);
    bots::Turn turn = bot_->act(view, play_ms, texts_);
    if (turn.ready && !view.own->ready && !lazy_) turn.commands.emplace_back(command::Ready{true});
    for (rules::Command& wanted : turn.commands) ask(protocol::client::Command{0, wanted});
}

// To all, or to one other alone: those words must reach nobody else.
void Player::talk(const rules::GameView&) {
    command::Say say;
    const auto others = static_cast<std::uint16_t>(around_.scenario.parties.size());
    const PartyId me = *reader().viewer.party;
    const PartyId other{static_cast<std::uint16_t>((me.value + 1 + random().below(others - 1U)) %
                                                   others)};
    const bool secret = random().chance(0.5);
    say.to = secret ? rules::Audience::parties : rules::Audience::all;
    if (secret) say.parties.emplace().insert(other);
    const std::string words = new_words(secret ? "geheim" : "woord");
    say.text = texts_.take(words);
    Asked& asked = ask(protocol::client::Command{0, say});
    asked.words = words;
    if (!secret) return;
    asked.hearers = say.parties;
    asked.hearers->insert(me);
}

void Player::answer_questions(const rules::GameView&, QuestionWhen when) {
    for (std::uint16_t at = 0; at < around_.scenario.questions.size(); ++at) {
        const Question& question = around_.scenario.questions[at];
        if (question.when != when) continue;
        command::Answer answer{QuestionId{at}, std::nullopt, std::nullopt};
        switch (question.kind) {
            case QuestionKind::choice: {
                const bool right = !question.correct.empty() && random().chance(knows);
                answer.value = right ? question.correct.front() : 0;
                break;
            }
            case QuestionKind::scale: answer.value = question.low; break;
            default: answer.text = texts_.take("een antwoord");
        }
        ask(protocol::client::Command{0, answer});
    }
}

void Player::reflect(const rules::GameView& view) {
    if (std::exchange(reflected_, true)) return;
    ask(protocol::client::Command{0, command::Place{0.5, -0.5, 0}});
    const std::string words = new_words("les");
    ask(protocol::client::Command{0, command::Lesson{texts_.take(words)}}).words = words;
    answer_questions(view, QuestionWhen::reflection);
}

void Facilitator::start() { ask(protocol::client::Act{0, std::nullopt, rules::act::Start{}}); }

void Facilitator::do_something() {
    const int game = reader().game;
    const auto wanted = [&](rules::Act act) -> Asked& {
        return ask(protocol::client::Act{0, game, std::move(act)});
    };
    const PartyId party{static_cast<std::uint16_t>(up_to(std::ssize(around_.scenario.parties)))};
    const std::int64_t later_ms = 1'000 + up_to(8'000);
    switch (random().below(7)) {
        case 0:
            wanted(rules::act::Pause{});
            around_.time.after(later_ms, [this, game] {
                ask(protocol::client::Act{0, game, rules::act::Resume{}});
            });
            break;
        case 1: wanted(rules::act::Extend{5}); break;
        case 2: wanted(rules::act::Skip{}); break;
        case 3: wanted(rules::act::Announce{texts_.take("Nog even.")}); break;
        case 4: {
            // A note is for the facilitator alone.
            const std::string words = new_words("geheim");
            Asked& note = wanted(rules::act::Note{texts_.take(words)});
            note.words = words;
            note.hearers.emplace();
            break;
        }
        case 5: wanted(rules::act::Inject{EventId{0}}); break;
        default:
            wanted(rules::act::Replace{party, true});
            around_.time.after(later_ms, [this, game, party] {
                ask(protocol::client::Act{0, game, rules::act::Replace{party, false}});
            });
    }
}

// To where some stage up to the present one began, or to one of the latest entries.
void Facilitator::go_back() {
    if (!model().view || went_back_ == goes_back_max) return;
    ++went_back_;
    rules::act::Undo undo;
    if (random().chance(0.5)) {
        const auto stages = static_cast<std::size_t>(model().view->stage) + 1;
        undo.stage = static_cast<Stage>(random().below(stages));
    } else {
        const std::int64_t last = static_cast<std::int64_t>(model().seen) - up_to(entries_back);
        undo.entry = static_cast<std::uint64_t>(std::max(std::int64_t{1}, last));
    }
    ask(protocol::client::Act{0, reader().game, undo});
}

// What it did is to be done again where that is undone.
void Facilitator::hear(std::uint64_t, const rules::FeedItem& item) {
    const auto* back = get_if<rules::feed::WentBackTold>(&item);
    if (back == nullptr) return;
    ends_ = false;
    if (back->stage == Stage::lobby) {
        ask(protocol::client::Act{0, reader().game, rules::act::Start{}});
    }
}

void Facilitator::changed() {
    if (!model().view) return;
    if (stands()) look_again();
    // A debrief lasts until the facilitator ends it.
    if (model().view->stage != Stage::debrief || std::exchange(ends_, true)) return;
    around_.time.after(1 + up_to(10'000), [this] {
        ask(protocol::client::Act{0, reader().game, rules::act::End{}});
    });
}

bool Facilitator::stands() const {
    const rules::GameView& view = *model().view;
    return !view.clock.running && view.waits_for.empty() && view.stage != Stage::lobby &&
           view.stage != Stage::closed;
}

// A pause that overtook its own end, after a reconnect, would last for ever.
void Facilitator::look_again() {
    if (std::exchange(looks_, true)) return;
    around_.time.after(looks_after_ms, [this] {
        looks_ = false;
        if (is_live() && stands()) {
            ask(protocol::client::Act{0, reader().game, rules::act::Resume{}});
        }
    });
}

}  // namespace dealtafel::sim
