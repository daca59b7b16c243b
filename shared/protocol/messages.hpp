// The messages between a client and the server, one JSON object each, named by `type`.
// docs/protocol.md describes them; their JSON Schemas come from these structs.
#pragma once

#include "base/variant.hpp"
#include "protocol/refusal.hpp"
#include "rules/bands.hpp"
#include "rules/feed.hpp"
#include "rules/refusal.hpp"
#include "rules/view.hpp"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace dealtafel::protocol {

inline constexpr int version = 1;

namespace client {

// The first message of a connection. Without a token the client is a spectator of a game.
struct Hello {
    static constexpr std::string_view type = "hello";
    int protocol = 0;
    std::string client;              // 8 to 64 characters that the client made for itself
    std::optional<std::string> token;
    std::optional<int> game;         // of a spectator or facilitator, from 0; absent: 0
    std::uint64_t seen = 0;          // number of the last feed item that it holds, 0 for none
};
// A command of the seat that the token stands for. `id` grows within a client instance; one that
// was seen before gets the answer that it got.
struct Command {
    static constexpr std::string_view type = "command";
    std::uint64_t id = 0;
    rules::Command command;
};
// An act of the facilitator or a helper, on one game or on all of the session.
struct Act {
    static constexpr std::string_view type = "act";
    std::uint64_t id = 0;
    std::optional<int> game;  // absent: all games
    rules::Act act;
};
// A question for the forecast in bands of a version or of a text that nobody sees.
struct Forecast {
    static constexpr std::string_view type = "forecast";
    std::uint64_t id = 0;
    RegionId region;
    std::optional<int> version;
    std::optional<rules::Deal> deal;
};
// The proposal that a team works on; the others of the seat get it.
struct Draft {
    static constexpr std::string_view type = "draft";
    RegionId region;
    std::string text;  // at most 16 KiB, a deal as the client keeps it
};
// Takes the pen of the seat, or gives it to a member.
struct Pen {
    static constexpr std::string_view type = "pen";
    std::uint64_t id = 0;
    std::optional<std::uint32_t> to;  // absent: to me
};
struct Ping {
    static constexpr std::string_view type = "ping";
    std::int64_t at = 0;  // whatever the client wants back
};

}  // namespace client

using ClientMessage = variant<client::Hello, client::Command, client::Act, client::Forecast,
                                   client::Draft, client::Pen, client::Ping>;

enum class Role { player, facilitator, helper, spectator };
BOOST_DESCRIBE_ENUM(Role, player, facilitator, helper, spectator)

// What is public of a scenario and does not change during a game.
struct ThemeInfo {
    ThemeId id;
    Text title;
    Horizon horizon{};
};
struct RegionInfo {
    RegionId id;
    Text title;
    std::vector<Point> outline;
    std::optional<PartyId> lead;
};
struct PartyInfo {
    PartyId id;
    PartyKind kind{};
    Text title;
    Text short_title;  // empty: use the title
    std::optional<RegionId> region;
    Scale level{};
    bool required = false;
    bool lead = false;
    Text public_face;
    IdSet<CapabilityId> capabilities;
};
struct PartnershipInfo {
    PartnershipId id;
    Text title;
    IdSet<PartyId> members;
    double tie = 0;
    IdSet<ThemeId> purpose;
};
// What a party can bring; where the scenario gives it no title, the id is shown.
struct CapabilityInfo {
    CapabilityId id;
    Text title;
};
// The numbers of the rules that a player may reckon with.
struct RuleInfo {
    int rounds = 0;
    int agenda_slots = 0;
    int agenda_votes = 0;
    double agenda_support = 0;
    double ambition_default = 0;
    int demands_max = 0;
    int forecast_exact = 0;
    int last_call_seconds = 0;
    int partnership_form_from = 0;
    double cofinancing_min = 0;
    double centre_share_min = 0;
    Money line_min;
    int conditions_max = 0;
    std::optional<Money> tranche_budget;  // with selection: for all regions together
    rules::ForecastMode forecast{};
    int grace_seconds = 0;
    rules::DropOut drop_out{};  // what happens when the people of a seat are gone for longer
};
struct GuideInfo {
    Stage stage{};
    Text say;
    Text ask;
};
// An event that the facilitator can let happen.
struct EventInfo {
    EventId id;
    Text title;
    Text text;
    Stage phase{};
    std::optional<int> round;
    double chance = 0;
    bool once = true;
};
// A question of the scenario, for whoever answers it and for the facilitator.
struct QuestionInfo {
    QuestionId id;
    QuestionWhen when{};
    QuestionKind kind{};
    std::optional<int> low;   // of a scale
    std::optional<int> high;
    Text text;
    std::vector<Text> options;
    std::optional<std::vector<int>> correct;  // for the facilitator alone
};
struct ScenarioInfo {
    std::string id;
    Text title;
    Text summary;
    std::vector<std::string> languages;
    std::vector<std::string> sources;
    std::vector<ThemeInfo> themes;    // in the order of the file
    std::vector<RegionInfo> regions;
    std::vector<PartyInfo> parties;   // in the order of display
    std::vector<CapabilityInfo> capabilities;
    std::vector<PartnershipInfo> partnerships;
    RuleInfo rules;
};

struct BriefInfo {
    Text brief;
    rules::WantsView wants;
};

// A player of a seat; `number` counts within the game.
struct MemberInfo {
    std::uint32_t number = 0;
    std::string name;
    bool here = false;
};

namespace server {

// The answer to a hello.
struct Welcome {
    static constexpr std::string_view type = "welcome";
    int protocol = version;
    std::int64_t server_ms = 0;
    std::string code;
    std::string language;
    Role role{};
    int game = 0;
    int games = 1;
    std::optional<PartyId> party;
    std::optional<std::uint32_t> member;
    ScenarioInfo scenario;
    std::optional<BriefInfo> brief;
    std::vector<GuideInfo> guides;  // for the facilitator and helpers
    std::vector<EventInfo> events;  // for the facilitator alone
    std::vector<QuestionInfo> questions;  // for players and the facilitator
};
// A feed item, and the server's time at which it happened.
struct FeedEntry {
    std::int64_t at_ms = 0;
    rules::FeedItem item;
};
// What a game looks like and what happened: `number` is that of the first entry of `feed`, counted
// for this reader alone; the view, if there is one, rests on all entries so far.
struct Frame {
    static constexpr std::string_view type = "frame";
    std::uint64_t number = 1;
    std::vector<FeedEntry> feed;
    std::optional<rules::GameView> view;
};
// Why a message was refused. The code is a word of rules::Refusal or protocol::Refusal, with a text
// for people under `refusal.<code>` in the message files.
struct RefusalInfo {
    std::string code;
    std::optional<std::string> path;  // where in the message
    std::optional<std::string> what;  // what is wrong there, for programmers
};
// The answer to a command, an act or a pen: done where there is no refusal.
struct Answer {
    static constexpr std::string_view type = "answer";
    std::uint64_t id = 0;
    std::optional<RefusalInfo> refusal;
};
// The refusal of a message that carries no usable id.
struct Refused {
    static constexpr std::string_view type = "refused";
    RefusalInfo refusal;
};
struct ForecastAnswer {
    static constexpr std::string_view type = "forecast";
    std::uint64_t id = 0;
    std::optional<rules::Bands> bands;         // absent too where the session gives no forecast
    std::optional<rules::Positions> tension;   // where the text would stand; public facts alone
    std::vector<rules::Problem> problems;      // where there are any, neither of the two is there
    std::optional<RefusalInfo> refusal;
};
// A team mate's draft, or the last one at a hello.
struct DraftShown {
    static constexpr std::string_view type = "draft";
    RegionId region;
    std::uint32_t by = 0;
    std::string text;
};
// Who holds a seat together, and who of them has the pen.
struct Team {
    static constexpr std::string_view type = "team";
    std::vector<MemberInfo> members;
    std::optional<std::uint32_t> pen;
};
struct LobbySeat {
    PartyId party;
    std::vector<std::string> names;
    rules::Presence presence{};
    std::vector<std::uint32_t> members = {};  // their numbers, in the order of the names
};
struct LobbyGame {
    int game = 0;
    Stage stage{};
    int round = 0;
    std::vector<LobbySeat> seats;
};
// Who sits where in all games of the session, for everybody.
struct Lobby {
    static constexpr std::string_view type = "lobby";
    std::vector<LobbyGame> games;
};
struct Pong {
    static constexpr std::string_view type = "pong";
    std::int64_t at = 0;
    std::int64_t server_ms = 0;
};
// The server ends the connection, and says why.
struct Bye {
    static constexpr std::string_view type = "bye";
    std::string code;
};

}  // namespace server

using ServerMessage =
    variant<server::Welcome, server::Frame, server::Answer, server::Refused,
                 server::ForecastAnswer, server::DraftShown, server::Team, server::Lobby,
                 server::Pong, server::Bye>;

// Bodies of the HTTP interface.
namespace http {

struct CreateSession {
    std::string scenario;
    std::optional<std::string> language;      // default: the scenario's first
    std::optional<int> games;                 // default 1
    std::optional<int> rounds;                // default: the scenario's
    std::optional<std::vector<rules::PhaseLength>> phases;
    std::optional<rules::ForecastMode> forecast;
    std::optional<int> grace_seconds;
    std::optional<std::uint64_t> seed;        // default: random
    std::optional<bool> start_when_taken;     // each game begins when its first seat is taken
    std::optional<std::string> treatment;     // of the scenario; what it sets is not set here too
    std::optional<rules::DropOut> drop_out;       // default: bot
    std::optional<rules::EmptySeats> empty_seats; // default: bot
    std::optional<bool> same_draws;           // all games have the session's own seed
    std::optional<bool> second_look;          // default: true, or false under a treatment
};
struct SessionCreated {
    std::string code;
    std::string facilitator_token;
    std::string helper_token;
};
struct SeatInfo {
    PartyId party;
    std::vector<std::string> names;
};
struct GameSeats {
    int game = 0;
    Stage stage{};
    std::vector<SeatInfo> seats;
};
// What anybody with the code may know before taking a seat.
struct SessionInfo {
    std::string code;
    std::string language;
    ScenarioInfo scenario;
    std::vector<GameSeats> games;
};
struct TakeSeat {
    std::optional<int> game;  // absent: the fullest game that still has this seat free
    std::string party;
    std::string name;
};
struct SeatTaken {
    std::string token;
    int game = 0;
    std::string party;
    std::uint32_t member = 0;
};
struct TreatmentSummary {
    std::string id;
    Text title;
    std::vector<std::string> sets;  // members of CreateSession that it sets, as "forecast"
};
struct ScenarioSummary {
    std::string id;
    Text title;
    Text summary;
    std::vector<std::string> languages;
    int minutes = 0;
    int rounds = 0;
    int seats = 0;
    std::vector<TreatmentSummary> treatments;
};
struct Scenarios {
    std::vector<ScenarioSummary> scenarios;
};
struct Health {
    std::string status;  // "ok", or "no-writes" where the store takes nothing more
    std::string version;
    int sessions = 0;
};
struct HttpError {
    server::RefusalInfo refusal;
};

}  // namespace http

}  // namespace dealtafel::protocol
