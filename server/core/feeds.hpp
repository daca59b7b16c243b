// What each reader of a game was told so far, as JSON, numbered from 1 for that reader alone. It
// only ever grows: when the game goes back, what is undone stays told.
#pragma once

#include "core/branching.hpp"
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
    // `before` is the place in the record just before the request that led to the event.
    void add(const rules::State& after, const rules::Event& event, Point before);
    // Lets the bots alone hear it: the others were told before the game went back.
    void recall(const rules::State& after, const rules::Event& event);
    // What was told of lines beyond this one is undone, as the next event to be added says.
    void undo(std::uint64_t line);
    // The place just before an item of a reader; none where there is no such item, or it is undone.
    std::optional<Point> point_before(const rules::Viewer& viewer, std::uint64_t number) const;

    // All that was told, to be kept and to go on from.
    struct Told {
        SharedText json;
        std::optional<Point> before;  // none: it is undone
    };
    struct ToldReader {
        std::vector<Told> items;
        std::size_t undone_from = 0;  // how many items were told before what was undone last
    };
    using AllTold = std::map<rules::Viewer, ToldReader>;
    const AllTold& told() const { return told_; }
    void go_on_from(AllTold told) { told_ = std::move(told); }

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
    const std::vector<Told>& feed_of(const rules::Viewer& viewer) const;

    const Scenario& scenario_;
    const TextTable& texts_;
    std::vector<rules::Viewer> viewers_;
    AllTold told_;
};

}  // namespace dealtafel::core
