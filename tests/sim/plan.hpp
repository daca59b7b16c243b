// What will go wrong in one run, and how often: all of it is drawn from one seed.
#pragma once

#include "protocol/messages.hpp"

#include <boost/describe/enum.hpp>

#include <cstdint>

namespace dealtafel::sim {

// What can go wrong, and going back amidst of it. All of it comes in every long enough simulation,
// or that fails.
enum class Trouble {
    slow_line, cut, cut_one_way, cut_unnoticed, sent_twice, sent_in_another_order, slow_reader,
    away, gone_for_good, crash, crash_before_append, crash_after_append, append_lost,
    append_fault_but_stored, stream_fault, disk_out, slow_disk, clock_forward, clock_back,
    gone_back
};
BOOST_DESCRIBE_ENUM(Trouble, slow_line, cut, cut_one_way, cut_unnoticed, sent_twice,
                    sent_in_another_order, slow_reader, away, gone_for_good, crash,
                    crash_before_append, crash_after_append, append_lost, append_fault_but_stored,
                    stream_fault, disk_out, slow_disk, clock_forward, clock_back, gone_back)

// Chances are for each message, append or, of what comes by itself, second of each client or of
// the server; 0 where this run is spared.
struct Plan {
    std::uint64_t seed = 1;
    int games = 1;              // of the session
    rules::DropOut drop_out{};  // what happens when people stay away
    int grace_seconds = 10;
    double held = 1;            // the chance that a seat is held by people
    double teams = 0;           // the chance that two people hold it

    // When trouble begins, and until when it comes; afterwards all must come right by itself.
    std::int64_t troubled_from_ms = 0;
    std::int64_t troubled_ms = 0;

    std::int64_t delay_ms = 20;      // how long a message takes at most
    double cuts = 0;
    double sent_twice = 0;
    double in_another_order = 0;
    double slow_readers = 0;         // the chance that a client is one
    std::int64_t slow_reader_ms = 0;  // how long it takes at most until it reads on
    double away = 0;
    double gone_for_good = 0;
    double acts = 0;                 // of the facilitator, beside starting and ending
    double goes_back = 0;            // the facilitator, at most twice with a game

    double crashes = 0;
    double crashes_at_append = 0;
    std::int64_t down_ms = 0;        // at most
    double clock_jumps = 0;          // at a start
    double append_faults = 0;
    double outages = 0;
    std::int64_t outage_ms = 0;      // at most
    std::int64_t disk_ms = 8;        // how long an append takes at most
    std::int64_t compute_ms = 400;   // how long working out a branch takes at most

    // The longest that anybody waits for an answer over a connection that holds, while the store
    // works or rests.
    std::int64_t patience_ms() const;
};

// The plan of a seed.
Plan plan_of(std::uint64_t seed);

// The session that a plan wishes for: a round in minutes.
protocol::http::CreateSession session_of(const Plan& plan, const std::string& scenario);

}  // namespace dealtafel::sim
