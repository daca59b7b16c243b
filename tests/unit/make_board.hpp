// A client's model for tests of the board, in C++: a region in the middle of a negotiation with
// nine parties, six themes, and one round behind it.
#pragma once

#include "core/board.hpp"

#include <string>
#include <utility>
#include <vector>

namespace dealtafel::tests {

inline constexpr PartyId b_rijk{0}, b_justice{1}, b_province{2}, b_ede{3}, b_towns{4}, b_water{5},
    b_university{6}, b_business{7}, b_residents{8};
inline constexpr RegionId b_north{0}, b_valley{1}, b_rivers{2};
inline constexpr ThemeId b_health{0}, b_nature{1}, b_work{2}, b_homes{3}, b_society{4}, b_safety{5};

inline Text both(std::string dutch, std::string english) {
    return Text{{{"nl", std::move(dutch)}, {"en", std::move(english)}}};
}

inline std::vector<Point> scaled(std::vector<Point> points) {
    for (Point& point : points) point = {point.x / 500, point.y / 500};
    return points;
}

inline protocol::PartyInfo party_info(PartyId id, PartyKind kind, Text title) {
    protocol::PartyInfo party;
    party.id = id;
    party.kind = kind;
    party.title = std::move(title);
    const bool rijk = kind == PartyKind::central_government || kind == PartyKind::ministry;
    if (!rijk) party.region = b_valley;
    return party;
}

inline std::vector<protocol::PartyInfo> board_parties() {
    std::vector<protocol::PartyInfo> parties{
        party_info(b_rijk, PartyKind::central_government, both("Rijk", "Central government")),
        party_info(b_justice, PartyKind::ministry,
                   both("Ministerie van Justitie en Veiligheid", "Ministry of Justice")),
        party_info(b_province, PartyKind::province,
                   both("Provincie Gelderland", "Province of Gelderland")),
        party_info(b_ede, PartyKind::municipality, both("Gemeente Ede", "Municipality of Ede")),
        party_info(b_towns, PartyKind::municipality,
                   both("Gemeenten Barneveld, Nijkerk, Scherpenzeel en Renswoude",
                        "Barneveld, Nijkerk, Scherpenzeel and Renswoude")),
        party_info(b_water, PartyKind::water_board,
                   both("Waterschap Vallei en Veluwe", "Water board Vallei en Veluwe")),
        party_info(b_university, PartyKind::knowledge,
                   both("Wageningen University & Research", "Wageningen University & Research")),
        party_info(b_business, PartyKind::business,
                   both("VNO-NCW Midden en LTO Noord", "VNO-NCW Midden and LTO Noord")),
        party_info(b_residents, PartyKind::civil_society,
                   both("Bewonersplatform Foodvalley", "Residents of Foodvalley"))};
    parties[b_justice.value].short_title = both("Justitie", "Justice");
    parties[b_university.value].short_title = both("Wageningen", "Wageningen");
    parties[b_ede.value].lead = true;
    return parties;
}

inline protocol::ScenarioInfo board_scenario() {
    protocol::ScenarioInfo scenario;
    scenario.id = "valley";
    scenario.title = both("Regio Foodvalley", "Foodvalley region");
    scenario.languages = {"nl", "en"};
    scenario.themes = {{b_health, both("Gezondheid", "Health"), Horizon::now},
                       {b_nature, both("Milieu en natuur", "Environment and nature"), Horizon::now},
                       {b_work, both("Werk en inkomen", "Work and income"), Horizon::now},
                       {b_homes, both("Wonen", "Housing"), Horizon::now},
                       {b_society, both("Samenleving", "Society"), Horizon::now},
                       {b_safety, both("Veiligheid", "Safety"), Horizon::now}};
    scenario.regions = {
        {b_north, both("Noord-Veluwe", "North Veluwe"),
         scaled({{150, 12}, {300, 0}, {430, 40}, {492, 130}, {470, 250}, {360, 236}, {300, 180},
                 {206, 170}, {140, 96}}),
         {}},
        {b_valley, both("Foodvalley", "Foodvalley"),
         scaled({{60, 110}, {140, 96}, {206, 170}, {300, 180}, {360, 236}, {330, 320}, {228, 344},
                 {120, 322}, {48, 232}}),
         b_ede},
        {b_rivers, both("Rivierenland", "Rivierenland"),
         scaled({{20, 330}, {120, 322}, {228, 344}, {330, 320}, {420, 350}, {480, 420}, {330, 462},
                 {150, 456}, {40, 420}}),
         {}}};
    scenario.parties = board_parties();
    scenario.rules.rounds = 3;
    return scenario;
}

inline IdMap<ThemeId, double> scores(std::vector<double> values) {
    IdMap<ThemeId, double> made;
    for (std::uint16_t at = 0; at < values.size(); ++at) made[ThemeId{at}] = values[at];
    return made;
}

inline rules::StatedPositions stated_positions(double partnership, double steering,
                                               double hierarchy) {
    return {rules::Stated{partnership, {}}, rules::Stated{steering, {}},
            rules::Stated{hierarchy, {}}};
}

template <class IdT>
IdSet<IdT> ids(std::initializer_list<IdT> held) {
    IdSet<IdT> set;
    for (const IdT id : held) set.insert(id);
    return set;
}

inline IdSet<PartyId> everybody() {
    return ids({b_rijk, b_justice, b_province, b_ede, b_towns, b_water, b_university, b_business,
                b_residents});
}

inline rules::RegionView board_valley() {
    rules::RegionView region;
    region.region = b_valley;
    region.wellbeing = scores({61, 47, 73, 54, 59, 66});
    region.ambition = scores({68, 60, 75, 62, 66, 70});
    region.table = everybody();
    region.agenda_made = true;
    region.agenda = {ChallengeId{0}, ChallengeId{1}, ChallengeId{2}};
    region.negotiation = rules::NegotiationStatus::open;
    region.on_table = rules::SignableView{4, Money{223}, {-0.37, -0.1, -0.5}, everybody(),
                                          ids({b_water, b_university, b_residents})};
    region.trail = {{1, stated_positions(0, 0, 0), rules::Positions{0.39, 0.23, 0.5}}};
    return region;
}

// Round 2, negotiation; play time runs with the wall clock from 1,000,000 on, and the stage ends
// 462 seconds later.
inline rules::GameView board_view() {
    rules::GameView view;
    view.stage = Stage::negotiation;
    view.round = 2;
    view.rounds = 3;
    view.clock = {true, 1'000'000, 500'000};
    view.stage_ends_ms = 962'000;
    view.framework_published = true;
    view.stated = stated_positions(-0.5, -0.1, 0);
    for (const PartyId party : everybody()) {
        view.parties[party] = rules::PartyView{rules::Presence::here, false, {}, Money{100}};
    }
    rules::RegionView north;
    north.region = b_north;
    north.wellbeing = scores({64, 71, 60, 58, 62, 69});
    rules::RegionView rivers;
    rivers.region = b_rivers;
    rivers.wellbeing = scores({60, 55, 62, 57, 61, 68});
    view.regions = {north, board_valley(), rivers};
    return view;
}

inline protocol::server::LobbyGame lobby_of_nine() {
    protocol::server::LobbyGame game;
    for (const protocol::PartyInfo& party : board_parties()) {
        game.seats.push_back({party.id, {}, rules::Presence::bot});
    }
    const std::vector<std::pair<PartyId, std::vector<std::string>>> held{
        {b_rijk, {"Fatima", "Daan"}},         {b_water, {"Sanne"}},
        {b_province, {"Joost", "Marieke"}},   {b_business, {"Ahmed", "Lotte", "Wim"}},
        {b_ede, {"Priya", "Jeroen"}},         {b_residents, {"Noor", "Kees"}}};
    for (const auto& [party, names] : held) {
        game.seats[party.value] = {party, names, rules::Presence::here};
    }
    return game;
}

// The server's clock is ours; it stands at 1,000,000 when the view was made.
inline constexpr std::int64_t board_now_ms = 1'000'000;

inline client::ClientModel board_model() {
    client::ClientModel model;
    model.link = client::Link::live;
    model.welcome.emplace();
    model.welcome->code = "RKTHMD";
    model.welcome->language = "nl";
    model.welcome->role = protocol::Role::spectator;
    model.welcome->scenario = board_scenario();
    model.view = board_view();
    return model;
}

inline client::ClientModel lobby_model() {
    client::ClientModel model = board_model();
    model.view->stage = Stage::lobby;
    model.view->round = 0;
    model.view->stage_ends_ms.reset();
    model.lobby.emplace();
    model.lobby->games = {lobby_of_nine()};
    model.newest = client::Arrival{0, b_province, 1};
    return model;
}

inline client::JoinAddress board_address() {
    return {"dealtafel.example", "https://dealtafel.example/join/RKTHMD"};
}

}  // namespace dealtafel::tests
