#include "scenes.hpp"

namespace dealtafel::tests {

namespace {

using client::ClientModel;

rules::RegionView& valley(ClientModel& model) { return model.view->regions[1]; }

client::Board board_of(const ClientModel& model, std::string_view language = "nl") {
    return client::board(model, messages::Catalogue(language), board_address(), board_now_ms);
}

// As many parties at the table as asked for, beyond the nine with names made of theirs.
void crowd(ClientModel& model, std::size_t count) {
    std::vector<protocol::PartyInfo>& parties = model.welcome->scenario.parties;
    while (parties.size() < count) {
        protocol::PartyInfo next = parties[parties.size() % 9];
        next.id = PartyId{static_cast<std::uint16_t>(parties.size())};
        next.lead = false;
        valley(model).table.insert(next.id);
        if (valley(model).on_table) valley(model).on_table->needed.insert(next.id);
        model.view->parties[next.id] = {rules::Presence::bot, false, {}, Money{100}};
        parties.push_back(next);
    }
    parties.resize(count);
}

ClientModel last_call() {
    ClientModel model = board_model();
    model.view->last_call = true;
    model.view->stage_ends_ms = 543'000;
    valley(model).rival = rules::SignableView{2, Money{1'150}, {}, everybody(), ids({b_rijk})};
    return model;
}

ClientModel third_round() {
    ClientModel model = board_model();
    model.view->round = 3;
    rules::RegionView& region = valley(model);
    region.trail.push_back({2, stated_positions(-0.5, -0.1, 0), rules::Positions{-0.4, 0.6, 0.9}});
    region.wellbeing = scores({69, 47, 100, 54, 0, 66});
    region.ambition = scores({68, 100, 75, 62, 66, 70});
    rules::ConcludedView concluded;
    concluded.version = 12;
    concluded.deal.lines.resize(1);
    concluded.deal.lines[0].money[b_rijk] = Money{1'234};
    concluded.tension = {1, -1, 0.05};
    concluded.signatories = everybody();
    region.on_table.reset();
    region.concluded = concluded;
    region.negotiation = rules::NegotiationStatus::concluded;
    return model;
}

ClientModel briefing() {
    ClientModel model = board_model();
    model.view->stage = Stage::briefing;
    model.view->round = 0;
    model.view->stated = {};
    model.view->framework_published = false;
    rules::RegionView& region = valley(model);
    region.ambition.reset();
    region.on_table.reset();
    region.trail.clear();
    region.agenda_made = false;
    region.table.erase(b_rijk);
    region.table.erase(b_university);
    return model;
}

ClientModel offline() {
    ClientModel model = board_model();
    client::lost(model);
    return model;
}

ClientModel busy_lobby(std::size_t parties, int games) {
    ClientModel model = lobby_model();
    crowd(model, parties);
    protocol::server::LobbyGame first = model.lobby->games.front();
    for (std::size_t at = first.seats.size(); at < parties; ++at) {
        first.seats.push_back({PartyId{static_cast<std::uint16_t>(at)},
                               {"Alexandra-Josephine", "Bartholomeus", "Christiaan"},
                               rules::Presence::away});
    }
    model.lobby->games = {first};
    model.welcome->games = games;
    for (int game = 1; game < games; ++game) {
        model.lobby->games.push_back(first);
        model.lobby->games.back().game = game;
        if (game % 3 == 0) model.lobby->games.back().stage = Stage::negotiation;
    }
    return model;
}

}  // namespace

std::vector<NamedBoard> all_boards() {
    ClientModel three = board_model();
    crowd(three, 3);
    ClientModel twelve = board_model();
    crowd(twelve, 12);
    ClientModel twenty = board_model();
    crowd(twenty, 20);
    return {{"play", board_of(board_model())},
            {"play in English", board_of(board_model(), "en")},
            {"last call", board_of(last_call())},
            {"third round", board_of(third_round())},
            {"briefing", board_of(briefing())},
            {"offline", board_of(offline())},
            {"three parties", board_of(three)},
            {"twelve parties", board_of(twelve)},
            {"twenty parties", board_of(twenty, "en")},
            {"lobby", board_of(lobby_model())},
            {"lobby in English", board_of(lobby_model(), "en")},
            {"lobby of twelve", board_of(busy_lobby(12, 1))},
            {"lobby of six games", board_of(busy_lobby(9, 6))},
            {"lobby of thirty games", board_of(busy_lobby(9, 30), "en")},
            {"lobby of a hundred games", board_of(busy_lobby(9, 100))},
            {"waiting", board_of(ClientModel{})}};
}

}  // namespace dealtafel::tests
