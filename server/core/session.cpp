#include "core/session.hpp"

#include "base/draw.hpp"
#include "base/hash.hpp"
#include "core/client_names.hpp"
#include "core/info.hpp"
#include "protocol/json_codec.hpp"

#include <algorithm>

namespace dealtafel::core {

namespace {

std::size_t characters(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

}  // namespace

Session::Session(World& world, FindOutbox find_outbox, StreamAdded stream_added,
                 std::shared_ptr<const ScenarioEntry> entry, std::string code, std::string stream)
    : world_(world),
      find_outbox_(std::move(find_outbox)),
      stream_added_(std::move(stream_added)),
      entry_(std::move(entry)),
      scenario_(*entry_->scenario),
      code_(std::move(code)),
      stream_(std::move(stream)) {}

// --- Making and restoring.

void Session::make_games(const std::vector<std::string>& streams) {
    for (const std::string& stream : streams) {
        games_.push_back(std::make_unique<Game>(world_, *this, Game::Place{stream, 0}, *entry_,
                                                language_));
    }
}

void Session::begin(const SessionPlan& plan, std::int64_t now_ms, Stored stored) {
    append(session_event::Created{plan.code, scenario_.id, scenario_.source_sha256, plan.language,
                                  plan.facilitator_hash, plan.helper_hash, plan.game_streams,
                                  plan.start_when_taken, entry_->treatment},
           {}, now_ms, [this](bool done) { begun(done); });
    begun_ = std::move(stored);
    beginning_ = 1 + games_.size();
    for (std::size_t at = 0; at < games_.size(); ++at) {
        record::Header header =
            record::header_of(scenario_, entry_->toml, plan.settings, plan.program);
        if (!plan.same_draws) {
            header.settings.seed =
                splitmix64(plan.settings.seed ^ fnv1a64("game/" + std::to_string(at)));
        }
        header.treatment = entry_->treatment;
        header.session = stream_;
        header.game = static_cast<int>(at);
        games_[at]->begin(header, now_ms);
    }
}

std::optional<std::string> Session::restore(const StoredStream& own) { return follow(own); }

std::vector<std::string> Session::restore_games(
    const std::map<std::string, const StoredStream*>& games, std::int64_t now_ms) {
    std::vector<std::string> wrong;
    for (const std::unique_ptr<Game>& game : games_) {
        const auto problem = game->restore(games, now_ms);
        if (problem) wrong.push_back("game " + game->stream() + ": " + *problem);
    }
    return wrong;
}

// One stream more has its first lines, or could not be stored.
void Session::begun(bool well) {
    begins_well_ = begins_well_ && well;
    if (--beginning_ == 0) std::exchange(begun_, nullptr)(begins_well_);
}

// Takes over what the session's own stream holds beyond what is known already.
std::optional<std::string> Session::follow(const StoredStream& own) {
    epoch_ = own.epoch;
    if (auto wrong = find_damage(own.texts)) return wrong;
    for (const store::StoredText& text : own.texts) texts_.add(text);
    record::Chain chain;
    for (const std::string& line : own.lines) {
        const std::uint64_t number = chain.number() + 1;
        auto read = read_line(chain, line);
        if (!read) return "line " + std::to_string(number) + ": " + read.error();
        apply(number, read->event);
    }
    chain_ = std::move(chain);
    return std::nullopt;
}

std::vector<std::string> Session::streams() const {
    std::vector<std::string> all = {stream_};
    for (const std::unique_ptr<Game>& game : games_) all.push_back(game->stream());
    return all;
}

// --- The session's own stream.

void Session::append(const SessionEvent& event, std::vector<store::StoredText> texts,
                     std::int64_t now_ms, Stored stored) {
    if (own_ != Own::good) {
        load_own();
        return stored(false);
    }
    const std::uint64_t number = chain_.number() + 1;
    std::vector<std::string> lines = {write_line(chain_, now_ms, event)};
    for (const store::StoredText& text : texts) texts_.add(text);
    own_appends_.push_back([this, number, event, stored = std::move(stored)](bool done) {
        if (done) apply(number, event);
        stored(done);
    });
    // What a session is made of it needs at once; nobody is told of it before it is stored.
    if (number == 1) apply(number, event);
    world_.append({stream_, epoch_, number, std::move(lines), std::move(texts)});
}

// Nothing more is added to the own stream before it was read again.
void Session::load_own() {
    if (own_ == Own::loads) return;
    own_ = Own::loads;
    world_.load(stream_, epoch_);
}

void Session::apply(std::uint64_t number, const SessionEvent& event) {
    if (number <= applied_) return;
    applied_ = number;
    if (const auto* created = get_if<session_event::Created>(&event)) {
        language_ = created->language;
        facilitator_hash_ = created->facilitator_hash;
        helper_hash_ = created->helper_hash;
        start_when_taken_ = created->start_when_taken;
        make_games(created->games);
    } else if (const auto* taken = get_if<session_event::SeatTaken>(&event)) {
        add_member(*taken);
    } else if (const auto* pen = get_if<session_event::PenGiven>(&event)) {
        const auto party = scenario_.find<PartyId>(pen->party);
        if (party) pens_[{pen->game, *party}] = pen->member;
    } else if (const auto* draft = get_if<session_event::Drafted>(&event)) {
        const auto party = scenario_.find<PartyId>(draft->party);
        const auto region = scenario_.find<RegionId>(draft->region);
        if (party && region) {
            drafts_[{draft->game, *party, *region}] = {draft->member, draft->text};
        }
    }
}

Member& Session::add_member(const session_event::SeatTaken& taken) {
    const PartyId party = scenario_.find<PartyId>(taken.party).value_or(scenario_.centre);
    Member& member = members_.emplace_back();
    member.number = taken.member;
    members_made_ = std::max(members_made_, taken.member);
    member.game = taken.game;
    member.party = party;
    member.token_hash = taken.token_hash;
    member.name = taken.name;
    pens_.try_emplace({taken.game, party}, taken.member);
    return member;
}

void Session::appended(const std::string& stream, store::AppendResult result,
                       std::int64_t now_ms) {
    if (stream == stream_) {
        if (own_appends_.empty()) return;
        const auto stored = std::move(own_appends_.front());
        own_appends_.pop_front();
        if (result != store::AppendResult::done) load_own();
        stored(own_ == Own::good);
    } else if (Game* game = find_game(stream)) {
        game->appended(result, now_ms);
        if (beginning_ > 0) begun(!game->stopped());
    }
    send_lobby();
}

void Session::computed(const std::string& stream, std::int64_t now_ms) {
    if (Game* game = find_game(stream)) game->computed(now_ms);
    send_lobby();
}

std::optional<std::string> Session::loaded(const std::string& stream,
                                           const std::optional<StoredStream>& held,
                                           std::int64_t now_ms) {
    std::optional<std::string> wrong;
    if (stream == stream_) {
        wrong = held ? follow(*held) : std::string("it cannot be read");
        own_ = wrong ? Own::lost : Own::good;
        if (!wrong) world_.log("session " + stream_ + ": read again from the store");
    } else if (Game* game = find_game(stream)) {
        wrong = game->loaded(held, now_ms);
    }
    send_lobby();
    return wrong;
}

Game* Session::find_game(const std::string& stream) {
    const auto at = std::find_if(games_.begin(), games_.end(), [&](const auto& game) {
        return game->owns(stream);
    });
    return at == games_.end() ? nullptr : at->get();
}

void Session::game_taken_up(Game& game, std::int64_t now_ms) {
    const int index = static_cast<int>(
        std::find_if(games_.begin(), games_.end(),
                     [&](const auto& other) { return other.get() == &game; }) -
        games_.begin());
    for (const Member& member : members_) {
        if (member.game != index) continue;
        game.submit(rules::World(rules::world::Held{member.party, true}), now_ms);
        game.submit(
            rules::World(rules::world::Presence{member.party, is_here(index, member.party)}),
            now_ms);
        start_when_due(game, now_ms);
    }
}

// Asked for by whoever takes a seat, always under one id, so that it is done once.
void Session::start_when_due(Game& game, std::int64_t now_ms) {
    if (!start_when_taken_ || game.course().stage != Stage::lobby) return;
    Incoming start;
    start.client = stream_;
    start.id = 1;
    start.request = rules::FacilitatorRequest{rules::act::Start{}, false};
    game.submit(std::move(start), now_ms);
}

bool Session::is_here(int game, PartyId party) const {
    return std::any_of(members_.begin(), members_.end(), [&](const Member& member) {
        return member.game == game && member.party == party && !member.connections.empty();
    });
}

// --- Seats.

void Session::take_seat(const protocol::http::TakeSeat& wish, std::int64_t now_ms,
                        Reply<protocol::http::SeatTaken> reply) {
    const auto refuse_with = [&](protocol::Refusal refusal) {
        reply(protocol::server::RefusalInfo{std::string(to_word(refusal)), {}, {}});
    };
    const auto party = scenario_.find<PartyId>(wish.party);
    if (!party) return refuse_with(protocol::Refusal::no_such_party);
    if (says_nothing(wish.name) || characters(wish.name) > limits::name_characters_max) {
        return refuse_with(protocol::Refusal::name_needed);
    }
    int game = wish.game.value_or(-1);
    if (!wish.game) {
        // The fullest game in which nobody has this seat yet, so that games fill up one by one.
        std::size_t fullest = 0;
        for (std::size_t at = 0; at < games_.size(); ++at) {
            if (games_[at]->stopped() || !names_at(static_cast<int>(at), *party).empty()) continue;
            const auto people = static_cast<std::size_t>(
                1 + std::count_if(members_.begin(), members_.end(), [&](const Member& member) {
                    return member.game == static_cast<int>(at);
                }));
            if (people > fullest) {
                fullest = people;
                game = static_cast<int>(at);
            }
        }
        if (game < 0) game = 0;
    }
    if (game < 0 || game >= static_cast<int>(games_.size())) {
        return refuse_with(protocol::Refusal::no_such_game);
    }
    const Game& wanted = *games_[static_cast<std::size_t>(game)];
    if (wanted.stopped()) return refuse_with(wanted.stopped_for());
    if (names_at(game, *party).size() >= limits::members_max) {
        return refuse_with(protocol::Refusal::seat_full);
    }
    std::uint32_t number = ++members_made_;
    CollectedTexts names([this](std::size_t count) { return world_.random_bytes(count); });
    const std::string token = to_hex(world_.random_bytes(16));
    const session_event::SeatTaken taken{game,  wish.party, number, sha256_hex(token),
                                         names.take(wish.name)};
    append(taken, std::move(names).collected(), now_ms,
           [this, reply = std::move(reply), token, taken, party = *party, now_ms](bool done) {
               if (!done) {
                   return reply(protocol::server::RefusalInfo{
                       std::string(to_word(protocol::Refusal::no_writes)), {}, {}});
               }
               Game& at = *games_[static_cast<std::size_t>(taken.game)];
               at.submit(rules::World(rules::world::Held{party, true}), now_ms);
               start_when_due(at, now_ms);
               lobby_due_ = true;
               world_.log("session " + stream_ + ": member " + std::to_string(taken.member) +
                          " takes seat " + taken.party + " of game " +
                          std::to_string(taken.game));
               reply(protocol::http::SeatTaken{token, taken.game, taken.party, taken.member});
           });
}

std::vector<std::string> Session::names_at(int game, PartyId party) const {
    std::vector<std::string> names;
    for (const Member& member : members_) {
        if (member.game == game && member.party == party)
            names.push_back(texts_.words(member.name));
    }
    return names;
}

std::vector<std::uint32_t> Session::numbers_at(int game, PartyId party) const {
    std::vector<std::uint32_t> numbers;
    for (const Member& member : members_) {
        if (member.game == game && member.party == party) numbers.push_back(member.number);
    }
    return numbers;
}

std::string Session::info_json() const {
    protocol::http::SessionInfo info;
    info.code = code_;
    info.language = language_;
    // All games of a session have the same settings, as far as they can be read.
    const auto read = std::find_if(games_.begin(), games_.end(),
                                   [](const auto& game) { return !game->stopped(); });
    info.scenario =
        scenario_info(scenario_, (read != games_.end() ? *read : games_.front())->settings());
    for (std::size_t at = 0; at < games_.size(); ++at) {
        protocol::http::GameSeats seats{static_cast<int>(at), games_[at]->course().stage, {}};
        for (const PartyId party : scenario_.party_order) {
            seats.seats.push_back({party, names_at(static_cast<int>(at), party)});
        }
        info.games.push_back(std::move(seats));
    }
    return protocol::write(info, json::Context{&scenario_, nullptr});
}

void Session::add_to(Figures& figures) const {
    figures.members += members_.size();
    for (const std::unique_ptr<Game>& game : games_) {
        if (game->stopped()) ++figures.stopped_games;
        else ++figures.games[game->course().stage];
        figures.waiting += game->waiting();
    }
    for (const auto& [connection, client] : clients_) ++figures.connections[client.role];
    figures.done += done_;
    figures.refused += refused_;
}

// --- Time.

std::optional<std::int64_t> Session::deadline() const {
    std::optional<std::int64_t> first;
    for (const std::unique_ptr<Game>& game : games_) {
        const auto due = game->deadline();
        if (due && (!first || *due < *first)) first = due;
    }
    return first;
}

void Session::tick(std::int64_t now_ms) {
    for (const std::unique_ptr<Game>& game : games_) game->tick(now_ms);
    send_lobby();
}

}  // namespace dealtafel::core
