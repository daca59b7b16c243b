#include "core/hub.hpp"

#include "base/hash.hpp"
#include "core/info.hpp"
#include "core/limits.hpp"
#include "core/scenario_shelf.hpp"
#include "core/session.hpp"
#include "core/session_plan.hpp"
#include "protocol/json_codec.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <span>

namespace dealtafel::core {

namespace {

// The letters of codes: none that is easily taken for another or for a figure.
constexpr std::string_view code_letters = "ABCDEFGHJKMNPQRSTUVWXYZ";
constexpr std::size_t code_length = 6;
// How the id of a stream begins that is a session's own; a damaged one is known by it too.
constexpr std::string_view session_prefix = "s-";

// The first line of a session's own stream, which is its making; the error names the line.
Result<SessionLine, std::string> making_of(const StoredStream& own) {
    if (own.lines.empty()) return std::string("line 1: is missing");
    record::Chain chain;
    auto first = read_line(chain, own.lines.front());
    if (!first) return "line 1: " + first.error();
    if (!holds_alternative<session_event::Created>(first->event)) {
        return std::string("line 1: must be the making of a session");
    }
    return first;
}

}  // namespace

class HubImpl {
public:
    struct Connection {
        Connection(OutboxTotal& total, Session& of, std::int64_t due_ms)
            : outbox(&total), session(&of), hello_due_ms(due_ms) {}
        Outbox outbox;
        Session* session;
        std::optional<std::int64_t> hello_due_ms;  // none once it was said
    };

    HubImpl(World& world, std::vector<ScenarioEntry> scenarios)
        : world_(world), scenarios_(world, std::move(scenarios)) {}

    std::string new_code() const {
        for (;;) {
            std::string code;
            while (code.size() < code_length) {
                // Bytes beyond the last whole multiple would make some letters likelier.
                const auto byte = static_cast<unsigned char>(world_.random_bytes(1).front());
                if (byte < 256 - 256 % code_letters.size()) {
                    code.push_back(code_letters[byte % code_letters.size()]);
                }
            }
            if (!sessions_.contains(code)) return code;
        }
    }

    Session& add_session(std::shared_ptr<const ScenarioEntry> entry, const std::string& code,
                         const std::string& stream) {
        auto session = std::make_unique<Session>(
            world_, [this](ConnectionId id) { return find_outbox(id); },
            [this, code](const std::string& added) {
                by_stream_[added] = sessions_.at(code).get();
            },
            std::move(entry), code, stream);
        return *(sessions_[code] = std::move(session));
    }

    // The scenario of a stored session: the one in the folder if it is still the same, else the
    // one that the records of its games hold, of which some may be damaged.
    std::shared_ptr<const ScenarioEntry> entry_of(
        const session_event::Created& created,
        const std::map<std::string, const StoredStream*>& streams) const {
        const auto known = scenarios_.find(created.scenario);
        if (known && known->scenario->source_sha256 == created.scenario_sha256) {
            return created.treatment ? treated(*known, *created.treatment) : known;
        }
        for (const std::string& id : created.games) {
            const auto game = streams.find(id);
            if (game == streams.end() || game->second->lines.empty()) continue;
            auto record = record::read_record(std::span(game->second->lines).first(1));
            if (!record) continue;
            return std::make_shared<const ScenarioEntry>(ScenarioEntry{
                record->scenario, std::move(record->header.toml), created.treatment, {}});
        }
        return nullptr;
    }

    void register_streams(Session& session) {
        for (const std::string& stream : session.streams()) by_stream_[stream] = &session;
    }

    Outbox* find_outbox(ConnectionId id) {
        const auto at = connections_.find(id);
        return at == connections_.end() ? nullptr : &at->second.outbox;
    }

    Session* find(std::string_view code) const {
        const auto at = sessions_.find(std::string(code));
        const bool is_there = at != sessions_.end() && at->second->is_stored();
        return is_there ? at->second.get() : nullptr;
    }

    // Who says no hello in time has no business here, however lively the transport is.
    void drop_speechless(std::int64_t now_ms) {
        while (!speechless_.empty() && speechless_.begin()->first <= now_ms) {
            world_.close(speechless_.begin()->second, to_word(protocol::Refusal::hello_first));
            speechless_.erase(speechless_.begin());
        }
    }

    // It was said, or the connection is gone.
    void await_no_hello(ConnectionId id, Connection& connection) {
        if (!connection.hello_due_ms) return;
        speechless_.erase({*connection.hello_due_ms, id});
        connection.hello_due_ms.reset();
    }

    // Whoever reads too slowly goes: beyond the limit of one, and while all hold too much together
    // those for whom most waits.
    void drop_overflown() {
        if (!total_.has_overflown && total_.bytes <= limits::outboxes_bytes_max) return;
        total_.has_overflown = false;
        for (auto& [id, connection] : connections_) {
            if (connection.outbox.overflown()) drop_slow(id, connection.outbox);
        }
        if (total_.bytes > limits::outboxes_bytes_max) drop_fullest();
    }

    void drop_slow(ConnectionId id, Outbox& outbox) {
        if (!closing_.insert(id).second) return;
        outbox.give_up();
        world_.close(id, to_word(protocol::Refusal::too_slow));
    }

    void drop_fullest() {
        std::multimap<std::size_t, ConnectionId, std::greater<>> by_bytes;
        for (const auto& [id, connection] : connections_) {
            by_bytes.emplace(connection.outbox.bytes(), id);
        }
        for (const auto& [held, id] : by_bytes) {
            if (total_.bytes <= limits::outboxes_bytes_max) return;
            drop_slow(id, connections_.at(id).outbox);
        }
    }

    World& world_;
    ScenarioShelf scenarios_;
    std::map<std::string, std::unique_ptr<Session>> sessions_;
    std::map<std::string, Session*> by_stream_;
    OutboxTotal total_;
    std::map<ConnectionId, Connection> connections_;
    // A session of which not all could be stored never was: nobody knew of it yet.
    void drop_unborn() {
        for (const std::string& code : std::exchange(unborn_, {})) {
            for (const std::string& stream : sessions_.at(code)->streams()) {
                by_stream_.erase(stream);
            }
            sessions_.erase(code);
        }
    }

    // Whether something new may be asked of the store: it works, or has rested for long enough.
    bool may_write(std::int64_t now_ms) const { return writes_ || rests_until_ms_ <= now_ms; }

    std::set<ConnectionId> closing_;
    std::set<std::pair<std::int64_t, ConnectionId>> speechless_;  // by when a hello is due
    std::vector<std::string> unborn_;
    bool writes_ = true;
    std::int64_t rests_until_ms_ = 0;
};

Hub::Hub(World& world, std::vector<ScenarioEntry> scenarios)
    : impl_(std::make_unique<HubImpl>(world, std::move(scenarios))) {}

Hub::~Hub() = default;

std::vector<std::string> Hub::restore(std::vector<StoredStream> streams, std::int64_t now_ms) {
    std::vector<std::string> wrong;
    std::map<std::string, const StoredStream*> by_id;
    for (const StoredStream& stream : streams) by_id[stream.id] = &stream;
    for (const StoredStream& stream : streams) {
        if (!stream.id.starts_with(session_prefix)) continue;
        const auto first = making_of(stream);
        if (!first) {
            wrong.push_back("session " + stream.id + ": " + first.error());
            continue;
        }
        const auto* created = get_if<session_event::Created>(&first->event);
        const auto entry = impl_->entry_of(*created, by_id);
        if (!entry) {
            wrong.push_back("session " + stream.id +
                            ": its scenario is another by now, and in no record of its games");
            continue;
        }
        Session& session = impl_->add_session(entry, created->code, stream.id);
        if (const auto problem = session.restore(stream)) {
            wrong.push_back("session " + stream.id + ": " + *problem);
            impl_->sessions_.erase(created->code);
            continue;
        }
        for (std::string& problem : session.restore_games(by_id, now_ms)) {
            wrong.push_back(std::move(problem));
        }
        impl_->register_streams(session);
    }
    return wrong;
}

void Hub::create_session(const protocol::http::CreateSession& wish, std::int64_t now_ms,
                         Reply<protocol::http::SessionCreated> reply) {
    const auto found = impl_->scenarios_.find(wish.scenario);
    if (!impl_->may_write(now_ms)) return reply(info_of(protocol::Refusal::no_writes));
    if (!found) return reply(info_of(protocol::Refusal::no_such_scenario));
    if (impl_->sessions_.size() >= limits::sessions_max) {
        return reply(info_of(protocol::Refusal::too_many_sessions));
    }
    const auto entry = wish.treatment ? treated(*found, *wish.treatment) : found;
    if (!entry) return reply(malformed("treatment", "must be a treatment of the scenario"));
    auto planned = plan_of(wish, *entry);
    if (!planned) return reply(planned.error());
    SessionPlan plan = std::move(*planned);
    const int games = wish.games.value_or(1);
    if (games < 1 || games > limits::games_max) {
        return reply(malformed("games", "must be from 1 to " + std::to_string(limits::games_max)));
    }
    if (!wish.seed) {
        for (const char byte : impl_->world_.random_bytes(8)) {
            plan.settings.seed = (plan.settings.seed << 8) | static_cast<unsigned char>(byte);
        }
    }
    plan.code = impl_->new_code();
    plan.stream = std::string(session_prefix) + to_hex(impl_->world_.random_bytes(16));
    for (int game = 0; game < games; ++game) {
        plan.game_streams.push_back("g-" + to_hex(impl_->world_.random_bytes(16)));
    }
    const std::string facilitator = to_hex(impl_->world_.random_bytes(16));
    const std::string helper = to_hex(impl_->world_.random_bytes(16));
    plan.facilitator_hash = sha256_hex(facilitator);
    plan.helper_hash = sha256_hex(helper);
    plan.program = DEALTAFEL_VERSION;
    Session& session = impl_->add_session(entry, plan.code, plan.stream);
    session.begin(plan, now_ms,
                  [impl = impl_.get(), reply = std::move(reply),
                   created = protocol::http::SessionCreated{plan.code, facilitator, helper}](
                      bool done) {
                      if (done) return reply(created);
                      impl->unborn_.push_back(created.code);
                      reply(info_of(protocol::Refusal::no_writes));
                  });
    impl_->register_streams(session);
}

void Hub::take_seat(std::string_view code, const protocol::http::TakeSeat& wish,
                    std::int64_t now_ms, Reply<protocol::http::SeatTaken> reply) {
    Session* session = impl_->find(code);
    if (session == nullptr) return reply(info_of(protocol::Refusal::no_such_session));
    if (!impl_->may_write(now_ms)) return reply(info_of(protocol::Refusal::no_writes));
    session->take_seat(wish, now_ms, std::move(reply));
}

std::optional<std::string> Hub::session_info(std::string_view code) const {
    const Session* session = impl_->find(code);
    if (session == nullptr) return std::nullopt;
    return session->info_json();
}

std::string Hub::scenarios_json() const { return impl_->scenarios_.json(); }

void Hub::add_scenario(std::string toml, Reply<protocol::http::ScenarioSummary> reply) {
    impl_->scenarios_.add(std::move(toml), std::move(reply));
}

bool Hub::has_session(std::string_view code) const { return impl_->find(code) != nullptr; }
std::size_t Hub::session_count() const { return impl_->sessions_.size(); }
bool Hub::writes() const { return impl_->writes_; }

Figures Hub::figures() const {
    Figures figures;
    figures.sessions = impl_->sessions_.size();
    for (const auto& [code, session] : impl_->sessions_) session->add_to(figures);
    return figures;
}

bool Hub::opened(ConnectionId connection, std::string_view code, std::int64_t now_ms) {
    Session* session = impl_->find(code);
    if (session == nullptr) return false;
    const std::int64_t due_ms = now_ms + limits::hello_ms_max;
    impl_->connections_.erase(connection);
    impl_->connections_.try_emplace(connection, impl_->total_, *session, due_ms);
    impl_->speechless_.emplace(due_ms, connection);
    return true;
}

void Hub::received(ConnectionId connection, std::string_view text, std::int64_t now_ms) {
    const auto at = impl_->connections_.find(connection);
    if (at == impl_->connections_.end()) return;
    HubImpl::Connection& known = at->second;
    known.session->received(connection, text, now_ms);
    if (known.hello_due_ms && known.session->knows(connection)) {
        impl_->await_no_hello(connection, known);
    }
    impl_->drop_overflown();
}

void Hub::closed(ConnectionId connection, std::int64_t now_ms) {
    const auto at = impl_->connections_.find(connection);
    if (at == impl_->connections_.end()) return;
    Session* session = at->second.session;
    impl_->await_no_hello(connection, at->second);
    impl_->connections_.erase(at);
    impl_->closing_.erase(connection);
    session->closed(connection, now_ms);
}

Outbox& Hub::outbox(ConnectionId connection) { return impl_->connections_.at(connection).outbox; }

void Hub::appended(const std::string& stream, store::AppendResult result, std::int64_t now_ms) {
    if (result == store::AppendResult::disk_fault) {
        impl_->writes_ = false;
        impl_->rests_until_ms_ = now_ms + limits::store_rest_ms;
    } else if (result == store::AppendResult::done) {
        impl_->writes_ = true;
    }
    const auto at = impl_->by_stream_.find(stream);
    if (at != impl_->by_stream_.end()) at->second->appended(stream, result, now_ms);
    impl_->drop_unborn();
    impl_->drop_overflown();
}

std::optional<std::string> Hub::loaded(const std::string& stream,
                                       std::optional<StoredStream> held, std::int64_t now_ms) {
    const auto at = impl_->by_stream_.find(stream);
    if (at == impl_->by_stream_.end()) return std::nullopt;
    auto wrong = at->second->loaded(stream, held, now_ms);
    impl_->drop_overflown();
    return wrong;
}

std::optional<std::int64_t> Hub::deadline() const {
    std::optional<std::int64_t> first;
    if (!impl_->speechless_.empty()) first = impl_->speechless_.begin()->first;
    for (const auto& [code, session] : impl_->sessions_) {
        const auto due = session->deadline();
        if (due && (!first || *due < *first)) first = due;
    }
    return first;
}

void Hub::tick(std::int64_t now_ms) {
    for (const auto& [code, session] : impl_->sessions_) session->tick(now_ms);
    impl_->drop_speechless(now_ms);
    impl_->drop_overflown();
}

}  // namespace dealtafel::core
