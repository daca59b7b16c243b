#include "core/client_model.hpp"

#include "core/client_session.hpp"
#include "make_board.hpp"

#include <doctest/doctest.h>

using namespace dealtafel;
using namespace dealtafel::tests;
namespace server = protocol::server;

namespace {

server::Lobby lobby_with(std::vector<std::string> names) {
    server::Lobby lobby;
    lobby.games.push_back({0, Stage::lobby, 0, {{b_ede, std::move(names), {}}}});
    return lobby;
}

}  // namespace

TEST_CASE("a name that is learnt keeps its number, and each kind counts for itself") {
    const client::GrowingNames names;
    CHECK(names.find<PartyId>("rijk") == PartyId{0});
    CHECK(names.find<PartyId>("ede") == PartyId{1});
    CHECK(names.find<ThemeId>("health") == ThemeId{0});
    CHECK(names.find<PartyId>("rijk") == PartyId{0});
    CHECK(names.name(PartyId{1}) == "ede");
}

TEST_CASE("no more names are learnt than a set of ids can hold") {
    const client::GrowingNames names;
    for (std::size_t at = 0; at < ids_max; ++at) {
        CHECK(names.find<PartyId>("p" + std::to_string(at)).has_value());
    }
    CHECK_FALSE(names.find<PartyId>("one-more").has_value());
    CHECK(names.find<PartyId>("p63") == PartyId{63});
}

TEST_CASE("texts are kept as words, each once, and the empty text says nothing") {
    client::KeptTexts texts;
    const TextRef hello = texts.take("goed");
    CHECK(texts.words(hello) == "goed");
    CHECK(texts.take("goed") == hello);
    CHECK(texts.take("") == TextRef{});
    CHECK(texts.words(TextRef{}).empty());
    CHECK(texts.take("  \n").empty);
}

TEST_CASE("the hello names the protocol, the client, its game and what it has seen") {
    client::ClientModel model;
    model.seen = 17;
    const auto message = client::opened(model, {"board-0123456789", {}, 2});
    const auto& hello = get<protocol::client::Hello>(message);
    CHECK(hello.protocol == protocol::version);
    CHECK(hello.client == "board-0123456789");
    CHECK_FALSE(hello.token.has_value());
    CHECK(hello.game == 2);
    CHECK(hello.seen == 17);
}

TEST_CASE("the welcome sets the clock by the server's") {
    client::ClientModel model;
    server::Welcome welcome;
    welcome.server_ms = 5'000;
    client::receive(model, welcome, 4'200);
    CHECK(model.server_ahead_ms == 800);
    CHECK(model.link == client::Link::live);
}

TEST_CASE("what was seen is the number of the last entry of a feed; a view alone changes nothing") {
    client::ClientModel model;
    server::Frame frame;
    frame.number = 5;
    frame.feed.resize(3);
    client::receive(model, frame, 0);
    CHECK(model.seen == 7);  // 5, 6, 7
    server::Frame only_view;
    only_view.number = 8;
    only_view.view.emplace();
    client::receive(model, only_view, 0);
    CHECK(model.seen == 7);
    CHECK(model.view.has_value());
}

TEST_CASE("a lost connection keeps what is known, and counts as lost only after a welcome") {
    client::ClientModel model;
    client::lost(model);
    CHECK(model.link == client::Link::connecting);
    client::receive(model, server::Welcome{}, 0);
    client::lost(model);
    CHECK(model.link == client::Link::lost);
    CHECK(model.welcome.has_value());
}

TEST_CASE("the newest name is the last that came while we watched") {
    client::ClientModel model;
    client::receive(model, lobby_with({"Priya"}), 0);
    CHECK_FALSE(model.newest.has_value());  // who was there already is not new
    client::receive(model, lobby_with({"Priya", "Jeroen"}), 0);
    CHECK(model.newest == client::Arrival{0, b_ede, 1});
    client::receive(model, lobby_with({"Priya"}), 0);
    CHECK_FALSE(model.newest.has_value());
}

TEST_CASE("a seat at which nothing changed has no newest name; the newest stays until the next") {
    client::ClientModel model;
    server::Lobby lobby = lobby_with({"Priya"});
    lobby.games[0].seats.push_back({b_water, {"Sanne"}, {}});
    client::receive(model, lobby, 0);
    lobby.games[0].seats[0].names.emplace_back("Jeroen");
    client::receive(model, lobby, 0);
    CHECK(model.newest == client::Arrival{0, b_ede, 1});
    client::receive(model, lobby, 0);
    CHECK(model.newest == client::Arrival{0, b_ede, 1});
    lobby.games[0].seats[1].names.emplace_back("Tim");
    client::receive(model, lobby, 0);
    CHECK(model.newest == client::Arrival{0, b_water, 1});
}

TEST_CASE("a refusal that would come again is final, one that time heals is not") {
    client::ClientModel model;
    client::receive(model, server::Bye{"server-stops"}, 0);
    CHECK_FALSE(model.refused.has_value());
    client::receive(model, server::Bye{"no-such-game"}, 0);
    CHECK(model.refused == protocol::Refusal::no_such_game);
}

TEST_CASE("a client reads a server's frame into its own numbers, and back to the same names") {
    client::Session session({"board-0123456789", {}, 0});
    session.received(
        R"({"type":"lobby","games":[{"game":0,"stage":"lobby","round":0,"seats":[)"
        R"({"party":"zeeland","names":["Ann"],"presence":"here","members":[1]},)"
        R"({"party":"almelo","names":[],"presence":"bot","members":[]}]}]})",
        0);
    REQUIRE(session.model().lobby.has_value());
    const auto& seats = session.model().lobby->games.at(0).seats;
    CHECK(seats.at(0).party == PartyId{0});  // learnt first, though "almelo" ranks before it
    CHECK(seats.at(1).party == PartyId{1});
    CHECK(seats.at(0).names == std::vector<std::string>{"Ann"});
    CHECK_FALSE(session.model().refused.has_value());
}

TEST_CASE("a text that is no message of this protocol is final") {
    client::Session session({"board-0123456789", {}, 0});
    session.received(R"({"type":"welcome","protocol":99})", 0);
    CHECK(session.model().refused == protocol::Refusal::wrong_protocol);
}

TEST_CASE("an unknown session is declined for good, a busy server is not") {
    client::Session session({"board-0123456789", {}, 0});
    session.declined(503);
    CHECK_FALSE(session.model().refused.has_value());
    session.declined(404);
    CHECK(session.model().refused == protocol::Refusal::no_such_session);
}

TEST_CASE("the hello of a session is a text that the server's codec reads") {
    client::Session session({"board-0123456789", {}, 1});
    CHECK(session.opened() ==
          R"({"type":"hello","protocol":1,"client":"board-0123456789","game":1,"seen":0})");
}
