// What a seat, the facilitator or the public may see of a game now: section 7 of docs/rules.md.
// A view is built up from what its reader may see, never cut down from the truth; it changes only
// by events, and it does not grow with the length of the game.
#pragma once

#include "rules/events.hpp"
#include "rules/state.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dealtafel::rules {

// Who looks: a seat, or without one the public, or the facilitator (a helper sees the public view).
// All of a seat see the same, but for what each player answered.
struct Viewer {
    std::optional<PartyId> party;
    bool facilitator = false;
    std::uint32_t member = 0;  // the player of the seat, 0 for a bot
    auto operator<=>(const Viewer&) const = default;
};

enum class Presence { bot, here, away, vacant };
BOOST_DESCRIBE_ENUM(Presence, bot, here, away, vacant)

struct PartyView {
    Presence presence{};
    bool stand_in = false;  // a bot plays for people who can come back
    std::optional<std::int64_t> grace_ends_ms;
    Money budget;
};

struct PairView {
    PartyId a;
    PartyId b;
    double trust = 0;
    double tie = 0;
};

struct ClockView {
    bool running = false;
    std::int64_t anchor_wall_ms = 0;
    std::int64_t anchor_play_ms = 0;
};

enum class NegotiationStatus { none_, open, concluded, ended };
BOOST_DESCRIBE_ENUM(NegotiationStatus, none_, open, concluded, ended)

// What is public of a version that can be signed.
struct SignableView {
    int version = 0;
    Money money;  // of all parties together
    Positions tension;
    IdSet<PartyId> needed;
    IdSet<PartyId> signatures;
};

struct ConcludedView {
    int version = 0;
    Deal deal;
    Positions tension;
    std::optional<Positions> practised;  // after the audit, once told
    IdSet<PartyId> signatories;
};

struct TrailView {
    int round = 0;
    StatedPositions stated;
    std::optional<Positions> practised;
};

// A region's proposal; its score, and the urgency of its challenges, once submissions are closed.
struct ProposalView {
    IdSet<ChallengeId> challenges;
    IdSet<PartyId> partners;
    Money asked;
    TextRef pitch;
    IdMap<ChallengeId, double> urgency;
    std::optional<double> score;
    std::vector<ScorePart> parts;  // of the score: they add up to it
};

// What became of a proposal: by the centre with a motivation, or by the ranking without.
struct SelectionView {
    bool selected = false;
    std::optional<TextRef> motivation;
};

struct RegionView {
    RegionId region;
    IdMap<ThemeId, double> wellbeing;
    std::optional<IdMap<ThemeId, double>> ambition;  // of the table, once its agenda is made
    IdSet<PartyId> table;
    IdSet<PartyId> invited;
    IdSet<PartyId> knocked;
    bool agenda_made = false;
    std::vector<ChallengeId> agenda;
    IdSet<ChallengeId> demanded;
    bool in_contest = false;  // for money, with selection
    std::optional<ProposalView> proposal;
    std::optional<SelectionView> selection;
    NegotiationStatus negotiation{};
    std::optional<SignableView> on_table;
    std::optional<SignableView> rival;  // in the last call
    std::optional<ConcludedView> concluded;
    std::optional<PartyId> walking;     // who walked away and can still stay
    std::optional<std::int64_t> walk_ends_ms;
    // Of the centre's money in this round's deal; once the ratings are shown, in the next.
    int withheld_percent = 0;
    std::vector<TrailView> trail;       // of the last three rounds
};

struct ObstacleCount {
    Obstacle obstacle{};
    std::optional<ChallengeId> challenge;
    int count = 0;
};

struct StanceCounts {
    int could_sign = 0;
    int not_yet = 0;
    std::vector<ObstacleCount> obstacles;
};

// What only those at a region's table see of it.
struct TableView {
    RegionId region;
    IdMap<PartyId, IdMap<ThemeId, int>> ambitions;
    IdMap<ChallengeId, IdSet<PartyId>> supporters;  // of challenges that the reader sees
    IdMap<PartyId, Money> pledges;
    int versions = 0;                               // made this round
    IdMap<PartyId, int> backing;
    StanceCounts stances;
};

// A side agreement, or an offer of one, for the two whose it is.
struct SideView {
    RegionId region;
    PartyId from;
    PartyId to;
    int number = 0;
    PartyId payer;
    Money amount;
    TextRef text;
    bool accepted = false;
    IdSet<PartyId> undo;  // who wants it undone
};

struct RatingView {
    PartyId party;
    std::optional<int> rating;  // as given so far
};

// A region of which the centre rates the signatories: what it may keep back from its next deal.
struct WithholdingView {
    RegionId region;
    IdSet<PartyId> rated;        // whose ratings count
    std::optional<double> mean;  // of those given so far
    bool allowed = false;        // rated 2 or less on average
    int percent = 0;             // as it stands
};

// A player's own answer to a question.
struct OwnAnswer {
    QuestionId question;
    std::optional<int> value;
    std::optional<TextRef> text;
    bool right = true;  // false: it does not let its player go on
};

// What a seat alone sees.
struct OwnView {
    PartyId party;
    bool ready = false;
    IdMap<ChallengeId, double> urgency;  // of the challenges that it sees
    IdSet<RegionId> invitations;
    IdSet<ChallengeId> supports;
    int votes_left = 0;
    int looks_left = 0;
    Money committed;  // in concluded deals, under its standing signatures, in side agreements
    double points = 0;
    IdMap<RegionId, int> backing;
    IdMap<RegionId, bool> could_sign;    // its stance on what is on each table
    std::vector<SideView> side_agreements;
    std::vector<RatingView> to_rate;
    std::vector<WithholdingView> to_withhold;  // of the centre, while another round comes
    bool may_play = true;            // this player owes no answer to a question asked before
    std::vector<OwnAnswer> answers;  // of this player alone
};

// A player's answer, for the facilitator.
struct AnswerView {
    PartyId party;
    std::uint32_t member = 0;
    QuestionId question;
    std::optional<int> value;
    std::optional<TextRef> text;
};

struct MandateView {
    Text text;
    double points = 0;
};

struct InterestView {
    std::optional<RegionId> region;
    std::optional<ThemeId> theme;
    double weight = 0;
};

// What a party wants: its own to read, and everybody's at the debrief.
struct WantsView {
    PartyId party;
    double reserve = 0;
    double money_value = 0;
    std::vector<InterestView> interests;
    std::vector<MandateView> mandates;
};

struct RevealedView {
    WantsView wants;
    double points = 0;
};

struct SeatStatusView {
    PartyId party;
    bool ready = false;
    double points = 0;
    std::vector<std::uint32_t> may_play;  // players who answered what is asked before, by number
};

// A parameter of the outcome that an event changed.
struct ParameterView {
    std::string parameter;
    double value = 0;
};

struct GameView {
    Stage stage{};
    int round = 0;
    int rounds = 0;
    std::int64_t stage_began_ms = 0;              // play time
    std::optional<std::int64_t> stage_ends_ms;
    bool last_call = false;
    ClockView clock;
    IdSet<PartyId> waits_for;  // people for whom the clock stands still
    IdMap<PartyId, PartyView> parties;
    std::vector<PairView> pairs;
    bool framework_published = false;
    StatedPositions stated;
    std::optional<Weights> weights;                  // none: all weigh the same
    bool submissions_closed = false;
    int against_ranking = 0;                         // selections of this round
    std::vector<RegionView> regions;
    std::vector<ParameterView> model;                // where it differs from the scenario's
    std::optional<double> governance;
    std::vector<TableView> tables;                   // where the reader sits
    std::optional<OwnView> own;                      // of a seat
    std::vector<SeatStatusView> seats;               // for the facilitator
    std::vector<SideView> side_agreements;           // for the facilitator: of all
    IdSet<EventId> events_happened;                  // for the facilitator
    std::vector<AnswerView> answers;                 // for the facilitator
    std::vector<RevealedView> revealed;              // at the debrief
};

GameView view(const Scenario& scenario, const State& state, const Viewer& viewer);
// Who plays a seat now, as everybody may see it.
Presence seat_presence(const SeatState& seat);
// What a party wants, for its own brief.
WantsView wants(const Scenario& scenario, PartyId party);

}  // namespace dealtafel::rules
