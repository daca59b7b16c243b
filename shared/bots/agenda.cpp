#include "bots/agenda.hpp"

#include <algorithm>

namespace dealtafel::bots {

namespace {

constexpr int wished_gap = 15;    // the ambition for what it has an interest in, above the score
constexpr int polite_gap = 10;    // and for the rest, where it is generous
constexpr double join_worth = 0.5;  // what another supporter counts for whoever is generous
constexpr double share_worth = 2;   // what a challenge must promise before the others share it
constexpr double appeal_spread = 0.5;

double interest_in(const Mind& mind, RegionId region, ThemeId theme) {
    double weight = 0;
    for (const Interest& interest : mind.party().interests) {
        const bool here = !interest.region || *interest.region == region;
        if (here && (!interest.theme || *interest.theme == theme)) weight += interest.weight;
    }
    return weight;
}

std::size_t supporters_of(const rules::TableView& table, ChallengeId challenge) {
    const IdSet<PartyId>* supporters = table.supporters.find(challenge);
    return supporters != nullptr ? supporters->size() : 0;
}

}  // namespace

std::vector<ChallengeId> ranked(const Mind& mind, RegionId region, bool national) {
    std::vector<ChallengeId> seen;
    for (const ChallengeId challenge : mind.seen()) {
        const Challenge& facts = mind.scenario()[challenge];
        if (facts.region == region && facts.national == national) seen.push_back(challenge);
    }
    std::stable_sort(seen.begin(), seen.end(), [&](ChallengeId a, ChallengeId b) {
        return mind.promise(a) > mind.promise(b);
    });
    return seen;
}

void AgendaSetter::begin_round(const Scenario& scenario, Random& random) {
    appeal_.clear();
    for (std::size_t at = 0; at < scenario.challenges.size(); ++at) {
        appeal_.push_back(1 + appeal_spread * (2 * random.unit() - 1));
    }
}

void AgendaSetter::act(const Mind& mind, Random& random, const Voice& voice, Turn& turn) {
    for (const rules::TableView& table : mind.view().tables) {
        set_ambitions(mind, table, turn);
        if (temper_.talks) share(mind, table.region, turn);
    }
    support(mind, random, turn);
    knock(mind, voice, turn);
}

void AgendaSetter::answer(const Mind& mind, Random& random, Turn& turn) const {
    if (mind.view().last_call) return;
    for (const RegionId region : mind.view().own->invitations) {
        if (random.chance(temper_.whims)) {
            turn.commands.emplace_back(rules::command::Decline{region});
        } else {
            turn.commands.emplace_back(rules::command::Accept{region});
        }
    }
}

void AgendaSetter::invite(const Mind& mind, bool unasked, Turn& turn) const {
    if (mind.view().last_call) return;
    for (const rules::TableView& table : mind.view().tables) {
        invite(mind, table.region, unasked, turn);
    }
}

void AgendaSetter::set_ambitions(const Mind& mind, const rules::TableView& table,
                                 Turn& turn) const {
    const IdMap<ThemeId, int>* own = table.ambitions.find(mind.me());
    for (const auto& [theme, score] : mind.region(table.region).wellbeing) {
        const bool wanted = interest_in(mind, table.region, theme) > 0;
        const int gap = wanted ? wished_gap : temper_.generous ? polite_gap : 0;
        const int wish = std::clamp(static_cast<int>(score) + gap, 0, 100);
        const int* now = own != nullptr ? own->find(theme) : nullptr;
        if (now != nullptr && *now == wish) continue;
        turn.commands.emplace_back(rules::command::Ambition{table.region, theme, wish});
    }
}

// Tells the table of what it wants, so that others can support it too.
void AgendaSetter::share(const Mind& mind, RegionId region, Turn& turn) {
    IdSet<PartyId> mates = mind.region(region).table;
    mates.erase(mind.me());
    for (const ChallengeId challenge : ranked(mind, region, false)) {
        const double promise = mind.promise(challenge);
        const bool wants = temper_.generous ? promise > 0 : promise > share_worth;
        const IdSet<PartyId> with = mates - told_[challenge];
        if (!wants || with.empty()) continue;
        told_[challenge] = told_[challenge] | with;
        turn.commands.emplace_back(rules::command::Share{challenge, with});
    }
}

// Gives its votes, all tables together, to what promises it most; whoever is generous joins what
// others support already.
void AgendaSetter::support(const Mind& mind, Random& random, Turn& turn) const {
    std::vector<std::pair<double, ChallengeId>> wished;
    for (const rules::TableView& table : mind.view().tables) {
        for (const ChallengeId challenge : ranked(mind, table.region, false)) {
            const double promise = mind.promise(challenge) * appeal_[challenge.value];
            if (promise <= 0 && !random.chance(temper_.whims)) continue;
            const double joined = static_cast<double>(supporters_of(table, challenge));
            wished.emplace_back(promise + (temper_.generous ? join_worth * joined : 0), challenge);
        }
    }
    std::stable_sort(wished.begin(), wished.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    const rules::OwnView& own = *mind.view().own;
    // What it supports at a table where it no longer sits cannot be taken back.
    IdSet<ChallengeId> bound;
    for (const ChallengeId challenge : own.supports) {
        if (!mind.sits_at(mind.scenario()[challenge].region)) bound.insert(challenge);
    }
    const IdSet<ChallengeId> movable = own.supports - bound;
    const std::size_t votes = movable.size() + static_cast<std::size_t>(own.votes_left);
    IdSet<ChallengeId> chosen;
    for (const auto& [worth, challenge] : wished) {
        if (chosen.size() < votes) chosen.insert(challenge);
    }
    for (const ChallengeId challenge : movable - chosen) {
        turn.commands.emplace_back(rules::command::Unsupport{challenge});
    }
    for (const ChallengeId challenge : chosen - own.supports) {
        turn.commands.emplace_back(rules::command::Support{challenge});
    }
}

// Invites who can do what nobody at the table can, for a challenge that it wants: what is on the
// agenda, or while there is none, what it sees.
void AgendaSetter::invite(const Mind& mind, RegionId region, bool unasked, Turn& turn) const {
    const rules::RegionView& here = mind.region(region);
    IdSet<CapabilityId> present;
    for (const PartyId party : here.table) present = present | mind.scenario()[party].capabilities;
    const std::vector<ChallengeId> wanted =
        here.agenda_made ? here.agenda : ranked(mind, region, false);
    const double least = temper_.generous ? 0 : share_worth;
    for (const ChallengeId challenge : wanted) {
        if (mind.promise(challenge) <= least) continue;
        for (const Need& need : mind.scenario()[challenge].needs) {
            if (present.contains(need.capability)) continue;
            for (const PartyId party : mind.scenario().all_parties()) {
                const bool absent = !here.table.contains(party) && !here.invited.contains(party);
                if (!absent || party == mind.scenario().centre) continue;
                if (mind.is_vacant(party)) continue;
                if (!unasked && !here.knocked.contains(party)) continue;
                if (!mind.scenario()[party].capabilities.contains(need.capability)) continue;
                turn.commands.emplace_back(rules::command::Invite{region, party});
                return;
            }
        }
    }
}

void AgendaSetter::knock(const Mind& mind, const Voice& voice, Turn& turn) const {
    if (mind.is_centre()) return;
    for (const rules::RegionView& region : mind.view().regions) {
        const bool stranger = !region.table.empty() && !region.table.contains(mind.me()) &&
                              !region.knocked.contains(mind.me()) &&
                              !region.invited.contains(mind.me());
        if (!stranger || ranked(mind, region.region, false).empty()) continue;
        turn.commands.emplace_back(
            rules::command::Knock{region.region, voice.say("bot.knock")});
    }
}

}  // namespace dealtafel::bots
