#include "core/board.hpp"

namespace dealtafel::client {

namespace {

bool in_lobby(const ClientModel& model) {
    return model.view ? model.view->stage == Stage::lobby : model.lobby.has_value();
}

}  // namespace

Board board(const ClientModel& model, const messages::Catalogue& catalogue,
            const JoinAddress& address, std::int64_t now_ms) {
    Board made;
    if (model.link == Link::lost) made.notice = catalogue.text("board.connection.lost");
    if (!model.welcome) {
        made.screen = WaitingPart{
            catalogue.text("board.connection.connecting", {{"address", address.typed}})};
        return made;
    }
    if (in_lobby(model)) {
        made.screen = lobby_part(model, catalogue, address);
        return made;
    }
    const protocol::ScenarioInfo& scenario = model.welcome->scenario;
    const std::int64_t server_ms = now_ms + model.server_ahead_ms;
    const rules::RegionView* region =
        model.view ? find_region(*model.view, board_region(scenario, server_ms)) : nullptr;
    if (region == nullptr) {
        made.screen = WaitingPart{catalogue.text("board.connection.waiting")};
        return made;
    }
    const Scene scene{scenario, *model.view, *region, catalogue, server_ms};
    made.screen = PlayPart{strip_part(scene), map_part(scene), themes_part(scene),
                           table_part(scene), gauges_part(scene)};
    return made;
}

bool is_complete(const ClientModel& model) {
    return model.welcome && model.view && (!in_lobby(model) || model.lobby);
}

}  // namespace dealtafel::client
