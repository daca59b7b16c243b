// The time that was played, when a game is taken back: it is what it was at that point, however
// long the server was down before or after it, and however long going back takes.
#include "core/underway.hpp"

namespace dealtafel::test {

namespace {

// Holds for each entry of the facilitator's feed how long had been played when it came, from what
// the test did: wall time since the start, less what was no play.
class PlayTimes {
public:
    explicit PlayTimes(std::int64_t began_ms) : began_ms_(began_ms) {}

    void look(const std::vector<std::string>& messages) {
        for (const auto& [number, entry] : feed_of(messages)) {
            if (number <= seen_) continue;
            seen_ = number;
            at_[number] =
                std::max<std::int64_t>(0, entry.at("at_ms").as_int64() - began_ms_ - not_played_);
        }
    }
    void stood_still(std::int64_t ms) { not_played_ += ms; }
    // The game went back to a point with so much play time.
    void went_back(const std::vector<std::string>& messages, std::int64_t now_ms,
                   std::int64_t play_ms) {
        at_.erase(at_.lower_bound(known_from(messages)), at_.end());
        not_played_ = now_ms - began_ms_ - play_ms;
        look(messages);
    }
    // By entry; what is undone is not among them.
    const std::map<std::int64_t, std::int64_t>& at() const { return at_; }

private:
    std::int64_t began_ms_;
    std::int64_t not_played_ = 0;
    std::int64_t seen_ = 0;
    std::map<std::int64_t, std::int64_t> at_;
};

std::int64_t play_now(TestHub& hub) {
    return last_state(hub.world.store).clock.play_ms(hub.now_ms);
}

}  // namespace

TEST_CASE("after any going back the game has played as long as at that point") {
    Underway table;
    // The framework began after 30 seconds, and 20 are played of it.
    PlayTimes times(table.hub.now_ms - 50'000);
    times.look(table.hub.received(table.facilitator));
    table.act(to_stage(Stage::framework, 1));
    CHECK(play_now(table.hub) == 30'000);
    times.went_back(table.hub.received(table.facilitator), table.hub.now_ms, 30'000);
    table.hub.pass(6'000);
    table.say(3, "brandnetel");
    times.look(table.hub.received(table.facilitator));

    Again again(table);
    times.stood_still(60'000);
    std::uint64_t id = 100;
    const auto act = [&](rules::Act wanted) {
        again.hub.send(again.facilitator, client::Act{++id, 0, std::move(wanted)});
    };
    const auto& messages = again.hub.received(again.facilitator);
    again.hub.pass(5'000);
    times.look(messages);
    act(rules::act::Pause{});
    times.look(messages);
    again.hub.pass(4'000);
    times.stood_still(4'000);
    act(rules::act::Resume{});
    times.look(messages);
    again.hub.pass(8'000);
    // From the last to the first; what one request led to is undone together.
    auto points = times.at();
    while (!points.empty()) {
        const auto [entry, play_ms] = *points.rbegin();
        const auto branches = records(again.hub.world.store).size();
        act(to_entry(static_cast<std::uint64_t>(entry)));
        REQUIRE(records(again.hub.world.store).size() == branches + 1);
        CHECK_MESSAGE(play_now(again.hub) == play_ms,
                      json::serialize(feed_of(messages).at(entry)));
        again.hub.pass(100);
        points.erase(points.lower_bound(known_from(messages)), points.end());
    }
}

TEST_CASE("going back to before a going back, or to before a restart, is to the same play time") {
    Underway table;
    Again again(table);
    again.hub.pass(5'000);
    const auto& messages = again.hub.received(again.facilitator);
    std::uint64_t id = 100;
    const auto back_to = [&](std::string_view what) {
        std::int64_t last = 0;
        for (const auto& [number, entry] : feed_of(messages)) {
            if (json::serialize(entry).find(what) != std::string::npos) last = number;
        }
        again.hub.send(again.facilitator,
                       client::Act{++id, 0, to_entry(static_cast<std::uint64_t>(last))});
        return play_now(again.hub);
    };
    CHECK(back_to(R"("type":"restarted")") == 50'000);
    again.hub.pass(7'000);
    CHECK(back_to(R"("type":"went-back")") == 50'000);
}

TEST_CASE("what it takes to work out a branch is no play time, what its appends take is") {
    Underway table;
    table.hub.stores = false;
    const auto entry = entry_with(table.hub.received(table.facilitator), "weegbree");
    table.act(to_entry(static_cast<std::uint64_t>(entry)));
    table.hub.now_ms += 1'000;
    table.hub.settle_one();  // what is stored was read
    table.hub.now_ms += 7'000;
    table.hub.settle_one();  // the branch is worked out
    CHECK(table.hub.world.waiting.size() == 1);
    table.hub.now_ms += 2'000;
    table.hub.stores = true;
    table.hub.settle();
    const rules::State state = last_state(table.hub.world.store);
    CHECK(state.clock.play_ms(table.hub.now_ms) - state.stage_began_ms == 22'000);
}

}  // namespace dealtafel::test
