// Secrets that one of two games has more than the other: commands at no time between the lines of
// the list that both get.
#pragma once

#include "core/paired_games.hpp"

namespace dealtafel::test {

// What the second game has more, one time after the other.
class More {
public:
    More(std::vector<Timed>& list, WordTexts& texts, Random& draws)
        : random(draws), list_(list), texts_(texts) {}

    int number = 0;  // how often it was asked for before
    Stage stage{};
    Random& random;

    void ask(PartyId seat, rules::Command wanted) {
        send(seat, client::Command{next_id(), std::move(wanted)});
    }
    void act(rules::Act wanted) {
        list_.push_back({0, std::nullopt, client::Act{next_id(), 0, std::move(wanted)}, stage});
    }
    void send(PartyId seat, protocol::ClientMessage message) {
        list_.push_back({0, seat, std::move(message), stage});
    }
    std::uint64_t next_id() { return ++ids_; }
    TextRef words() {
        return texts_.take("Geheim " + std::string(1 + random.below(30), 's'));
    }

private:
    std::vector<Timed>& list_;
    WordTexts& texts_;
    std::uint64_t ids_ = 1'000'000;
};

// One secret of a scenario: what is sent, in which stages and how often, who may know, and until
// what tells everybody. What of the list would make it public is left out in both games.
struct Secret {
    std::function<void(More&)> more;
    std::function<void(More&)> instead = {};  // what the first game has in its place
    IdSet<PartyId> may_know;
    std::set<Stage> stages = {Stage::framework,   Stage::agenda,  Stage::proposal,
                              Stage::negotiation, Stage::outcome, Stage::accountability,
                              Stage::reflection};
    std::size_t each = 9;  // so many lines
    std::string until = {};
    TalkPlan plan = {};
    std::function<bool(const Timed&)> left_out = [](const Timed&) { return false; };
    Setting setting = {};
    bool mate_may_know = true;
};

inline std::vector<Timed> with_more(const std::vector<Timed>& list, const Secret& secret,
                                    const std::function<void(More&)>& send, WordTexts& texts,
                                    Random& random) {
    std::vector<Timed> made;
    More more(made, texts, random);
    for (std::size_t at = 0; at < list.size(); ++at) {
        made.push_back(list[at]);
        // What follows the line that ends a stage is of the next.
        more.stage = at + 1 < list.size() ? list[at + 1].stage : list[at].stage;
        if (!secret.stages.contains(more.stage) || at % secret.each != 0) continue;
        send(more);
        ++more.number;
    }
    return made;
}

using SecretOf = std::function<Secret(const Scenario&, Random&)>;

// Plays pairs of games of which the second has the secret.
inline void check_secret(std::uint64_t seed, const SecretOf& secret_of,
                         const std::function<core::ScenarioEntry(int)>& entry_for = entry_of) {
    int told = 0;
    for (int pair = 0; pair < pairs; ++pair) {
        CAPTURE(pair);
        const core::ScenarioEntry entry = entry_for(pair);
        const Scenario& scenario = *entry.scenario;
        Random random(seed + static_cast<std::uint64_t>(pair));
        Secret secret = secret_of(scenario, random);
        if (secret.plan.speakable.empty()) secret.plan.speakable = all_challenges(scenario);
        WordTexts words;
        auto list = ListMaker(scenario, words, secret.plan,
                              seed + 500'000 + static_cast<std::uint64_t>(pair))
                        .make();
        std::erase_if(list, secret.left_out);
        const auto more = with_more(list, secret, secret.more, words, random);
        if (secret.instead) list = with_more(list, secret, secret.instead, words, random);
        const Heard a = play(entry, list, words, secret.setting);
        const Heard b = play(entry, more, words, secret.setting);
        told += check_same(a, b, secret.may_know, secret.until);
        if (secret.mate_may_know) {
            told += difference(a.mate, b.mate).empty() ? 0 : 1;
        } else {
            CHECK(difference(a.mate, b.mate) == "");
        }
        told += difference(a.facilitator, b.facilitator).empty() ? 0 : 1;
    }
    // Who may know it can tell the games apart, or there was no secret.
    CHECK(told > 0);
}

// The command of a line, where it is one of that kind.
template <class Wanted>
const Wanted* command_of(const Timed& timed) {
    const auto* message = get_if<client::Command>(&timed.message);
    return message != nullptr ? get_if<Wanted>(&message->command) : nullptr;
}

// Two different parties.
inline std::pair<PartyId, PartyId> two_parties(const Scenario& scenario, Random& random) {
    const PartyId a = some_party(scenario, random);
    PartyId b = some_party(scenario, random);
    while (a == b) b = some_party(scenario, random);
    return {a, b};
}

// A region with a table.
inline RegionId some_region(const Scenario& scenario, Random& random) {
    for (;;) {
        const RegionId region{static_cast<std::uint16_t>(random.below(scenario.regions.size()))};
        if (scenario[region].lead) return region;
    }
}

// Who sits at a region's table from the start, without the centre.
inline IdSet<PartyId> seated(const Scenario& scenario, RegionId region) {
    IdSet<PartyId> parties;
    for (const PartyId party : scenario.all_parties()) {
        const Party& facts = scenario[party];
        const bool belongs = !facts.region || facts.region == region;
        if (facts.at_table && belongs && party != scenario.centre) parties.insert(party);
    }
    return parties;
}

inline PartyId one_of(const IdSet<PartyId>& parties, Random& random) {
    auto at = parties.begin();
    for (std::size_t steps = random.below(parties.size()); steps > 0; --steps) ++at;
    return *at;
}

}  // namespace dealtafel::test
