// What a bot does about a table's agenda and about who sits there: ambitions, support, what it
// shares, whom it invites, where it knocks.
#pragma once

#include "bots/bot.hpp"
#include "bots/mind.hpp"
#include "base/random.hpp"
#include "bots/temper.hpp"
#include "bots/voice.hpp"

#include <map>
#include <vector>

namespace dealtafel::bots {

// The challenges of a region that a bot sees, those that promise it most first.
std::vector<ChallengeId> ranked(const Mind& mind, RegionId region, bool national);

class AgendaSetter {
public:
    explicit AgendaSetter(Temper temper) : temper_(temper) {}

    // Draws anew how much each challenge appeals to it: people differ, and not every game is alike.
    void begin_round(const Scenario& scenario, Random& random);
    // In the agenda phase: everything.
    void act(const Mind& mind, Random& random, const Voice& voice, Turn& turn);
    // In the agenda phase and the negotiation: answers invitations,
    void answer(const Mind& mind, Random& random, Turn& turn) const;
    // and invites whoever could do what nobody at the table can: those who knocked, or `unasked`
    // anybody.
    void invite(const Mind& mind, bool unasked, Turn& turn) const;

private:
    void set_ambitions(const Mind& mind, const rules::TableView& table, Turn& turn) const;
    void share(const Mind& mind, RegionId region, Turn& turn);
    void support(const Mind& mind, Random& random, Turn& turn) const;
    void invite(const Mind& mind, RegionId region, bool unasked, Turn& turn) const;
    void knock(const Mind& mind, const Voice& voice, Turn& turn) const;

    Temper temper_;
    std::map<ChallengeId, IdSet<PartyId>> told_;  // with whom it shared what
    std::vector<double> appeal_;                  // by challenge number, around 1
};

}  // namespace dealtafel::bots
