// The board where several regions have a table, where they compete, and where money is withheld.
#include "core/board.hpp"
#include "make_board.hpp"

#include <doctest/doctest.h>

using namespace dealtafel;
using namespace dealtafel::tests;

namespace {

client::PlayPart play_of(const client::ClientModel& model, std::int64_t now_ms = board_now_ms) {
    return get<client::PlayPart>(
        client::board(model, messages::Catalogue("nl"), board_address(), now_ms).screen);
}

}  // namespace

TEST_CASE("where there are several tables the board shows each in turn") {
    client::ClientModel model = board_model();
    model.welcome->scenario.regions[2].lead = b_water;  // beside the valley
    const std::int64_t begins_ms = 30'000 * 34;         // an even turn: the first of the two
    CHECK(play_of(model, begins_ms).table != play_of(model, begins_ms + 15'000).table);
    CHECK(play_of(model, begins_ms).table == play_of(model, begins_ms + 14'999).table);
    CHECK(play_of(model, begins_ms).table == play_of(model, begins_ms + 30'000).table);
}

TEST_CASE("in the phase of proposals the table shows what is asked, the score, the decision") {
    client::ClientModel model = board_model();
    model.view->stage = Stage::proposal;
    rules::RegionView& region = model.view->regions[1];
    region.on_table.reset();
    region.in_contest = true;
    CHECK(play_of(model).table.centre.under == "nog geen voorstel");
    region.proposal.emplace();
    region.proposal->asked = Money{125};
    CHECK(play_of(model).table.centre.under == "vraagt");
    CHECK(play_of(model).table.centre.figure == "");
    CHECK(play_of(model).strip.ask == "Regio’s doen een voorstel");
    region.proposal->score = 0.724;
    model.view->submissions_closed = true;
    CHECK(play_of(model).table.centre.figure == "72");
    CHECK(play_of(model).table.centre.under == "van de 100 punten");
    CHECK(play_of(model).strip.ask == "Het Rijk kiest tussen de voorstellen");
    region.selection = rules::SelectionView{false, std::nullopt};
    CHECK(play_of(model).table.centre.under == "niet geselecteerd");
    model.view->stage = Stage::negotiation;
    CHECK(play_of(model).strip.ask == "Niet geselecteerd: deze tranche geen onderhandeling");
}

TEST_CASE("what central government withholds stands on the table, below the rest") {
    client::ClientModel model = board_model();
    rules::RegionView& region = model.view->regions[1];
    CHECK(play_of(model).table.centre.note == "");
    region.withheld_percent = 10;
    CHECK(play_of(model).table.centre.note == "het Rijk houdt 10% in");
    // The text that can be signed beside the one on the table is more urgent.
    region.rival = region.on_table;
    CHECK(play_of(model).table.centre.note.starts_with("of versie"));
}
