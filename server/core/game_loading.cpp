// How a game is taken up from what the store holds: when the server starts, and when something of
// it could not be stored.
#include "core/game.hpp"

#include "core/limits.hpp"
#include "record/branch.hpp"

#include <algorithm>
#include <utility>

namespace dealtafel::core {

std::optional<std::string> Game::restore(
    const std::map<std::string, const StoredStream*>& streams, std::int64_t now_ms) {
    std::optional<std::string> wrong;
    try {
        wrong = read_to_last_branch(streams);
    } catch (const std::exception& fault) {
        wrong = fault.what();
    }
    if (!wrong) {
        take_up(now_ms);
        return std::nullopt;
    }
    state_ = rules::initial_state(scenario_, {});
    note_course();
    stop(protocol::Refusal::game_damaged);
    return wrong;
}

std::optional<std::string> Game::read_to_last_branch(
    const std::map<std::string, const StoredStream*>& streams) {
    // No more branches than there are streams: a circle of them is damage.
    for (std::size_t read_so_far = 0; read_so_far <= streams.size(); ++read_so_far) {
        const auto found = streams.find(place_.stream);
        if (auto wrong = read(found != streams.end() ? *found->second
                                                     : StoredStream{place_.stream, 0, {}, {}})) {
            return wrong;
        }
        if (!branch_) return std::nullopt;
        follow(branch_->note);
    }
    return "its branches lead in a circle";
}

// All that a game holds in memory comes from its record, and of a branch from those before; what
// is wrong with that, or nothing.
std::optional<std::string> Game::read(const StoredStream& stream) {
    place_.epoch = stream.epoch;
    branch_.reset();
    if (auto wrong = find_damage(stream.texts)) return wrong;
    for (const store::StoredText& text : stream.texts) texts_.add(text);
    feeds_.go_on_from(inherited_.told);
    answers_ = inherited_.answers;
    stages_ = inherited_.stages;
    seat_bots(make_bots(scenario_, place_.stream, language_));
    auto record = record::read_record(stream.lines, {entry_.scenario, entry_.treatment});
    if (!record) {
        return "line " + std::to_string(record.error().line) + ": " + record.error().what;
    }
    state_ = rules::initial_state(scenario_, record->header.settings);
    writer_ = record::Writer(scenario_, record->chain);
    fold(*record);
    // What happened later than the last line is not in it, and never was.
    const std::int64_t last_ms =
        record->entries.empty() ? record->at_ms : record->entries.back().at_ms;
    stands_since_ms_ = std::max(stands_since_ms_, last_ms);
    note_course();
    owner_.course_changed();
    return std::nullopt;
}

// Plays a record again. What a branch shares with its parent was told and answered there.
void Game::fold(const record::Record& record) {
    const auto& branches = record.header.branches;
    const std::uint64_t shared = branches ? branches->back().at : 0;
    branches_ = branches ? branches->size() : 0;
    if (!branches) stages_[{0, Stage::lobby}] = {1, record.at_ms};
    std::uint64_t before = 1;  // the last line before the request that the entry belongs to
    for (const record::Entry& entry : record.entries) {
        if (!record::belongs_to_next(record, entry.number - 1)) before = entry.number - 1;
        if (const auto* event = get_if<rules::Event>(&entry.what)) {
            rules::evolve(scenario_, state_, *event);
            if (entry.number <= shared) {
                feeds_.recall(state_, *event);
                continue;
            }
            feeds_.add(state_, *event, {before, entry.at_ms});
            note_stages({event, 1},
                        {record::places_around(record, entry.number).after, entry.at_ms});
            remember_answer(entry.origin, {});
        } else if (const auto* note = get_if<record::Note>(&entry.what)) {
            if (entry.number <= shared) continue;
            if (const auto* refused = get_if<record::note::Refused>(note)) {
                remember_answer(entry.origin, refused->code);
            } else if (const auto* back = get_if<record::note::WentBack>(note)) {
                branch_ = WentBack{*back, entry.origin.client.value_or("")};
            }
        }
    }
}

void Game::remember_answer(const record::Origin& origin, const AnswerCode& code) {
    if (!origin.client || !origin.id) return;
    if (answers_.find(*origin.client, *origin.id) != nullptr) return;
    answers_.add(*origin.client, *origin.id, code);
}

// Goes on with a game that was read: its clock runs again from where it stood, and all that the
// session knows comes before what waited.
void Game::take_up(std::int64_t now_ms) {
    doing_ = Doing::loads;
    auto waited = std::exchange(inbox_, {});
    const std::int64_t stood_ms = std::max<std::int64_t>(0, now_ms - stands_since_ms_);
    submit(rules::World(rules::world::Restart{stood_ms}), now_ms);
    owner_.game_taken_up(*this, now_ms);
    std::move(waited.begin(), waited.end(), std::back_inserter(inbox_));
    doing_ = Doing::plays;
    pump(now_ms);
}

// Nothing of a batch that could not be stored was shown to anybody: its questions wait again, and
// what its commands came to shows in the record. Without a header there is none, and a record that
// another server took over is no longer this one's.
void Game::discard(Batch failed, store::AppendResult result) {
    ask_again(failed);
    if (result == store::AppendResult::fenced) return stop(protocol::Refusal::try_again);
    const bool was_going_back = going_back_.has_value();
    going_back_.reset();
    if (failed.first == 1 && !was_going_back) return stop(protocol::Refusal::no_writes);
    if (stands_since_ms_ == 0) stands_since_ms_ = failed.at_ms;
    ++failures_;
    doing_ = Doing::loads;
    world_.load(place_.stream, place_.epoch);
}

void Game::ask_again(Batch& batch) {
    for (Ask& ask : batch.asks) inbox_.emplace_front(std::move(ask));
    for (Attach& attach : batch.attaches) inbox_.emplace_front(std::move(attach));
    for (Answered& answered : batch.answers) inbox_.emplace_front(std::move(answered));
}

std::optional<std::string> Game::loaded(const std::optional<StoredStream>& held,
                                        std::int64_t now_ms) {
    std::optional<std::string> wrong;
    contain([&] { wrong = read_again(held, now_ms); });
    return wrong;
}

std::optional<std::string> Game::read_again(const std::optional<StoredStream>& held,
                                            std::int64_t now_ms) {
    if (doing_ == Doing::goes_back) {
        branch(held, now_ms);
        return std::nullopt;
    }
    if (doing_ != Doing::loads) return std::nullopt;
    auto wrong = held ? read(*held) : std::string("it cannot be read");
    if (wrong) {
        stop(held ? protocol::Refusal::game_damaged : protocol::Refusal::no_writes);
        return wrong;
    }
    // That the game went back was stored, though nobody heard of it.
    if (branch_) {
        unheard_of_ = branch_->client;
        follow(branch_->note);
        world_.load(place_.stream, place_.epoch);
        return std::nullopt;
    }
    world_.log("game " + place_.stream + ": read again from the store");
    if (unheard_of_) outdate_waiting(*std::exchange(unheard_of_, std::nullopt));
    // Who is there the session knows, and what time it is the clock; bots think anew.
    std::erase_if(inbox_, [](const Waiting& waiting) {
        return holds_alternative<rules::World>(waiting) ||
               holds_alternative<BotTurn>(waiting);
    });
    if (failures_ == 1) {
        take_up(now_ms);
    } else {
        doing_ = Doing::rests;
        rests_until_ms_ = now_ms + limits::store_rest_ms;
        pump(now_ms);
    }
    return std::nullopt;
}

void Game::process(Answered& answered, std::int64_t, Batch& batch) {
    const AnswerCode* stored = answers_.find(answered.client, answered.id);
    answered.code = stored != nullptr ? *stored : to_word(protocol::Refusal::try_again);
    batch.answers.push_back(std::move(answered));
}

// While a game rests, all can be read, and nothing is taken that would have to be stored.
void Game::show_at_rest(std::int64_t now_ms) {
    Batch batch;
    for (Waiting& next : std::exchange(inbox_, {})) {
        if (auto* incoming = get_if<Incoming>(&next)) {
            const AnswerCode* before = answers_.find(incoming->client, incoming->id);
            batch.answers.push_back(
                {incoming->client, incoming->id,
                 before != nullptr ? *before : AnswerCode(to_word(protocol::Refusal::no_writes)),
                 std::move(incoming->told)});
        } else if (auto* answered = get_if<Answered>(&next)) {
            process(*answered, now_ms, batch);
        } else if (auto* attach = get_if<Attach>(&next)) {
            process(*attach, now_ms, batch);
        } else if (auto* ask = get_if<Ask>(&next)) {
            process(*ask, now_ms, batch);
        }
    }
    publish(std::move(batch));
}

// Nothing can be shown of a game that cannot be read: its readers are told why, and go.
void Game::stop(protocol::Refusal refusal) {
    doing_ = Doing::nothing;
    stopped_for_ = refusal;
    for (const auto& [connection, reader] : std::exchange(readers_, {})) {
        world_.close(connection, to_word(refusal));
    }
    turn_away();
}

void Game::turn_away() {
    const AnswerCode code(to_word(stopped_for_));
    for (Waiting& next : std::exchange(inbox_, {})) {
        if (auto* attach = get_if<Attach>(&next)) {
            world_.close(attach->connection, code);
        } else if (auto* incoming = get_if<Incoming>(&next)) {
            if (incoming->told) incoming->told(code);
        } else if (auto* answered = get_if<Answered>(&next)) {
            if (answered->told) answered->told(code);
        }
    }
}

}  // namespace dealtafel::core
