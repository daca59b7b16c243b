// The words of a scenario and of a deal: enumerations whose names are the contract of
// docs/scenarios.md (underscores read as hyphens there).
#pragma once

#include "base/words.hpp"

#include <boost/describe/enum.hpp>

namespace dealtafel {

enum class Horizon { now, later };
BOOST_DESCRIBE_ENUM(Horizon, now, later)

enum class PartyKind {
    central_government,
    ministry,
    province,
    municipality,
    water_board,
    knowledge,
    business,
    civil_society
};
BOOST_DESCRIBE_ENUM(PartyKind, central_government, ministry, province, municipality, water_board,
                    knowledge, business, civil_society)

// The level of a party and the scale of a challenge; the difference of two counts in steps.
enum class Scale { neighbourhood, municipal, regional, supra_regional };
BOOST_DESCRIBE_ENUM(Scale, neighbourhood, municipal, regional, supra_regional)

// The stages of a game; those from framework to reflection are the phases of a round.
enum class Stage {
    lobby,
    briefing,
    framework,
    agenda,
    proposal,
    negotiation,
    outcome,
    accountability,
    reflection,
    debrief,
    closed
};
BOOST_DESCRIBE_ENUM(Stage, lobby, briefing, framework, agenda, proposal, negotiation, outcome,
                    accountability, reflection, debrief, closed)

// The form of the centre's money in a deal.
enum class Form { decentralised, specific, partnership };
BOOST_DESCRIBE_ENUM(Form, decentralised, specific, partnership)

enum class Accountability { none, mutual, upward };
BOOST_DESCRIBE_ENUM(Accountability, none, mutual, upward)

// How many policy conditions the centre may attach to a deal.
inline constexpr int conditions_max = 4;

// Who sets the goal of a line.
enum class Goal { region, joint, national };
BOOST_DESCRIBE_ENUM(Goal, region, joint, national)

enum class Clause { information, powers, coordination, review };
BOOST_DESCRIBE_ENUM(Clause, information, powers, coordination, review)

// The three tensions, each from -1 to +1.
enum class Tension { partnership, steering, hierarchy };
BOOST_DESCRIBE_ENUM(Tension, partnership, steering, hierarchy)
inline constexpr int tension_count = 3;

// What the framework may weigh in a selection.
enum class Criterion {
    urgency,
    well_being,
    national_goals,
    knowledge_partners,
    existing_agenda,
    co_financing,
    supra_regional
};
BOOST_DESCRIBE_ENUM(Criterion, urgency, well_being, national_goals, knowledge_partners,
                    existing_agenda, co_financing, supra_regional)
inline constexpr int criterion_count = 7;

enum class QuestionWhen { before, reflection, after };
BOOST_DESCRIBE_ENUM(QuestionWhen, before, reflection, after)

enum class QuestionKind { scale, choice, text };
BOOST_DESCRIBE_ENUM(QuestionKind, scale, choice, text)

}  // namespace dealtafel
