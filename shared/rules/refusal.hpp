// Why a command is refused. Each has a message for people under the key `refusal.<word>`.
#pragma once

#include "base/result.hpp"
#include "base/words.hpp"

#include <boost/describe/enum.hpp>

namespace dealtafel::rules {

using dealtafel::throw_exception_from_error;

enum class Refusal {
    wrong_stage,        // the command belongs to another stage
    wrong_seat,         // another seat's right
    paused,             // the game stands still
    not_at_table,       // only who is at that table
    seat_vacant,        // nobody plays the seat that is meant
    already_at_table,   // the invited or knocking party is there already
    no_such_table,      // a region without parties has no table
    not_seen,           // a challenge that this seat does not see
    already_published,  // the framework is published once
    bad_value,          // outside what the field may hold
    too_many_demands,   // more national challenges than may be demanded
    not_national,       // only national challenges of that region can be demanded
    no_votes_left,      // no support left to give
    already_so,         // it would change nothing
    not_invited,        // no invitation stands
    already_knocked,    // one knock a round
    empty_text,         // a sentence that says nothing
    no_contest,         // that region takes no part in a contest for money
    not_on_agenda,      // a proposal holds only challenges of its region's agenda
    submissions_closed,  // too late to pledge or to submit
    not_scored,         // no proposal of that region was scored (yet)
    over_tranche,       // more money than is left for this tranche
    no_negotiation,     // that region does not negotiate (any more)
    no_such_version,    // no version with this number
    wrong_region,       // the deal is of another region
    has_problems,       // a version with problems cannot be put, looked at or signed
    other_is_backed,    // more than half back another version
    last_call,          // only signatures and talk now
    not_on_table,       // only what is on the table can be signed
    not_a_signatory,    // the version does not need this signature
    over_budget,        // more money than this seat has
    concluded,          // the deal is concluded
    other_not_at_table,  // the party that is meant is not at that table
    side_with_rijk,     // the Rijk neither pays nor gets money in a side agreement
    no_such_side,       // these two have no such side agreement at that table (any more)
    side_agreed,        // it is accepted: only both together undo it
    too_many_sides,     // a round holds no more offers between these two at a table
    not_walking,        // nobody walked away
    no_looks_left,      // the exact looks of this round are used up
    no_forecast,        // this session gives none
    nobody_to_rate,     // this seat does not rate that party
    too_many_high,      // more than half of the ratings above 3
    no_next_round,      // no next deal to withhold money from
    not_upward,         // no account is rendered upward on that region's deal
    rated_above_two,    // money is withheld only from a region rated 2 or less on average
    too_many_versions,  // a round holds no more versions
    too_many_events,    // a game holds no more changes of urgency
    not_running,        // nothing to pause, resume, extend or skip
    already_started,
    not_allowed_to_helper
};
BOOST_DESCRIBE_ENUM(Refusal, wrong_stage, wrong_seat, paused, not_at_table, seat_vacant,
                    already_at_table,
                    no_such_table, not_seen, already_published, bad_value, too_many_demands,
                    not_national, no_votes_left, already_so, not_invited, already_knocked,
                    empty_text, no_contest, not_on_agenda, submissions_closed, not_scored,
                    over_tranche, no_negotiation, no_such_version, wrong_region, has_problems,
                    other_is_backed, last_call, not_on_table, not_a_signatory, over_budget,
                    concluded, other_not_at_table, side_with_rijk, no_such_side, side_agreed,
                    too_many_sides, not_walking, no_looks_left, no_forecast, nobody_to_rate,
                    too_many_high, no_next_round, not_upward, rated_above_two, too_many_versions,
                    too_many_events, not_running, already_started, not_allowed_to_helper)

}  // namespace dealtafel::rules
