#include "bots/framework.hpp"

#include "bots/agenda.hpp"
#include "bots/contest.hpp"

#include <algorithm>

namespace dealtafel::bots {

namespace {

constexpr double demand_worth = 2;  // what a challenge must promise a generous centre

// How much a mandate pulls its owner on a tension, and where to: negative or positive.
double pull(const Mandate& mandate, Tension tension) {
    if (const auto* most = get_if<mandate::TensionAtMost>(&mandate.when)) {
        return most->tension == tension && most->value < 0.5 ? -mandate.points : 0;
    }
    if (const auto* least = get_if<mandate::TensionAtLeast>(&mandate.when)) {
        return least->tension == tension && least->value > -0.5 ? mandate.points : 0;
    }
    if (const auto* least = get_if<mandate::ConditionsAtLeast>(&mandate.when)) {
        return tension == Tension::steering && least->count > 2 ? mandate.points : 0;
    }
    if (const auto* most = get_if<mandate::ConditionsAtMost>(&mandate.when)) {
        return tension == Tension::steering && most->count < 2 ? -mandate.points : 0;
    }
    if (const auto* form = get_if<mandate::FormIn>(&mandate.when)) {
        const auto wants = [&](Form one) {
            return std::find(form->any.begin(), form->any.end(), one) != form->any.end();
        };
        if (tension != Tension::hierarchy || wants(Form::partnership)) return 0;
        if (wants(Form::specific) == wants(Form::decentralised)) return 0;
        return wants(Form::specific) ? mandate.points : -mandate.points;
    }
    return 0;
}

// Where its mandates pull it on a tension: -0.5, 0 or 0.5.
double wish_on(const Mind& mind, Tension tension) {
    double sum = 0;
    for (const Mandate& mandate : mind.party().mandates) sum += pull(mandate, tension);
    return sum > 0 ? 0.5 : sum < 0 ? -0.5 : 0;
}

}  // namespace

void publish(const Mind& mind, const Temper& temper, Random& random, const Voice& voice,
             Turn& turn) {
    if (!mind.is_centre() || mind.view().framework_published) return;
    rules::command::Publish publish;
    publish.stated.partnership = rules::Stated{wish_on(mind, Tension::partnership),
                                               voice.say("bot.stated.partnership")};
    publish.stated.steering =
        rules::Stated{wish_on(mind, Tension::steering), voice.say("bot.stated.steering")};
    publish.stated.hierarchy =
        rules::Stated{wish_on(mind, Tension::hierarchy), voice.say("bot.stated.hierarchy")};
    for (const rules::RegionView& region : mind.view().regions) {
        if (mind.scenario().parties_of(region.region).empty()) continue;
        int demands = mind.scenario().demands_max;
        for (const ChallengeId challenge : ranked(mind, region.region, true)) {
            const bool wants = mind.promise(challenge) > (temper.generous ? demand_worth : 0) ||
                               random.chance(temper.whims);
            if (!wants || demands-- <= 0) continue;
            publish.demands.push_back({region.region, challenge});
        }
    }
    if (mind.scenario().selection) publish.weights = some_weights(temper, random);
    turn.commands.emplace_back(std::move(publish));
}

}  // namespace dealtafel::bots
