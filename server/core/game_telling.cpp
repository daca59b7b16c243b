// What a game tells once it is stored: feeds, answers, forecasts and views.
#include "core/game.hpp"

#include "protocol/json_codec.hpp"
#include "rules/bands.hpp"

#include <algorithm>
#include <utility>

namespace dealtafel::core {

namespace {

SharedText shared(std::string text) {
    return std::make_shared<const std::string>(std::move(text));
}

}  // namespace

// Tells what is stored: first what happened, then answers and newcomers, then how things stand.
void Game::publish(Batch batch) {
    push_feed();
    for (const Answered& answered : batch.answers) {
        if (answered.told) answered.told(answered.code);
    }
    for (const Ask& ask : batch.asks) {
        Outbox* outbox = owner_.find_outbox(ask.connection);
        if (outbox == nullptr) continue;
        outbox->push(shared(protocol::write(protocol::ServerMessage(forecast(ask)),
                                            json::Context{&scenario_, nullptr})));
        world_.wake(ask.connection);
    }
    for (Attach& attach : batch.attaches) {
        Outbox* outbox = owner_.find_outbox(attach.connection);
        if (outbox == nullptr) continue;
        outbox->push(attach.welcome);
        const std::uint64_t told = feeds_.next_number(attach.viewer) - 1;
        readers_[attach.connection] = {attach.viewer, std::min(attach.seen, told), false};
        world_.wake(attach.connection);
    }
    push_feed();
    push_views();
    if (!batch.course_changed) return;
    note_course();
    owner_.course_changed();
}

void Game::note_course() {
    course_.stage = state_.stage;
    course_.round = state_.round;
    course_.presence.clear();
    for (const rules::SeatState& seat : state_.seats) {
        course_.presence.push_back(rules::seat_presence(seat));
    }
}

void Game::push_feed() {
    for (auto& [connection, reader] : readers_) {
        Outbox* outbox = owner_.find_outbox(connection);
        if (outbox == nullptr) continue;
        for (Feeds::Item& item : feeds_.after(reader.viewer, reader.sent)) {
            reader.sent = item.number;
            outbox->push_feed(item.number, std::move(item.json));
            world_.wake(connection);
        }
    }
}

// A view goes out only where it changed, so that no frame tells of what its reader may not see.
void Game::push_views() {
    ShownTexts shown(texts_);
    const json::Context context{&scenario_, &shown};
    std::map<rules::Viewer, std::pair<SharedText, bool>> made;
    for (auto& [connection, reader] : readers_) {
        auto at = made.find(reader.viewer);
        if (at == made.end()) {
            rules::GameView seen = rules::view(scenario_, state_, reader.viewer);
            if (doing_ == Doing::rests) {
                seen.clock = {false, stands_since_ms_, state_.clock.play_ms(stands_since_ms_)};
            }
            SharedText view = shared(protocol::write(seen, context));
            SharedText& last = views_[reader.viewer];
            const bool changed = !last || *last != *view;
            last = view;
            at = made.emplace(reader.viewer, std::pair(std::move(view), changed)).first;
        }
        Outbox* outbox = owner_.find_outbox(connection);
        if (outbox == nullptr || (reader.has_view && !at->second.second)) continue;
        reader.has_view = true;
        outbox->replace_view(at->second.first, feeds_.next_number(reader.viewer));
        world_.wake(connection);
    }
}

protocol::server::ForecastAnswer Game::forecast(const Ask& ask) const {
    protocol::server::ForecastAnswer made;
    made.id = ask.forecast.id;
    const auto refused = [&](auto refusal) {
        made.refusal = protocol::server::RefusalInfo{std::string(to_word(refusal)), {}, {}};
        return made;
    };
    if (ask.is_outdated) return refused(protocol::Refusal::went_back);
    const RegionId region = ask.forecast.region;
    if (const auto refusal = rules::refuses_negotiation(scenario_, state_, ask.party, region)) {
        return refused(*refusal);
    }
    const auto text = rules::text_in_question(state_, ask.party, region, ask.forecast.version,
                                              ask.forecast.deal);
    if (!text) return refused(text.error());
    made.problems = rules::problems_now(scenario_, state_, *text);
    if (!made.problems.empty()) return made;
    made.tension =
        rules::positions(scenario_, rules::circumstances(state_, region), *text, false);
    if (state_.settings.forecast != rules::ForecastMode::none_) {
        made.bands = rules::bands(scenario_, state_, ask.party, *text);
    }
    return made;
}

}  // namespace dealtafel::core
