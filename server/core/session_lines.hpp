// What happens in a session beside its games: its making, who takes which seat, pens and drafts.
// Each is a line of the session's own stream. Tokens stand there hashed, names and drafts by
// reference.
#pragma once

#include "base/result.hpp"
#include "base/variant.hpp"
#include "protocol/messages.hpp"
#include "record/chain.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dealtafel::core {

using dealtafel::throw_exception_from_error;

namespace session_event {

struct Created {
    static constexpr std::string_view type = "session-created";
    std::string code;
    std::string scenario;
    std::string scenario_sha256;
    std::string language;
    std::string facilitator_hash;
    std::string helper_hash;
    std::vector<std::string> games;  // the ids of their streams
    bool start_when_taken = false;
    std::optional<std::string> treatment;  // of the scenario
};
struct SeatTaken {
    static constexpr std::string_view type = "seat-taken";
    int game = 0;
    std::string party;
    std::uint32_t member = 0;
    std::string token_hash;
    TextRef name;
};
struct PenGiven {
    static constexpr std::string_view type = "pen-given";
    int game = 0;
    std::string party;
    std::uint32_t member = 0;
};
struct Drafted {
    static constexpr std::string_view type = "drafted";
    int game = 0;
    std::string party;
    std::string region;
    std::uint32_t member = 0;
    TextRef text;
};

}  // namespace session_event

using SessionEvent = variant<session_event::Created, session_event::SeatTaken,
                                  session_event::PenGiven, session_event::Drafted>;

struct SessionLine {
    std::uint64_t n = 0;
    std::int64_t at = 0;
    SessionEvent event;
};

// An event as the next line of a chain.
std::string write_line(record::Chain& chain, std::int64_t at_ms, const SessionEvent& event);
// Reads the next line of a chain; the error says what is wrong with it.
Result<SessionLine, std::string> read_line(record::Chain& chain, std::string_view line);

}  // namespace dealtafel::core
