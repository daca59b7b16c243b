// The network between clients and the server: connections that each keep the order of what they
// carry, take their time, and break with messages under way in both directions.
#pragma once

#include "core/hub.hpp"
#include "journal.hpp"
#include "plan.hpp"

#include "base/random.hpp"

#include <map>
#include <memory>
#include <string>

namespace dealtafel::sim {

using core::ConnectionId;

// A client's end of a connection.
class Peer {
public:
    virtual ~Peer() = default;
    virtual void opened() = 0;
    virtual void received(const std::string& text) = 0;
    virtual void lost() = 0;
    virtual const std::string& name() const = 0;
    // How long it takes at least until it reads on.
    virtual std::int64_t reads_after_ms() = 0;
};

// The server's end of all connections.
class Host {
public:
    virtual ~Host() = default;
    // Whether the server takes a new connection.
    virtual bool accept(ConnectionId connection) = 0;
    virtual void arrived(ConnectionId connection, const std::string& text) = 0;
    virtual void gone(ConnectionId connection) = 0;
    // What waits for a connection.
    virtual std::vector<std::string> waiting(ConnectionId connection) = 0;
};

class Lines {
public:
    Lines(Timeline& time, Journal& journal, const Plan& plan)
        : time_(time), journal_(journal), plan_(plan), random_(plan.seed ^ 0x11) {}
    void set_host(Host& host) { host_ = &host; }

    // A new connection of a client, which hears in time whether it came about.
    ConnectionId connect(Peer& peer);
    // The client sends; a connection that broke carries nothing any more.
    void send(ConnectionId id, std::string text);
    // The client ends its connection.
    void hang_up(ConnectionId id);
    // The connection breaks, or only what comes from the server is lost; both ends notice in time.
    void cut(ConnectionId id, bool one_way);
    // Whether a connection carries messages in both directions.
    bool is_whole(ConnectionId id) const;
    // The newest connection that anybody asked for.
    ConnectionId newest() const { return last_; }

    // The server has something to write, or ends a connection with a reason.
    void wake(ConnectionId id);
    void close(ConnectionId id, std::string_view code);
    // The server died, and with it all that was on its way.
    void drop_all();

private:
    struct Line {
        ConnectionId id = 0;
        Peer* peer = nullptr;  // null once the client knows that it is gone
        bool whole_up = true;    // what the client sends arrives
        bool whole_down = true;  // what the server sends arrives
        bool open_here = false;  // at the server
        bool writing = false;
        std::string bye;
        std::int64_t up_ms = 0;    // when the last message to the server arrives
        std::int64_t down_ms = 0;  // when the last message to the client arrives
    };
    using Held = std::shared_ptr<Line>;

    std::int64_t arrival(std::int64_t& last_ms);
    void write(const Held& line);
    void deliver(const Held& line, std::string text);
    void end_at_client(const Held& line, std::int64_t after_ms);
    void end_at_server(const Held& line, std::int64_t after_ms);
    void forget_if_over(const Held& line);
    std::int64_t up_to(std::int64_t ms) {
        return 1 + static_cast<std::int64_t>(random_.below(static_cast<std::size_t>(ms)));
    }
    Held find(ConnectionId id) const;

    Timeline& time_;
    Journal& journal_;
    const Plan& plan_;
    Random random_;
    Host* host_ = nullptr;
    ConnectionId last_ = 0;
    std::map<ConnectionId, Held> lines_;
};

}  // namespace dealtafel::sim
