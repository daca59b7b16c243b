// The members of the messages, for the codec and the schemas.
#pragma once

#include "protocol/messages.hpp"
#include "rules/describe.hpp"

namespace dealtafel::protocol::client {

BOOST_DESCRIBE_STRUCT(Hello, (), (protocol, client, token, game, seen))
BOOST_DESCRIBE_STRUCT(Command, (), (id, command))
BOOST_DESCRIBE_STRUCT(Act, (), (id, game, act))
BOOST_DESCRIBE_STRUCT(Forecast, (), (id, region, version, deal))
BOOST_DESCRIBE_STRUCT(Draft, (), (region, text))
BOOST_DESCRIBE_STRUCT(Pen, (), (id, to))
BOOST_DESCRIBE_STRUCT(Ping, (), (at))

}  // namespace dealtafel::protocol::client

namespace dealtafel::protocol {

BOOST_DESCRIBE_STRUCT(ThemeInfo, (), (id, title, horizon))
BOOST_DESCRIBE_STRUCT(RegionInfo, (), (id, title, outline, lead))
BOOST_DESCRIBE_STRUCT(PartyInfo, (), (id, kind, title, short_title, region, level, required,
    lead, public_face, capabilities))
BOOST_DESCRIBE_STRUCT(CapabilityInfo, (), (id, title))
BOOST_DESCRIBE_STRUCT(PartnershipInfo, (), (id, title, members, tie, purpose))
BOOST_DESCRIBE_STRUCT(RuleInfo, (), (rounds, agenda_slots, agenda_votes, agenda_support,
    ambition_default, demands_max, forecast_exact, last_call_seconds, partnership_form_from,
    cofinancing_min, centre_share_min, line_min, conditions_max, tranche_budget, forecast,
    grace_seconds, drop_out))
BOOST_DESCRIBE_STRUCT(GuideInfo, (), (stage, say, ask))
BOOST_DESCRIBE_STRUCT(EventInfo, (), (id, title, text, phase, round, chance, once))
BOOST_DESCRIBE_STRUCT(QuestionInfo, (), (id, when, kind, low, high, text, options, correct))
BOOST_DESCRIBE_STRUCT(ScenarioInfo, (), (id, title, summary, languages, sources, themes,
    regions, parties, capabilities, partnerships, rules))
BOOST_DESCRIBE_STRUCT(BriefInfo, (), (brief, wants))
BOOST_DESCRIBE_STRUCT(MemberInfo, (), (number, name, here))

}  // namespace dealtafel::protocol

namespace dealtafel::protocol::server {

BOOST_DESCRIBE_STRUCT(Welcome, (), (protocol, server_ms, code, language, role, game, games,
    party, member, scenario, brief, guides, events, questions))
BOOST_DESCRIBE_STRUCT(FeedEntry, (), (at_ms, item))
BOOST_DESCRIBE_STRUCT(Frame, (), (number, feed, view))
BOOST_DESCRIBE_STRUCT(RefusalInfo, (), (code, path, what))
BOOST_DESCRIBE_STRUCT(Answer, (), (id, refusal))
BOOST_DESCRIBE_STRUCT(Refused, (), (refusal))
BOOST_DESCRIBE_STRUCT(ForecastAnswer, (), (id, bands, tension, problems, refusal))
BOOST_DESCRIBE_STRUCT(DraftShown, (), (region, by, text))
BOOST_DESCRIBE_STRUCT(Team, (), (members, pen))
BOOST_DESCRIBE_STRUCT(LobbySeat, (), (party, names, presence, members))
BOOST_DESCRIBE_STRUCT(LobbyGame, (), (game, stage, round, seats))
BOOST_DESCRIBE_STRUCT(Lobby, (), (games))
BOOST_DESCRIBE_STRUCT(Pong, (), (at, server_ms))
BOOST_DESCRIBE_STRUCT(Bye, (), (code))

}  // namespace dealtafel::protocol::server

namespace dealtafel::protocol::http {

BOOST_DESCRIBE_STRUCT(CreateSession, (), (scenario, language, games, rounds, phases, forecast,
    grace_seconds, seed, start_when_taken, treatment, drop_out, empty_seats,
    same_draws, second_look))
BOOST_DESCRIBE_STRUCT(SessionCreated, (), (code, facilitator_token, helper_token))
BOOST_DESCRIBE_STRUCT(SeatInfo, (), (party, names))
BOOST_DESCRIBE_STRUCT(GameSeats, (), (game, stage, seats))
BOOST_DESCRIBE_STRUCT(SessionInfo, (), (code, language, scenario, games))
BOOST_DESCRIBE_STRUCT(TakeSeat, (), (game, party, name))
BOOST_DESCRIBE_STRUCT(SeatTaken, (), (token, game, party, member))
BOOST_DESCRIBE_STRUCT(TreatmentSummary, (), (id, title, sets))
BOOST_DESCRIBE_STRUCT(ScenarioSummary, (), (id, title, summary, languages, minutes, rounds, seats,
    treatments))
BOOST_DESCRIBE_STRUCT(Scenarios, (), (scenarios))
BOOST_DESCRIBE_STRUCT(Health, (), (status, version, sessions))
BOOST_DESCRIBE_STRUCT(HttpError, (), (refusal))

}  // namespace dealtafel::protocol::http
