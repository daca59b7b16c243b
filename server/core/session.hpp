// One session: its code, its games, and who may do what in it. Its own events (seats taken, pens,
// drafts) are lines of a stream of its own, stored before anybody hears of them.
#pragma once

#include "core/game.hpp"
#include "core/rate.hpp"
#include "core/session_lines.hpp"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace dealtafel::core {

// A player of a seat. Members count from 1 within a game.
struct Member {
    std::uint32_t number = 0;
    int game = 0;
    PartyId party;
    std::string token_hash;
    TextRef name;
    Rate rate;
    std::set<ConnectionId> connections;
};

// What a connection may do here, once it has said hello.
struct Client {
    protocol::Role role{};
    int game = 0;
    Member* member = nullptr;  // of a player
    std::string instance;      // the client's own name for itself
    Rate rate;                 // of a facilitator or helper
};

// What a session is made of.
struct SessionPlan {
    std::string code;
    std::string stream;
    std::string language;
    std::string facilitator_hash;
    std::string helper_hash;
    std::vector<std::string> game_streams;
    bool start_when_taken = false;
    bool same_draws = false;  // every game has the seed of the session
    rules::Settings settings;
    std::string program;
};

class Session final : public GameOwner {
public:
    using Stored = std::function<void(bool done)>;
    using FindOutbox = std::function<Outbox*(ConnectionId)>;
    using StreamAdded = std::function<void(const std::string& stream)>;

    // `stream_added` hears of streams that come to those of the beginning.
    Session(World& world, FindOutbox find_outbox, StreamAdded stream_added,
            std::shared_ptr<const ScenarioEntry> entry, std::string code, std::string stream);

    // Makes a new session; `stored` is called once all of it is stored.
    void begin(const SessionPlan& plan, std::int64_t now_ms, Stored stored);
    // Takes up a session from its own stream; what is wrong with it, or nothing.
    std::optional<std::string> restore(const StoredStream& own);
    // Takes up its games from theirs; what is wrong with any, which stops that game alone.
    std::vector<std::string> restore_games(const std::map<std::string, const StoredStream*>& games,
                                           std::int64_t now_ms);

    // A seat for a new member; `reply` is called once it is stored.
    void take_seat(const protocol::http::TakeSeat& wish, std::int64_t now_ms,
                   Reply<protocol::http::SeatTaken> reply);
    std::string info_json() const;
    void add_to(Figures& figures) const;

    void received(ConnectionId connection, std::string_view text, std::int64_t now_ms);
    void closed(ConnectionId connection, std::int64_t now_ms);
    // The result of an append of the session's own stream, or of one of its games.
    void appended(const std::string& stream, store::AppendResult result, std::int64_t now_ms);
    // What the store holds of one of those streams, read again after an append failed; what is
    // wrong with it, or nothing.
    std::optional<std::string> loaded(const std::string& stream,
                                      const std::optional<StoredStream>& held,
                                      std::int64_t now_ms);

    std::optional<std::int64_t> deadline() const;
    void tick(std::int64_t now_ms);

    const std::string& code() const { return code_; }
    std::vector<std::string> streams() const;
    // Whether its first lines are stored; before, nobody may know of it.
    bool is_stored() const { return beginning_ == 0; }
    // Whether a connection has said hello.
    bool knows(ConnectionId connection) const { return clients_.contains(connection); }

    Outbox* find_outbox(ConnectionId connection) override { return find_outbox_(connection); }
    void computed(const std::string& stream, std::int64_t now_ms) override;
    void course_changed() override { lobby_due_ = true; }
    void game_taken_up(Game& game, std::int64_t now_ms) override;
    void stream_added(const std::string& stream) override { stream_added_(stream); }

private:
    void make_games(const std::vector<std::string>& streams);
    std::optional<std::string> follow(const StoredStream& own);
    void begun(bool well);
    void load_own();
    Game* find_game(const std::string& stream);
    void start_when_due(Game& game, std::int64_t now_ms);
    bool is_here(int game, PartyId party) const;
    void append(const SessionEvent& event, std::vector<store::StoredText> texts,
                std::int64_t now_ms, Stored stored);
    void apply(std::uint64_t number, const SessionEvent& event);
    Member& add_member(const session_event::SeatTaken& taken);

    void receive(ConnectionId connection, protocol::client::Hello hello, std::int64_t now_ms);
    void handle(ConnectionId connection, Client& client, protocol::ClientMessage message,
                std::vector<store::StoredText> texts, std::int64_t now_ms);
    void handle_command(ConnectionId connection, Client& client,
                        protocol::client::Command command,
                        std::vector<store::StoredText> texts, std::int64_t now_ms);
    void handle_act(ConnectionId connection, Client& client, protocol::client::Act act,
                    std::vector<store::StoredText> texts, std::int64_t now_ms);
    void handle_pen(ConnectionId connection, Client& client, protocol::client::Pen pen,
                    std::int64_t now_ms);
    void handle_draft(ConnectionId connection, Client& client, protocol::client::Draft draft,
                      std::int64_t now_ms);
    std::optional<Client> client_of(const protocol::client::Hello& hello,
                                    protocol::Refusal& refusal);
    protocol::server::Welcome welcome(const Client& client, std::int64_t now_ms) const;
    bool may_write(const Client& client, const rules::Command& command) const;

    void send(ConnectionId connection, const protocol::ServerMessage& message);
    void answer(ConnectionId connection, std::uint64_t id, const AnswerCode& code);
    void refuse(ConnectionId connection, protocol::Refusal refusal, std::optional<std::uint64_t> id,
                std::optional<std::string> path = {}, std::optional<std::string> what = {});
    void refuse(ConnectionId connection, protocol::server::RefusalInfo info,
                std::optional<std::uint64_t> id);
    void close(ConnectionId connection, protocol::Refusal refusal);
    protocol::server::Lobby lobby() const;
    void send_lobby();
    void send_team(int game, PartyId party);
    std::vector<std::string> names_at(int game, PartyId party) const;
    std::vector<std::uint32_t> numbers_at(int game, PartyId party) const;
    void presence_changed(Member& member, std::int64_t now_ms);
    void log_presence(const Client& client, std::string_view what) const;

    World& world_;
    FindOutbox find_outbox_;
    StreamAdded stream_added_;
    std::shared_ptr<const ScenarioEntry> entry_;
    const Scenario& scenario_;
    std::string code_;
    std::string stream_;
    std::uint64_t epoch_ = 0;
    std::string language_;
    std::string facilitator_hash_;
    std::string helper_hash_;
    bool start_when_taken_ = false;
    record::Chain chain_;
    TextTable texts_;
    std::deque<Stored> own_appends_;  // what waits for the session's own stream
    std::uint64_t applied_ = 0;       // the number of its last line that is known here
    enum class Own {
        good,
        loads,  // is read again, as something could not be stored
        lost    // could not be read: the next request tries again
    };
    Own own_ = Own::good;
    std::vector<std::unique_ptr<Game>> games_;
    Stored begun_;                     // waits for the first append of all streams
    std::size_t beginning_ = 0;        // how many of those are under way
    bool begins_well_ = true;
    std::deque<Member> members_;       // stable addresses
    std::uint32_t members_made_ = 0;   // numbers are never given twice
    std::map<std::pair<int, PartyId>, std::uint32_t> pens_;
    struct DraftKept {
        std::uint32_t by = 0;
        TextRef text;
    };
    std::map<std::tuple<int, PartyId, RegionId>, DraftKept> drafts_;
    std::map<ConnectionId, Client> clients_;
    bool lobby_due_ = false;
    std::string last_lobby_;
    std::uint64_t done_ = 0;  // answers since the server started
    std::uint64_t refused_ = 0;
};

}  // namespace dealtafel::core
