#include "core/strip.hpp"

#include "core/play_clock.hpp"

namespace dealtafel::client {

namespace {

using messages::Catalogue;
using rules::NegotiationStatus;

std::string missing(const Catalogue& catalogue, std::string_view key,
                    const rules::SignableView& version) {
    const auto count = static_cast<std::int64_t>((version.needed - version.signatures).size());
    return catalogue.text(key, {{"version", version.version}, {"count", count}});
}

std::string negotiation_ask(const Scene& scene) {
    const rules::RegionView& region = scene.region;
    const Catalogue& catalogue = scene.catalogue;
    if (region.walking && region.walk_ends_ms) {
        const auto left = left_ms(scene.view.clock, *region.walk_ends_ms, scene.server_ms);
        return catalogue.text("board.ask.negotiation.walking",
                              {{"party", party_name(scene, *region.walking)},
                               {"time", clock_text(left)}});
    }
    if (region.selection && !region.selection->selected) {
        return catalogue.text("board.ask.negotiation.rejected");
    }
    switch (region.negotiation) {
        case NegotiationStatus::none_: return catalogue.text("board.ask.negotiation.no_agenda");
        case NegotiationStatus::ended: return catalogue.text("board.ask.negotiation.ended");
        case NegotiationStatus::concluded:
            if (region.on_table) {
                return missing(catalogue, "board.ask.negotiation.improving", *region.on_table);
            }
            return catalogue.text("board.ask.negotiation.concluded",
                                  {{"version", region.concluded ? region.concluded->version : 0}});
        case NegotiationStatus::open: break;
    }
    if (!region.on_table) return catalogue.text("board.ask.negotiation.empty");
    return missing(catalogue, "board.ask.negotiation.missing", *region.on_table);
}

std::string accountability_ask(const Scene& scene) {
    const auto& concluded = scene.region.concluded;
    const Accountability how = concluded ? concluded->deal.accountability : Accountability::none;
    return scene.catalogue.text("board.ask.accountability." + std::string(to_word(how)));
}

std::string ask(const Scene& scene) {
    const Catalogue& catalogue = scene.catalogue;
    switch (scene.view.stage) {
        case Stage::framework:
            return catalogue.text(scene.view.framework_published ? "board.ask.framework.published"
                                                                 : "board.ask.framework.open");
        case Stage::proposal:
            return catalogue.text(scene.view.submissions_closed ? "board.ask.proposal.closed"
                                                                : "board.ask.proposal.open");
        case Stage::negotiation: return negotiation_ask(scene);
        case Stage::outcome:
            return catalogue.text(scene.region.concluded ? "board.ask.outcome.deal"
                                                         : "board.ask.outcome.no_deal");
        case Stage::accountability: return accountability_ask(scene);
        default: return catalogue.text("board.ask." + std::string(to_word(scene.view.stage)));
    }
}

std::string place(const Scene& scene) {
    const std::string title = in_language(scene.scenario.title, scene.catalogue);
    if (scene.view.round == 0) return title;
    return scene.catalogue.text("board.place", {{"title", title},
                                                {"round", scene.view.round},
                                                {"rounds", scene.view.rounds}});
}

}  // namespace

StripPart strip_part(const Scene& scene) {
    constexpr std::int64_t minute_ms = 60'000;
    const rules::GameView& view = scene.view;
    StripPart part;
    part.place = place(scene);
    part.stage = scene.catalogue.text("stage." + std::string(to_word(view.stage)));
    part.ask = ask(scene);
    if (!view.stage_ends_ms) return part;
    const std::int64_t left = left_ms(view.clock, *view.stage_ends_ms, scene.server_ms);
    part.clock = clock_text(left);
    part.last_minute = left <= minute_ms;
    if (!view.clock.running) {
        part.note = scene.catalogue.text("board.note.paused");
    } else if (view.last_call) {
        part.note = scene.catalogue.text("board.note.last_call");
    } else if (part.last_minute) {
        part.note = scene.catalogue.text("board.note.last_minute");
    }
    return part;
}

}  // namespace dealtafel::client
