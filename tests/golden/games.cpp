#include "golden/games.hpp"

#include "support/recorded_play.hpp"
#include "unit/record_game.hpp"

#include <fstream>
#include <iterator>

namespace dealtafel::tests::games {

namespace {

namespace act = rules::act;
namespace command = rules::command;
namespace world = rules::world;

std::string two_regions() {
    std::ifstream stream(GOLDEN_FOLDER "/two_regions.toml");
    return {std::istreambuf_iterator<char>(stream), {}};
}

// A game of a centre and a city that build homes; times and texts are always the same.
class Game : public RecordedPlay {
public:
    explicit Game(const rules::Settings& settings = {}) : Game("small", small_toml, settings) {}
    Game(std::string_view id, std::string_view toml, const rules::Settings& settings)
        : RecordedPlay(id, toml, settings) {
        facilitator(act::Start{});
    }

    void to_negotiation() {
        until(Stage::agenda);
        seat(city, command::Support{homes});
        until(Stage::negotiation);
    }
    rules::Deal deal(int centre_pays, int city_pays) const {
        rules::Deal made;
        made.region = valley;
        made.lines.push_back({homes, {city}, Goal::joint, words("Two thousand homes"), {}});
        made.lines[0].money[rijk] = Money{centre_pays};
        made.lines[0].money[city] = Money{city_pays};
        return made;
    }
    int put(const rules::Deal& text) {
        seat(city, command::Amend{valley, 1, text});
        const auto version = static_cast<int>(state().regions[0].versions.size());
        seat(city, command::Put{valley, version});
        return version;
    }
    void sign(int version) {
        for (const PartyId party : {city, rijk}) seat(party, command::Sign{valley, version});
    }
    void conclude(const rules::Deal& text) {
        to_negotiation();
        sign(put(text));
    }
    void all_ready() {
        for (const PartyId party : {city, rijk}) seat(party, command::Ready{true});
    }
    // To the debrief as time has it, which the facilitator closes.
    std::string closed() {
        while (state().stage != Stage::debrief && state().stage != Stage::closed) tick();
        if (state().stage == Stage::debrief) facilitator(act::End{});
        write_state();
        return text();
    }

    const PartyId rijk = party("rijk"), city = party("city");
    const RegionId valley = region("valley");
    const ChallengeId homes = challenge("homes");
};

}  // namespace

// The last signature concludes; nothing else is needed.
std::string concluded() {
    Game game;
    game.conclude(game.deal(30, 40));
    return game.closed();
}

std::string improved() {
    Game game;
    game.conclude(game.deal(30, 40));
    game.sign(game.put(game.deal(40, 50)));
    return game.closed();
}

// The version that had most signatures before the last one was put is signed in the last call.
std::string rival_concluded() {
    Game game;
    game.to_negotiation();
    const int first = game.put(game.deal(30, 40));
    game.seat(game.city, command::Sign{game.valley, first});
    game.put(game.deal(20, 60));
    while (!game.state().last_call) game.tick();
    game.seat(game.rijk, command::Sign{game.valley, first});
    return game.closed();
}

// Money that is free, with conditions that an audit finds not kept: the first seed that draws it.
std::string audited() {
    for (std::uint64_t seed = 1; seed < 100; ++seed) {
        rules::Settings settings;
        settings.seed = seed;
        Game game(settings);
        rules::Deal text = game.deal(30, 40);
        text.accountability = Accountability::upward;
        text.conditions = conditions_max;
        game.conclude(text);
        game.until(Stage::outcome);
        if (!game.state().regions[0].outcome.value().audited) continue;
        return game.closed();
    }
    throw std::logic_error("no seed draws a finding");
}

std::string rated_upward() {
    Game game;
    rules::Deal text = game.deal(30, 40);
    text.accountability = Accountability::upward;
    game.conclude(text);
    game.until(Stage::accountability);
    game.seat(game.rijk, command::Rate{game.city, 4});
    game.seat(game.rijk, command::Motivate{Game::words("They told us in time")});
    return game.closed();
}

std::string rated_mutually() {
    Game game;
    game.conclude(game.deal(30, 40));
    game.until(Stage::accountability);
    game.seat(game.rijk, command::Rate{game.city, 5});
    game.seat(game.city, command::Rate{game.rijk, 1});
    return game.closed();
}

std::string rated_by_nobody() {
    Game game;
    rules::Deal text = game.deal(30, 40);
    text.accountability = Accountability::none;
    game.conclude(text);
    return game.closed();
}

namespace {

// Both regions ask the centre for money that there is only once; 0 asks for nothing.
void compete(Game& game, int valley_asks, int coast_asks) {
    game.until(Stage::agenda);
    game.seat(game.city, command::Support{game.homes});
    game.seat(game.party("town"), command::Support{game.challenge("dikes")});
    game.until(Stage::proposal);
    const auto submit = [&](PartyId lead, RegionId region, ChallengeId challenge, int asked) {
        command::Submit made;
        made.region = region;
        made.challenges.insert(challenge);
        made.partners.insert(lead);
        made.asked = Money{asked};
        made.pitch = Game::words("We are ready to begin");
        if (asked != 0) game.seat(lead, made);
    };
    submit(game.city, game.valley, game.homes, valley_asks);
    submit(game.party("town"), game.region("coast"), game.challenge("dikes"), coast_asks);
}

}  // namespace

// The centre rates its region low, and keeps back a part of its money in the next deal.
std::string withheld() {
    rules::Settings settings;
    settings.rounds = 2;
    Game game(settings);
    rules::Deal text = game.deal(30, 40);
    text.accountability = Accountability::upward;
    game.conclude(text);
    game.until(Stage::accountability);
    game.seat(game.rijk, command::Rate{game.city, 1});
    game.seat(game.rijk, command::Withhold{game.valley, 20});
    game.until(Stage::negotiation, 2);
    game.sign(game.put(game.deal(30, 40)));
    return game.closed();
}

// The city pays the farmers for their peace; it takes effect with the deal.
std::string with_side_agreement() {
    Game game("two-regions", two_regions(), {});
    compete(game, 30, 0);
    game.until(Stage::negotiation);
    const PartyId farmers = game.party("farmers");
    game.seat(game.city, command::OfferSide{game.valley, farmers, game.city, Money{10},
                                            Game::words("You say nothing of the land")});
    game.seat(farmers, command::AcceptSide{game.valley, game.city, 1});
    game.sign(game.put(game.deal(30, 40)));
    return game.closed();
}

std::string out_of_time() {
    Game game;
    game.to_negotiation();
    game.put(game.deal(30, 40));
    return game.closed();
}

std::string walked_away() {
    Game game;
    game.to_negotiation();
    game.seat(game.city, command::WalkAway{game.valley});
    return game.closed();
}

std::string agenda_empty() {
    return Game().closed();
}

std::string skipped() {
    Game game;
    game.to_negotiation();
    game.facilitator(act::Skip{});
    return game.closed();
}

std::string all_ready() {
    Game game;
    for (const PartyId party : {game.rijk, game.city}) game.world(world::Held{party, true});
    for (const PartyId party : {game.rijk, game.city}) game.world(world::Presence{party, true});
    game.conclude(game.deal(30, 40));
    for (const Stage stage :
         {Stage::negotiation, Stage::outcome, Stage::accountability, Stage::reflection}) {
        game.until(stage);
        game.all_ready();
    }
    return game.closed();
}

std::string two_rounds() {
    rules::Settings settings;
    settings.rounds = 2;
    Game game(settings);
    game.conclude(game.deal(30, 40));
    game.until(Stage::negotiation, 2);
    game.sign(game.put(game.deal(40, 50)));
    return game.closed();
}

std::string one_selected() {
    Game game("two-regions", two_regions(), {});
    compete(game, 30, 30);
    game.until(Stage::negotiation);
    game.sign(game.put(game.deal(30, 40)));
    return game.closed();
}

std::string nobody_proposed() {
    Game game("two-regions", two_regions(), {});
    compete(game, 0, 0);
    return game.closed();
}

std::string all_rejected() {
    Game game("two-regions", two_regions(), {});
    compete(game, 30, 30);
    for (const std::string_view region : {"valley", "coast"}) {
        game.seat(game.rijk, command::Decide{game.region(region), false, Game::words("Not yet")});
    }
    return game.closed();
}

std::string ended_by_facilitator() {
    Game game;
    game.conclude(game.deal(30, 40));
    game.facilitator(act::End{});
    return game.closed();
}

namespace {

// People of the city, which must be there, or of farmers, who need not, are gone for longer than
// the grace.
void lose(Game& game, std::string_view who) {
    const PartyId party = game.party(who);
    game.world(world::Held{party, true});
    game.world(world::Presence{party, true});
    game.until(Stage::agenda);
    game.world(world::Presence{party, false});
}

rules::Settings with(rules::DropOut policy) {
    rules::Settings settings;
    settings.drop_out = policy;
    return settings;
}

}  // namespace

std::string ended_by_drop_out() {
    Game game(with(rules::DropOut::end));
    lose(game, "city");
    return game.closed();
}

std::string stood_in() {
    Game game(with(rules::DropOut::bot));
    lose(game, "city");
    return game.closed();
}

std::string vacant() {
    Game game("two-regions", two_regions(), with(rules::DropOut::vacant));
    lose(game, "farmers");
    return game.closed();
}

std::string waited() {
    Game game(with(rules::DropOut::wait));
    lose(game, "city");
    while (game.state().clock.running) game.tick();
    game.world(world::Presence{game.city, true});
    return game.closed();
}

std::string restarted() {
    Game game;
    game.to_negotiation();
    game.world(world::Restart{30'000});
    game.sign(game.put(game.deal(30, 40)));
    return game.closed();
}

}  // namespace dealtafel::tests::games
