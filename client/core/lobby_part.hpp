// The board before the start: the way in, and who has come.
#pragma once

#include "core/client_model.hpp"
#include "messages/messages.hpp"

#include <string>
#include <vector>

namespace dealtafel::client {

// Where people go to join: as they type it, and as the QR code holds it.
struct JoinAddress {
    std::string typed;
    std::string link;
};

struct LobbySeat {
    PartyKind kind{};
    std::string name;
    std::string people;  // who has come but the newest, or that the seat is free
    std::string newest;  // the name that came last of all, if at this seat
    bool free = true;
    bool operator==(const LobbySeat&) const = default;
};

struct LobbyGame {
    std::string title;
    std::string people;   // marked
    std::string seats;    // the same in short: taken of all; marked
    std::string started;  // empty before its start
    bool operator==(const LobbyGame&) const = default;
};

struct LobbyPart {
    std::string title;
    std::string plan;
    std::string go;    // marked
    std::string type;
    std::string code;  // in two groups
    std::string scan;
    std::string link;
    std::vector<LobbySeat> seats;  // of the only game, if it has few enough seats
    std::vector<LobbyGame> games;  // otherwise, as many as fit
    std::string more;              // that there are further games, or empty
    std::string people;            // marked
    std::string soon;
    bool operator==(const LobbyPart&) const = default;
};

// With more seats than this, or several games, the lobby counts instead of naming.
inline constexpr std::size_t lobby_seats_max = 12;
// More games than this are only counted.
inline constexpr std::size_t lobby_games_max = 35;

// `model` has a welcome.
LobbyPart lobby_part(const ClientModel& model, const messages::Catalogue& catalogue,
                     const JoinAddress& address);

}  // namespace dealtafel::client
