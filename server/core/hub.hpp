// All sessions of a server, without sockets, clocks or threads: whoever owns the hub brings it
// connections, messages, the results of appends and the time, and carries out what it asks for.
// Called from one thread.
#pragma once

#include "core/figures.hpp"
#include "core/outbox.hpp"
#include "protocol/messages.hpp"
#include "scenario/parse.hpp"
#include "store/event_store.hpp"

#include "base/result.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dealtafel::core {

using ConnectionId = std::uint64_t;

// What the hub asks of the world. Implemented by server/app over Asio, and by tests.
class World {
public:
    virtual ~World() = default;
    // Something waits in the outbox of a connection: take it when it can be written.
    virtual void wake(ConnectionId connection) = 0;
    // Ends a connection once what waits is written and a `bye` has said why; `code` as in
    // `refusal.<code>`.
    virtual void close(ConnectionId connection, std::string_view code) = 0;
    // Stores an append; the result comes back through Hub::appended, in the order of the calls
    // for one stream.
    virtual void append(store::Append append) = 0;
    // Reads all that a stream holds, for an owner with this epoch, after all appends of before; it
    // comes back through Hub::loaded.
    virtual void load(const std::string& stream, std::uint64_t epoch) = 0;
    // Does `job`, which may take longer than others should wait and shares nothing with them; one
    // after the other. Then, where the hub is called, `then` with the time.
    virtual void compute(std::function<void()> job,
                         std::function<void(std::int64_t now_ms)> then) = 0;
    // Bytes that nobody can guess.
    virtual std::string random_bytes(std::size_t count) = 0;
    // Keeps the text of a scenario for when the server starts again; whether that went well. Asked
    // by jobs of `compute` only, as it takes as long as the disk takes.
    virtual bool keep_scenario(const std::string&, const std::string&) { return true; }
    // A line for whoever runs the server: ids of sessions and seats, never what anybody said.
    virtual void log(const std::string&) {}
};

// A scenario that sessions can be made of, with its text, which goes into their record.
struct ScenarioEntry {
    std::shared_ptr<const Scenario> scenario;
    std::string toml;
    std::optional<std::string> treatment = std::nullopt;  // under which the scenario stands here
    SessionChanges session = {};                          // what that sets of the session
};

using store::StoredStream;

template <class T>
using Reply = std::function<void(Result<T, protocol::server::RefusalInfo>)>;

class HubImpl;

class Hub {
public:
    Hub(World& world, std::vector<ScenarioEntry> scenarios);
    ~Hub();
    Hub(const Hub&) = delete;
    Hub& operator=(const Hub&) = delete;

    // Takes up the sessions of the streams that a store holds. Returns what could not be taken up,
    // a sentence each that names the line; the rest goes on, and no clock lost a second.
    std::vector<std::string> restore(std::vector<StoredStream> streams, std::int64_t now_ms);

    // A session, stored before the reply is called.
    void create_session(const protocol::http::CreateSession& wish, std::int64_t now_ms,
                        Reply<protocol::http::SessionCreated> reply);
    // A seat for a new member, stored before the reply is called.
    void take_seat(std::string_view code, const protocol::http::TakeSeat& wish, std::int64_t now_ms,
                   Reply<protocol::http::SeatTaken> reply);
    // What anybody with the code may know, as JSON; none where there is no such session.
    std::optional<std::string> session_info(std::string_view code) const;
    std::string scenarios_json() const;
    // A scenario that sessions can be made of from now on, in the place of one with the same id;
    // those that are there keep theirs. The reply says what it is, once it is kept, or the first
    // thing that is wrong with it.
    void add_scenario(std::string toml, Reply<protocol::http::ScenarioSummary> reply);
    bool has_session(std::string_view code) const;
    std::size_t session_count() const;
    // Whether the store still takes writes.
    bool writes() const;
    Figures figures() const;

    // A WebSocket to a session was opened; the first message must be a hello. False where there is
    // no such session.
    bool opened(ConnectionId connection, std::string_view code, std::int64_t now_ms);
    // A text frame came in. Anything else than UTF-8 text of allowed size never gets here.
    void received(ConnectionId connection, std::string_view text, std::int64_t now_ms);
    void closed(ConnectionId connection, std::int64_t now_ms);
    // The outbox of an open connection.
    Outbox& outbox(ConnectionId connection);

    // The result of the oldest append of a stream that had none yet.
    void appended(const std::string& stream, store::AppendResult result, std::int64_t now_ms);
    // What a stream holds that was to be read again, or nothing where it cannot be read. Returns
    // why it could not be taken up again, if so.
    std::optional<std::string> loaded(const std::string& stream, std::optional<StoredStream> held,
                                      std::int64_t now_ms);

    // When `tick` has something to do; none: not before something else happens.
    std::optional<std::int64_t> deadline() const;
    void tick(std::int64_t now_ms);

private:
    std::unique_ptr<HubImpl> impl_;
};

}  // namespace dealtafel::core
