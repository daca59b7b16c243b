#include "core/board.hpp"

#include "core/play_clock.hpp"
#include "make_board.hpp"

#include <doctest/doctest.h>

using namespace dealtafel;
using namespace dealtafel::tests;
using client::Board;
using client::LobbyPart;
using client::PlayPart;
using client::WaitingPart;
using messages::Catalogue;

namespace {

Board board_of(const client::ClientModel& model, std::int64_t now_ms = board_now_ms,
               std::string_view language = "nl") {
    return client::board(model, Catalogue(language), board_address(), now_ms);
}

PlayPart play_of(const client::ClientModel& model, std::int64_t now_ms = board_now_ms) {
    return get<PlayPart>(board_of(model, now_ms).screen);
}

rules::RegionView& valley(client::ClientModel& model) { return model.view->regions[1]; }

// What a party's line at the table says.
client::SeatLine line_of(const PlayPart& part, std::string_view name) {
    for (const client::SeatLine& line : part.table.seats) {
        if (line.name == name) return line;
    }
    FAIL("no such party at the table: ", name);
    return {};
}

void conclude(rules::RegionView& region) {
    rules::ConcludedView concluded;
    concluded.version = 4;
    concluded.deal.accountability = Accountability::mutual;
    concluded.deal.lines.resize(2);
    concluded.deal.lines[0].money[b_rijk] = Money{100};
    concluded.deal.lines[1].money[b_ede] = Money{121};
    concluded.tension = {-0.37, -0.1, -0.5};
    concluded.signatories = everybody();
    concluded.signatories.erase(b_justice);
    region.on_table.reset();
    region.concluded = concluded;
    region.negotiation = rules::NegotiationStatus::concluded;
}

}  // namespace

TEST_CASE("a started second counts whole, and what is over shows zero") {
    CHECK(client::clock_text(462'000) == "07:42");
    CHECK(client::clock_text(461'001) == "07:42");
    CHECK(client::clock_text(461'000) == "07:41");
    CHECK(client::clock_text(0) == "00:00");
    CHECK(client::clock_text(7'500'000) == "125:00");
    const rules::ClockView clock{true, 1'000, 0};
    CHECK(client::left_ms(clock, 500, 9'000) == 0);
}

TEST_CASE("play time runs with the server's clock, stands still in a pause and never runs back") {
    const rules::ClockView running{true, 10'000, 700};
    CHECK(client::play_ms(running, 10'250) == 950);
    CHECK(client::play_ms(running, 9'000) == 700);
    const rules::ClockView paused{false, 10'000, 700};
    CHECK(client::play_ms(paused, 99'000) == 700);
}

TEST_CASE("the strip says the round, what is missing and how long yet") {
    const client::StripPart strip = play_of(board_model()).strip;
    CHECK(strip.place == "Regio Foodvalley · ronde 2 van 3");
    CHECK(strip.stage == "Onderhandelen");
    CHECK(strip.ask == "Versie 4 mist nog zes handtekeningen");  // nine needed, three signed
    CHECK(strip.clock == "07:42");                               // 962 - 500 = 462 seconds
    CHECK(strip.note.empty());
    CHECK_FALSE(strip.last_minute);
}

TEST_CASE("the clock of the board follows the server's, not ours") {
    client::ClientModel model = board_model();
    model.server_ahead_ms = 2'000;
    CHECK(play_of(model).strip.clock == "07:40");
    CHECK(play_of(model, board_now_ms - 2'000).strip.clock == "07:42");
}

TEST_CASE("a pause, the last call and the last minute are said, in this order") {
    client::ClientModel model = board_model();
    const client::StripPart minute = play_of(model, board_now_ms + 402'000).strip;
    CHECK(minute.last_minute);  // 60 seconds are left
    CHECK(minute.note == "laatste minuut");
    CHECK_FALSE(play_of(model, board_now_ms + 401'999).strip.last_minute);
    model.view->last_call = true;
    CHECK(play_of(model, board_now_ms + 402'000).strip.note == "slotminuten");
    model.view->clock.running = false;
    CHECK(play_of(model).strip.note == "pauze");
}

TEST_CASE("the question of a negotiation goes with its state") {
    client::ClientModel model = board_model();
    rules::RegionView& region = valley(model);
    region.on_table.reset();
    CHECK(play_of(model).strip.ask == "Er ligt nog geen versie op tafel");
    region.walking = b_justice;
    region.walk_ends_ms = 542'000;  // 42 seconds of play time from now
    CHECK(play_of(model).strip.ask == "Justitie loopt weg. Terug kan nog 00:42");
    region.walking.reset();
    region.negotiation = rules::NegotiationStatus::ended;
    CHECK(play_of(model).strip.ask == "De onderhandeling is gestopt");
    region.negotiation = rules::NegotiationStatus::none_;
    CHECK(play_of(model).strip.ask == "Geen agenda, dus geen onderhandeling");
    conclude(region);
    CHECK(play_of(model).strip.ask == "Er is een deal: versie 4");
    region.on_table = rules::SignableView{6, Money{230}, {}, ids({b_rijk, b_ede}), ids({b_rijk})};
    CHECK(play_of(model).strip.ask == "Er is een deal. Versie 6 mist nog één handtekening");
}

TEST_CASE("outcome and accountability speak of the deal that was made, or of none") {
    client::ClientModel model = board_model();
    valley(model).on_table.reset();
    model.view->stage = Stage::outcome;
    CHECK(play_of(model).strip.ask == "Deze ronde is er geen deal");
    conclude(valley(model));
    CHECK(play_of(model).strip.ask == "Er is een deal. Zo pakt hij uit");
    model.view->stage = Stage::accountability;
    CHECK(play_of(model).strip.ask == "Partijen beoordelen elkaar");
    valley(model).concluded->deal.accountability = Accountability::upward;
    CHECK(play_of(model).strip.ask == "Het Rijk beoordeelt de regio");
}

TEST_CASE("every stage that a game of one region has says something in both languages") {
    for (const Stage stage :
         {Stage::briefing, Stage::framework, Stage::agenda, Stage::negotiation, Stage::outcome,
          Stage::accountability, Stage::reflection, Stage::debrief, Stage::closed}) {
        client::ClientModel model = board_model();
        model.view->stage = stage;
        for (const std::string_view language : {"nl", "en"}) {
            const Board board = board_of(model, board_now_ms, language);
            const client::StripPart& strip = get<PlayPart>(board.screen).strip;
            CAPTURE(strip.ask);
            CHECK_FALSE(strip.ask.empty());
            CHECK(strip.ask.find("board.") == std::string::npos);  // a key that is missing
            CHECK(strip.stage.find("stage.") == std::string::npos);
        }
    }
}

TEST_CASE("the signature row says who must sign, who has signed and who need not") {
    client::ClientModel model = board_model();
    valley(model).on_table->needed.erase(b_justice);
    valley(model).table.erase(b_towns);
    const PlayPart part = play_of(model);
    CHECK(line_of(part, "Rijk").state == "nog niet");
    CHECK(line_of(part, "Rijk").mark == client::SeatMark::ring);
    CHECK(line_of(part, "Waterschap Vallei en Veluwe").state == "getekend");
    CHECK(line_of(part, "Waterschap Vallei en Veluwe").mark == client::SeatMark::check);
    CHECK(line_of(part, "Waterschap Vallei en Veluwe").tone == client::SeatTone::good);
    CHECK(line_of(part, "Ministerie van Justitie en Veiligheid").state == "hoeft niet");
    CHECK(line_of(part, "Gemeente Ede, trekker").state == "nog niet");
    const auto away = line_of(part, "Gemeenten Barneveld, Nijkerk, Scherpenzeel en Renswoude");
    CHECK(away.state == "niet aan tafel");
    CHECK_FALSE(away.at_table);
}

TEST_CASE("seats keep the order of the scenario and have their short name at hand") {
    const auto seats = play_of(board_model()).table.seats;
    REQUIRE(seats.size() == 9);
    CHECK(seats[0].name == "Rijk");
    CHECK(seats[6].name == "Wageningen University & Research");
    CHECK(seats[6].short_name == "Wageningen");
    CHECK(seats[8].short_name == "Bewonersplatform Foodvalley");
}

TEST_CASE("a bot, an absent seat, a knock and an invitation are said in words") {
    client::ClientModel model = board_model();
    model.view->parties[b_rijk].presence = rules::Presence::bot;
    model.view->parties[b_water].presence = rules::Presence::away;
    valley(model).table.erase(b_business);
    valley(model).invited.insert(b_business);
    valley(model).table.erase(b_residents);
    valley(model).knocked.insert(b_residents);
    valley(model).walking = b_province;
    const PlayPart part = play_of(model);
    CHECK(line_of(part, "Rijk").state == "nog niet");
    CHECK(line_of(part, "Rijk").presence == "nog niet, bot");
    CHECK(line_of(part, "Waterschap Vallei en Veluwe").presence == "getekend, even weg");
    CHECK(line_of(part, "Gemeente Ede, trekker").presence == "nog niet");
    CHECK(line_of(part, "VNO-NCW Midden en LTO Noord").state == "uitgenodigd");
    CHECK(line_of(part, "Bewonersplatform Foodvalley").state == "klopt aan");
    CHECK(line_of(part, "Provincie Gelderland").state == "loopt weg");
    CHECK(line_of(part, "Provincie Gelderland").tone == client::SeatTone::warn);
}

TEST_CASE("a party of another region has no seat here unless it comes to this table") {
    client::ClientModel model = board_model();
    model.welcome->scenario.parties[b_business.value].region = b_rivers;
    CHECK(play_of(model).table.seats.size() == 9);  // at the table as a guest
    valley(model).table.erase(b_business);
    CHECK(play_of(model).table.seats.size() == 8);
}

TEST_CASE("the table says the version, how many signed of how many, and the sum") {
    client::ClientModel model = board_model();
    client::TableCentre centre = play_of(model).table.centre;
    CHECK(centre.over == "versie");
    CHECK(centre.figure == "4");
    CHECK(centre.share == "<b>3</b> van 9");
    CHECK(centre.sum == "€\u00a022,3\u00a0mln");
    CHECK(centre.note.empty());
    valley(model).rival = rules::SignableView{2, Money{150}, {}, everybody(), ids({b_rijk})};
    CHECK(play_of(model).table.centre.note == "of versie 2: 1 van 9");
}

TEST_CASE("a concluded deal stands on the table with all its signatures and its money") {
    client::ClientModel model = board_model();
    conclude(valley(model));
    const PlayPart part = play_of(model);
    CHECK(part.table.centre.over == "deal, versie");
    CHECK(part.table.centre.share == "<b>8</b> van 8");
    CHECK(part.table.centre.sum == "€\u00a022,1\u00a0mln");  // 10.0 + 12.1
    CHECK(line_of(part, "Rijk").state == "getekend");
    CHECK(line_of(part, "Ministerie van Justitie en Veiligheid").state == "hoeft niet");
}

TEST_CASE("with nothing on the table it says so, and after the agenda how long that is") {
    client::ClientModel model = board_model();
    valley(model).on_table.reset();
    CHECK(play_of(model).table.centre.under == "nog niets op\u00a0tafel");
    CHECK(line_of(play_of(model), "Rijk").state == "aan tafel");
    model.view->stage = Stage::outcome;
    CHECK(play_of(model).table.centre.figure == "3");
    CHECK(play_of(model).table.centre.under == "opgaven");
}

TEST_CASE("themes have their score, their ambition and its mark, in the order of the scenario") {
    const client::ThemesPart themes = play_of(board_model()).themes;
    CHECK(themes.heading == "<b>Foodvalley</b> nu → ambitie");
    REQUIRE(themes.bars.size() == 6);
    CHECK(themes.bars[1].title == "Milieu en natuur");
    CHECK(themes.bars[1].score == "47");
    CHECK(themes.bars[1].ambition == "60");
    CHECK(themes.bars[1].value == doctest::Approx(0.47));
    CHECK(*themes.bars[1].mark == doctest::Approx(0.60));
    CHECK_FALSE(themes.bars[1].reached);
}

TEST_CASE("an ambition that is reached is marked, and before the agenda there is none") {
    client::ClientModel model = board_model();
    valley(model).wellbeing[b_homes] = 62;
    CHECK(play_of(model).themes.bars[3].reached);
    valley(model).ambition.reset();
    const client::ThemesPart themes = play_of(model).themes;
    CHECK(themes.heading == "<b>Foodvalley</b> nu");
    CHECK(themes.bars[3].ambition.empty());
    CHECK_FALSE(themes.bars[3].mark.has_value());
}

TEST_CASE("the map takes the theme with the widest gap, and without ambitions the lowest score") {
    client::ClientModel model = board_model();
    // Gaps: 7, 13, 2, 8, 7, 4.
    CHECK(play_of(model).map.heading == "<b>Milieu en natuur</b> nu");
    (*valley(model).ambition)[b_homes] = 68;  // 68 - 54 = 14
    CHECK(play_of(model).map.heading == "<b>Wonen</b> nu");
    valley(model).ambition.reset();
    CHECK(play_of(model).map.heading == "<b>Milieu en natuur</b> nu");
}

TEST_CASE("of gaps that are equal the first theme in the scenario's order counts") {
    rules::RegionView region;
    region.wellbeing = scores({50, 40, 60, 50, 40, 50});
    CHECK(client::widest_gap(board_scenario(), region) == b_nature);
}

TEST_CASE("the colour of a region goes with the figure that is printed on it") {
    CHECK(client::map_step(0) == 1);
    CHECK(client::map_step(39.4) == 1);
    CHECK(client::map_step(39.6) == 2);  // printed as 40
    CHECK(client::map_step(50) == 3);
    CHECK(client::map_step(60) == 4);
    CHECK(client::map_step(74.4) == 4);
    CHECK(client::map_step(75) == 5);
    const client::MapPart map = play_of(board_model()).map;
    REQUIRE(map.regions.size() == 3);
    CHECK(map.regions[0].name == "Noord-Veluwe");
    CHECK(map.regions[0].score == "71");
    CHECK(map.regions[0].step == 4);
    CHECK(map.regions[1].step == 2);
}

TEST_CASE("the word for a tension has its limits at 0.15, 0.5 and 0.8") {
    CHECK(client::scale_word(Tension::steering, 0.149) == "tension.scale.middle");
    CHECK(client::scale_word(Tension::hierarchy, -0.149) == "tension.hierarchy.middle");
    CHECK(client::scale_word(Tension::steering, -0.15) == "tension.scale.slight");
    CHECK(client::scale_word(Tension::steering, 0.5) == "tension.scale.clear");
    CHECK(client::scale_word(Tension::hierarchy, -0.8) == "tension.scale.extreme");
}

TEST_CASE("a gauge has a lane for each round, the current one last with what is on the table") {
    const client::GaugesPart gauges = play_of(board_model()).gauges;
    const client::Gauge& partners = gauges.gauges[0];
    CHECK(partners.title == "Partners");
    CHECK(partners.word == "iets");  // -0.37
    CHECK(partners.leaning == 0);
    CHECK(partners.poles == std::vector<std::string>{"opgave kiest", "vaste kring"});
    REQUIRE(partners.lanes.size() == 2);
    CHECK(partners.lanes[0].label == "1");
    CHECK(partners.lanes[0].deal == 0.39);
    CHECK(partners.lanes[1].label == "nu");
    CHECK(partners.lanes[1].said == -0.5);
    CHECK(partners.lanes[1].deal == -0.37);
    CHECK_FALSE(partners.lanes[1].nested);        // 0.13 apart
    CHECK(gauges.gauges[1].lanes[1].nested);      // said and done at -0.1
    CHECK(gauges.gauges[1].word == "midden");
    CHECK(gauges.gauges[1].leaning == -1);
    CHECK(gauges.gauges[2].poles.size() == 3);
    CHECK(gauges.gauges[2].word == "duidelijk");  // -0.5
}

TEST_CASE("with nothing on the table a lane holds only what the Rijk said") {
    client::ClientModel model = board_model();
    valley(model).on_table.reset();
    model.view->stated.steering.reset();
    const client::GaugesPart gauges = play_of(model).gauges;
    CHECK(gauges.gauges[0].lanes[1].said == -0.5);
    CHECK_FALSE(gauges.gauges[0].lanes[1].deal.has_value());
    CHECK(gauges.gauges[0].word.empty());
    CHECK_FALSE(gauges.gauges[1].lanes[1].said.has_value());
}

TEST_CASE("the last three lanes are shown, and a round that is in the trail is not shown twice") {
    client::ClientModel model = board_model();
    model.view->round = 4;
    valley(model).trail = {{2, {}, {}}, {3, {}, {}}, {4, {}, rules::Positions{0.5, 0, 0}}};
    conclude(valley(model));
    valley(model).concluded->practised = rules::Positions{0.5, 0, 0};
    const auto lanes = play_of(model).gauges.gauges[0].lanes;
    REQUIRE(lanes.size() == 3);
    CHECK(lanes[0].label == "2");
    CHECK(lanes[1].label == "3");
    CHECK(lanes[2].label == "nu");
    CHECK(lanes[2].deal == 0.5);  // as practised, no longer as signed
}

TEST_CASE("the lobby shows the code in two groups, the way in and who sits where") {
    const LobbyPart lobby = get<LobbyPart>(board_of(lobby_model()).screen);
    CHECK(lobby.code == "RKT HMD");
    CHECK(lobby.go == "Ga naar <b>dealtafel.example</b>");
    CHECK(lobby.link == "https://dealtafel.example/join/RKTHMD");
    CHECK(lobby.plan == "3 rondes · 9 partijen");
    CHECK(lobby.people == "<b>12</b> mensen, <b>6</b> van 9 stoelen bezet");
    REQUIRE(lobby.seats.size() == 9);
    CHECK(lobby.seats[0].people == "Fatima, Daan");
    CHECK(lobby.seats[1].people == "vrij");
    CHECK(lobby.seats[1].free);
    CHECK(lobby.seats[2].people == "Joost");
    CHECK(lobby.seats[2].newest == "Marieke");
    CHECK(lobby.games.empty());
}

TEST_CASE("a session of several games counts people by game instead of naming them") {
    client::ClientModel model = lobby_model();
    model.welcome->games = 2;
    protocol::server::LobbyGame second;
    second.game = 1;
    second.stage = Stage::framework;
    second.round = 1;
    second.seats = {{b_ede, {"Ann"}, rules::Presence::here}};
    model.lobby->games.push_back(second);
    const LobbyPart lobby = get<LobbyPart>(board_of(model).screen);
    CHECK(lobby.seats.empty());
    REQUIRE(lobby.games.size() == 2);
    CHECK(lobby.games[0].title == "Spel 1");
    CHECK(lobby.games[1].people == "<b>1</b> mens, <b>1</b> van 9 stoelen bezet");
    CHECK(lobby.games[1].started == "al begonnen: Kader");
    CHECK(lobby.games[1].seats == "<b>1</b> van 9");
    CHECK(lobby.more.empty());
    CHECK(lobby.people == "<b>13</b> mensen, <b>7</b> van 18 stoelen bezet");
}

TEST_CASE("of very many games the lobby lists the first and counts the rest") {
    client::ClientModel model = lobby_model();
    model.welcome->games = 40;
    const protocol::server::LobbyGame first = model.lobby->games.front();
    model.lobby->games.assign(40, first);
    const LobbyPart lobby = get<LobbyPart>(board_of(model).screen);
    CHECK(lobby.games.size() == 35);
    CHECK(lobby.more == "en nog 5 spellen");
}

TEST_CASE("before anything is known the board says that it connects, and then what it waits for") {
    client::ClientModel model;
    CHECK(get<WaitingPart>(board_of(model).screen).text ==
          "Verbinden met dealtafel.example…");
    CHECK_FALSE(client::is_complete(model));
    model.welcome = board_model().welcome;
    CHECK(get<WaitingPart>(board_of(model).screen).text == "Wachten op het spel…");
    model.view = board_view();
    CHECK(client::is_complete(model));
    model.view->stage = Stage::lobby;
    CHECK_FALSE(client::is_complete(model));  // who has come is not known yet
}

TEST_CASE("a lost connection leaves the board as it was, with a notice") {
    client::ClientModel model = board_model();
    client::lost(model);
    const Board board = board_of(model);
    CHECK(board.notice == "Verbinding weg. We proberen opnieuw.");
    CHECK(get<PlayPart>(board.screen) == play_of(board_model()));
}

TEST_CASE("a board changes once a second while the clock runs, and not between") {
    const client::ClientModel model = board_model();
    CHECK(board_of(model) == board_of(model, board_now_ms + 999));
    CHECK_FALSE(board_of(model) == board_of(model, board_now_ms + 1'000));
}
