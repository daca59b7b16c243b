#include "core/game.hpp"

#include "core/limits.hpp"

#include <algorithm>
#include <utility>

namespace dealtafel::core {

namespace {

// Whether an event changes what the lobby shows of a game.
bool changes_course(const rules::Event& event) {
    return holds_alternative<rules::event::StageBegan>(event) ||
           holds_alternative<rules::event::SeatHeld>(event) ||
           holds_alternative<rules::event::SeatPresent>(event) ||
           holds_alternative<rules::event::SeatAbsent>(event) ||
           holds_alternative<rules::event::StoodIn>(event) ||
           holds_alternative<rules::event::Replaced>(event);
}

std::string type_of(const Incoming& incoming) {
    return visit(
        [](const auto& request) -> std::string {
            using Request = std::remove_cvref_t<decltype(request)>;
            const auto name = [](const auto& wanted) {
                return std::string(std::remove_cvref_t<decltype(wanted)>::type);
            };
            if constexpr (std::is_same_v<Request, rules::SeatRequest>) {
                return visit(name, request.command);
            } else {
                return visit(name, request.act);
            }
        },
        incoming.request);
}

}  // namespace

Game::Game(World& world, GameOwner& owner, Place place, const ScenarioEntry& entry,
           std::string language)
    : world_(world),
      owner_(owner),
      place_(std::move(place)),
      entry_(entry),
      scenario_(*entry.scenario),
      language_(std::move(language)),
      writer_(scenario_),
      feeds_(scenario_, texts_),
      bots_(scenario_.parties.size()) {
    feeds_.on_seat_item = [this](PartyId party, const rules::FeedItem& item) {
        if (bots_[party.value].bot) bots_[party.value].bot->hear(item);
    };
    inherited_.told = feeds_.told();
    seat_bots(make_bots(scenario_, place_.stream, language_));
}

void Game::seat_bots(std::vector<std::unique_ptr<bots::Bot>> made) {
    for (std::size_t at = 0; at < bots_.size(); ++at) bots_[at] = {std::move(made[at]), {}};
}

bool Game::owns(const std::string& stream) const {
    return stream == place_.stream || (going_back_ && stream == going_back_->stream);
}

void Game::begin(const record::Header& header, std::int64_t now_ms) {
    state_ = rules::initial_state(scenario_, header.settings);
    note_course();
    stages_[{0, Stage::lobby}] = {1, now_ms};
    Batch batch = next_batch(now_ms);
    batch.lines.push_back(writer_.header(header, now_ms));
    store(std::move(batch));
}

void Game::submit(Incoming incoming, std::int64_t now_ms) {
    inbox_.emplace_back(std::move(incoming));
    pump(now_ms);
}

void Game::submit(rules::World world, std::int64_t now_ms) {
    inbox_.emplace_back(std::move(world));
    pump(now_ms);
}

void Game::submit(Attach attach, std::int64_t now_ms) {
    inbox_.emplace_back(std::move(attach));
    pump(now_ms);
}

void Game::submit(Ask ask, std::int64_t now_ms) {
    inbox_.emplace_back(std::move(ask));
    pump(now_ms);
}

void Game::detach(ConnectionId connection) {
    readers_.erase(connection);
    std::erase_if(inbox_, [&](const Waiting& waiting) {
        const auto* attach = get_if<Attach>(&waiting);
        return attach != nullptr && attach->connection == connection;
    });
    if (in_flight_) {
        std::erase_if(in_flight_->attaches,
                      [&](const Attach& attach) { return attach.connection == connection; });
    }
}

bool Game::inbox_full() const { return inbox_.size() >= limits::inbox_max; }

// Decides what waits, and has it stored; what needs no storing is told at once.
void Game::pump(std::int64_t now_ms) {
    if (stopped()) return turn_away();
    contain([&] {
        if (doing_ == Doing::rests) return show_at_rest(now_ms);
        while (doing_ == Doing::plays && !in_flight_ && !inbox_.empty()) {
            if (begin_going_back()) return;
            Batch batch = next_batch(now_ms);
            decide(batch, now_ms);
            if (batch.lines.empty()) {
                publish(std::move(batch));
                continue;
            }
            store(std::move(batch));
        }
    });
}

void Game::decide(Batch& batch, std::int64_t now_ms) {
    try {
        for (std::size_t count = 0; count < limits::batch_max && !inbox_.empty(); ++count) {
            if (count > 0 && undo_in(inbox_.front()) != nullptr) break;
            Waiting next = std::move(inbox_.front());
            inbox_.pop_front();
            visit([&](auto& waiting) { process(waiting, now_ms, batch); }, next);
        }
    } catch (...) {
        ask_again(batch);
        throw;
    }
}

// A fault of the program that shows in one game stops that game, and no other. What is stored of
// it is taken up when the server starts again.
void Game::contain(const std::function<void()>& work) {
    try {
        work();
    } catch (const std::exception& fault) {
        fail(fault.what());
    }
}

void Game::fail(std::string_view what) {
    world_.log("game " + place_.stream + ": stopped by a fault of the program: " +
               std::string(what));
    if (auto batch = std::exchange(in_flight_, std::nullopt)) ask_again(*batch);
    going_back_.reset();
    stop(protocol::Refusal::game_damaged);
    owner_.course_changed();
}

Game::Batch Game::next_batch(std::int64_t now_ms) const {
    Batch batch;
    batch.at_ms = now_ms;
    batch.first = writer_.chain().number() + 1;
    return batch;
}

void Game::store(Batch batch) {
    store::Append append{place_.stream, place_.epoch, batch.first, batch.lines, batch.texts};
    in_flight_ = std::move(batch);
    world_.append(std::move(append));
}

// Takes one request through the rules; the reason where it is refused.
std::optional<rules::Refusal> Game::take_step(const rules::Request& request,
                                              const record::Origin& origin,
                                              std::vector<store::StoredText> texts,
                                              Batch& batch) {
    for (const store::StoredText& text : texts) texts_.add(text);
    const Point before{writer_.chain().number(), request.at_ms};
    auto events = rules::step(
        scenario_, state_, request, [&](const rules::State& after, const rules::Event& event) {
            feeds_.add(after, event, before);
            batch.course_changed = batch.course_changed || changes_course(event);
        });
    if (!events) return events.error();
    std::move(texts.begin(), texts.end(), std::back_inserter(batch.texts));
    for (std::string& line : writer_.events(request.at_ms, origin, *events, state_)) {
        batch.lines.push_back(std::move(line));
    }
    note_stages(*events, {writer_.chain().number(), request.at_ms});
    return std::nullopt;
}

void Game::note_stages(std::span<const rules::Event> events, Point after) {
    for (const rules::Event& event : events) {
        const auto* began = get_if<rules::event::StageBegan>(&event);
        if (began != nullptr) stages_[{began->round, began->stage}] = after;
    }
}

void Game::process(Incoming& incoming, std::int64_t now_ms, Batch& batch) {
    Answered answered{incoming.client, incoming.id, {}, std::move(incoming.told)};
    if (const AnswerCode* before = answers_.find(incoming.client, incoming.id)) {
        answered.code = *before;
        batch.answers.push_back(std::move(answered));
        return;
    }
    rules::Request request{now_ms, {}};
    visit([&](auto& asked) { request.what = asked; }, incoming.request);
    record::Origin origin = record::origin_of(request);
    origin.client = incoming.client;
    origin.id = incoming.id;
    if (const auto known = refuses(incoming)) {
        answered.code = to_word(*known);
    } else if (const auto refusal =
                   take_step(request, origin, std::move(incoming.texts), batch)) {
        answered.code = to_word(*refusal);
    }
    if (!answered.code.empty()) {
        batch.lines.push_back(
            writer_.note(now_ms, origin, record::note::Refused{type_of(incoming), answered.code}));
    }
    answers_.add(incoming.client, incoming.id, answered.code);
    batch.answers.push_back(std::move(answered));
}

void Game::process(rules::World& world, std::int64_t now_ms, Batch& batch) {
    const rules::Request request{now_ms, rules::WorldRequest{world}};
    take_step(request, record::origin_of(request), {}, batch);
}

void Game::process(Attach& attach, std::int64_t, Batch& batch) {
    batch.attaches.push_back(std::move(attach));
}

void Game::process(Ask& ask, std::int64_t, Batch& batch) { batch.asks.push_back(std::move(ask)); }

void Game::appended(store::AppendResult result, std::int64_t now_ms) {
    if (!in_flight_) return;
    Batch batch = std::move(*in_flight_);
    in_flight_.reset();
    contain([&] {
        if (result != store::AppendResult::done) return discard(std::move(batch), result);
        const bool goes_back = going_back_.has_value();
        if (goes_back && !has_gone_back(batch)) return;
        failures_ = 0;
        stands_since_ms_ = 0;
        publish(std::move(batch));
        // Who holds which seat, and who is there, may have been otherwise then.
        if (goes_back) owner_.game_taken_up(*this, now_ms);
        wake_bots(now_ms);
        pump(now_ms);
    });
}

std::optional<std::int64_t> Game::deadline() const {
    if (doing_ == Doing::rests) return rests_until_ms_;
    if (doing_ != Doing::plays || in_flight_) return std::nullopt;
    std::optional<std::int64_t> first = rules::deadline(scenario_, state_);
    for (const BotSeat& seat : bots_) {
        if (seat.due_ms && (!first || *seat.due_ms < *first)) first = seat.due_ms;
    }
    return first;
}

void Game::tick(std::int64_t now_ms) {
    if (doing_ == Doing::rests && rests_until_ms_ <= now_ms) return take_up(now_ms);
    if (doing_ != Doing::plays || in_flight_) return;
    const auto due = rules::deadline(scenario_, state_);
    if (due && *due <= now_ms) submit(rules::World(rules::world::Tick{}), now_ms);
    for (std::uint16_t at = 0; at < bots_.size(); ++at) {
        if (stopped() || in_flight_) return;
        if (!bots_[at].due_ms || *bots_[at].due_ms > now_ms) continue;
        contain([&] { play_bot(PartyId{at}, now_ms); });
    }
}

// After something happened, every bot that is not ready thinks again, each at a pace of its own.
void Game::wake_bots(std::int64_t now_ms) {
    const bool plays = state_.clock.running && state_.stage != Stage::closed;
    const std::int64_t pace = state_.stage == Stage::negotiation ? limits::bot_negotiates_ms
                                                                 : limits::bot_acts_ms;
    for (std::uint16_t at = 0; at < bots_.size(); ++at) {
        const rules::SeatState& seat = state_.seats[at];
        const bool thinks = plays && rules::bot_plays(seat) && !seat.ready;
        if (!thinks) {
            bots_[at].due_ms.reset();
        } else if (!bots_[at].due_ms) {
            bots_[at].due_ms = now_ms + pace + limits::bot_spread_ms * at;
        }
    }
}

void Game::play_bot(PartyId party, std::int64_t now_ms) {
    bots_[party.value].due_ms.reset();
    CollectedTexts texts([this](std::size_t count) { return world_.random_bytes(count); });
    const rules::GameView seen = rules::view(scenario_, state_, rules::Viewer{party, false});
    bots::Turn turn = bots_[party.value].bot->act(seen, state_.clock.play_ms(now_ms), texts);
    inbox_.emplace_back(BotTurn{party, std::move(turn), std::move(texts).collected()});
    pump(now_ms);
    if (!in_flight_) wake_bots(now_ms);
}

void Game::process(BotTurn& move, std::int64_t now_ms, Batch& batch) {
    if (!rules::bot_plays(state_.seats[move.party.value])) return;
    if (move.turn.ready) move.turn.commands.emplace_back(rules::command::Ready{true});
    for (rules::Command& command : move.turn.commands) {
        const rules::Request request{now_ms,
                                     rules::SeatRequest{move.party, 0, std::move(command)}};
        take_step(request, record::origin_of(request), std::exchange(move.texts, {}), batch);
    }
}

}  // namespace dealtafel::core
