#include "core/client_model.hpp"

#include <algorithm>

#include "base/variant.hpp"

namespace dealtafel::client {

namespace {

namespace server = protocol::server;

const server::LobbySeat* seat_of(const server::Lobby& lobby, int game, PartyId party) {
    for (const server::LobbyGame& held : lobby.games) {
        if (held.game != game) continue;
        for (const server::LobbySeat& seat : held.seats) {
            if (seat.party == party) return &seat;
        }
    }
    return nullptr;
}

// The last seat that has more names than before; the newest of its names is its last.
std::optional<Arrival> arrival(const server::Lobby& before, const server::Lobby& after) {
    std::optional<Arrival> found;
    for (const server::LobbyGame& game : after.games) {
        for (const server::LobbySeat& seat : game.seats) {
            const server::LobbySeat* former = seat_of(before, game.game, seat.party);
            const std::size_t names = former != nullptr ? former->names.size() : 0;
            if (seat.names.size() > names) {
                found = Arrival{game.game, seat.party, seat.names.size() - 1};
            }
        }
    }
    return found;
}

// Refusals that the same hello would get again.
bool is_final(protocol::Refusal refusal) {
    switch (refusal) {
        case protocol::Refusal::malformed:
        case protocol::Refusal::wrong_protocol:
        case protocol::Refusal::hello_first:
        case protocol::Refusal::wrong_token:
        case protocol::Refusal::wrong_role:
        case protocol::Refusal::no_such_session:
        case protocol::Refusal::no_such_game:
        case protocol::Refusal::wrong_origin:
        case protocol::Refusal::not_found: return true;
        default: return false;
    }
}

void take_refusal(ClientModel& model, std::string_view code) {
    const auto refusal = from_word<protocol::Refusal>(code);
    if (refusal && is_final(*refusal)) model.refused = refusal;
}

struct Take {
    ClientModel& model;
    std::int64_t now_ms;

    void operator()(const server::Welcome& welcome) const {
        model.link = Link::live;
        model.server_ahead_ms = welcome.server_ms - now_ms;
        model.welcome = welcome;
    }
    void operator()(const server::Frame& frame) const {
        if (!frame.feed.empty()) {
            model.seen = std::max(model.seen, frame.number + frame.feed.size() - 1);
        }
        if (frame.view) model.view = frame.view;
    }
    void operator()(const server::Lobby& lobby) const {
        if (model.lobby) {
            if (const auto newest = arrival(*model.lobby, lobby)) model.newest = newest;
            // A seat that lost a name has no newest one at that place any more.
            const auto* seat = model.newest
                                   ? seat_of(lobby, model.newest->game, model.newest->party)
                                   : nullptr;
            if (seat == nullptr || model.newest->place >= seat->names.size()) model.newest.reset();
        }
        model.lobby = lobby;
    }
    void operator()(const server::Refused& refused) const {
        take_refusal(model, refused.refusal.code);
    }
    void operator()(const server::Bye& bye) const { take_refusal(model, bye.code); }
    // Meant for players; a board does not ask for them.
    void operator()(const server::Answer&) const {}
    void operator()(const server::ForecastAnswer&) const {}
    void operator()(const server::DraftShown&) const {}
    void operator()(const server::Team&) const {}
    void operator()(const server::Pong&) const {}
};

}  // namespace

protocol::ClientMessage opened(const ClientModel& model, const Identity& identity) {
    protocol::client::Hello hello;
    hello.protocol = protocol::version;
    hello.client = identity.client;
    hello.token = identity.token;
    hello.game = identity.game;
    hello.seen = model.seen;
    return hello;
}

void lost(ClientModel& model) {
    model.link = model.welcome ? Link::lost : Link::connecting;
}

void receive(ClientModel& model, const protocol::ServerMessage& message, std::int64_t now_ms) {
    visit(Take{model, now_ms}, message);
}

}  // namespace dealtafel::client
