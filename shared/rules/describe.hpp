// The members of what the rules let out as JSON: deals, commands, events, views and feed items.
// The state of a game has no description on purpose: what cannot be described cannot leak.
// Include this only where JSON is read or written.
#pragma once

#include "rules/bands.hpp"
#include "rules/deal_file.hpp"
#include "rules/feed.hpp"
#include "rules/view.hpp"

#include <boost/describe/class.hpp>

namespace dealtafel {

BOOST_DESCRIBE_STRUCT(Point, (), (x, y))
BOOST_DESCRIBE_STRUCT(Spillover, (), (region, theme, effect))

}  // namespace dealtafel

namespace dealtafel::rules {

BOOST_DESCRIBE_STRUCT(Line, (), (challenge, partners, goal, result, money))
BOOST_DESCRIBE_STRUCT(Deal, (), (region, form, conditions, accountability, information, powers,
    coordination, review, lines))
BOOST_DESCRIBE_STRUCT(Problem, (), (code, where))
BOOST_DESCRIBE_STRUCT(Source, (), (origin, claims, other))
BOOST_DESCRIBE_STRUCT(Part, (), (rule, amount, party, challenge, region, theme, tension, mandate,
    sum, product))
BOOST_DESCRIBE_STRUCT(LineOutcome, (), (challenge, partnership, steering, friction, reach,
    coverage, suits, scale_fit, fit, cooperation, power, relevance, yield))
// Without delta and spent: OutcomeTold has them by name.
BOOST_DESCRIBE_STRUCT(Outcome, (), (audited, withheld_share, tension, audit_chance, admin,
    commitment, chi, lines))
BOOST_DESCRIBE_STRUCT(LineExplanation, (), (challenge, yield, effects))
BOOST_DESCRIBE_STRUCT(Explanation, (), (partnership, steering, hierarchy, audit_chance, admin,
    commitment, chi, lines))
BOOST_DESCRIBE_STRUCT(Stated, (), (value, sentence))
BOOST_DESCRIBE_STRUCT(StatedPositions, (), (partnership, steering, hierarchy))
BOOST_DESCRIBE_STRUCT(Demanded, (), (region, challenge))
BOOST_DESCRIBE_STRUCT(Weights, (), (urgency, well_being, national_goals, knowledge_partners,
    existing_agenda, co_financing, supra_regional))
BOOST_DESCRIBE_STRUCT(ScorePart, (), (criterion, feature, weight, amount))
BOOST_DESCRIBE_STRUCT(PhaseLength, (), (phase, seconds))
BOOST_DESCRIBE_STRUCT(Settings, (), (seed, rounds, phases, forecast, grace_seconds, drop_out,
    empty_seats, second_look))
BOOST_DESCRIBE_STRUCT(PartyView, (), (presence, stand_in, grace_ends_ms, budget))
BOOST_DESCRIBE_STRUCT(PairView, (), (a, b, trust, tie))
BOOST_DESCRIBE_STRUCT(ClockView, (), (running, anchor_wall_ms, anchor_play_ms))
BOOST_DESCRIBE_STRUCT(Positions, (), (partnership, steering, hierarchy))
BOOST_DESCRIBE_STRUCT(RatingGiven, (), (rater, rated, rating))
BOOST_DESCRIBE_STRUCT(SignableView, (), (version, money, tension, needed, signatures))
BOOST_DESCRIBE_STRUCT(ConcludedView, (), (version, deal, tension, practised, signatories))
BOOST_DESCRIBE_STRUCT(TrailView, (), (round, stated, practised))
BOOST_DESCRIBE_STRUCT(ProposalView, (), (challenges, partners, asked, pitch, urgency, score, parts))
BOOST_DESCRIBE_STRUCT(SelectionView, (), (selected, motivation))
BOOST_DESCRIBE_STRUCT(RegionView, (), (region, wellbeing, ambition, table, invited, knocked,
    agenda_made, agenda, demanded, in_contest, proposal, selection, negotiation, on_table, rival,
    concluded, walking, walk_ends_ms, withheld_percent, trail))
BOOST_DESCRIBE_STRUCT(ObstacleCount, (), (obstacle, challenge, count))
BOOST_DESCRIBE_STRUCT(StanceCounts, (), (could_sign, not_yet, obstacles))
BOOST_DESCRIBE_STRUCT(TableView, (), (region, ambitions, supporters, pledges, versions, backing,
    stances))
BOOST_DESCRIBE_STRUCT(SideView, (), (region, from, to, number, payer, amount, text, accepted, undo))
BOOST_DESCRIBE_STRUCT(RatingView, (), (party, rating))
BOOST_DESCRIBE_STRUCT(WithholdingView, (), (region, rated, mean, allowed, percent))
BOOST_DESCRIBE_STRUCT(OwnAnswer, (), (question, value, text, right))
BOOST_DESCRIBE_STRUCT(OwnView, (), (party, ready, urgency, invitations, supports, votes_left,
    looks_left, committed, points, backing, could_sign, side_agreements, to_rate, to_withhold,
    may_play, answers))
BOOST_DESCRIBE_STRUCT(MandateView, (), (text, points))
BOOST_DESCRIBE_STRUCT(InterestView, (), (region, theme, weight))
BOOST_DESCRIBE_STRUCT(WantsView, (), (party, reserve, money_value, interests, mandates))
BOOST_DESCRIBE_STRUCT(RevealedView, (), (wants, points))
BOOST_DESCRIBE_STRUCT(SeatStatusView, (), (party, ready, points, may_play))
BOOST_DESCRIBE_STRUCT(AnswerView, (), (party, member, question, value, text))
BOOST_DESCRIBE_STRUCT(ParameterView, (), (parameter, value))
BOOST_DESCRIBE_STRUCT(GameView, (), (stage, round, rounds, stage_began_ms, stage_ends_ms,
    last_call, clock, waits_for, parties, pairs, framework_published, stated, weights,
    submissions_closed, against_ranking, regions, model, governance, tables, own, seats,
    side_agreements, events_happened, answers, revealed))
BOOST_DESCRIBE_STRUCT(ThemeForecast, (), (band, up))
BOOST_DESCRIBE_STRUCT(Bands, (), (points, here, elsewhere, against_table, audit_chance))

}  // namespace dealtafel::rules

namespace dealtafel::rules::command {

BOOST_DESCRIBE_STRUCT(Publish, (), (stated, demands, weights))
BOOST_DESCRIBE_STRUCT(Ambition, (), (region, theme, value))
BOOST_DESCRIBE_STRUCT(Support, (), (challenge))
BOOST_DESCRIBE_STRUCT(Unsupport, (), (challenge))
BOOST_DESCRIBE_STRUCT(Invite, (), (region, party))
BOOST_DESCRIBE_STRUCT(WithdrawInvitation, (), (region, party))
BOOST_DESCRIBE_STRUCT(Accept, (), (region))
BOOST_DESCRIBE_STRUCT(Decline, (), (region))
BOOST_DESCRIBE_STRUCT(Knock, (), (region, sentence))
BOOST_DESCRIBE_STRUCT(Share, (), (challenge, with))
BOOST_DESCRIBE_STRUCT(Pledge, (), (region, amount))
BOOST_DESCRIBE_STRUCT(Submit, (), (region, challenges, partners, asked, pitch))
BOOST_DESCRIBE_STRUCT(Decide, (), (region, selected, motivation))
BOOST_DESCRIBE_STRUCT(Amend, (), (region, base, deal))
BOOST_DESCRIBE_STRUCT(Back, (), (region, version))
BOOST_DESCRIBE_STRUCT(Put, (), (region, version))
BOOST_DESCRIBE_STRUCT(Stance, (), (region, could_sign, obstacle, challenge))
BOOST_DESCRIBE_STRUCT(Sign, (), (region, version))
BOOST_DESCRIBE_STRUCT(Unsign, (), (region))
BOOST_DESCRIBE_STRUCT(WalkAway, (), (region))
BOOST_DESCRIBE_STRUCT(Stay, (), (region))
BOOST_DESCRIBE_STRUCT(Demand, (), (region, challenge))
BOOST_DESCRIBE_STRUCT(Look, (), (region, version, deal))
BOOST_DESCRIBE_STRUCT(OfferSide, (), (region, party, payer, amount, text))
BOOST_DESCRIBE_STRUCT(WithdrawSide, (), (region, party, number))
BOOST_DESCRIBE_STRUCT(AcceptSide, (), (region, party, number))
BOOST_DESCRIBE_STRUCT(UndoSide, (), (region, party, number, undo))
BOOST_DESCRIBE_STRUCT(Rate, (), (party, rating))
BOOST_DESCRIBE_STRUCT(Motivate, (), (sentence))
BOOST_DESCRIBE_STRUCT(Withhold, (), (region, percent))
BOOST_DESCRIBE_STRUCT(Place, (), (partnership, steering, hierarchy))
BOOST_DESCRIBE_STRUCT(Lesson, (), (text))
BOOST_DESCRIBE_STRUCT(Answer, (), (question, value, text))
BOOST_DESCRIBE_STRUCT(Say, (), (to, region, parties, text))
BOOST_DESCRIBE_STRUCT(Ready, (), (ready))
BOOST_DESCRIBE_STRUCT(Help, (), (text))

}  // namespace dealtafel::rules::command

namespace dealtafel::rules::act {

BOOST_DESCRIBE_STRUCT(Start, (), ())
BOOST_DESCRIBE_STRUCT(Pause, (), ())
BOOST_DESCRIBE_STRUCT(Resume, (), ())
BOOST_DESCRIBE_STRUCT(Extend, (), (seconds))
BOOST_DESCRIBE_STRUCT(Skip, (), ())
BOOST_DESCRIBE_STRUCT(Announce, (), (text))
BOOST_DESCRIBE_STRUCT(Note, (), (text))
BOOST_DESCRIBE_STRUCT(AnswerHelp, (), (party, text))
BOOST_DESCRIBE_STRUCT(Replace, (), (party, by_bot))
BOOST_DESCRIBE_STRUCT(Inject, (), (event))
BOOST_DESCRIBE_STRUCT(Undo, (), (stage, round, entry))
BOOST_DESCRIBE_STRUCT(End, (), ())

}  // namespace dealtafel::rules::act

namespace dealtafel::rules::event {

BOOST_DESCRIBE_STRUCT(StageBegan, (), (stage, round, begins_ms, ends_ms))
BOOST_DESCRIBE_STRUCT(StageEnded, (), (stage, round, reason))
BOOST_DESCRIBE_STRUCT(ClockStarted, (), (wall_ms))
BOOST_DESCRIBE_STRUCT(ClockStopped, (), (wall_ms))
BOOST_DESCRIBE_STRUCT(Restarted, (), (down_ms))
BOOST_DESCRIBE_STRUCT(WentBack, (), (stage, round, back_ms))
BOOST_DESCRIBE_STRUCT(Extended, (), (seconds, lifts_last_call))
BOOST_DESCRIBE_STRUCT(LastCallBegan, (), (rivals))
BOOST_DESCRIBE_STRUCT(SeatHeld, (), (party, holder))
BOOST_DESCRIBE_STRUCT(SeatPresent, (), (party))
BOOST_DESCRIBE_STRUCT(SeatAbsent, (), (party, grace_ends_ms))
BOOST_DESCRIBE_STRUCT(GraceRanOut, (), (party))
BOOST_DESCRIBE_STRUCT(StoodIn, (), (party, bot))
BOOST_DESCRIBE_STRUCT(SeatVacant, (), (party, vacant))
BOOST_DESCRIBE_STRUCT(Replaced, (), (party, by_bot))
BOOST_DESCRIBE_STRUCT(ReadySaid, (), (party, ready))
BOOST_DESCRIBE_STRUCT(Said, (), (party, to, region, parties, text))
BOOST_DESCRIBE_STRUCT(HelpAsked, (), (party, text))
BOOST_DESCRIBE_STRUCT(HelpAnswered, (), (party, text))
BOOST_DESCRIBE_STRUCT(Announced, (), (text))
BOOST_DESCRIBE_STRUCT(Noted, (), (text))
BOOST_DESCRIBE_STRUCT(Published, (), (stated, demands, weights))
BOOST_DESCRIBE_STRUCT(AmbitionSet, (), (party, region, theme, value))
BOOST_DESCRIBE_STRUCT(Supported, (), (party, challenge, on))
BOOST_DESCRIBE_STRUCT(Invited, (), (region, by, party))
BOOST_DESCRIBE_STRUCT(InvitationEnded, (), (region, party, by))
BOOST_DESCRIBE_STRUCT(JoinedTable, (), (region, party))
BOOST_DESCRIBE_STRUCT(LeftTable, (), (region, party))
BOOST_DESCRIBE_STRUCT(Knocked, (), (region, party, sentence))
BOOST_DESCRIBE_STRUCT(Shared, (), (by, challenge, with))
BOOST_DESCRIBE_STRUCT(AgendaMade, (), (region, ambition, challenges, reasons))
BOOST_DESCRIBE_STRUCT(DemandMade, (), (region, challenge))
BOOST_DESCRIBE_STRUCT(Pledged, (), (region, party, amount))
BOOST_DESCRIBE_STRUCT(Submitted, (), (region, challenges, partners, asked, pitch))
BOOST_DESCRIBE_STRUCT(RankedProposal, (), (region, score, parts, urgency))
BOOST_DESCRIBE_STRUCT(SubmissionsClosed, (), (ranking))
BOOST_DESCRIBE_STRUCT(Decided, (), (region, selected, motivation))
BOOST_DESCRIBE_STRUCT(SelectionMade, (), (selected, rejected, against_ranking))
BOOST_DESCRIBE_STRUCT(VersionMade, (), (region, number, by, base, deal))
BOOST_DESCRIBE_STRUCT(Backed, (), (region, party, version))
BOOST_DESCRIBE_STRUCT(PutOnTable, (), (region, version, by))
BOOST_DESCRIBE_STRUCT(TakenOff, (), (region, version, problem))
BOOST_DESCRIBE_STRUCT(StanceAsked, (), (region, version))
BOOST_DESCRIBE_STRUCT(StanceGiven, (), (region, party, version, could_sign, obstacle, challenge))
BOOST_DESCRIBE_STRUCT(Signed, (), (region, party, version))
BOOST_DESCRIBE_STRUCT(Unsigned, (), (region, party, version, lapsed))
BOOST_DESCRIBE_STRUCT(Concluded, (), (region, version, replaces))
BOOST_DESCRIBE_STRUCT(SecondLook, (), (region, version, above, gain, left))
BOOST_DESCRIBE_STRUCT(WalkedAway, (), (region, party, ends_ms))
BOOST_DESCRIBE_STRUCT(Stayed, (), (region, party))
BOOST_DESCRIBE_STRUCT(NegotiationEnded, (), (region, party))
BOOST_DESCRIBE_STRUCT(Looked, (), (region, party, version, deal, audit_chance, points, delta))
BOOST_DESCRIBE_STRUCT(SideOffered, (), (region, by, with, number, payer, amount, text))
BOOST_DESCRIBE_STRUCT(SideAccepted, (), (region, by, with, number))
BOOST_DESCRIBE_STRUCT(SideUndo, (), (region, by, with, number, undo))
BOOST_DESCRIBE_STRUCT(SideEnded, (), (region, by, with, number, why))
BOOST_DESCRIBE_STRUCT(AuditDrawn, (), (region, chance, draw, finding))
BOOST_DESCRIBE_STRUCT(SideTold, (), (from, to, payer, amount, text))
BOOST_DESCRIBE_STRUCT(OutcomeTold, (), (region, version, deal, outcome, delta, spent,
    side_agreements, explanation))
BOOST_DESCRIBE_STRUCT(NoDeal, (), (region, negotiated))
BOOST_DESCRIBE_STRUCT(Scored, (), (party, points, parts))
BOOST_DESCRIBE_STRUCT(PairMoved, (), (a, b, from, to, parts))
BOOST_DESCRIBE_STRUCT(WellBeingMoved, (), (region, theme, from, to, parts))
BOOST_DESCRIBE_STRUCT(Attainment, (), (region, theme, gap, attained, why))
BOOST_DESCRIBE_STRUCT(CommonResult, (), (here_now, here_later, elsewhere, trust, governance,
    governance_parts, attainment))
BOOST_DESCRIBE_STRUCT(MovedOn, (), (wellbeing, trust, ties, common))
BOOST_DESCRIBE_STRUCT(Rated, (), (party, rated, rating))
BOOST_DESCRIBE_STRUCT(Motivated, (), (party, sentence))
BOOST_DESCRIBE_STRUCT(Withheld, (), (region, percent, lapsed))
BOOST_DESCRIBE_STRUCT(RatingsShown, (), (ratings, withheld, trust))
BOOST_DESCRIBE_STRUCT(Placed, (), (party, member, partnership, steering, hierarchy))
BOOST_DESCRIBE_STRUCT(LessonWritten, (), (party, member, text))
BOOST_DESCRIBE_STRUCT(Answered, (), (party, member, question, value, text))
BOOST_DESCRIBE_STRUCT(EventDrawn, (), (event, chance, draw, happens))
BOOST_DESCRIBE_STRUCT(UrgencyChanged, (), (challenge, add, multiply, from, to))
BOOST_DESCRIBE_STRUCT(BudgetChanged, (), (party, from, to))
BOOST_DESCRIBE_STRUCT(ScoreChanged, (), (region, theme, from, to))
BOOST_DESCRIBE_STRUCT(PairChanged, (), (a, b, from, to))
BOOST_DESCRIBE_STRUCT(ParameterChanged, (), (parameter, from, to))
BOOST_DESCRIBE_STRUCT(SeatingChanged, (), (region, party, at_table))
BOOST_DESCRIBE_STRUCT(EventHappened, (), (event, injected, urgency, budgets, wellbeing, trust,
    ties, model, tables))

}  // namespace dealtafel::rules::event

namespace dealtafel::rules::feed {

BOOST_DESCRIBE_STRUCT(ChallengeCard, (), (challenge, shared_by, region, title, text, scale,
    effects, needs, half, needs_power, national, spillovers))
BOOST_DESCRIBE_STRUCT(SharedWith, (), (by, challenge, with))
BOOST_DESCRIBE_STRUCT(WentBackTold, (), (stage, round, known_from))
BOOST_DESCRIBE_STRUCT(SecondLookTold, (), (region, version, left))
BOOST_DESCRIBE_STRUCT(AuditTold, (), (region, chance, finding))
BOOST_DESCRIBE_STRUCT(OwnPoints, (), (round, points, reserve, parts))
BOOST_DESCRIBE_STRUCT(ScenarioEventTold, (), (event, title, text, urgency, budgets, wellbeing,
    trust, ties, model, tables))
BOOST_DESCRIBE_STRUCT(PresenceChanged, (), (party, presence))

}  // namespace dealtafel::rules::feed
