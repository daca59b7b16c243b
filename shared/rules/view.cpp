#include "rules/view.hpp"

#include "rules/questions.hpp"
#include "rules/side_agreements.hpp"
#include "rules/withholding.hpp"

#include <algorithm>

namespace dealtafel::rules {

namespace {

struct Looking {
    const Scenario& scenario;
    const State& state;
    const Viewer& viewer;

    const RegionState& at(RegionId region) const { return state.regions[region.value]; }
};

IdMap<ThemeId, double> by_theme(const std::vector<double>& values) {
    IdMap<ThemeId, double> named;
    for (std::uint16_t at = 0; at < values.size(); ++at) {
        named.entries.push_back({ThemeId{at}, values[at]});
    }
    return named;
}

// --- What everybody sees.

PartyView party_view(const Looking& look, PartyId party) {
    const SeatState& seat = look.state.seats[party.value];
    PartyView view;
    view.presence = seat_presence(seat);
    view.stand_in = seat.holder == Holder::people && bot_plays(seat);
    view.grace_ends_ms = seat.grace_ends_ms;
    view.budget = look.state.budgets[party.value];
    return view;
}

std::vector<PairView> pair_views(const Looking& look) {
    std::vector<PairView> pairs;
    const PairTable& trust = look.state.trust;
    for (std::uint16_t a = 0; a < trust.parties; ++a) {
        for (std::uint16_t b = static_cast<std::uint16_t>(a + 1); b < trust.parties; ++b) {
            pairs.push_back({PartyId{a}, PartyId{b}, trust.get(PartyId{a}, PartyId{b}),
                             look.state.ties.get(PartyId{a}, PartyId{b})});
        }
    }
    return pairs;
}

Money sum_of(const Deal& deal) {
    Money sum;
    for (const Line& line : deal.lines) sum += total(line);
    return sum;
}

std::optional<SignableView> signable(const Looking& look, RegionId region, int version) {
    if (version == 0) return std::nullopt;
    const RegionState& here = look.at(region);
    const Version& open = version_of(here, version);
    SignableView view;
    view.version = version;
    view.money = sum_of(open.deal);
    view.tension = positions(look.scenario, circumstances(look.state, region), open.deal, false);
    view.needed = needed_for(look.scenario, here, version);
    view.signatures = open.signatures;
    return view;
}

std::optional<ConcludedView> concluded_view(const Looking& look, RegionId region) {
    const RegionState& here = look.at(region);
    if (here.concluded == 0) return std::nullopt;
    ConcludedView view;
    view.version = here.concluded;
    view.deal = version_of(here, here.concluded).deal;
    view.tension = positions(look.scenario, circumstances(look.state, region), view.deal, false);
    if (here.outcome) view.practised = here.outcome->tension;
    view.signatories = signatories(look.scenario, view.deal);
    return view;
}

NegotiationStatus status(const RegionState& region) {
    if (region.concluded != 0) return NegotiationStatus::concluded;
    if (region.ended) return NegotiationStatus::ended;
    return region.versions.empty() ? NegotiationStatus::none_ : NegotiationStatus::open;
}

std::optional<ProposalView> proposal_view(const Looking& look, RegionId region) {
    const ContestState& contest = look.at(region).contest;
    if (!contest.proposal) return std::nullopt;
    ProposalView view;
    view.challenges = contest.proposal->challenges;
    view.partners = contest.proposal->partners;
    view.asked = contest.proposal->asked;
    view.pitch = contest.proposal->pitch;
    if (!contest.scored) return view;
    for (const ChallengeId challenge : view.challenges) {
        view.urgency[challenge] = look.state.urgency[challenge.value];
    }
    view.score = contest.scored->score;
    view.parts = contest.scored->parts;
    return view;
}

std::optional<SelectionView> selection_view(const ContestState& contest) {
    if (!contest.decided && !contest.selected && !contest.rejected) return std::nullopt;
    SelectionView view;
    view.selected = contest.decided.value_or(contest.selected);
    if (contest.decided) view.motivation = contest.motivation;
    return view;
}

RegionView region_view(const Looking& look, RegionId region) {
    const RegionState& here = look.at(region);
    RegionView view;
    view.region = region;
    view.wellbeing = by_theme(here.wellbeing);
    if (here.agenda_made) view.ambition = by_theme(here.table_ambition);
    view.table = at_table(look.scenario, look.state, region);
    view.invited = here.invited;
    view.knocked = here.knocked;
    view.agenda_made = here.agenda_made;
    view.agenda = here.agenda;
    view.demanded = here.demanded;
    view.in_contest = in_contest(look.scenario, region);
    view.proposal = proposal_view(look, region);
    view.selection = selection_view(here.contest);
    view.negotiation = status(here);
    view.on_table = signable(look, region, here.on_table);
    view.rival = signable(look, region, here.rival);
    view.concluded = concluded_view(look, region);
    if (!here.walk_aways.empty()) {
        view.walking = here.walk_aways.front().party;
        view.walk_ends_ms = here.walk_aways.front().ends_ms;
    }
    view.withheld_percent = look.state.ratings_shown && here.concluded != 0
                                ? here.withholding
                                : here.withheld_percent;
    for (const RoundTrail& trail : here.trail) {
        view.trail.push_back({trail.round, trail.stated, trail.practised});
    }
    return view;
}

std::vector<ParameterView> changed_model(const Looking& look) {
    std::vector<ParameterView> changed;
    for (const ModelParameter& parameter : model_parameters()) {
        const double value = look.state.model.*parameter.member;
        if (value == look.scenario.model.*parameter.member) continue;
        changed.push_back({std::string(parameter.name), value});
    }
    return changed;
}

// --- What a table sees.

StanceCounts stance_counts(const RegionState& region) {
    StanceCounts counts;
    for (const auto& told : region.stances) {
        const StanceTold& stance = told.value;
        ++(stance.could_sign ? counts.could_sign : counts.not_yet);
        if (!stance.obstacle) continue;
        const auto same = std::find_if(
            counts.obstacles.begin(), counts.obstacles.end(), [&](const ObstacleCount& count) {
                return count.obstacle == *stance.obstacle && count.challenge == stance.challenge;
            });
        if (same != counts.obstacles.end()) {
            ++same->count;
        } else {
            counts.obstacles.push_back({*stance.obstacle, stance.challenge, 1});
        }
    }
    // In an order that tells nothing of who spoke.
    std::sort(counts.obstacles.begin(), counts.obstacles.end(),
              [](const ObstacleCount& a, const ObstacleCount& b) {
                  return a.obstacle != b.obstacle ? a.obstacle < b.obstacle
                                                  : a.challenge < b.challenge;
              });
    return counts;
}

// What the reader knows to exist: it sees it, or it was on an agenda.
bool knows(const Looking& look, ChallengeId challenge) {
    if (look.viewer.facilitator || look.state.on_agendas.contains(challenge)) return true;
    return look.state.seats[look.viewer.party->value].sees.contains(challenge);
}

TableView table_view(const Looking& look, RegionId region) {
    const RegionState& here = look.at(region);
    TableView view;
    view.region = region;
    for (const PartyId party : at_table(look.scenario, look.state, region)) {
        const IdMap<ThemeId, int>& ambitions = here.ambitions[party.value];
        if (!ambitions.empty()) view.ambitions[party] = ambitions;
        if (here.backing[party.value] != 0) view.backing[party] = here.backing[party.value];
    }
    for (std::uint16_t at = 0; at < here.supporters.size(); ++at) {
        if (here.supporters[at].empty() || !knows(look, ChallengeId{at})) continue;
        view.supporters[ChallengeId{at}] = here.supporters[at];
    }
    view.pledges = here.contest.pledges;
    view.versions = static_cast<int>(here.versions.size());
    view.stances = stance_counts(here);
    return view;
}

// --- What a seat alone sees.

// Side agreements, and while they can be accepted offers: one party's, or all.
std::vector<SideView> side_views(const Looking& look, std::optional<PartyId> party) {
    std::vector<SideView> views;
    for (std::uint16_t at = 0; at < look.state.regions.size(); ++at) {
        for (const SideAgreement& side : look.state.regions[at].side_agreements) {
            const bool accepted = side.status == SideStatus::accepted;
            const bool open = side.status == SideStatus::offered &&
                              look.state.stage == Stage::negotiation;
            if (!accepted && !open) continue;
            if (party && side.from != *party && side.to != *party) continue;
            views.push_back({RegionId{at}, side.from, side.to, side.number, side.payer,
                             side.amount, side.text, accepted, side.undo});
        }
    }
    return views;
}

void own_ratings(const Looking& look, PartyId party, OwnView& own) {
    if (look.state.stage != Stage::accountability) return;
    for (const RatingGiven& due : ratings_due(look.scenario, look.state)) {
        if (due.rater != party) continue;
        RatingView rating{due.rated, std::nullopt};
        for (const RatingGiven& given : look.state.ratings) {
            if (given.rater == party && given.rated == due.rated) rating.rating = given.rating;
        }
        own.to_rate.push_back(rating);
    }
}

void own_withholding(const Looking& look, PartyId party, OwnView& own) {
    if (look.state.stage != Stage::accountability || party != look.scenario.centre) return;
    if (!has_next_round(look.state)) return;
    for (std::uint16_t at = 0; at < look.state.regions.size(); ++at) {
        const RegionId region{at};
        const IdSet<PartyId> rated = rated_upward(look.scenario, look.state, region);
        if (rated.empty()) continue;
        const auto mean = mean_rating(look.scenario, look.state, region, look.state.ratings);
        own.to_withhold.push_back(
            {region, rated, mean, rated_low(mean), look.at(region).withholding});
    }
}

void own_answers(const Looking& look, OwnView& own) {
    own.may_play = !owes_answers(look.scenario, look.state, look.viewer.member);
    for (const AnswerGiven& answer : look.state.answers) {
        if (answer.member != look.viewer.member) continue;
        own.answers.push_back({answer.question, answer.value, answer.text,
                               lets_go_on(look.scenario[answer.question], answer)});
    }
}

OwnView own_view(const Looking& look, PartyId party) {
    const SeatState& seat = look.state.seats[party.value];
    OwnView own;
    own.party = party;
    own.ready = seat.ready;
    for (const ChallengeId challenge : seat.sees) {
        own.urgency[challenge] = look.state.urgency[challenge.value];
    }
    for (std::uint16_t at = 0; at < look.state.regions.size(); ++at) {
        const RegionState& region = look.state.regions[at];
        if (region.invited.contains(party)) own.invitations.insert(RegionId{at});
        for (std::uint16_t c = 0; c < region.supporters.size(); ++c) {
            if (region.supporters[c].contains(party)) own.supports.insert(ChallengeId{c});
        }
        if (region.backing[party.value] != 0)
            own.backing[RegionId{at}] = region.backing[party.value];
        if (const StanceTold* stance = region.stances.find(party))
            own.could_sign[RegionId{at}] = stance->could_sign;
    }
    own.votes_left = look.scenario.agenda_votes - static_cast<int>(own.supports.size());
    own.looks_left = std::max(0, look.scenario.forecast_exact - seat.looks_used);
    own.committed = promised(look.state, party);
    own.points = seat.points;
    own.side_agreements = side_views(look, party);
    own_ratings(look, party, own);
    own_withholding(look, party, own);
    own_answers(look, own);
    return own;
}

// --- What the facilitator sees, and everybody at the debrief.

std::vector<std::uint32_t> who_may_play(const Looking& look, PartyId party) {
    std::vector<std::uint32_t> members;
    for (const AnswerGiven& answer : look.state.answers) {
        if (answer.party != party) continue;
        if (members.empty() || members.back() != answer.member) members.push_back(answer.member);
    }
    std::erase_if(members, [&](std::uint32_t member) {
        return owes_answers(look.scenario, look.state, member).has_value();
    });
    return members;
}

void for_facilitator(const Looking& look, GameView& view) {
    view.side_agreements = side_views(look, std::nullopt);
    view.events_happened = look.state.events_happened;
    for (std::uint16_t at = 0; at < look.state.seats.size(); ++at) {
        const SeatState& seat = look.state.seats[at];
        view.seats.push_back({PartyId{at}, seat.ready, seat.points,
                              who_may_play(look, PartyId{at})});
    }
    for (const AnswerGiven& answer : look.state.answers) {
        view.answers.push_back(
            {answer.party, answer.member, answer.question, answer.value, answer.text});
    }
}

std::vector<RevealedView> revealed(const Looking& look) {
    std::vector<RevealedView> all;
    for (const PartyId party : look.scenario.party_order) {
        all.push_back({wants(look.scenario, party), look.state.seats[party.value].points});
    }
    return all;
}

}  // namespace

Presence seat_presence(const SeatState& seat) {
    if (seat.vacant) return Presence::vacant;
    if (bot_plays(seat)) return Presence::bot;
    return seat.present ? Presence::here : Presence::away;
}

WantsView wants(const Scenario& scenario, PartyId party) {
    const Party& facts = scenario[party];
    WantsView view;
    view.party = party;
    view.reserve = facts.reserve;
    view.money_value = facts.money_value;
    for (const Interest& interest : facts.interests) {
        view.interests.push_back({interest.region, interest.theme, interest.weight});
    }
    for (const Mandate& mandate : facts.mandates) {
        view.mandates.push_back({mandate.text, mandate.points});
    }
    return view;
}

GameView view(const Scenario& scenario, const State& state, const Viewer& viewer) {
    const Looking look{scenario, state, viewer};
    GameView view;
    view.stage = state.stage;
    view.round = state.round;
    view.rounds = state.settings.rounds;
    view.stage_began_ms = state.stage_began_ms;
    view.stage_ends_ms = state.stage_ends_ms;
    view.last_call = state.last_call;
    view.clock = {state.clock.running, state.clock.anchor_wall_ms, state.clock.anchor_play_ms};
    view.waits_for = state.waits_for;
    for (const PartyId party : scenario.all_parties()) {
        view.parties.entries.push_back({party, party_view(look, party)});
    }
    view.pairs = pair_views(look);
    view.framework_published = state.framework.published;
    view.stated = state.framework.stated;
    view.weights = state.framework.weights;
    view.submissions_closed = state.submissions_closed;
    view.against_ranking = state.against_ranking;
    for (std::uint16_t at = 0; at < state.regions.size(); ++at) {
        const RegionId region{at};
        view.regions.push_back(region_view(look, region));
        const bool sits =
            viewer.party && at_table(scenario, state, region).contains(*viewer.party);
        const bool has_table = !scenario.parties_of(region).empty();
        if (sits || (viewer.facilitator && has_table)) {
            view.tables.push_back(table_view(look, region));
        }
    }
    view.model = changed_model(look);
    view.governance = state.governance;
    if (viewer.party) view.own = own_view(look, *viewer.party);
    if (viewer.facilitator) for_facilitator(look, view);
    if (state.stage == Stage::debrief || state.stage == Stage::closed) {
        view.revealed = revealed(look);
    }
    return view;
}

}  // namespace dealtafel::rules
