// Every limit of the server in one place; docs/limits.md is held against it by a test.
#pragma once

#include <cstddef>
#include <cstdint>

namespace dealtafel::core::limits {

// A message from a client, in bytes of UTF-8.
inline constexpr std::size_t frame_bytes_max = 64 * 1024;
// The body of an HTTP request.
inline constexpr std::size_t http_body_bytes_max = 64 * 1024;
// The header of an HTTP request.
inline constexpr std::size_t http_header_bytes_max = 8 * 1024;
// Requests that a game holds while one batch is being stored.
inline constexpr std::size_t inbox_max = 1024;
// How often a game goes back: each time it gets a branch, and a header that is one longer.
inline constexpr std::size_t branches_max = 50;
// Requests that are decided in one batch.
inline constexpr std::size_t batch_max = 64;
// What waits to be written to one connection, in bytes; more closes it, and the client resumes.
inline constexpr std::size_t outbox_bytes_max = 4 * 1024 * 1024;
// What waits for all connections together, in bytes; more closes those for which most waits.
inline constexpr std::size_t outboxes_bytes_max = 256 * 1024 * 1024;
// What connections may take of memory together, besides what the games themselves take: messages
// that come in, and what waits to go out.
inline constexpr std::size_t connections_memory_bytes_max = 1024 * 1024 * 1024;
// Commands of one member: a bucket of so many, refilled at so many a second.
inline constexpr double commands_burst = 40;
inline constexpr double commands_per_second = 10;
// Bytes that are read of one connection in a second; what comes beyond waits with who sends it.
inline constexpr std::size_t read_bytes_per_second = 256 * 1024;
// Codes of sessions that are there not, from one address: a bucket of so many, refilled at so many
// a second; how long whoever tries more waits for the refusal; how many addresses and, for each,
// right codes are remembered.
inline constexpr double failed_codes_burst = 60;
inline constexpr double failed_codes_per_second = 0.1;
inline constexpr std::int64_t failed_code_wait_ms = 200;
inline constexpr std::size_t failed_addresses_max = 10'000;
inline constexpr std::size_t right_codes_max = 16;
// How long a bot takes to think, in a negotiation and elsewhere, and how much longer each further
// seat takes, so that people see one act after the other.
inline constexpr std::int64_t bot_negotiates_ms = 2'000;
inline constexpr std::int64_t bot_acts_ms = 400;
inline constexpr std::int64_t bot_spread_ms = 150;
// How long nothing is stored of a game, or of a new session, once the store failed again and again.
inline constexpr std::int64_t store_rest_ms = 5'000;
// Command ids that are remembered for each client instance.
inline constexpr std::size_t answers_remembered = 256;
// Scenarios on one server.
inline constexpr std::size_t scenarios_max = 200;
// Sessions on one server, games in one session, members of one seat, spectators of one session.
inline constexpr std::size_t sessions_max = 1000;
inline constexpr int games_max = 100;
inline constexpr std::size_t members_max = 12;
inline constexpr std::size_t spectators_max = 500;
inline constexpr std::size_t connections_max = 5000;
// A name or pseudonym, in characters, and a team's draft, in bytes.
inline constexpr std::size_t name_characters_max = 60;
inline constexpr std::size_t draft_bytes_max = 16 * 1024;
// How long a connection may stay silent before it is pinged, and before it is given up.
inline constexpr std::int64_t ping_after_ms = 5'000;
inline constexpr std::int64_t silent_ms_max = 15'000;
// How long a connection may last before it says hello.
inline constexpr std::int64_t hello_ms_max = 30'000;
// Connections beyond the most that there may be: so many are told, any more are closed at once.
inline constexpr std::size_t refused_connections_max = 100;
// How long an HTTP request may take to arrive.
inline constexpr std::int64_t http_ms_max = 10'000;
// How long its answer may take to be written, on a slow line.
inline constexpr std::int64_t http_answer_ms_max = 60'000;
// How long the end of a connection may take, once the server has said that it ends.
inline constexpr std::int64_t close_ms_max = 5'000;

// Beside the largest message that is being read, a connection has buffers of its own.
inline constexpr std::size_t connection_bytes_max = 64 * 1024;
static_assert(outboxes_bytes_max +
                  connections_max * (frame_bytes_max + http_header_bytes_max +
                                     connection_bytes_max) <=
              connections_memory_bytes_max);

}  // namespace dealtafel::core::limits
