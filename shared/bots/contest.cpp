#include "bots/contest.hpp"

#include <algorithm>

namespace dealtafel::bots {

namespace {

// The part of its budget that a party pledges, and of the tranche that a lead asks at most.
constexpr double pledges_generously = 0.8;
constexpr double pledges_tightly = 0.5;
constexpr double asks_modestly = 0.6;
constexpr Money asks_at_least{10};
// How much likelier a whim is in a decision than elsewhere.
constexpr double whims_a_decision = 5;

void pledge(const Mind& mind, const Temper& temper, Turn& turn) {
    const std::optional<RegionId> region = mind.party().region;
    if (!region || !mind.region(*region).in_contest) return;
    const rules::TableView* table = mind.table(*region);
    if (table == nullptr || table->pledges.find(mind.me()) != nullptr) return;
    const double part = temper.generous ? pledges_generously : pledges_tightly;
    turn.commands.emplace_back(
        rules::command::Pledge{*region, analysis::part_of(mind.budget(mind.me()), part)});
}

Money asked_for(const Mind& mind, const Temper& temper, RegionId region) {
    Money pledged;
    for (const auto& [party, amount] : mind.table(region)->pledges) {
        if (!mind.scenario().is_rijk(party)) pledged += amount;
    }
    const Money tranche = mind.scenario().tranche_budget.value_or(Money{});
    const Money most = temper.generous ? analysis::part_of(tranche, asks_modestly) : tranche;
    const double cofinancing = std::max(mind.scenario().model.cofinancing_min, 1.0);
    return std::min(most, std::max(asks_at_least, analysis::part_of(pledged, 1 / cofinancing)));
}

// What it wants itself, and what the centre demanded.
IdSet<ChallengeId> proposed(const Mind& mind, const rules::RegionView& region) {
    IdSet<ChallengeId> all;
    IdSet<ChallengeId> wanted;
    for (const ChallengeId challenge : region.agenda) {
        all.insert(challenge);
        if (mind.promise(challenge) > 0 || region.demanded.contains(challenge)) {
            wanted.insert(challenge);
        }
    }
    return wanted.empty() ? all : wanted;
}

void submit(const Mind& mind, const Temper& temper, const rules::RegionView& region,
            const Voice& voice, Turn& turn) {
    rules::command::Submit submit;
    submit.region = region.region;
    submit.challenges = proposed(mind, region);
    submit.partners.insert(mind.me());
    const analysis::Room room = mind.room(region.region);
    for (const ChallengeId challenge : submit.challenges) {
        for (const PartyId party : region.table) {
            const bool useful = party != mind.scenario().centre && can_do(room, party, challenge);
            if (useful) submit.partners.insert(party);
        }
    }
    submit.asked = asked_for(mind, temper, region.region);
    submit.pitch = voice.say("bot.pitch");
    turn.commands.emplace_back(submit);
}

// Whoever is generous goes by the ranking, others by what a proposal promises themselves.
double worth(const Mind& mind, const Temper& temper, const rules::ProposalView& proposal) {
    if (temper.generous) return *proposal.score;
    double sum = 0;
    for (const ChallengeId challenge : proposal.challenges) sum += mind.promise(challenge);
    return sum;
}

void decide(const Mind& mind, const Temper& temper, Random& random, const Voice& voice,
            Turn& turn) {
    std::vector<rules::Contender> contenders;
    for (const rules::RegionView& region : mind.view().regions) {
        if (region.selection) return;  // it has decided already
        if (!region.proposal || !region.proposal->score) continue;
        contenders.push_back({region.region, worth(mind, temper, *region.proposal),
                              region.proposal->asked, std::nullopt});
        if (random.chance(temper.whims * whims_a_decision)) contenders.back().decided = false;
    }
    rules::rank(contenders);
    const IdSet<RegionId> selected =
        rules::select(contenders, mind.scenario().tranche_budget.value_or(Money{}));
    for (const rules::Contender& contender : contenders) {
        const bool yes = selected.contains(contender.region);
        turn.commands.emplace_back(rules::command::Decide{
            contender.region, yes, voice.say(yes ? "bot.selected" : "bot.rejected")});
    }
}

}  // namespace

rules::Weights some_weights(const Temper& temper, Random& random) {
    if (temper.whims > 0) {
        rules::Weights drawn;
        int* const points[] = {&drawn.urgency,         &drawn.well_being,
                               &drawn.national_goals,  &drawn.knowledge_partners,
                               &drawn.existing_agenda, &drawn.co_financing,
                               &drawn.supra_regional};
        for (int point = 0; point < rules::weights_sum; ++point) {
            ++*points[random.below(std::size(points))];
        }
        return drawn;
    }
    if (temper.generous) {
        return {.urgency = 2,
                .well_being = 2,
                .national_goals = 2,
                .knowledge_partners = 1,
                .existing_agenda = 1,
                .co_financing = 1,
                .supra_regional = 1};
    }
    return {.urgency = 1,
            .well_being = 2,
            .national_goals = 4,
            .knowledge_partners = 0,
            .existing_agenda = 0,
            .co_financing = 3,
            .supra_regional = 0};
}

void contest(const Mind& mind, const Temper& temper, bool first, Random& random,
             const Voice& voice, Turn& turn) {
    if (mind.view().submissions_closed) {
        if (mind.is_centre()) decide(mind, temper, random, voice, turn);
        return;
    }
    pledge(mind, temper, turn);
    for (const rules::RegionView& region : mind.view().regions) {
        const bool leads = mind.scenario()[region.region].lead == mind.me();
        if (!leads || !region.in_contest || region.agenda.empty() || region.proposal) continue;
        if (first) {
            turn.ready = false;
        } else {
            submit(mind, temper, region, voice, turn);
        }
    }
}

}  // namespace dealtafel::bots
