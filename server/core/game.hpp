// One game on the server: its state, its inbox, its record and its readers. Commands wait in the
// inbox, are decided in order while nothing is being stored, and nobody is shown or told anything
// of them before they are stored. Where they cannot be stored, all in memory is thrown away and
// read again from the store, as when the server starts.
#pragma once

#include "base/variant.hpp"
#include "bots/bot.hpp"
#include "core/answers.hpp"
#include "core/branching.hpp"
#include "core/feeds.hpp"
#include "core/hub.hpp"
#include "core/texts.hpp"
#include "record/reader.hpp"
#include "record/writer.hpp"
#include "rules/game.hpp"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dealtafel::core {

class Game;

// What a game asks of the session that it belongs to.
class GameOwner {
public:
    virtual ~GameOwner() = default;
    virtual Outbox* find_outbox(ConnectionId connection) = 0;
    // What is public of the game's course changed: who plays, or the stage.
    virtual void course_changed() = 0;
    // What was computed for a game is there: it is passed on to the game, if it is still there.
    virtual void computed(const std::string& stream, std::int64_t now_ms) = 0;
    // The game was read from the store, which may lack what the session knows: who holds which
    // seat and who is there are submitted anew.
    virtual void game_taken_up(Game& game, std::int64_t now_ms) = 0;
    // The game goes on in another stream, whose appends are the session's too.
    virtual void stream_added(const std::string& stream) = 0;
};

// Tells whoever asked what became of a request; empty where nobody wants to know.
using Told = std::function<void(const AnswerCode& code)>;

// A seat's command or a facilitator's act, with the client instance whose it is.
struct Incoming {
    std::string client;
    std::uint64_t id = 0;
    variant<rules::SeatRequest, rules::FacilitatorRequest> request;
    std::vector<store::StoredText> texts;
    Told told;
    bool is_outdated = false;  // the game went back, and whoever sent this did not know yet
};

// A connection that wants to follow the game, from beyond an item that it has.
struct Attach {
    ConnectionId connection = 0;
    rules::Viewer viewer;
    std::uint64_t seen = 0;
    SharedText welcome;
};

struct Ask {
    ConnectionId connection = 0;
    PartyId party;
    protocol::client::Forecast forecast;
    bool is_outdated = false;  // as of an Incoming
};

// What everybody may know of a game's course, as it is stored.
struct Course {
    Stage stage{};
    int round = 0;
    std::vector<rules::Presence> presence;  // by party number
};

class Game {
public:
    struct Place {
        std::string stream;
        std::uint64_t epoch = 0;
    };
    // A new game; its header is stored with the first append, which `begin` makes.
    Game(World& world, GameOwner& owner, Place place, const ScenarioEntry& entry,
         std::string language);

    void begin(const record::Header& header, std::int64_t now_ms);
    // Takes up a game from its record, or from the last branch of it; what is wrong with it, or
    // nothing.
    std::optional<std::string> restore(const std::map<std::string, const StoredStream*>& streams,
                                       std::int64_t now_ms);

    void submit(Incoming incoming, std::int64_t now_ms);
    void submit(rules::World world, std::int64_t now_ms);
    void submit(Attach attach, std::int64_t now_ms);
    void submit(Ask ask, std::int64_t now_ms);
    void detach(ConnectionId connection);

    // The result of the append that is under way.
    void appended(store::AppendResult result, std::int64_t now_ms);
    // What the world was asked to compute is there.
    void computed(std::int64_t now_ms);
    // What the store holds of a game whose append failed; nothing where it cannot be read. Returns
    // what is wrong with it, which stops the game, or nothing.
    std::optional<std::string> loaded(const std::optional<StoredStream>& held,
                                      std::int64_t now_ms);

    std::optional<std::int64_t> deadline() const;
    void tick(std::int64_t now_ms);

    const Course& course() const { return course_; }
    const rules::Settings& settings() const { return state_.settings; }
    const std::string& stream() const { return place_.stream; }
    // Whether appends of a stream are this game's: its own, or the one in which it is to go on.
    bool owns(const std::string& stream) const;
    bool stopped() const { return doing_ == Doing::nothing; }
    protocol::Refusal stopped_for() const { return stopped_for_; }
    bool inbox_full() const;
    // How many requests are not decided yet.
    std::size_t waiting() const { return inbox_.size(); }

private:
    // What a bot does when it is asked.
    struct BotTurn {
        PartyId party;
        bots::Turn turn;
        std::vector<store::StoredText> texts;
    };
    // A request that was decided, and what its client is told once that is stored.
    struct Answered {
        std::string client;
        std::uint64_t id = 0;
        AnswerCode code;
        Told told;
    };
    using Waiting = variant<Incoming, rules::World, Attach, Ask, BotTurn, Answered>;

    // What is to be stored, and what is to be told once it is.
    struct Batch {
        std::int64_t at_ms = 0;
        std::uint64_t first = 0;  // the number of the first line
        std::vector<std::string> lines;
        std::vector<store::StoredText> texts;
        std::vector<Answered> answers;
        std::vector<Ask> asks;
        std::vector<Attach> attaches;
        bool course_changed = false;
    };
    enum class Doing {
        plays,
        loads,   // waits for what the store holds
        goes_back,  // to an earlier point: waits until it stands there
        rests,   // shows what the store holds, until it is tried again to store more
        nothing  // was stopped
    };
    struct BotSeat {
        std::unique_ptr<bots::Bot> bot;
        std::optional<std::int64_t> due_ms;
    };

    // What a game knows beside its state, and what none of its going back takes from it.
    using Stages = std::map<std::pair<int, Stage>, Point>;  // by round: just after each began
    struct Past {
        Feeds::AllTold told;
        Answers answers;
        Stages stages;
    };
    // On its way back.
    struct GoingBack {
        Point point;
        std::string stream;  // of the branch
        std::string client;  // whose act it is
        std::uint64_t id = 0;
        Told told;
        std::shared_ptr<Branched> made;  // once it is worked out
        std::uint64_t to_line = 0;
        store::Append ending;  // of the record that it leaves
        Past past;             // once it is there
        bool branch_stored = false;
    };
    // That the record that was read ends by naming its branch, and by whose act.
    struct WentBack {
        record::note::WentBack note;
        std::string client;
    };

    void seat_bots(std::vector<std::unique_ptr<bots::Bot>> made);
    std::optional<std::string> read_to_last_branch(
        const std::map<std::string, const StoredStream*>& streams);
    std::optional<std::string> read(const StoredStream& stream);
    std::optional<std::string> read_again(const std::optional<StoredStream>& held,
                                          std::int64_t now_ms);
    void fold(const record::Record& record);
    void remember_answer(const record::Origin& origin, const AnswerCode& code);
    void take_up(std::int64_t now_ms);
    void discard(Batch failed, store::AppendResult result);
    void ask_again(Batch& batch);
    void show_at_rest(std::int64_t now_ms);
    void stop(protocol::Refusal refusal);
    void turn_away();

    static const rules::act::Undo* undo_in(const Incoming& incoming);
    static const rules::act::Undo* undo_in(const Waiting& waiting);
    std::optional<protocol::Refusal> refuses(const Incoming& incoming) const;
    std::optional<Point> point_of(const rules::act::Undo& undo) const;
    bool begin_going_back();
    void branch(const std::optional<StoredStream>& held, std::int64_t now_ms);
    void branched(std::int64_t now_ms);
    void store_branch(Branched made, std::int64_t now_ms);
    bool has_gone_back(Batch& batch);
    void outdate_waiting(const std::string& client);
    void forget_beyond(std::uint64_t line);
    void follow(const record::note::WentBack& back);

    void contain(const std::function<void()>& work);
    void fail(std::string_view what);
    void pump(std::int64_t now_ms);
    void decide(Batch& batch, std::int64_t now_ms);
    Batch next_batch(std::int64_t now_ms) const;
    void store(Batch batch);
    void process(Incoming& incoming, std::int64_t now_ms, Batch& batch);
    void process(rules::World& world, std::int64_t now_ms, Batch& batch);
    void process(Attach& attach, std::int64_t now_ms, Batch& batch);
    void process(Ask& ask, std::int64_t now_ms, Batch& batch);
    void process(BotTurn& move, std::int64_t now_ms, Batch& batch);
    void process(Answered& answered, std::int64_t now_ms, Batch& batch);
    std::optional<rules::Refusal> take_step(const rules::Request& request,
                                            const record::Origin& origin,
                                            std::vector<store::StoredText> texts, Batch& batch);
    protocol::server::ForecastAnswer forecast(const Ask& ask) const;
    void note_stages(std::span<const rules::Event> events, Point after);
    void publish(Batch batch);
    void push_feed();
    void push_views();
    void note_course();
    void wake_bots(std::int64_t now_ms);
    void play_bot(PartyId party, std::int64_t now_ms);

    World& world_;
    GameOwner& owner_;
    Place place_;
    const ScenarioEntry& entry_;
    const Scenario& scenario_;
    std::string language_;
    rules::State state_;
    Course course_;
    record::Writer writer_;
    TextTable texts_;
    Feeds feeds_;
    Answers answers_;
    Stages stages_;
    Past inherited_;  // what the game knew when it last went back
    std::size_t branches_ = 0;  // how often it went back
    std::optional<GoingBack> going_back_;
    std::optional<WentBack> branch_;        // that the record just read names at its end
    std::optional<std::string> unheard_of_;  // whose act took it back, where nobody was told yet
    std::deque<Waiting> inbox_;
    std::optional<Batch> in_flight_;
    std::vector<BotSeat> bots_;
    struct Reader {
        rules::Viewer viewer;
        std::uint64_t sent = 0;  // the number of the last item in its outbox
        bool has_view = false;
    };
    std::map<ConnectionId, Reader> readers_;
    std::map<rules::Viewer, SharedText> views_;  // the last that was sent
    Doing doing_ = Doing::plays;
    int failures_ = 0;                  // of appends, one after the other
    std::int64_t stands_since_ms_ = 0;  // when the clock stopped, where it is to be set right
    std::int64_t rests_until_ms_ = 0;
    protocol::Refusal stopped_for_ = protocol::Refusal::no_writes;
};

}  // namespace dealtafel::core
