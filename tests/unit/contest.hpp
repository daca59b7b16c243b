// A game of two regions that compete: the valley of game_scenario, and a coast with a town and
// traders. Both have something on their agenda.
#pragma once

#include "play.hpp"

namespace dealtafel::tests {

inline constexpr PartyId town{5}, traders{6};
inline constexpr RegionId coast{1};
inline constexpr ChallengeId dikes{3}, harbour{4};

// 20.0 million for both regions together. The coast's challenges have effects of 5 and 3, and
// urgencies of 0.8 and 0.4; protein harms the coast for 1.
inline Scenario contest_scenario() {
    Scenario made = game_scenario();
    made.selection = true;
    made.tranche_budget = Money{200};
    made.phase_seconds[Stage::proposal] = {300};
    made.regions[coast.value].id = "coast";
    made.regions[coast.value].lead = town;
    for (const auto& [id, kind] : {std::pair{"town", PartyKind::municipality},
                                   std::pair{"traders", PartyKind::business}}) {
        made.parties.push_back(make_party(id, kind, Scale::regional, set_of({building})));
        made.parties.back().region = coast;
        made.parties.back().at_table = true;
        made.party_order.push_back(PartyId{static_cast<std::uint16_t>(made.parties.size() - 1)});
    }
    made.file_order = made.party_order;
    made.parties[town.value].required = made.parties[town.value].lead = true;
    made.challenges.push_back(
        make_challenge("dikes", {{health, 5.0}}, {{building, 1.0}}, 4.0, 0.8));
    made.challenges.push_back(
        make_challenge("harbour", {{work, 3.0}}, {{building, 1.0}}, 4.0, 0.4));
    for (const ChallengeId challenge : {dikes, harbour}) {
        made.challenges[challenge.value].region = coast;
        made.challenges[challenge.value].seen_with = set_of({building});
    }
    made.challenges[protein.value].spillovers = {{coast, work, -1.0}};
    return made;
}

class Contest : public Play {
public:
    explicit Contest(Scenario made = contest_scenario()) : Play(std::move(made)) {}

    // Protein and homes on the valley's agenda, dikes and harbour on the coast's.
    void propose() {
        begin(Stage::agenda);
        set_agendas();
        skip_to(Stage::proposal, state.round);
    }
    void set_agendas() {
        see(farmers, protein, set_of({city}));
        see(city, homes, set_of({farmers}));
        for (const PartyId party : {city, farmers}) support(party, {protein, homes});
        for (const PartyId party : {town, traders}) support(party, {dikes, harbour});
    }

    command::Submit proposal(RegionId region, std::vector<ChallengeId> challenges,
                             int asked) const {
        command::Submit made;
        made.region = region;
        for (const ChallengeId challenge : challenges) made.challenges.insert(challenge);
        made.partners = region == valley ? set_of({city, farmers}) : set_of({town, traders});
        made.asked = Money{asked};
        made.pitch = some_words();
        return made;
    }
    // Both regions' proposals, upon which submissions close. Without weights the features add up to
    // 4.3 of 7 for the coast (0.8 + 5/6 + 1 + 2/3 + 0 + 0 + 1) and to 4.27 for the valley
    // (0.6 + 1 + 1 + 2/3 + 1 + 0 + 0).
    void submit_both(int valley_asks = 120, int coast_asks = 120) {
        REQUIRE(ask(city, proposal(valley, {protein}, valley_asks)) == "");
        REQUIRE(ask(town, proposal(coast, {dikes}, coast_asks)) == "");
        REQUIRE(state.submissions_closed);
    }
    std::string decide(RegionId region, bool selected) {
        return ask(rijk, command::Decide{region, selected, some_words()});
    }
    const rules::ContestState& contest(RegionId region) const {
        return state.regions[region.value].contest;
    }

private:
    void see(PartyId by, ChallengeId challenge, IdSet<PartyId> with) {
        if (state.seats[(*with.begin()).value].sees.contains(challenge)) return;
        REQUIRE(ask(by, command::Share{challenge, with}) == "");
    }
    void support(PartyId party, std::vector<ChallengeId> challenges) {
        for (const ChallengeId challenge : challenges) {
            if (state.regions[scenario[challenge].region.value]
                    .supporters[challenge.value]
                    .contains(party)) {
                continue;
            }
            REQUIRE(ask(party, command::Support{challenge}) == "");
        }
    }
};

}  // namespace dealtafel::tests
