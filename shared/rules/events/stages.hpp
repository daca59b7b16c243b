// Stages, the clock, seats and talk.
#pragma once

#include "rules/commands.hpp"
#include "rules/state.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dealtafel::rules::event {

// Stages and time. `*_ms` of stages is play time.
struct StageBegan {
    static constexpr std::string_view type = "stage-began";
    Stage stage{};
    int round = 0;
    std::int64_t begins_ms = 0;
    std::optional<std::int64_t> ends_ms;
};
enum class EndReason { time, ready, skipped, nothing_to_do };
BOOST_DESCRIBE_ENUM(EndReason, time, ready, skipped, nothing_to_do)
struct StageEnded {
    static constexpr std::string_view type = "stage-ended";
    Stage stage{};
    int round = 0;
    EndReason reason{};
};
struct ClockStarted {
    static constexpr std::string_view type = "clock-started";
    std::int64_t wall_ms = 0;
};
struct ClockStopped {
    static constexpr std::string_view type = "clock-stopped";
    std::int64_t wall_ms = 0;
};
struct Restarted {
    static constexpr std::string_view type = "restarted";
    std::int64_t down_ms = 0;
};
// The facilitator took the game back to where it was so long ago: all lines before this one are
// as they were then, and what came after them is in the record of which this one is a branch.
struct WentBack {
    static constexpr std::string_view type = "went-back";
    Stage stage{};  // in which the game is again
    int round = 0;
    std::int64_t back_ms = 0;
};
struct Extended {
    static constexpr std::string_view type = "extended";
    int seconds = 0;
    bool lifts_last_call = false;  // the last call lies ahead again
};
struct LastCallBegan {
    static constexpr std::string_view type = "last-call-began";
    IdMap<RegionId, int> rivals;  // the other version that can be signed
};
// Seats.
struct SeatHeld {
    static constexpr std::string_view type = "seat-held";
    PartyId party;
    Holder holder{};
};
struct SeatPresent {
    static constexpr std::string_view type = "seat-present";
    PartyId party;
};
struct SeatAbsent {
    static constexpr std::string_view type = "seat-absent";
    PartyId party;
    std::int64_t grace_ends_ms = 0;
};
struct GraceRanOut {
    static constexpr std::string_view type = "grace-ran-out";
    PartyId party;
};
// A bot stands in for the people of a seat who are gone, or hands back to them.
struct StoodIn {
    static constexpr std::string_view type = "stood-in";
    PartyId party;
    bool bot = false;
};
// Nobody plays a seat any more, or somebody does again.
struct SeatVacant {
    static constexpr std::string_view type = "seat-vacant";
    PartyId party;
    bool vacant = false;
};
// The facilitator gave a seat to a bot, or back to its people.
struct Replaced {
    static constexpr std::string_view type = "replaced";
    PartyId party;
    bool by_bot = false;
};
struct ReadySaid {
    static constexpr std::string_view type = "ready-said";
    PartyId party;
    bool ready = false;
};
// Talk.
struct Said {
    static constexpr std::string_view type = "said";
    PartyId party;
    Audience to{};
    std::optional<RegionId> region;
    std::optional<IdSet<PartyId>> parties;
    TextRef text;
};
struct HelpAsked {
    static constexpr std::string_view type = "help-asked";
    PartyId party;
    TextRef text;
};
struct HelpAnswered {
    static constexpr std::string_view type = "help-answered";
    PartyId party;
    TextRef text;
};
struct Announced {
    static constexpr std::string_view type = "announced";
    TextRef text;
};
struct Noted {
    static constexpr std::string_view type = "noted";
    TextRef text;
};

}  // namespace dealtafel::rules::event
