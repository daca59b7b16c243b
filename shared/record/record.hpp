// A record: everything that happened in a game, as JSON Lines. The first line says what was
// played, under which numbers of versions; then comes a line for each event, each note (kept for
// research, never folded) and, now and then, the hash of the state. docs/record.md describes it.
//
// Free texts and names are in no line: a text stands there by reference.
#pragma once

#include "base/ids.hpp"
#include "base/variant.hpp"
#include "rules/events.hpp"
#include "rules/settings.hpp"
#include "scenario/scenario.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dealtafel::record {

// The version of the lines and of the rules behind the events; that of the states' bytes is
// state_number in state_bytes.hpp.
inline constexpr int format_number = 1;
inline constexpr int rules_number = 1;

struct ScenarioRef {
    std::string id;
    std::string sha256;  // of the bytes of `toml`
    bool operator==(const ScenarioRef&) const = default;
};

// Where a record left another, which it shares up to there.
struct Branch {
    std::uint64_t at = 0;  // the number of the last line that both have
    std::string hash;      // of that line, in the parent
    std::string parent;    // the hash of the parent's last line, by which it is known
    bool operator==(const Branch&) const = default;
};

// What was played.
struct Header {
    int state = 0;        // the number of the states' bytes
    int rules = 0;        // the number of the rules
    std::string program;  // the version of the program that wrote it
    ScenarioRef scenario;
    std::string toml;  // the whole text of the scenario
    rules::Settings settings;
    std::optional<std::string> treatment;      // of the scenario; none: as it stands
    std::optional<std::string> session;        // an opaque id that its games share
    std::optional<int> game;                   // within the session, from 0
    std::map<std::string, std::string> bots;   // profiles of the seats that bots play at first
    // Of a branch: its parent last, before it that one's parent, and so on. Without its last entry
    // this header is, byte for byte, that of the parent.
    std::optional<std::vector<Branch>> branches;
    bool operator==(const Header&) const = default;
};

// The header of a game that this program plays.
Header header_of(const Scenario& scenario, std::string toml, const rules::Settings& settings,
                 std::string program);

// Whose request led to something.
namespace by {

struct Seat {
    static constexpr std::string_view type = "seat";
    PartyId party;
    std::uint32_t member = 0;  // 0 for a bot
    bool operator==(const Seat&) const = default;
};
struct Facilitator {
    static constexpr std::string_view type = "facilitator";
    bool operator==(const Facilitator&) const = default;
};
struct Helper {
    static constexpr std::string_view type = "helper";
    bool operator==(const Helper&) const = default;
};

}  // namespace by

using By = variant<by::Seat, by::Facilitator, by::Helper>;

// Where a line comes from. Nobody: time, or what the server saw. `client` and `id` are those of
// the command, so that one that comes twice is known after a restart too.
struct Origin {
    std::optional<By> by;
    std::optional<std::string> client;
    std::optional<std::uint64_t> id;
    bool operator==(const Origin&) const = default;
};

// The origin of a request, without the command's id.
Origin origin_of(const rules::Request& request);

// What is kept for research but changes nothing; whose it is stands in the line's origin.
namespace note {

struct Refused {
    static constexpr std::string_view type = "refused";
    std::string command;  // its type, as in "sign"
    std::string code;     // the refusal
    bool operator==(const Refused&) const = default;
};
// Refusals beyond the rate at which they are kept one by one.
struct MoreRefused {
    static constexpr std::string_view type = "more-refused";
    std::uint64_t count = 0;
    bool operator==(const MoreRefused&) const = default;
};
// A person took a place in a seat, or gave it up.
struct Joined {
    static constexpr std::string_view type = "joined";
    bool operator==(const Joined&) const = default;
};
struct Left {
    static constexpr std::string_view type = "left";
    bool operator==(const Left&) const = default;
};
// A member's connection.
struct Connected {
    static constexpr std::string_view type = "connected";
    bool operator==(const Connected&) const = default;
};
struct Disconnected {
    static constexpr std::string_view type = "disconnected";
    bool operator==(const Disconnected&) const = default;
};
// A member got the pen of the seat.
struct PenTaken {
    static constexpr std::string_view type = "pen-taken";
    bool operator==(const PenTaken&) const = default;
};
// The last line of a record: the game went back, and goes on in a branch of it.
struct WentBack {
    static constexpr std::string_view type = "went-back";
    std::uint64_t to = 0;  // the last line that both have
    std::string branch;    // the id under which the branch is stored
    bool operator==(const WentBack&) const = default;
};

}  // namespace note

using Note = variant<note::Refused, note::MoreRefused, note::Joined, note::Left,
                          note::Connected, note::Disconnected, note::PenTaken, note::WentBack>;

// The hash of the state after all lines before it.
struct StateHash {
    std::string hash;
};

using What = variant<rules::Event, Note, StateHash>;

// A line after the header.
struct Entry {
    std::uint64_t number = 0;  // of the line, from 2
    std::int64_t at_ms = 0;    // wall time
    Origin origin;
    What what;
};

}  // namespace dealtafel::record
