#include "core/feeds.hpp"

#include "protocol/json_codec.hpp"

#include <algorithm>

namespace dealtafel::core {

Feeds::Feeds(const Scenario& scenario, const TextTable& texts)
    : scenario_(scenario), texts_(texts) {
    for (const PartyId party : scenario.all_parties()) viewers_.push_back({party, false});
    viewers_.push_back({std::nullopt, false});
    viewers_.push_back({std::nullopt, true});
    for (const rules::Viewer& viewer : viewers_) told_[viewer];
}

void Feeds::add(const rules::State& after, const rules::Event& event, Point before) {
    ShownTexts shown(texts_);
    const json::Context context{&scenario_, &shown};
    SharedText last;
    for (const rules::Viewer& viewer : viewers_) {
        ToldReader& reader = told_[viewer];
        for (rules::FeedItem& item : rules::project(scenario_, after, event, viewer)) {
            if (viewer.party && on_seat_item) on_seat_item(*viewer.party, item);
            if (auto* back = get_if<rules::feed::WentBackTold>(&item)) {
                back->known_from = reader.undone_from + 1;
            }
            std::string text =
                protocol::write(protocol::server::FeedEntry{before.at_ms, item}, context);
            // Most items are the same for all: those share their bytes.
            if (!last || *last != text) last = std::make_shared<const std::string>(std::move(text));
            reader.items.push_back({last, before});
        }
    }
}

void Feeds::recall(const rules::State& after, const rules::Event& event) {
    for (const rules::Viewer& viewer : viewers_) {
        if (!viewer.party || !on_seat_item) continue;
        for (const rules::FeedItem& item : rules::project(scenario_, after, event, viewer)) {
            on_seat_item(*viewer.party, item);
        }
    }
}

// What was undone before lies among what is undone now, or before it.
void Feeds::undo(std::uint64_t line) {
    for (auto& [viewer, reader] : told_) {
        const auto is_beyond = [&](const Told& told) {
            return told.before && told.before->line >= line;
        };
        const auto first = std::find_if(reader.items.begin(), reader.items.end(), is_beyond);
        reader.undone_from = static_cast<std::size_t>(first - reader.items.begin());
        for (auto undone = first; undone != reader.items.end(); ++undone) undone->before.reset();
    }
}

std::optional<Point> Feeds::point_before(const rules::Viewer& viewer, std::uint64_t number) const {
    const std::vector<Told>& all = feed_of(viewer);
    if (number < 1 || number > all.size()) return std::nullopt;
    return all[number - 1].before;
}

// All of a seat are told the same.
const std::vector<Feeds::Told>& Feeds::feed_of(const rules::Viewer& viewer) const {
    return told_.at(rules::Viewer{viewer.party, viewer.facilitator}).items;
}

std::vector<Feeds::Item> Feeds::after(const rules::Viewer& viewer, std::uint64_t seen) const {
    const std::vector<Told>& all = feed_of(viewer);
    std::vector<Item> beyond;
    for (std::uint64_t number = seen + 1; number <= all.size(); ++number) {
        beyond.push_back({number, all[number - 1].json});
    }
    return beyond;
}

std::uint64_t Feeds::next_number(const rules::Viewer& viewer) const {
    return feed_of(viewer).size() + 1;
}

}  // namespace dealtafel::core
