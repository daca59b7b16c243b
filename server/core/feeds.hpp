// What each reader of a game was told so far, as JSON, numbered from 1 for that reader alone.
#pragma once

#include "core/outbox.hpp"
#include "core/texts.hpp"
#include "rules/feed.hpp"

#include <map>
#include <vector>

namespace dealtafel::core {

class Feeds {
public:
    Feeds(const Scenario& scenario, const TextTable& texts);

    // Adds what an event tells to each reader; whoever owns the feeds shows it once it is stored.
    void add(const rules::State& after, const rules::Event& event, std::int64_t at_ms);

    // Forgets all items, to take up a game from its record.
    void clear();

    // The items of a reader beyond a number.
    struct Item {
        std::uint64_t number;
        SharedText json;
    };
    std::vector<Item> after(const rules::Viewer& viewer, std::uint64_t seen) const;
    // The number of the next item of a reader.
    std::uint64_t next_number(const rules::Viewer& viewer) const;
    // All readers: the seats, the public, the facilitator.
    const std::vector<rules::Viewer>& viewers() const { return viewers_; }
    // Sees every item that a seat is told, as a value: for the bots.
    std::function<void(PartyId, const rules::FeedItem&)> on_seat_item;

private:
    const std::vector<SharedText>& feed_of(const rules::Viewer& viewer) const;

    const Scenario& scenario_;
    const TextTable& texts_;
    std::vector<rules::Viewer> viewers_;
    std::map<rules::Viewer, std::vector<SharedText>> items_;
};

}  // namespace dealtafel::core
