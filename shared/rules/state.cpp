#include "rules/state.hpp"

#include <algorithm>
#include <cassert>

namespace dealtafel::rules {

namespace {

RegionState initial_region(const Scenario& scenario, RegionId region) {
    RegionState made;
    made.wellbeing = scenario[region].start;
    made.ambitions.resize(scenario.parties.size());
    made.supporters.resize(scenario.challenges.size());
    made.backing.resize(scenario.parties.size());
    const IdSet<PartyId> own = scenario.parties_of(region);
    if (own.empty()) return made;
    for (const PartyId party : scenario.all_parties()) {
        const Party& facts = scenario[party];
        if (facts.at_table && (!facts.region || facts.region == region)) made.table.insert(party);
    }
    return made;
}

SeatState initial_seat(const Scenario& scenario, const Settings& settings, PartyId party) {
    SeatState seat;
    seat.vacant = settings.empty_seats == EmptySeats::vacant && may_be_vacant(scenario, party);
    for (std::uint16_t at = 0; at < scenario.challenges.size(); ++at) {
        const Challenge& challenge = scenario.challenges[at];
        const bool reveals = !(scenario[party].capabilities & challenge.seen_with).empty();
        if (reveals || (party == scenario.centre && challenge.national)) {
            seat.sees.insert(ChallengeId{at});
        }
    }
    return seat;
}

}  // namespace

State initial_state(const Scenario& scenario, const Settings& settings) {
    State state;
    state.settings = settings;
    state.round = 1;
    state.model = scenario.model;
    state.ties = starting_ties(scenario, state.model);
    state.trust = starting_trust(scenario, state.model);
    for (const PartyId party : scenario.all_parties()) {
        state.budgets.push_back(scenario[party].budget);
        state.seats.push_back(initial_seat(scenario, settings, party));
    }
    for (std::uint16_t at = 0; at < scenario.challenges.size(); ++at) {
        state.urgency.push_back(scenario.listed_urgency(ChallengeId{at}, 1));
    }
    for (std::uint16_t at = 0; at < scenario.regions.size(); ++at) {
        state.regions.push_back(initial_region(scenario, RegionId{at}));
    }
    return state;
}

IdSet<PartyId> at_table(const Scenario& scenario, const State& state, RegionId region) {
    IdSet<PartyId> table = state.regions[region.value].table - vacant_seats(state);
    if (state.stage == Stage::negotiation && !scenario.parties_of(region).empty()) {
        table.insert(scenario.centre);
    }
    return table;
}

IdSet<PartyId> signatories(const Scenario& scenario, const Deal& deal) {
    IdSet<PartyId> needed;
    needed.insert(scenario.centre);
    for (const PartyId party : scenario.parties_of(deal.region)) {
        if (scenario[party].required) needed.insert(party);
    }
    for (const Line& line : deal.lines) {
        for (const PartyId partner : line.partners) needed.insert(partner);
    }
    return needed;
}

bool in_contest(const Scenario& scenario, RegionId region) {
    return scenario.selection && !scenario[region].named && !scenario.parties_of(region).empty();
}

std::vector<Contender> contenders(const State& state) {
    std::vector<Contender> made;
    for (std::uint16_t at = 0; at < state.regions.size(); ++at) {
        const ContestState& contest = state.regions[at].contest;
        if (!contest.scored) continue;
        made.push_back(
            {RegionId{at}, contest.scored->score, contest.proposal->asked, contest.decided});
    }
    rank(made);
    return made;
}

IdSet<ChallengeId> urgency_known(const State& state, PartyId party) {
    IdSet<ChallengeId> known = state.seats[party.value].sees;
    for (const RegionState& region : state.regions) {
        if (region.contest.scored) known = known | region.contest.proposal->challenges;
    }
    return known;
}

IdSet<PartyId> needed_for(const Scenario& scenario, const RegionState& region, int version) {
    IdSet<PartyId> needed = signatories(scenario, version_of(region, version).deal);
    if (region.concluded != 0) {
        needed = needed | signatories(scenario, version_of(region, region.concluded).deal);
    }
    return needed;
}

bool is_version(const RegionState& region, int number) {
    return number >= 1 && number <= static_cast<int>(region.versions.size());
}

const Version& version_of(const RegionState& region, int number) {
    assert(is_version(region, number));
    return region.versions[static_cast<std::size_t>(number - 1)];
}

bool can_be_signed(const RegionState& region, int version) {
    return version != 0 && (version == region.on_table || version == region.rival);
}

Money committed_elsewhere(const State& state, PartyId party, RegionId but_for) {
    Money sum;
    for (std::uint16_t at = 0; at < state.regions.size(); ++at) {
        if (RegionId{at} == but_for) continue;
        const RegionState& region = state.regions[at];
        Money most =
            region.concluded == 0
                ? Money{}
                : money_of(version_of(region, region.concluded).deal, party);
        for (const int version : {region.on_table, region.rival}) {
            if (version == 0) continue;
            const Version& open = version_of(region, version);
            if (open.signatures.contains(party)) most = std::max(most, money_of(open.deal, party));
        }
        sum += most;
    }
    return sum;
}

DealSetting deal_setting(const Scenario& scenario, const State& state, RegionId region) {
    DealSetting setting;
    setting.round = state.round;
    setting.budgets = state.budgets;
    setting.model = state.model;
    setting.agenda = state.regions[region.value].agenda;
    setting.table = at_table(scenario, state, region);
    const ContestState& contest = state.regions[region.value].contest;
    if (contest.selected) setting.asked = contest.proposal->asked;
    return setting;
}

std::vector<Problem> problems_now(const Scenario& scenario, const State& state, const Deal& deal) {
    return problems(scenario, deal_setting(scenario, state, deal.region), deal);
}

Circumstances circumstances(const State& state, RegionId region) {
    const RegionState& here = state.regions[region.value];
    return Circumstances{.model = state.model,
                         .ties = state.ties,
                         .trust = state.trust,
                         .urgency = state.urgency,
                         .earlier_specific = here.earlier_specific,
                         .unreviewed = here.unreviewed,
                         .round = state.round,
                         .withheld_share = here.withheld_percent / 100.0,
                         .known_urgency = std::nullopt};
}

std::optional<std::int64_t> stage_length_ms(const Scenario& scenario, const State& state,
                                            Stage stage, int round) {
    int seconds = scenario.seconds(stage, round);
    for (const PhaseLength& phase : state.settings.phases) {
        if (phase.phase != stage || phase.seconds.empty()) continue;
        const auto at = std::min(static_cast<std::size_t>(round), phase.seconds.size());
        seconds = phase.seconds[at - 1];
    }
    const bool endless = stage == Stage::lobby || stage == Stage::debrief || stage == Stage::closed;
    if (endless || seconds <= 0) return std::nullopt;
    return std::int64_t{seconds} * 1000;
}

bool negotiates(const State& state, RegionId region) {
    const RegionState& here = state.regions[region.value];
    return state.stage == Stage::negotiation && !here.agenda.empty() && !here.ended &&
           !here.contest.rejected;
}

std::int64_t last_call_ms(const Scenario& scenario, const State& state) {
    if (!state.stage_ends_ms) return 0;
    const std::int64_t third = (*state.stage_ends_ms - state.stage_began_ms) / 3;
    return std::min(std::int64_t{scenario.last_call_seconds} * 1000, third);
}

std::size_t majority(const Scenario& scenario, const State& state, RegionId region) {
    return at_table(scenario, state, region).size() / 2 + 1;
}

int backed_by_most(const Scenario& scenario, const State& state, RegionId region) {
    const RegionState& here = state.regions[region.value];
    std::vector<std::size_t> backers(here.versions.size() + 1);
    for (const PartyId party : at_table(scenario, state, region)) {
        ++backers[static_cast<std::size_t>(here.backing[party.value])];
    }
    const std::size_t needed = majority(scenario, state, region);
    for (std::size_t version = 1; version < backers.size(); ++version) {
        if (backers[version] >= needed) return static_cast<int>(version);
    }
    return 0;
}

std::optional<Accountability> accountability_of(const RegionState& region) {
    if (region.concluded == 0 || !region.outcome) return std::nullopt;
    const Accountability agreed = version_of(region, region.concluded).deal.accountability;
    if (region.outcome->audited && agreed == Accountability::upward) return Accountability::none;
    return agreed;
}

std::vector<RatingGiven> ratings_due(const Scenario& scenario, const State& state) {
    std::vector<RatingGiven> due;
    for (const RegionState& region : state.regions) {
        const auto accountability = accountability_of(region);
        if (!accountability) continue;
        const IdSet<PartyId> signed_by =
            signatories(scenario, version_of(region, region.concluded).deal);
        for (const PartyId rater : signed_by) {
            for (const PartyId rated : signed_by) {
                const bool upward = accountability == Accountability::upward &&
                                    rater == scenario.centre && !scenario.is_rijk(rated);
                if (rater == rated || !(upward || accountability == Accountability::mutual))
                    continue;
                const RatingGiven rating{rater, rated, 0};
                if (std::find(due.begin(), due.end(), rating) == due.end()) due.push_back(rating);
            }
        }
    }
    std::sort(due.begin(), due.end(), [](const RatingGiven& a, const RatingGiven& b) {
        return a.rater != b.rater ? a.rater < b.rater : a.rated < b.rated;
    });
    return due;
}

bool put_in_order(Deal& deal) {
    for (Line& line : deal.lines) {
        std::sort(line.partners.begin(), line.partners.end());
        if (std::adjacent_find(line.partners.begin(), line.partners.end()) != line.partners.end()) {
            return false;
        }
    }
    return deal.lines.size() <= ids_max;
}

bool knows_all_of(const State& state, PartyId party, const Deal& deal) {
    const IdSet<ChallengeId> known = state.on_agendas | state.seats[party.value].sees;
    return std::all_of(deal.lines.begin(), deal.lines.end(),
                       [&](const Line& line) { return known.contains(line.challenge); });
}

bool may_be_vacant(const Scenario& scenario, PartyId party) {
    const Party& facts = scenario[party];
    return party != scenario.centre && !facts.lead && !facts.required;
}

IdSet<PartyId> vacant_seats(const State& state) {
    IdSet<PartyId> vacant;
    for (std::uint16_t at = 0; at < state.seats.size(); ++at) {
        if (state.seats[at].vacant) vacant.insert(PartyId{at});
    }
    return vacant;
}

bool bot_plays(const SeatState& seat) {
    if (seat.vacant) return false;
    return seat.holder == Holder::bot || seat.stand_in || seat.replaced;
}

}  // namespace dealtafel::rules
