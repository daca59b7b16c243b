#include "core/feeds.hpp"

#include "protocol/json_codec.hpp"

namespace dealtafel::core {

Feeds::Feeds(const Scenario& scenario, const TextTable& texts)
    : scenario_(scenario), texts_(texts) {
    for (const PartyId party : scenario.all_parties()) viewers_.push_back({party, false});
    viewers_.push_back({std::nullopt, false});
    viewers_.push_back({std::nullopt, true});
    for (const rules::Viewer& viewer : viewers_) items_[viewer];
}

void Feeds::add(const rules::State& after, const rules::Event& event, std::int64_t at_ms) {
    ShownTexts shown(texts_);
    const json::Context context{&scenario_, &shown};
    SharedText last;
    for (const rules::Viewer& viewer : viewers_) {
        for (const rules::FeedItem& item : rules::project(scenario_, after, event, viewer)) {
            if (viewer.party && on_seat_item) on_seat_item(*viewer.party, item);
            std::string text = protocol::write(protocol::server::FeedEntry{at_ms, item}, context);
            // Most items are the same for all: those share their bytes.
            if (!last || *last != text) last = std::make_shared<const std::string>(std::move(text));
            items_[viewer].push_back(last);
        }
    }
}

void Feeds::clear() {
    for (auto& [viewer, items] : items_) items.clear();
}

// All of a seat are told the same.
const std::vector<SharedText>& Feeds::feed_of(const rules::Viewer& viewer) const {
    return items_.at(rules::Viewer{viewer.party, viewer.facilitator});
}

std::vector<Feeds::Item> Feeds::after(const rules::Viewer& viewer, std::uint64_t seen) const {
    const std::vector<SharedText>& all = feed_of(viewer);
    std::vector<Item> beyond;
    for (std::uint64_t number = seen + 1; number <= all.size(); ++number) {
        beyond.push_back({number, all[number - 1]});
    }
    return beyond;
}

std::uint64_t Feeds::next_number(const rules::Viewer& viewer) const {
    return feed_of(viewer).size() + 1;
}

}  // namespace dealtafel::core
