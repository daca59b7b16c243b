// Stages, the clock, seats and talk.
#include "rules/evolve/parts.hpp"
#include "rules/scenario_events.hpp"

namespace dealtafel::rules {

namespace {

void clear_negotiation(const Scenario& scenario, RegionState& region) {
    region.table = region.table | region.left;
    region.left = {};
    region.knocked = {};
    region.demanded = {};
    region.agenda_made = false;
    region.table_ambition.clear();
    region.agenda_scores.clear();
    region.agenda.clear();
    region.contest = {};
    region.ended = false;
    region.versions.clear();
    region.on_table = 0;
    region.rival = 0;
    // What is withheld counts in one deal: the next that is concluded.
    if (region.concluded != 0) region.withheld_percent = region.withholding;
    region.withholding = 0;
    region.concluded = 0;
    region.backing.assign(scenario.parties.size(), 0);
    region.stances = {};
    region.stances_asked = 0;
    region.walk_aways.clear();
    region.side_agreements.clear();
    region.outcome.reset();
}

void begin_round(const Change& change, int round) {
    State& state = change.state;
    // The briefing belongs to the first round: what an event gave or took in it, still counts.
    const bool another = round != state.round;
    state.round = round;
    state.framework = {};
    state.submissions_closed = false;
    state.selection_made = false;
    state.against_ranking = 0;
    state.ratings.clear();
    state.moved_on = false;
    state.ratings_shown = false;
    for (std::size_t at = 0; another && at < state.budgets.size(); ++at) {
        state.budgets[at] = change.scenario.parties[at].budget;
    }
    for (std::uint16_t at = 0; at < state.urgency.size(); ++at) {
        state.urgency[at] = urgency_in_round(change.scenario, state, ChallengeId{at}, round);
    }
    for (SeatState& seat : state.seats) seat.looks_used = 0;
    for (RegionState& region : state.regions) clear_negotiation(change.scenario, region);
}

// Whoever leaves a seat vacant leaves nothing behind at the tables where it sits.
void set_vacant(const Change& change, PartyId party, bool vacant) {
    if (change.at(party).vacant == vacant) return;
    change.at(party).vacant = vacant;
    for (std::uint16_t at = 0; at < change.state.regions.size(); ++at) {
        RegionState& region = change.state.regions[at];
        if (vacant) end_sides_of(region, party, true);
        if (!region.table.contains(party)) continue;
        if (vacant) fall_silent(region, party);
        change.news_at(RegionId{at});
    }
}

}  // namespace

void apply(const Change& change, const event::StageBegan& began) {
    State& state = change.state;
    if (began.stage == Stage::framework) begin_round(change, began.round);
    state.stage = began.stage;
    state.stage_began_ms = began.begins_ms;
    state.stage_ends_ms = began.ends_ms;
    state.stage_over = false;
    state.last_call = false;
    state.events_looked_at = 0;
    for (SeatState& seat : state.seats) seat.ready = false;
    // Each reflection asks anew.
    if (began.stage == Stage::reflection) {
        std::erase_if(state.answers, [&](const AnswerGiven& answer) {
            return change.scenario[answer.question].when == QuestionWhen::reflection;
        });
    }
    if (began.stage == Stage::closed && state.clock.running) {
        state.clock.running = false;
        state.clock.anchor_play_ms = began.begins_ms;
    }
}

void apply(const Change& change, const event::StageEnded&) { change.state.stage_over = true; }

void apply(const Change& change, const event::ClockStarted& started) {
    change.state.waits_for = {};
    change.state.clock.running = true;
    change.state.clock.anchor_wall_ms = started.wall_ms;
}

void apply(const Change& change, const event::ClockStopped& stopped) {
    Clock& clock = change.state.clock;
    clock.anchor_play_ms = clock.play_ms(stopped.wall_ms);
    clock.anchor_wall_ms = stopped.wall_ms;
    clock.running = false;
}

void apply(const Change& change, const event::Restarted& restarted) {
    change.state.clock.anchor_wall_ms += restarted.down_ms;
}

// The state is that of then already: only its clock has to run from now.
void apply(const Change& change, const event::WentBack& back) {
    change.state.clock.anchor_wall_ms += back.back_ms;
}

void apply(const Change& change, const event::Extended& extended) {
    if (change.state.stage_ends_ms) {
        *change.state.stage_ends_ms += std::int64_t{extended.seconds} * 1000;
    }
    if (!extended.lifts_last_call) return;
    change.state.last_call = false;
    for (RegionState& region : change.state.regions) region.rival = 0;
}

void apply(const Change& change, const event::LastCallBegan& began) {
    change.state.last_call = true;
    for (const auto& [region, version] : began.rivals) change.at(region).rival = version;
}

void apply(const Change& change, const event::SeatHeld& held) {
    SeatState& seat = change.at(held.party);
    seat.holder = held.holder;
    seat.stand_in = false;
    seat.replaced = false;
    seat.present = false;
    seat.grace_ends_ms.reset();
    seat.ready = false;
    change.state.waits_for.erase(held.party);
}

void apply(const Change& change, const event::SeatPresent& present) {
    change.at(present.party).present = true;
    change.at(present.party).grace_ends_ms.reset();
    change.state.waits_for.erase(present.party);
}

void apply(const Change& change, const event::SeatAbsent& absent) {
    change.at(absent.party).present = false;
    change.at(absent.party).grace_ends_ms = absent.grace_ends_ms;
}

void apply(const Change& change, const event::GraceRanOut& ran_out) {
    change.at(ran_out.party).grace_ends_ms.reset();
    if (change.state.settings.drop_out == DropOut::wait && change.state.stage != Stage::debrief) {
        change.state.waits_for.insert(ran_out.party);
    }
}

void apply(const Change& change, const event::StoodIn& stood_in) {
    change.at(stood_in.party).stand_in = stood_in.bot;
    change.at(stood_in.party).ready = false;
}

void apply(const Change& change, const event::SeatVacant& fell) {
    set_vacant(change, fell.party, fell.vacant);
    change.at(fell.party).ready = false;
}

void apply(const Change& change, const event::Replaced& replaced) {
    if (replaced.by_bot) change.state.waits_for.erase(replaced.party);
    change.at(replaced.party).replaced = replaced.by_bot;
    change.at(replaced.party).ready = false;
}

void apply(const Change& change, const event::ReadySaid& said) {
    change.at(said.party).ready = said.ready;
}

// Talk is not folded, and makes nobody less ready.
void apply(const Change&, const event::Said&) {}
void apply(const Change&, const event::HelpAsked&) {}
void apply(const Change&, const event::HelpAnswered&) {}
void apply(const Change&, const event::Announced&) {}
void apply(const Change&, const event::Noted&) {}

}  // namespace dealtafel::rules
