// What a seat, the facilitator and the clock may ask of a game: the tables of commands in
// section 2 of docs/rules.md. The seat is never in a command: it comes with the request.
#pragma once

#include "base/variant.hpp"
#include "rules/deal.hpp"
#include "rules/proposal.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dealtafel::rules {

// A position that the centre states on one tension, with one sentence.
struct Stated {
    double value = 0;  // -1, -0.5, 0, 0.5 or 1
    TextRef sentence;
    bool operator==(const Stated&) const = default;
};

struct StatedPositions {
    std::optional<Stated> partnership;
    std::optional<Stated> steering;
    std::optional<Stated> hierarchy;
    bool operator==(const StatedPositions&) const = default;
};

// A national challenge that the centre demands of a region.
struct Demanded {
    RegionId region;
    ChallengeId challenge;
    bool operator==(const Demanded&) const = default;
};

// What of a deal keeps a seat from signing: one of its terms, or one of its lines.
enum class Obstacle {
    form,
    conditions,
    accountability,
    information,
    powers,
    coordination,
    review,
    money,
    line
};
BOOST_DESCRIBE_ENUM(Obstacle, form, conditions, accountability, information, powers, coordination,
                    review, money, line)

// Who hears what is said.
enum class Audience { all, table, parties, facilitator };
BOOST_DESCRIBE_ENUM(Audience, all, table, parties, facilitator)

namespace command {

struct Publish {
    static constexpr std::string_view type = "publish";
    StatedPositions stated;
    std::vector<Demanded> demands;
    std::optional<Weights> weights;  // only with selection
};
struct Ambition {
    static constexpr std::string_view type = "ambition";
    RegionId region;
    ThemeId theme;
    int value = 0;
};
struct Support {
    static constexpr std::string_view type = "support";
    ChallengeId challenge;
};
struct Unsupport {
    static constexpr std::string_view type = "unsupport";
    ChallengeId challenge;
};
struct Invite {
    static constexpr std::string_view type = "invite";
    RegionId region;
    PartyId party;
};
struct WithdrawInvitation {
    static constexpr std::string_view type = "withdraw-invitation";
    RegionId region;
    PartyId party;
};
struct Accept {
    static constexpr std::string_view type = "accept";
    RegionId region;
};
struct Decline {
    static constexpr std::string_view type = "decline";
    RegionId region;
};
struct Knock {
    static constexpr std::string_view type = "knock";
    RegionId region;
    TextRef sentence;
};
struct Share {
    static constexpr std::string_view type = "share";
    ChallengeId challenge;
    IdSet<PartyId> with;
};
// Money that a party means to bring in, for all at the table to see; it binds nobody.
struct Pledge {
    static constexpr std::string_view type = "pledge";
    RegionId region;
    Money amount;
};
struct Submit {
    static constexpr std::string_view type = "submit";
    RegionId region;
    IdSet<ChallengeId> challenges;
    IdSet<PartyId> partners;
    Money asked;
    TextRef pitch;
};
// The centre selects a proposal, or rejects it.
struct Decide {
    static constexpr std::string_view type = "decide";
    RegionId region;
    bool selected = false;
    TextRef motivation;
};
struct Amend {
    static constexpr std::string_view type = "amend";
    RegionId region;
    int base = 0;
    Deal deal;
};
struct Back {
    static constexpr std::string_view type = "back";
    RegionId region;
    int version = 0;  // 0 backs none
};
struct Put {
    static constexpr std::string_view type = "put";
    RegionId region;
    int version = 0;
};
struct Stance {
    static constexpr std::string_view type = "stance";
    RegionId region;
    bool could_sign = false;
    std::optional<Obstacle> obstacle;
    std::optional<ChallengeId> challenge;  // where the obstacle is a line
};
struct Sign {
    static constexpr std::string_view type = "sign";
    RegionId region;
    int version = 0;
};
struct Unsign {
    static constexpr std::string_view type = "unsign";
    RegionId region;
};
struct WalkAway {
    static constexpr std::string_view type = "walk-away";
    RegionId region;
};
struct Stay {
    static constexpr std::string_view type = "stay";
    RegionId region;
};
struct Demand {
    static constexpr std::string_view type = "demand";
    RegionId region;
    ChallengeId challenge;
};
// An exact forecast of a version, or of a deal that is nobody's version yet.
struct Look {
    static constexpr std::string_view type = "look";
    RegionId region;
    std::optional<int> version;
    std::optional<Deal> deal;
};
// A side agreement for two at a table: a text, and an amount that one of the two pays the other.
struct OfferSide {
    static constexpr std::string_view type = "offer-side";
    RegionId region;
    PartyId party;  // to whom
    PartyId payer;  // one of the two
    Money amount;   // 0: the text alone
    TextRef text;
};
struct WithdrawSide {
    static constexpr std::string_view type = "withdraw-side";
    RegionId region;
    PartyId party;   // the other of the two
    int number = 0;  // of these two, at this table
};
struct AcceptSide {
    static constexpr std::string_view type = "accept-side";
    RegionId region;
    PartyId party;
    int number = 0;
};
// It is undone when both want that.
struct UndoSide {
    static constexpr std::string_view type = "undo-side";
    RegionId region;
    PartyId party;
    int number = 0;
    bool undo = true;  // false takes the wish back
};
struct Rate {
    static constexpr std::string_view type = "rate";
    PartyId party;
    int rating = 0;  // 1..5
};
struct Motivate {
    static constexpr std::string_view type = "motivate";
    TextRef sentence;
};
// The centre keeps back a part of its money from a region's next deal.
struct Withhold {
    static constexpr std::string_view type = "withhold";
    RegionId region;
    int percent = 0;  // 0..20
};
// Where a player places the round on the three tensions.
struct Place {
    static constexpr std::string_view type = "place";
    double partnership = 0;
    double steering = 0;
    double hierarchy = 0;
};
struct Lesson {
    static constexpr std::string_view type = "lesson";
    TextRef text;
};
// A player's answer to a question of the scenario: a place on its scale, an option (from 0) of its
// choice, or a text.
struct Answer {
    static constexpr std::string_view type = "answer";
    QuestionId question;
    std::optional<int> value;
    std::optional<TextRef> text;
};
struct Say {
    static constexpr std::string_view type = "say";
    Audience to{};
    std::optional<RegionId> region;          // of the table
    std::optional<IdSet<PartyId>> parties;   // to whom in private
    TextRef text;
};
struct Ready {
    static constexpr std::string_view type = "ready";
    bool ready = true;
};
struct Help {
    static constexpr std::string_view type = "help";
    TextRef text;
};

}  // namespace command

// What a seat may ask.
using Command = variant<
    command::Publish, command::Ambition, command::Support, command::Unsupport, command::Invite,
    command::WithdrawInvitation, command::Accept, command::Decline, command::Knock, command::Share,
    command::Pledge, command::Submit, command::Decide, command::Amend, command::Back, command::Put,
    command::Stance, command::Sign, command::Unsign, command::WalkAway, command::Stay,
    command::Demand, command::Look, command::OfferSide, command::WithdrawSide, command::AcceptSide,
    command::UndoSide, command::Rate, command::Motivate, command::Withhold, command::Place,
    command::Lesson, command::Answer, command::Say, command::Ready, command::Help>;

namespace act {

struct Start {
    static constexpr std::string_view type = "start";
};
struct Pause {
    static constexpr std::string_view type = "pause";
};
struct Resume {
    static constexpr std::string_view type = "resume";
};
struct Extend {
    static constexpr std::string_view type = "extend";
    int seconds = 0;  // 1..3600
};
struct Skip {
    static constexpr std::string_view type = "skip";
};
struct Announce {
    static constexpr std::string_view type = "announce";
    TextRef text;
};
struct Note {
    static constexpr std::string_view type = "note";
    TextRef text;
};
struct AnswerHelp {
    static constexpr std::string_view type = "answer-help";
    PartyId party;
    TextRef text;
};
// Gives a seat to a bot, or back to its people.
struct Replace {
    static constexpr std::string_view type = "replace";
    PartyId party;
    bool by_bot = true;
};
// Makes an event of the scenario happen now.
struct Inject {
    static constexpr std::string_view type = "inject";
    EventId event;
};
// Goes back to an earlier point of the game, from which it goes on as a branch: to the beginning
// of a stage, or to just before an entry of the facilitator's own feed. One of the two.
struct Undo {
    static constexpr std::string_view type = "undo";
    std::optional<Stage> stage;
    std::optional<int> round;            // of the stage; absent: the last time that it began
    std::optional<std::uint64_t> entry;  // its number
};
struct End {
    static constexpr std::string_view type = "end";
};

}  // namespace act

// What the facilitator may do.
using Act = variant<act::Start, act::Pause, act::Resume, act::Extend, act::Skip, act::Announce,
                         act::Note, act::AnswerHelp, act::Replace, act::Inject, act::Undo,
                         act::End>;

// What the server tells a game about the world outside it.
namespace world {

// Time has come to look whether anything is due.
struct Tick {};
// People took the seat of a party, or its last member left it for good.
struct Held {
    PartyId party;
    bool by_people = false;
};
// The people of a seat are connected, or none of them is.
struct Presence {
    PartyId party;
    bool present = false;
};
// The server was down for so long.
struct Restart {
    std::int64_t down_ms = 0;
};
// The game stands again as it stood so long ago.
struct GoBack {
    std::int64_t back_ms = 0;
};

}  // namespace world

using World =
    variant<world::Tick, world::Held, world::Presence, world::Restart, world::GoBack>;

// A command with what a client may not say: whose it is, and when.
struct SeatRequest {
    PartyId party;
    std::uint32_t member = 0;  // a player of the seat, 0 for a bot
    Command command;
};
struct FacilitatorRequest {
    Act act;
    bool helper = false;
};
struct WorldRequest {
    World world;
};

struct Request {
    std::int64_t at_ms = 0;  // wall time, never before that of the request before
    variant<SeatRequest, FacilitatorRequest, WorldRequest> what;
};

}  // namespace dealtafel::rules
