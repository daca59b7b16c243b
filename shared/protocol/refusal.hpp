// Why the server refuses what never reaches the rules of a game. Each has a message for people
// under the key `refusal.<word>`, beside those of rules::Refusal; no word stands in both.
#pragma once

#include "base/words.hpp"

#include <boost/describe/enum.hpp>

namespace dealtafel::protocol {

enum class Refusal {
    malformed,             // no message of the protocol; `path` and `what` say where and why
    wrong_protocol,        // a client of another version: load the page again
    hello_first,           // the first message of a connection is a hello, and there is one only
    wrong_token,           // a token that stands for nobody here
    wrong_role,            // not for a player, a spectator, a helper
    no_such_session,       // no session with this code
    no_such_game,          // the session has no game with this number
    no_such_party,         // the scenario has no such party
    no_such_scenario,      // the server has no such scenario
    no_such_member,        // the seat has no such player
    name_needed,           // an empty name, or one that is too long
    seat_full,             // no more people fit at this seat
    no_pen,                // another player of the seat holds the pen
    too_fast,              // more commands than one player may give
    too_large,             // more bytes than a message may have
    busy,                  // the game takes nothing more at the moment: send it again
    too_slow,              // more waits for this connection than may: connect again and resume
    silent,                // nothing was heard of this connection for too long
    try_again,             // this was not stored: send it again; as a bye, connect again first
    no_writes,             // the server cannot store anything at the moment
    went_back,             // the game went back before this came: look again, and decide anew
    too_many_branches,     // the game went back as often as it may
    game_damaged,          // what is stored of this game is no record any more: it has stopped
    too_many_sessions,     // the server holds no more sessions
    too_many_scenarios,    // the server holds no more scenarios
    too_many_connections,  // the server or the session holds no more connections
    wrong_origin,          // a page from elsewhere
    wrong_host,            // a name that this server is not called by
    not_found,             // nothing at this address
    wrong_method,          // this address takes another method
    server_stops           // the server is going down; connect again in a moment
};
BOOST_DESCRIBE_ENUM(Refusal, malformed, wrong_protocol, hello_first, wrong_token, wrong_role,
                    no_such_session, no_such_game, no_such_party, no_such_scenario, no_such_member,
                    name_needed, seat_full, no_pen, too_fast, too_large, busy, too_slow, silent,
                    try_again, no_writes, went_back, too_many_branches, game_damaged,
                    too_many_sessions, too_many_scenarios, too_many_connections, wrong_origin,
                    wrong_host, not_found, wrong_method, server_stops)

}  // namespace dealtafel::protocol
