#include "claim.hpp"

#include "rules/bands.hpp"

#include <algorithm>
#include <stdexcept>

namespace dealtafel::claims {

namespace {

// Who has it shows a challenge to who does not see it, so that it can be supported.
void support(Play& game, PartyId party, ChallengeId challenge) {
    if (!game.state.seats[party.value].sees.contains(challenge)) {
        const PartyId knows = challenge == homes ? city : farmers;
        REQUIRE(game.ask(knows, command::Share{challenge, set_of({party})}) == "");
    }
    const std::string refused = game.ask(party, command::Support{challenge});
    REQUIRE((refused.empty() || refused == "already-so"));  // support lasts into the next round
}

void agree_on_agenda(Play& game, const Round& round) {
    if (round.school_joins && !game.region().table.contains(school)) {
        REQUIRE(game.ask(city, command::Invite{valley, school}) == "");
        REQUIRE(game.ask(school, command::Accept{valley}) == "");
    }
    if (round.centre_joins) {
        REQUIRE(game.ask(city, command::Invite{valley, rijk}) == "");
        REQUIRE(game.ask(rijk, command::Accept{valley}) == "");
    }
    for (const auto& [party, theme, value] : round.ambitions) {
        REQUIRE(game.ask(party, command::Ambition{valley, theme, value}) == "");
    }
    for (const auto& [party, challenge] : round.support) support(game, party, challenge);
}

void to_negotiation(Play& game, const Round& round, int number) {
    game.skip_to(Stage::framework, number);
    REQUIRE(game.ask(rijk, command::Publish{round.stated, round.demands, {}}) == "");
    game.skip_to(Stage::agenda, number);
    agree_on_agenda(game, round);
    game.skip_to(Stage::negotiation, number);
}

void add_by(Rule rule, const Parts& parts, double& sum) {
    for (const Part& part : parts) {
        if (part.rule == rule) sum += part.amount;
        add_by(rule, part.sum, sum);
        add_by(rule, part.product, sum);
    }
}

template <class E>
const E& last(const Play& play) {
    for (auto at = play.events.rbegin(); at != play.events.rend(); ++at) {
        if (const E* found = get_if<E>(&*at)) return *found;
    }
    throw std::logic_error("this never happened: " + std::string(E::type));
}

}  // namespace

Deal middle_deal() {
    Deal deal = make_deal(
        {make_line(protein, {farmers, school}, {{rijk, 30}, {farmers, 15}, {school, 15}})});
    deal.form = Form::partnership;
    deal.conditions = 2;
    return deal;
}

Scenario situation() {
    Scenario scenario = game_scenario();
    scenario.partnership_form_from = 1;
    return scenario;
}

Play negotiating(const Round& round, const Scenario& scenario) {
    Play game(scenario);
    game.begin(Stage::framework);
    to_negotiation(game, round, 1);
    return game;
}

void conclude(Play& game, const Round& round) {
    const std::vector<ChallengeId>& agenda = game.region().agenda;
    for (const rules::Line& line : round.deal.lines) {
        if (std::find(agenda.begin(), agenda.end(), line.challenge) == agenda.end()) return;
    }
    const int version = game.on_table(round.deal);
    for (const PartyId party : rules::signatories(game.scenario, round.deal)) {
        const bool weighs = party == rijk && round.centre_weighs;
        if (weighs && rules::seat_forecast(game.scenario, game.state, party, round.deal).points <
                          game.scenario[party].reserve) {
            continue;
        }
        REQUIRE(game.ask(party, command::Sign{valley, version}) == "");
    }
}

Play play(const Scenario& scenario, const std::vector<Round>& rounds) {
    Play game(scenario);
    game.begin(Stage::framework);
    int number = 0;
    for (const Round& round : rounds) {
        to_negotiation(game, round, ++number);
        conclude(game, round);
        game.skip_to(Stage::outcome, number);
    }
    return game;
}

Play play(const Deal& deal, const Scenario& scenario) {
    Round round;
    round.deal = deal;
    return play(scenario, {round});
}

const event::OutcomeTold& outcome(const Play& play) { return last<event::OutcomeTold>(play); }
const event::CommonResult& common(const Play& play) {
    return last<event::MovedOn>(play).common;
}
double yield(const Play& play) { return outcome(play).outcome.lines[0].yield; }
double health_here(const Play& play) { return outcome(play).delta.get(valley).get(health); }

Parts why(const Play& play) {
    const rules::Explanation& told = outcome(play).explanation;
    Parts parts = {told.partnership, told.steering, told.hierarchy, told.audit_chance,
                   told.admin,       told.commitment, told.chi};
    for (const rules::LineExplanation& line : told.lines) {
        parts.push_back(line.yield);
        parts.insert(parts.end(), line.effects.begin(), line.effects.end());
    }
    return parts;
}

Parts why_points(const Play& play, PartyId party) {
    for (auto at = play.events.rbegin(); at != play.events.rend(); ++at) {
        const auto* scored = get_if<event::Scored>(&*at);
        if (scored != nullptr && scored->party == party) return scored->parts;
    }
    return {};
}

Parts why_trust(const Play& play, PartyId a, PartyId b) {
    const auto [low, high] = std::minmax(a, b);
    for (const event::PairMoved& moved : last<event::MovedOn>(play).trust) {
        if (moved.a == low && moved.b == high) return moved.parts;
    }
    return {};
}

Parts why_agenda(const Play& play) { return last<event::AgendaMade>(play).reasons; }

double Claim::by(Rule rule, const Parts& parts) const {
    const std::vector<std::string_view>& claims = rules::source_of(rule).claims;
    CHECK_MESSAGE(std::find(claims.begin(), claims.end(), id_) != claims.end(), to_word(rule),
                  " does not carry ", id_);
    double sum = 0;
    add_by(rule, parts, sum);
    return sum;
}

}  // namespace dealtafel::claims
