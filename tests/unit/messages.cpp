#include "messages/messages.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace dealtafel;
using messages::Catalogue;

namespace {

const std::string no_break = "\u00a0";

}  // namespace

TEST_CASE("the message files have the same keys, each file in ascending order") {
    const std::vector<std::string> dutch = messages::keys("nl");
    CHECK(dutch == messages::keys("en"));
    CHECK(std::is_sorted(dutch.begin(), dutch.end()));
    CHECK(std::adjacent_find(dutch.begin(), dutch.end()) == dutch.end());
}

TEST_CASE("every message is well formed and takes the same arguments in both languages") {
    for (const std::string& key : messages::keys("nl")) {
        CAPTURE(key);
        const messages::PatternFacts dutch = messages::pattern_facts("nl", key);
        const messages::PatternFacts english = messages::pattern_facts("en", key);
        CHECK(dutch.well_formed);
        CHECK(english.well_formed);
        CHECK(dutch.arguments == english.arguments);
    }
}

TEST_CASE("a message takes its arguments by name and its plural by the language") {
    const Catalogue dutch("nl");
    CHECK(dutch.text("board.ask.negotiation.missing", {{"version", 4}, {"count", 6}}) ==
          "Versie 4 mist nog zes handtekeningen");
    CHECK(dutch.text("board.ask.negotiation.missing", {{"version", 12}, {"count", 1}}) ==
          "Versie 12 mist nog één handtekening");
    CHECK(Catalogue("en").text("board.ask.negotiation.missing", {{"version", 4}, {"count", 13}}) ==
          "Version 4 still needs 13 signatures");
}

TEST_CASE("a language that there is not reads in Dutch, and a key that there is not as itself") {
    CHECK(Catalogue("fy").text("stage.negotiation") == "Onderhandelen");
    CHECK(Catalogue("fy").language() == "nl");
    CHECK(Catalogue("en").text("no.such.key") == "no.such.key");
}

TEST_CASE("an argument that is not given stands as its name in braces") {
    CHECK(Catalogue("nl").text("board.lobby.game") == "Spel {game}");
}

TEST_CASE("numbers have the language's comma or point, a real minus, and no minus zero") {
    CHECK(Catalogue("nl").number(13.5, 1) == "13,5");
    CHECK(Catalogue("en").number(13.5, 1) == "13.5");
    CHECK(Catalogue("nl").number(-0.37, 2) == "\u22120,37");
    CHECK(Catalogue("nl").number(-0.001, 2) == "0,00");
    CHECK(Catalogue("en").number(1234.5, 0) == "1,234");  // halves go to the even neighbour
}

TEST_CASE("an amount of money is written as the language does, without a break inside") {
    const Catalogue dutch("nl");
    CHECK(dutch.text("money.millions", {{"amount", dutch.number(22.3, 1)}}) ==
          "€" + no_break + "22,3" + no_break + "mln");
    const Catalogue english("en");
    CHECK(english.text("money.millions", {{"amount", english.number(22.3, 1)}}) ==
          "€22.3" + no_break + "million");
}
