#include "core/lobby_part.hpp"

#include "core/scene.hpp"

#include <algorithm>

namespace dealtafel::client {

namespace {

using messages::Catalogue;
namespace server = protocol::server;

struct Count {
    std::int64_t people = 0;
    std::int64_t taken = 0;
};

Count count(const server::LobbyGame& game) {
    Count counted;
    for (const server::LobbySeat& seat : game.seats) {
        counted.people += static_cast<std::int64_t>(seat.names.size());
        counted.taken += seat.names.empty() ? 0 : 1;
    }
    return counted;
}

std::string people_text(const Catalogue& catalogue, Count counted, std::int64_t seats) {
    return catalogue.text("board.lobby.here", {{"people", counted.people},
                                               {"taken", counted.taken},
                                               {"seats", seats}});
}

// Two groups, so that a code can be read aloud.
std::string grouped(const std::string& code) {
    const std::size_t half = code.size() / 2;
    return code.substr(0, half) + ' ' + code.substr(half);
}

const server::LobbySeat* seat_of(const server::LobbyGame* game, PartyId party) {
    if (game == nullptr) return nullptr;
    const auto at = std::find_if(game->seats.begin(), game->seats.end(),
                                 [party](const auto& seat) { return seat.party == party; });
    return at == game->seats.end() ? nullptr : &*at;
}

LobbySeat lobby_seat(const ClientModel& model, const Catalogue& catalogue,
                     const protocol::PartyInfo& party, const server::LobbyGame* game) {
    LobbySeat made;
    made.kind = party.kind;
    made.name = in_language(party.title, catalogue);
    made.people = catalogue.text("board.lobby.free");
    const server::LobbySeat* seat = seat_of(game, party.id);
    if (seat == nullptr || seat->names.empty()) return made;
    made.free = false;
    made.people.clear();
    const bool has_newest = model.newest && model.newest->game == game->game &&
                            model.newest->party == party.id;
    for (std::size_t at = 0; at < seat->names.size(); ++at) {
        if (has_newest && at == model.newest->place) {
            made.newest = seat->names[at];
        } else {
            made.people += (made.people.empty() ? "" : ", ") + seat->names[at];
        }
    }
    if (seat->presence == rules::Presence::away && made.newest.empty()) {
        made.people = catalogue.text("board.lobby.names_away", {{"names", made.people}});
    }
    return made;
}

LobbyGame lobby_game(const Catalogue& catalogue, const server::LobbyGame& game,
                     std::int64_t seats) {
    LobbyGame made;
    made.title = catalogue.text("board.lobby.game", {{"game", game.game + 1}});
    const Count counted = count(game);
    made.people = people_text(catalogue, counted, seats);
    made.seats =
        catalogue.text("board.lobby.seats", {{"taken", counted.taken}, {"seats", seats}});
    if (game.stage != Stage::lobby) {
        made.started = catalogue.text(
            "board.lobby.started",
            {{"stage", catalogue.text("stage." + std::string(to_word(game.stage)))}});
    }
    return made;
}

void list_seats(const ClientModel& model, const Catalogue& catalogue, LobbyPart& part) {
    const protocol::ScenarioInfo& scenario = model.welcome->scenario;
    const auto seats = static_cast<std::int64_t>(scenario.parties.size());
    if (model.welcome->games == 1 && scenario.parties.size() <= lobby_seats_max) {
        const server::LobbyGame* game =
            model.lobby && !model.lobby->games.empty() ? &model.lobby->games.front() : nullptr;
        for (const protocol::PartyInfo& party : scenario.parties) {
            part.seats.push_back(lobby_seat(model, catalogue, party, game));
        }
        return;
    }
    if (!model.lobby) return;
    for (const server::LobbyGame& game : model.lobby->games) {
        if (part.games.size() == lobby_games_max) {
            const auto rest = static_cast<std::int64_t>(model.lobby->games.size()) -
                              static_cast<std::int64_t>(lobby_games_max);
            part.more = catalogue.text("board.lobby.more", {{"games", rest}});
            return;
        }
        part.games.push_back(lobby_game(catalogue, game, seats));
    }
}

std::string plan(const server::Welcome& welcome, int rounds, const Catalogue& catalogue) {
    const auto parties = static_cast<std::int64_t>(welcome.scenario.parties.size());
    if (welcome.games == 1) {
        return catalogue.text("board.lobby.plan", {{"rounds", rounds}, {"parties", parties}});
    }
    return catalogue.text("board.lobby.plan_games", {{"rounds", rounds},
                                                     {"parties", parties},
                                                     {"games", welcome.games}});
}

}  // namespace

LobbyPart lobby_part(const ClientModel& model, const Catalogue& catalogue,
                     const JoinAddress& address) {
    const server::Welcome& welcome = *model.welcome;
    LobbyPart part;
    part.title = in_language(welcome.scenario.title, catalogue);
    part.plan = plan(welcome, model.view ? model.view->rounds : welcome.scenario.rules.rounds,
                     catalogue);
    part.go = catalogue.text("board.lobby.go", {{"address", address.typed}});
    part.type = catalogue.text("board.lobby.type");
    part.code = grouped(welcome.code);
    part.scan = catalogue.text("board.lobby.scan");
    part.link = address.link;
    list_seats(model, catalogue, part);
    Count all;
    if (model.lobby) {
        for (const server::LobbyGame& game : model.lobby->games) {
            const Count counted = count(game);
            all.people += counted.people;
            all.taken += counted.taken;
        }
    }
    const auto parties = static_cast<std::int64_t>(welcome.scenario.parties.size());
    part.people = people_text(catalogue, all, parties * welcome.games);
    part.soon = catalogue.text("board.lobby.soon");
    return part;
}

}  // namespace dealtafel::client
