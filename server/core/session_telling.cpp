// What a session tells its clients: answers, refusals, who sits where, and who is in a team.
#include "core/session.hpp"
#include "protocol/json_codec.hpp"

namespace dealtafel::core {

void Session::send(ConnectionId connection, const protocol::ServerMessage& message) {
    Outbox* outbox = find_outbox_(connection);
    if (outbox == nullptr) return;
    const json::Context context{&scenario_, nullptr};
    outbox->push(std::make_shared<const std::string>(protocol::write(message, context)));
    world_.wake(connection);
}

void Session::answer(ConnectionId connection, std::uint64_t id, const AnswerCode& code) {
    ++(code.empty() ? done_ : refused_);
    protocol::server::Answer made{id, std::nullopt};
    if (!code.empty()) made.refusal = protocol::server::RefusalInfo{code, {}, {}};
    send(connection, made);
}

void Session::refuse(ConnectionId connection, protocol::Refusal refusal,
                     std::optional<std::uint64_t> id, std::optional<std::string> path,
                     std::optional<std::string> what) {
    refuse(connection, {std::string(to_word(refusal)), std::move(path), std::move(what)}, id);
}

void Session::refuse(ConnectionId connection, protocol::server::RefusalInfo info,
                     std::optional<std::uint64_t> id) {
    ++refused_;
    if (id) {
        send(connection, protocol::server::Answer{*id, std::move(info)});
    } else {
        send(connection, protocol::server::Refused{std::move(info)});
    }
}

void Session::close(ConnectionId connection, protocol::Refusal refusal) {
    world_.close(connection, to_word(refusal));
}

protocol::server::Lobby Session::lobby() const {
    protocol::server::Lobby made;
    for (std::size_t at = 0; at < games_.size(); ++at) {
        const Course& course = games_[at]->course();
        protocol::server::LobbyGame game{static_cast<int>(at), course.stage, course.round, {}};
        for (const PartyId party : scenario_.party_order) {
            game.seats.push_back({party, names_at(static_cast<int>(at), party),
                                  course.presence[party.value],
                                  numbers_at(static_cast<int>(at), party)});
        }
        made.games.push_back(std::move(game));
    }
    return made;
}

// Tells everybody who sits where, once it changed and everything that it rests on is stored.
void Session::send_lobby() {
    if (!std::exchange(lobby_due_, false)) return;
    const json::Context context{&scenario_, nullptr};
    std::string text = protocol::write(protocol::ServerMessage(lobby()), context);
    if (text == last_lobby_) return;
    last_lobby_ = text;
    const auto shared_text = std::make_shared<const std::string>(std::move(text));
    for (const auto& [connection, client] : clients_) {
        if (Outbox* outbox = find_outbox_(connection)) {
            outbox->push(shared_text);
            world_.wake(connection);
        }
    }
}

void Session::send_team(int game, PartyId party) {
    protocol::server::Team team;
    for (const Member& member : members_) {
        if (member.game != game || member.party != party) continue;
        team.members.push_back(
            {member.number, texts_.words(member.name), !member.connections.empty()});
    }
    const auto pen = pens_.find({game, party});
    if (pen != pens_.end()) team.pen = pen->second;
    for (const auto& [connection, client] : clients_) {
        if (client.member != nullptr && client.game == game && client.member->party == party) {
            send(connection, team);
        }
    }
}

}  // namespace dealtafel::core
