// The WebSockets that are open, by the number that the hub knows them by.
#pragma once

#include "core/hub.hpp"

#include <string>
#include <string_view>
#include <unordered_map>

namespace dealtafel::net {

// What may be asked of an open WebSocket, whatever stream it runs over.
class Connection {
public:
    virtual ~Connection() = default;
    // Something waits in its outbox.
    virtual void wake() = 0;
    // Writes what waits, says why, and closes.
    virtual void close(std::string_view code) = 0;
};

class Connections {
public:
    core::ConnectionId add(Connection& connection);
    void remove(core::ConnectionId id);

    // A connection that is gone already needs nothing any more.
    void wake(core::ConnectionId id);
    void close(core::ConnectionId id, std::string_view code);
    // From now on nobody stays: those that open later are to close with the same code.
    void close_all(std::string_view code);
    const std::string& closed_for() const { return closed_for_; }  // empty: they may stay
    bool empty() const;

private:
    core::ConnectionId last_ = 0;
    std::string closed_for_;
    std::unordered_map<core::ConnectionId, Connection*> open_;
};

}  // namespace dealtafel::net
