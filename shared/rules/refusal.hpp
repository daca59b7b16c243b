// Why a command is refused. Each has a message for people under the key `refusal.<word>`.
#pragma once

#include "base/result.hpp"
#include "base/words.hpp"

#include <boost/describe/enum.hpp>

namespace dealtafel::rules {

using dealtafel::throw_exception_from_error;

// clang-format off
#define DEALTAFEL_REFUSALS(X)                                                                      \
    X(wrong_stage)           /* the command belongs to another stage */                            \
    X(wrong_seat)            /* another seat's right */                                            \
    X(paused)                /* the game stands still */                                           \
    X(not_at_table)          /* only who is at that table */                                       \
    X(seat_vacant)           /* nobody plays the seat that is meant */                             \
    X(already_at_table)      /* the invited or knocking party is there already */                  \
    X(no_such_table)         /* a region without parties has no table */                           \
    X(not_seen)              /* a challenge that this seat does not see */                         \
    X(already_published)     /* the framework is published once */                                 \
    X(bad_value)             /* outside what the field may hold */                                 \
    X(too_many_demands)      /* more national challenges than may be demanded */                   \
    X(not_national)          /* only national challenges of that region can be demanded */         \
    X(no_votes_left)         /* no support left to give */                                         \
    X(already_so)            /* it would change nothing */                                         \
    X(not_invited)           /* no invitation stands */                                            \
    X(already_knocked)       /* one knock a round */                                               \
    X(empty_text)            /* a sentence that says nothing */                                    \
    X(no_contest)            /* that region takes no part in a contest for money */                \
    X(not_on_agenda)         /* a proposal holds only challenges of its region's agenda */         \
    X(submissions_closed)    /* too late to pledge or to submit */                                 \
    X(not_scored)            /* no proposal of that region was scored (yet) */                     \
    X(over_tranche)          /* more money than is left for this tranche */                        \
    X(no_negotiation)        /* that region does not negotiate (any more) */                       \
    X(no_such_version)       /* no version with this number */                                     \
    X(wrong_region)          /* the deal is of another region */                                   \
    X(has_problems)          /* a version with problems cannot be put, looked at or signed */      \
    X(other_is_backed)       /* more than half back another version */                             \
    X(last_call)             /* only signatures and talk now */                                    \
    X(not_on_table)          /* only what is on the table can be signed */                         \
    X(not_a_signatory)       /* the version does not need this signature */                        \
    X(over_budget)           /* more money than this seat has */                                   \
    X(concluded)             /* the deal is concluded */                                           \
    X(other_not_at_table)    /* the party that is meant is not at that table */                    \
    X(side_with_rijk)        /* the Rijk neither pays nor gets money in a side agreement */        \
    X(no_such_side)          /* these two have no such side agreement at that table (any more) */  \
    X(side_agreed)           /* it is accepted: only both together undo it */                      \
    X(too_many_sides)        /* a round holds no more offers between these two at a table */       \
    X(not_walking)           /* nobody walked away */                                              \
    X(no_looks_left)         /* the exact looks of this round are used up */                       \
    X(no_forecast)           /* this session gives none */                                         \
    X(nobody_to_rate)        /* this seat does not rate that party */                              \
    X(too_many_high)         /* more than half of the ratings above 3 */                           \
    X(no_next_round)         /* no next deal to withhold money from */                             \
    X(not_upward)            /* no account is rendered upward on that region's deal */             \
    X(rated_above_two)       /* money is withheld only from a region rated 2 or less on average */ \
    X(too_many_versions)     /* a round holds no more versions */                                  \
    X(too_many_events)       /* a game holds no more changes of urgency */                         \
    X(questions_first)       /* a question asked before play is not answered yet */                \
    X(answer_not_right)      /* an answer to one of them does not let its player go on */          \
    X(not_running)           /* nothing to pause, resume, extend or skip */                        \
    X(already_started)                                                                             \
    X(no_such_point)         /* nothing to go back to there (any more) */                          \
    X(not_allowed_to_helper)

// clang-format on
#define DEALTAFEL_REFUSAL_NAME(name) name,
enum class Refusal { DEALTAFEL_REFUSALS(DEALTAFEL_REFUSAL_NAME) };
#undef DEALTAFEL_REFUSAL_NAME

// BOOST_DESCRIBE_ENUM itself takes at most 52 names.
#define DEALTAFEL_REFUSAL_ENTRY(name) BOOST_DESCRIBE_ENUM_ENTRY(Refusal, name)
BOOST_DESCRIBE_ENUM_BEGIN(Refusal)
DEALTAFEL_REFUSALS(DEALTAFEL_REFUSAL_ENTRY)
BOOST_DESCRIBE_ENUM_END(Refusal)
#undef DEALTAFEL_REFUSAL_ENTRY

}  // namespace dealtafel::rules
