// The full truth of a game. Aggregates only; no JSON description (what cannot be described cannot
// leak), no free text and no names: those lie in tables of their own.
#pragma once

#include "rules/commands.hpp"
#include "rules/outcome.hpp"
#include "rules/problems.hpp"
#include "rules/selection.hpp"
#include "rules/settings.hpp"
#include "scenario/scenario.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace dealtafel::rules {

// Play time stands still while the game is paused or the server is down; all deadlines are in it.
struct Clock {
    std::int64_t anchor_wall_ms = 0;
    std::int64_t anchor_play_ms = 0;
    bool running = false;

    std::int64_t play_ms(std::int64_t wall_ms) const {
        return anchor_play_ms + (running ? wall_ms - anchor_wall_ms : 0);
    }
    bool operator==(const Clock&) const = default;
};

enum class Holder { bot, people };
BOOST_DESCRIBE_ENUM(Holder, bot, people)

// The seat of a party, by party number.
struct SeatState {
    Holder holder = Holder::bot;  // people keep the seat while a bot stands in
    bool stand_in = false;        // a bot plays for people who are gone
    bool replaced = false;        // the facilitator gave the seat to a bot
    bool vacant = false;          // nobody plays it, and it is at no table
    bool present = false;         // somebody of its people is connected
    std::optional<std::int64_t> grace_ends_ms;  // play time; while its people are gone
    bool ready = false;
    int looks_used = 0;           // this round
    IdSet<ChallengeId> sees;
    double points = 0;            // of all rounds so far
    bool operator==(const SeatState&) const = default;
};

struct Version {
    std::optional<PartyId> by;  // none: the game
    int base = 0;               // the version that it amends, 0 for none
    Deal deal;
    IdSet<PartyId> signatures;
    bool operator==(const Version&) const = default;
};

struct StanceTold {
    bool could_sign = false;
    std::optional<Obstacle> obstacle;
    std::optional<ChallengeId> challenge;
    bool operator==(const StanceTold&) const = default;
};

struct WalkAwayState {
    PartyId party;
    std::int64_t ends_ms = 0;  // play time at which the negotiation ends
    bool operator==(const WalkAwayState&) const = default;
};

// What two at a table agree beside its deal: an offer until the other accepts it.
enum class SideStatus { offered, accepted, ended };
BOOST_DESCRIBE_ENUM(SideStatus, offered, accepted, ended)

struct SideAgreement {
    PartyId from;    // who offered it
    PartyId to;
    int number = 0;  // of these two, from 1
    PartyId payer;   // one of the two
    Money amount;
    TextRef text;
    SideStatus status{};
    IdSet<PartyId> undo;  // who wants it undone
    bool operator==(const SideAgreement&) const = default;
};

// One past round of a region, for the trail on the tensions.
struct RoundTrail {
    int round = 0;
    StatedPositions stated;
    std::optional<Positions> practised;  // none: no deal
    bool operator==(const RoundTrail&) const = default;
};

// A region's part in the contest of a round.
struct ContestState {
    IdMap<PartyId, Money> pledges;
    std::optional<Proposal> proposal;
    std::optional<ProposalScore> scored;  // once submissions are closed
    std::optional<bool> decided;          // by the centre
    TextRef motivation;
    bool selected = false;
    bool rejected = false;                // no negotiation this round
    bool operator==(const ContestState&) const = default;
};

struct RegionState {
    std::vector<double> wellbeing;  // by theme number
    // The table; the centre is there besides during the negotiation (see at_table).
    IdSet<PartyId> table;
    IdSet<PartyId> left;      // walked away from this round's table
    IdSet<PartyId> invited;
    IdSet<PartyId> knocked;   // this round
    std::vector<IdMap<ThemeId, int>> ambitions;  // by party number
    std::vector<IdSet<PartyId>> supporters;      // by challenge number (of this region)
    IdSet<ChallengeId> demanded;                 // this round
    bool agenda_made = false;
    std::vector<double> table_ambition;  // by theme, once the agenda is made
    std::vector<double> agenda_scores;   // well-being by theme when the agenda was made
    std::vector<ChallengeId> agenda;
    ContestState contest;
    // Negotiation.
    bool ended = false;  // by a walk-away
    std::vector<Version> versions;  // version n at n - 1
    int on_table = 0;
    int rival = 0;  // in the last call: the other version that can be signed
    int concluded = 0;
    std::vector<int> backing;  // by party number, 0 for none
    IdMap<PartyId, StanceTold> stances;
    int stances_asked = 0;  // how often by time: at half and at four fifths
    std::vector<WalkAwayState> walk_aways;
    std::vector<SideAgreement> side_agreements;  // as they were offered
    std::optional<Outcome> outcome;  // of the concluded deal, once told
    // What earlier rounds left.
    int earlier_specific = 0;
    int unreviewed = 0;
    int withheld_percent = 0;  // of the centre's money, in the next deal concluded
    int withholding = 0;       // what the centre means to keep back by this round's ratings
    std::vector<RoundTrail> trail;
    bool operator==(const RegionState&) const = default;
};

struct RatingGiven {
    PartyId rater;
    PartyId rated;
    int rating = 0;
    bool operator==(const RatingGiven&) const = default;
};

// The last answer of a player to a question.
struct AnswerGiven {
    PartyId party;
    std::uint32_t member = 0;
    QuestionId question;
    std::optional<int> value;  // of a scale; of a choice the option, from 0
    std::optional<TextRef> text;
    bool operator==(const AnswerGiven&) const = default;
};

struct FrameworkState {
    bool published = false;
    StatedPositions stated;
    std::optional<Weights> weights;
    bool operator==(const FrameworkState&) const = default;
};

// What an event did to the urgency of a challenge, in all rounds from then on.
struct UrgencyShift {
    ChallengeId challenge;
    std::optional<double> add;
    std::optional<double> multiply;
    bool operator==(const UrgencyShift&) const = default;
};

struct State {
    Settings settings;
    Stage stage = Stage::lobby;
    int round = 0;  // from 1, 0 before the first
    Clock clock;
    std::int64_t stage_began_ms = 0;              // play time
    std::optional<std::int64_t> stage_ends_ms;    // play time; none: no length
    IdSet<PartyId> waits_for;  // people for whom the clock stands still
    bool stage_over = false;                      // ended, what follows is under way
    bool last_call = false;
    Model model;
    std::vector<Money> budgets;   // by party number, of this round
    std::vector<double> urgency;  // by challenge number, of this round
    PairTable ties;
    PairTable trust;
    FrameworkState framework;
    bool submissions_closed = false;  // this round's
    bool selection_made = false;      // this round's
    int against_ranking = 0;          // selections of this round
    IdSet<ChallengeId> on_agendas;  // challenges that ever were on an agenda: known to all
    std::vector<SeatState> seats;      // by party number
    std::vector<RegionState> regions;  // by region number
    IdSet<EventId> events_happened;          // ever, by a draw or injected
    int events_looked_at = 0;                // of the scenario's, in this stage
    std::vector<UrgencyShift> urgency_shifts;  // in the order in which they came
    std::vector<RatingGiven> ratings;  // of this round, in order
    std::optional<double> governance;  // of the last round with a deal
    bool moved_on = false;             // section 5 was applied to this round
    bool ratings_shown = false;        // this round's
    std::vector<AnswerGiven> answers;  // by player and question; of a reflection until the next
    bool operator==(const State&) const = default;
};

// The state before a game's first event.
State initial_state(const Scenario& scenario, const Settings& settings);

// Who is at a region's table now: nobody whose seat is vacant, and the centre while it negotiates.
IdSet<PartyId> at_table(const Scenario& scenario, const State& state, RegionId region);
// Whom a deal needs to sign: the centre, the required parties of its region, all partners.
IdSet<PartyId> signatories(const Scenario& scenario, const Deal& deal);
// Whether a region competes for money: with selection, where it has a table and is not named.
bool in_contest(const Scenario& scenario, RegionId region);
// The scored proposals of this round, the highest score first.
std::vector<Contender> contenders(const State& state);
// The challenges of which a seat knows this round's urgency: what it sees, and what is in a scored
// proposal.
IdSet<ChallengeId> urgency_known(const State& state, PartyId party);
// Whose signatures conclude a version: a later one needs those of the concluded one too.
IdSet<PartyId> needed_for(const Scenario& scenario, const RegionState& region, int version);
// Whether a region has a version of this number this round; they count from 1.
bool is_version(const RegionState& region, int number);
// A version that is_version.
const Version& version_of(const RegionState& region, int number);
// Whether a version's signatures stand: it is on the table, or the other one of the last call.
bool can_be_signed(const RegionState& region, int version);
// What a party has put in: concluded deals and standing signatures, but for one region.
Money committed_elsewhere(const State& state, PartyId party, RegionId but_for);
// The facts that a version of a region is held against now.
DealSetting deal_setting(const Scenario& scenario, const State& state, RegionId region);
// All problems that a deal has now, ordered by code.
std::vector<Problem> problems_now(const Scenario& scenario, const State& state, const Deal& deal);
// What the outcome of a region's deal depends on now; refers into the state.
Circumstances circumstances(const State& state, RegionId region);
// The length of a stage in a round, in milliseconds; none for a stage without length.
std::optional<std::int64_t> stage_length_ms(const Scenario& scenario, const State& state,
                                            Stage stage, int round);
// Whether a region negotiates: it has a table and an agenda, and did not walk away.
bool negotiates(const State& state, RegionId region);
// The length of the last call of the present negotiation, in milliseconds of play time.
std::int64_t last_call_ms(const Scenario& scenario, const State& state);
// How many parties are more than half of a region's table.
std::size_t majority(const Scenario& scenario, const State& state, RegionId region);
// The version that more than half of a region's table backs, 0 for none.
int backed_by_most(const Scenario& scenario, const State& state, RegionId region);
// The accountability of a region's deal of this round, as it stands after an audit; none without a
// deal whose outcome was told.
std::optional<Accountability> accountability_of(const RegionState& region);
// Who rates whom this round, in ascending order (section 2, accountability).
std::vector<RatingGiven> ratings_due(const Scenario& scenario, const State& state);
// A deal as the rules hold it: partners in ascending order. False where one is named twice, or
// where it has more lines than a scenario has challenges.
bool put_in_order(Deal& deal);
// Whether a seat knows of every challenge of a deal; what it does not see may not exist.
bool knows_all_of(const State& state, PartyId party, const Deal& deal);
// Whether a seat may be vacant: the centre, leads and required parties are always played.
bool may_be_vacant(const Scenario& scenario, PartyId party);
// The seats that are vacant now.
IdSet<PartyId> vacant_seats(const State& state);
// Whether a bot plays this seat now.
bool bot_plays(const SeatState& seat);

}  // namespace dealtafel::rules
