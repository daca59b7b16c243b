// How a game goes back to an earlier point. Its record stays as it is and gets one line more, which
// names the branch in which the game goes on. The branch is stored first, whole, so whoever reads
// that line finds it; until the line is stored too, the game has not gone back.
//
// What people were told stays in their feeds: an entry says which of it is undone.
#include "core/game.hpp"

#include "base/hash.hpp"
#include "core/limits.hpp"
#include "record/branch.hpp"

#include <utility>

namespace dealtafel::core {

namespace {

const rules::Viewer facilitator{std::nullopt, true};

}  // namespace

const rules::act::Undo* Game::undo_in(const Incoming& incoming) {
    const auto* request = get_if<rules::FacilitatorRequest>(&incoming.request);
    if (request == nullptr || request->helper) return nullptr;
    return get_if<rules::act::Undo>(&request->act);
}

const rules::act::Undo* Game::undo_in(const Waiting& waiting) {
    const auto* incoming = get_if<Incoming>(&waiting);
    return incoming != nullptr ? undo_in(*incoming) : nullptr;
}

// Why a request never gets to the rules; nothing where it does.
std::optional<protocol::Refusal> Game::refuses(const Incoming& incoming) const {
    if (incoming.is_outdated) return protocol::Refusal::went_back;
    if (undo_in(incoming) != nullptr && branches_ >= limits::branches_max) {
        return protocol::Refusal::too_many_branches;
    }
    return std::nullopt;
}

std::optional<Point> Game::point_of(const rules::act::Undo& undo) const {
    if (undo.entry) return feeds_.point_before(facilitator, *undo.entry);
    std::optional<Point> latest;
    for (const auto& [stage, point] : stages_) {
        if (stage.second != undo.stage || (undo.round && stage.first != *undo.round)) continue;
        if (!latest || point.line > latest->line) latest = point;
    }
    return latest;
}

// Begins to go back where what waits first asks for it, and can: what is stored is read, and all
// else waits.
bool Game::begin_going_back() {
    const rules::act::Undo* undo = undo_in(inbox_.front());
    if (undo == nullptr) return false;
    auto& incoming = get<Incoming>(inbox_.front());
    if (refuses(incoming)) return false;
    const auto point = point_of(*undo);
    if (!point || answers_.find(incoming.client, incoming.id) != nullptr) return false;
    going_back_ = GoingBack{};
    GoingBack& back = *going_back_;
    back.point = *point;
    back.stream = "g-" + to_hex(world_.random_bytes(16));
    back.client = incoming.client;
    back.id = incoming.id;
    back.told = std::move(incoming.told);
    inbox_.pop_front();
    doing_ = Doing::goes_back;
    world_.load(place_.stream, place_.epoch);
    return true;
}

// The record was read: what follows from it is worked out aside, as it may take long.
void Game::branch(const std::optional<StoredStream>& held, std::int64_t now_ms) {
    if (!held) {
        const Told told = std::move(going_back_->told);
        going_back_.reset();
        doing_ = Doing::plays;
        if (told) told(AnswerCode(to_word(protocol::Refusal::no_writes)));
        return pump(now_ms);
    }
    going_back_->made = std::make_shared<Branched>();
    const auto order = std::make_shared<BranchOrder>(
        BranchOrder{entry_.scenario, *held, writer_, going_back_->point,
                    {record::by::Facilitator{}, going_back_->client, going_back_->id}, now_ms,
                    going_back_->stream, language_});
    world_.compute(
        [made = going_back_->made, order] {
            try {
                *made = branch_off(std::move(*order));
            } catch (const std::exception& fault) {
                made->wrong = fault.what();
            }
        },
        [&owner = owner_, stream = place_.stream](std::int64_t then_ms) {
            owner.computed(stream, then_ms);
        });
}

void Game::computed(std::int64_t now_ms) {
    if (!going_back_ || !going_back_->made) return;
    contain([&] { branched(now_ms); });
}

void Game::branched(std::int64_t now_ms) {
    const auto made = std::exchange(going_back_->made, nullptr);
    if (made->wrong) {
        world_.log("game " + place_.stream + ": cannot go back: " + *made->wrong);
        const Told told = std::move(going_back_->told);
        going_back_.reset();
        stop(protocol::Refusal::game_damaged);
        if (told) told(AnswerCode(to_word(protocol::Refusal::game_damaged)));
        return owner_.course_changed();
    }
    store_branch(std::move(*made), now_ms);
}

// Takes the game back in memory, and has the branch stored. What it took until now is no time of
// the game: its clock runs on from here.
void Game::store_branch(Branched made, std::int64_t now_ms) {
    going_back_->to_line = made.line;
    going_back_->ending = {place_.stream, place_.epoch, writer_.chain().number() + 1,
                           {std::move(made.ending)}, {}};
    forget_beyond(made.line);
    going_back_->past = {feeds_.told(), answers_, stages_};
    state_ = std::move(made.state);
    writer_ = record::Writer(
        scenario_, record::Chain(made.lines.size(), record::hash_of(made.lines.back())));
    seat_bots(std::move(made.bots));

    Batch batch = next_batch(now_ms);
    batch.first = 1;
    batch.lines = std::move(made.lines);
    batch.texts = std::move(made.texts);
    const rules::World back = rules::world::GoBack{now_ms - made.stood_ms};
    take_step({now_ms, rules::WorldRequest{back}},
              {record::by::Facilitator{}, going_back_->client, going_back_->id}, {}, batch);
    answers_.add(going_back_->client, going_back_->id, {});
    batch.answers.push_back(
        {going_back_->client, going_back_->id, {}, std::move(going_back_->told)});
    batch.course_changed = true;
    owner_.stream_added(going_back_->stream);
    store::Append append{going_back_->stream, 0, 1, batch.lines, batch.texts};
    in_flight_ = std::move(batch);
    world_.append(std::move(append));
}

// One of the two appends is done. After the branch its parent's last line is stored; after that the
// game has gone back, and whoever asked for something before does not know that yet.
bool Game::has_gone_back(Batch& batch) {
    if (!std::exchange(going_back_->branch_stored, true)) {
        in_flight_ = std::move(batch);
        world_.append(going_back_->ending);
        return false;
    }
    world_.log("game " + place_.stream + " went back to line " +
               std::to_string(going_back_->to_line) + " and goes on as " + going_back_->stream);
    inherited_ = std::move(going_back_->past);
    place_ = {going_back_->stream, 0};
    ++branches_;
    outdate_waiting(going_back_->client);
    going_back_.reset();
    doing_ = Doing::plays;
    std::erase_if(inbox_, [](const Waiting& next) { return holds_alternative<BotTurn>(next); });
    return true;
}

// What waits was asked of another course, but for what the client asked that took the game back,
// and what the session asks for of itself, which it tells nobody.
void Game::outdate_waiting(const std::string& client) {
    for (Waiting& next : inbox_) {
        if (auto* incoming = get_if<Incoming>(&next)) {
            incoming->is_outdated =
                incoming->is_outdated || (incoming->told && incoming->client != client);
        } else if (auto* ask = get_if<Ask>(&next)) {
            ask->is_outdated = true;
        }
    }
}

// What was told of later lines stays told, but is no place to go back to any more.
void Game::forget_beyond(std::uint64_t line) {
    feeds_.undo(line);
    std::erase_if(stages_, [&](const auto& stage) { return stage.second.line > line; });
}

// The record that was read ends by naming its branch: that is the game's from now on.
void Game::follow(const record::note::WentBack& back) {
    forget_beyond(back.to);
    inherited_ = {feeds_.told(), answers_, stages_};
    place_ = {back.branch, 0};
}

}  // namespace dealtafel::core
