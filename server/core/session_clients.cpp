// What comes in over a session's connections: the hello, and the messages of those who said it.
#include "base/hash.hpp"
#include "core/client_names.hpp"
#include "core/info.hpp"
#include "core/session.hpp"
#include "protocol/json_codec.hpp"

#include <algorithm>

namespace dealtafel::core {

namespace {

// Why an act does not say where to go back to; nothing where it does.
std::optional<std::string> unclear(const rules::act::Undo& undo, bool is_of_one_game) {
    if (undo.stage.has_value() == undo.entry.has_value()) {
        return "must have either a stage or an entry";
    }
    if (undo.round && !undo.stage) return "a round is of a stage: name that too";
    if (undo.entry && !is_of_one_game) return "an entry is of the feed of one game: name the game";
    return std::nullopt;
}

// Whether nothing came of what was asked, and may come of it a moment later.
bool may_ask_again(std::string_view code) {
    using protocol::Refusal;
    const auto refusal = from_word<Refusal>(code);
    return refusal == Refusal::try_again || refusal == Refusal::no_writes ||
           refusal == Refusal::busy;
}

}  // namespace

// --- Connections.

void Session::received(ConnectionId connection, std::string_view text, std::int64_t now_ms) {
    const ClientNames names(scenario_);
    CollectedTexts texts([this](std::size_t count) { return world_.random_bytes(count); });
    auto message = protocol::read_client(text, json::Context{&names, &texts});
    const auto client = clients_.find(connection);
    if (!message) {
        refuse(connection, protocol::Refusal::malformed, message.error().id, message.error().path,
               message.error().what);
    } else if (auto* hello = get_if<protocol::client::Hello>(&*message)) {
        if (client != clients_.end()) {
            refuse(connection, protocol::Refusal::hello_first, std::nullopt);
        } else {
            receive(connection, std::move(*hello), now_ms);
        }
    } else if (client == clients_.end()) {
        refuse(connection, protocol::Refusal::hello_first, std::nullopt);
    } else {
        handle(connection, client->second, std::move(*message), std::move(texts).collected(),
               now_ms);
    }
    send_lobby();
}

std::optional<Client> Session::client_of(const protocol::client::Hello& hello,
                                         protocol::Refusal& refusal) {
    Client client;
    client.instance = hello.client;
    client.game = hello.game.value_or(0);
    client.role = protocol::Role::spectator;
    refusal = protocol::Refusal::wrong_token;
    if (hello.token) {
        const std::string hash = sha256_hex(*hello.token);
        if (equal_in_constant_time(hash, facilitator_hash_)) {
            client.role = protocol::Role::facilitator;
        } else if (equal_in_constant_time(hash, helper_hash_)) {
            client.role = protocol::Role::helper;
        } else {
            client.role = protocol::Role::player;
            for (Member& member : members_) {
                if (equal_in_constant_time(hash, member.token_hash)) client.member = &member;
            }
            if (client.member == nullptr) return std::nullopt;
            client.game = client.member->game;
        }
    }
    refusal = protocol::Refusal::no_such_game;
    if (client.game < 0 || client.game >= static_cast<int>(games_.size())) return std::nullopt;
    return client;
}

void Session::receive(ConnectionId connection, protocol::client::Hello hello,
                      std::int64_t now_ms) {
    if (hello.protocol != protocol::version) {
        return close(connection, protocol::Refusal::wrong_protocol);
    }
    if (hello.client.size() < 8 || hello.client.size() > 64) {
        return refuse(connection, protocol::Refusal::malformed, std::nullopt, "client",
                      "must be 8 to 64 characters");
    }
    auto refusal = protocol::Refusal::wrong_token;
    std::optional<Client> client = client_of(hello, refusal);
    if (!client) return close(connection, refusal);
    if (client->role == protocol::Role::spectator &&
        clients_.size() >= limits::spectators_max + members_.size()) {
        return close(connection, protocol::Refusal::too_many_connections);
    }
    const Client& known = clients_.emplace(connection, std::move(*client)).first->second;
    Game& game = *games_[static_cast<std::size_t>(known.game)];
    rules::Viewer viewer;
    viewer.facilitator = known.role == protocol::Role::facilitator;
    if (known.member != nullptr) {
        viewer.party = known.member->party;
        viewer.member = known.member->number;
    }
    const json::Context context{&scenario_, nullptr};
    game.submit(Attach{connection, viewer, hello.seen,
                       std::make_shared<const std::string>(protocol::write(
                           protocol::ServerMessage(welcome(known, now_ms)), context))},
                now_ms);
    log_presence(known, "is here");
    send(connection, lobby());
    if (known.member == nullptr) return;
    known.member->connections.insert(connection);
    presence_changed(*known.member, now_ms);
    for (const auto& [key, draft] : drafts_) {
        const auto& [of_game, party, region] = key;
        if (of_game != known.game || party != known.member->party) continue;
        send(connection,
             protocol::server::DraftShown{region, draft.by, texts_.words(draft.text)});
    }
}

protocol::server::Welcome Session::welcome(const Client& client, std::int64_t now_ms) const {
    const Game& game = *games_[static_cast<std::size_t>(client.game)];
    protocol::server::Welcome made;
    made.server_ms = now_ms;
    made.code = code_;
    made.language = language_;
    made.role = client.role;
    made.game = client.game;
    made.games = static_cast<int>(games_.size());
    made.scenario = scenario_info(scenario_, game.settings());
    if (client.member != nullptr) {
        made.party = client.member->party;
        made.member = client.member->number;
        made.brief = brief_info(scenario_, client.member->party);
        made.questions = question_infos(scenario_, false);
    }
    if (client.role == protocol::Role::facilitator || client.role == protocol::Role::helper) {
        made.guides = guide_infos(scenario_);
    }
    if (client.role == protocol::Role::facilitator) {
        made.events = event_infos(scenario_);
        made.questions = question_infos(scenario_, true);
    }
    return made;
}

void Session::closed(ConnectionId connection, std::int64_t now_ms) {
    const auto at = clients_.find(connection);
    if (at == clients_.end()) return;
    Client client = std::move(at->second);
    clients_.erase(at);
    log_presence(client, "is gone");
    games_[static_cast<std::size_t>(client.game)]->detach(connection);
    if (client.member != nullptr) {
        client.member->connections.erase(connection);
        presence_changed(*client.member, now_ms);
    }
    send_lobby();
}

// Ids only: who sits there, and what anybody said, is not for a log.
void Session::log_presence(const Client& client, std::string_view what) const {
    std::string who(to_word(client.role));
    if (client.member != nullptr) {
        who = "member " + std::to_string(client.member->number) + " at seat " +
              std::string(scenario_.name(client.member->party));
    }
    world_.log("session " + stream_ + ": " + who + " of game " + std::to_string(client.game) + ' ' +
               std::string(what));
}

void Session::presence_changed(Member& member, std::int64_t now_ms) {
    games_[static_cast<std::size_t>(member.game)]->submit(
        rules::World(rules::world::Presence{member.party, is_here(member.game, member.party)}),
        now_ms);
    send_team(member.game, member.party);
}

// --- Messages of those who said hello.

void Session::handle(ConnectionId connection, Client& client, protocol::ClientMessage message,
                     std::vector<store::StoredText> texts, std::int64_t now_ms) {
    if (const auto* ping = get_if<protocol::client::Ping>(&message)) {
        return send(connection, protocol::server::Pong{ping->at, now_ms});
    }
    std::optional<std::uint64_t> id;
    visit(
        [&](const auto& any) {
            if constexpr (requires { any.id; }) id = any.id;
        },
        message);
    Rate& rate = client.member != nullptr ? client.member->rate : client.rate;
    if (!rate.take(now_ms)) return refuse(connection, protocol::Refusal::too_fast, id);
    if (auto* act = get_if<protocol::client::Act>(&message)) {
        return handle_act(connection, client, std::move(*act), std::move(texts), now_ms);
    }
    Game& game = *games_[static_cast<std::size_t>(client.game)];
    if (game.stopped()) return refuse(connection, game.stopped_for(), id);
    if (game.inbox_full()) return refuse(connection, protocol::Refusal::busy, id);
    if (client.member == nullptr) return refuse(connection, protocol::Refusal::wrong_role, id);
    if (auto* command = get_if<protocol::client::Command>(&message)) {
        handle_command(connection, client, std::move(*command), std::move(texts), now_ms);
    } else if (auto* forecast = get_if<protocol::client::Forecast>(&message)) {
        game.submit(Ask{connection, client.member->party, std::move(*forecast)}, now_ms);
    } else if (auto* draft = get_if<protocol::client::Draft>(&message)) {
        handle_draft(connection, client, std::move(*draft), now_ms);
    } else if (auto* pen = get_if<protocol::client::Pen>(&message)) {
        handle_pen(connection, client, *pen, now_ms);
    }
}

// Of a team everybody reads, talks, answers and reflects; the rest is for who holds the pen.
bool Session::may_write(const Client& client, const rules::Command& command) const {
    const auto pen = pens_.find({client.game, client.member->party});
    if (pen == pens_.end() || pen->second == client.member->number) return true;
    return holds_alternative<rules::command::Say>(command) ||
           holds_alternative<rules::command::Help>(command) ||
           holds_alternative<rules::command::Ready>(command) ||
           holds_alternative<rules::command::Place>(command) ||
           holds_alternative<rules::command::Lesson>(command) ||
           holds_alternative<rules::command::Answer>(command);
}

void Session::handle_command(ConnectionId connection, Client& client,
                             protocol::client::Command command,
                             std::vector<store::StoredText> texts, std::int64_t now_ms) {
    if (!may_write(client, command.command)) {
        return refuse(connection, protocol::Refusal::no_pen, command.id);
    }
    games_[static_cast<std::size_t>(client.game)]->submit(
        Incoming{client.instance, command.id,
                 rules::SeatRequest{client.member->party, client.member->number,
                                    std::move(command.command)},
                 std::move(texts),
                 [this, connection, id = command.id](const AnswerCode& code) {
                     answer(connection, id, code);
                 }},
        now_ms);
}

void Session::handle_act(ConnectionId connection, Client& client, protocol::client::Act act,
                         std::vector<store::StoredText> texts, std::int64_t now_ms) {
    const bool helper = client.role == protocol::Role::helper;
    if (client.role != protocol::Role::facilitator && !helper) {
        return refuse(connection, protocol::Refusal::wrong_role, act.id);
    }
    const int count = static_cast<int>(games_.size());
    if (act.game && (*act.game < 0 || *act.game >= count)) {
        return refuse(connection, protocol::Refusal::no_such_game, act.id);
    }
    const auto* undo = get_if<rules::act::Undo>(&act.act);
    if (undo != nullptr && !helper) {
        if (auto what = unclear(*undo, act.game.has_value() || count == 1)) {
            protocol::server::RefusalInfo info{
                std::string(to_word(rules::Refusal::no_such_point)), "act", std::move(what)};
            return refuse(connection, std::move(info), act.id);
        }
    }
    // An act on all games is answered once, when all have stored it, with the first refusal if any
    // of them refuses; one after which the same may be asked again goes before all others.
    struct Whole {
        int waiting;
        AnswerCode code;
    };
    const auto whole = std::make_shared<Whole>(Whole{act.game ? 1 : count, {}});
    const Told told = [this, connection, id = act.id, whole](const AnswerCode& code) {
        const bool goes_before = may_ask_again(code) && !may_ask_again(whole->code);
        if (whole->code.empty() || goes_before) whole->code = code;
        if (--whole->waiting == 0) answer(connection, id, whole->code);
    };
    for (int at = 0; at < count; ++at) {
        if (act.game && *act.game != at) continue;
        games_[static_cast<std::size_t>(at)]->submit(
            Incoming{client.instance, act.id, rules::FacilitatorRequest{act.act, helper}, texts,
                     told},
            now_ms);
    }
}

void Session::handle_pen(ConnectionId connection, Client& client, protocol::client::Pen pen,
                         std::int64_t now_ms) {
    const Member& me = *client.member;
    const std::uint32_t to = pen.to.value_or(me.number);
    const bool known = std::any_of(members_.begin(), members_.end(), [&](const Member& member) {
        return member.number == to && member.game == me.game && member.party == me.party;
    });
    if (!known) return refuse(connection, protocol::Refusal::no_such_member, pen.id);
    append(session_event::PenGiven{me.game, std::string(scenario_.name(me.party)), to}, {}, now_ms,
           [this, connection, id = pen.id, game = me.game, party = me.party](bool done) {
               if (!done) return refuse(connection, protocol::Refusal::no_writes, id);
               send(connection, protocol::server::Answer{id, std::nullopt});
               send_team(game, party);
           });
}

void Session::handle_draft(ConnectionId connection, Client& client,
                           protocol::client::Draft draft, std::int64_t now_ms) {
    if (draft.text.size() > limits::draft_bytes_max) {
        return refuse(connection, protocol::Refusal::too_large, std::nullopt);
    }
    const Member& me = *client.member;
    CollectedTexts texts([this](std::size_t count) { return world_.random_bytes(count); });
    const TextRef text = texts.take(draft.text);
    append(session_event::Drafted{me.game, std::string(scenario_.name(me.party)),
                                  std::string(scenario_.name(draft.region)), me.number, text},
           std::move(texts).collected(), now_ms,
           [this, connection, draft, number = me.number, game = me.game,
            party = me.party](bool done) {
               if (!done) return refuse(connection, protocol::Refusal::no_writes, std::nullopt);
               for (const auto& [other, known] : clients_) {
                   if (other == connection || known.member == nullptr) continue;
                   if (known.game != game || known.member->party != party) continue;
                   send(other, protocol::server::DraftShown{draft.region, number, draft.text});
               }
           });
}

}  // namespace dealtafel::core
