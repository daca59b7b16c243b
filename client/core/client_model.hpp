// What a client knows of a session: the newest of everything that the server told, nothing else.
// Functions of values; the caller brings messages and the time, and sends what comes back.
#pragma once

#include "protocol/messages.hpp"

#include <optional>
#include <string>

namespace dealtafel::client {

// How the client stands with its server: a lost connection had been live before.
enum class Link { connecting, live, lost };

// A person who took a seat while we were watching.
struct Arrival {
    int game = 0;
    PartyId party;
    std::size_t place = 0;  // among the names of the seat
    bool operator==(const Arrival&) const = default;
};

// Who this client is to the server.
struct Identity {
    std::string client;  // 8 to 64 characters of its own making
    std::optional<std::string> token;
    int game = 0;
};

struct ClientModel {
    Link link = Link::connecting;
    std::optional<protocol::server::Welcome> welcome;
    std::optional<rules::GameView> view;
    std::optional<protocol::server::Lobby> lobby;
    std::optional<Arrival> newest;
    std::int64_t server_ahead_ms = 0;  // the server's clock less ours
    std::uint64_t seen = 0;            // number of the last feed entry that was read
    // Why the server will not have us, as a word of protocol::Refusal; trying again is no use.
    std::optional<protocol::Refusal> refused;
};

// The connection is open: the hello that is to be sent first.
protocol::ClientMessage opened(const ClientModel& model, const Identity& identity);
// The connection is gone; what is known stays.
void lost(ClientModel& model);
// Takes in a message that came when our clock stood at `now_ms`.
void receive(ClientModel& model, const protocol::ServerMessage& message, std::int64_t now_ms);

}  // namespace dealtafel::client
