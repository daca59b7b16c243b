// What the tests of the essay's claims share: a situation that is played by commands, twice, and a
// look into what explains the difference.
#pragma once

#include "../unit/play.hpp"

#include "rules/explain.hpp"

#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace dealtafel::claims {

using namespace dealtafel::tests;
using rules::Deal;
using rules::Part;
using rules::Rule;
using Parts = std::vector<Part>;

// farmers and school on protein, in the middle of each scale: joint, two conditions, the new form,
// mutual accountability; half of the money is the centre's.
Deal middle_deal();

// What people do in one round; the deal is put and signed by all whom it needs.
struct Round {
    rules::StatedPositions stated;
    std::vector<rules::Demanded> demands;
    bool school_joins = true;
    bool centre_joins = false;  // already while the agenda is made
    std::vector<std::tuple<PartyId, ThemeId, int>> ambitions;
    std::vector<std::pair<PartyId, ChallengeId>> support = {
        {city, protein}, {farmers, protein}, {school, protein}};
    Deal deal = middle_deal();
    bool centre_weighs = false;  // it signs only what is worth its reserve to it
};

// The scenario of the tests of games, with the new form from the first round.
Scenario situation();
// The first round, up to its negotiation.
Play negotiating(const Round& round = {}, const Scenario& scenario = situation());
// Puts the round's deal on the table where its challenges are on the agenda, and signs it.
void conclude(Play& game, const Round& round);
// Plays rounds, up to the outcome of the last.
Play play(const Scenario& scenario, const std::vector<Round>& rounds);
// One round with this deal, and all else as it is.
Play play(const Deal& deal, const Scenario& scenario = situation());

// What the last round led to.
const event::OutcomeTold& outcome(const Play& play);
const event::CommonResult& common(const Play& play);
double yield(const Play& play);
double health_here(const Play& play);
// All that explains the deal and its lines; a party's points; what moved the trust of a pair; why
// the agenda is what it is.
Parts why(const Play& play);
Parts why_points(const Play& play, PartyId party);
Parts why_trust(const Play& play, PartyId a, PartyId b);
Parts why_agenda(const Play& play);

// The claim that a test is about.
class Claim {
public:
    explicit Claim(std::string_view id) : id_(id) {}
    // What a rule did, all its parts together, at any depth; 0 where it did nothing. That the rule
    // carries the claim is checked.
    double by(Rule rule, const Parts& parts) const;

private:
    std::string_view id_;
};

}  // namespace dealtafel::claims
