// The facilitator takes a game back: it goes on as a branch of its record, what was is kept, and
// everybody is told what of their own feed is undone, and no more.
#include "core/underway.hpp"

namespace dealtafel::test {

TEST_CASE("a game that goes back goes on as a branch, which names its parent by hash") {
    Underway table;
    const auto before = records(table.hub.world.store);
    REQUIRE(before.size() == 1);
    table.act(to_stage(Stage::briefing));
    REQUIRE(table.is_done(table.acts));
    const auto after = records(table.hub.world.store);
    REQUIRE(after.size() == 2);

    // The parent is as it was, and one line longer.
    const std::vector<std::string>& parent = after.front();
    REQUIRE(parent.size() == before.front().size() + 1);
    CHECK(std::equal(before.front().begin(), before.front().end(), parent.begin()));
    const auto ended = record::read_record(parent);
    REQUIRE(ended.has_value());
    const auto& note = get<record::note::WentBack>(get<record::Note>(ended->entries.back().what));

    const auto branch = record::read_record(after.back());
    REQUIRE(branch.has_value());
    REQUIRE(branch->header.branches.has_value());
    const record::Branch left = branch->header.branches->back();
    CHECK(left.parent == record::hash_of(parent.back()));
    CHECK(left.hash == record::hash_of(parent[left.at - 1]));
    CHECK(left.at == note.to);
    for (std::size_t at = 1; at < left.at; ++at) {
        CHECK(record::open_part(after.back()[at]) == record::open_part(parent[at]));
    }
    CHECK(table.hub.world.store.texts(note.branch).empty());  // nothing was said before
}

TEST_CASE("it stands where the stage began, and has all of its time again") {
    Underway table;
    table.act(to_stage(Stage::framework, 1));
    REQUIRE(table.is_done(table.acts));
    const rules::State state = last_state(table.hub.world.store);
    CHECK(state.stage == Stage::framework);
    CHECK(state.clock.play_ms(table.hub.now_ms) == state.stage_began_ms);
    // And it plays on: the stage ends when its time is over.
    table.hub.pass(*state.stage_ends_ms - state.stage_began_ms + 1'000);
    CHECK(last_state(table.hub.world.store).stage == Stage::agenda);
}

TEST_CASE("it goes back to just before an entry of the facilitator's feed, and to that time") {
    Underway table;
    table.hub.pass(5'000);
    table.say(3, "brandnetel");
    const auto entry = entry_with(table.hub.received(table.facilitator), "brandnetel");
    table.hub.pass(9'000);
    table.act(to_entry(static_cast<std::uint64_t>(entry)));
    REQUIRE(table.is_done(table.acts));
    CHECK(known_from(table.hub.received(table.facilitator)) == entry);
    const rules::State state = last_state(table.hub.world.store);
    CHECK(state.clock.play_ms(table.hub.now_ms) - state.stage_began_ms == 25'000);
    CHECK(any_with(records(table.hub.world.store).back(), R"("type":"said")"));
}

TEST_CASE("what was told stays told: each reader's own entries say what of them is undone") {
    Underway table;
    const auto other = table.hub.take_seat(table.session.code, "province", "Sam");
    const core::ConnectionId sam =
        table.hub.connect(table.session.code, other.token, 0, "player-02");
    table.act(to_stage(Stage::framework));
    REQUIRE(table.is_done(table.acts));
    for (const core::ConnectionId who : {table.player, table.facilitator, sam}) {
        const auto feed = feed_of(table.hub.received(who));
        // Without a gap, and nothing is taken away.
        CHECK(feed.size() == static_cast<std::size_t>(feed.rbegin()->first));
        CHECK(any_with(table.hub.received(who), "weegbree"));
        const auto said = entry_with(table.hub.received(who), "weegbree");
        CHECK(known_from(table.hub.received(who)) <= said);
        // The first thing that is undone is the first after the framework began.
        const auto began = entry_with(table.hub.received(who), R"("stage":"framework")");
        const auto& first = feed.at(known_from(table.hub.received(who)));
        CHECK(known_from(table.hub.received(who)) > began);
        CHECK(first.at("at_ms").as_int64() >= feed.at(began).at("at_ms").as_int64());
    }
}

TEST_CASE("what one seat alone was told moves no number of another") {
    std::vector<std::int64_t> known;
    for (const bool whispers : {false, true}) {
        Underway table;
        const auto other = table.hub.take_seat(table.session.code, "province", "Sam");
        const core::ConnectionId sam =
            table.hub.connect(table.session.code, other.token, 0, "player-02");
        if (whispers) {
            command::Say said;
            said.to = rules::Audience::facilitator;
            said.text = table.hub.texts.take("geheim");
            table.hub.send(table.player, client::Command{4, said});
        }
        table.act(rules::act::Skip{});
        table.act(to_stage(Stage::agenda));
        REQUIRE(table.is_done(table.acts));
        known.push_back(known_from(table.hub.received(sam)));
        CHECK_FALSE(any_with(table.hub.received(sam), "geheim"));
        known.push_back(static_cast<std::int64_t>(feed_of(table.hub.received(sam)).size()));
    }
    CHECK(known[0] == known[2]);
    CHECK(known[1] == known[3]);
}

TEST_CASE("a restart takes up the branch, with the feeds as they were told") {
    Underway table;
    table.act(to_stage(Stage::briefing));
    table.say(3, "brandnetel");
    table.act(to_entry(1'000));  // refused, and noted
    table.act(rules::act::Skip{});
    table.act(to_stage(Stage::framework));
    REQUIRE(table.is_done(table.acts));
    table.say(4, "zuring");
    REQUIRE(records(table.hub.world.store).size() == 3);
    Again again(table);
    CHECK(records(again.hub.world.store).size() == 3);
    for (const bool facilitator : {true, false}) {
        const auto told = feed_of(
            table.hub.received(facilitator ? table.facilitator : table.player));
        auto retold = feed_of(
            again.hub.received(facilitator ? again.facilitator : again.player));
        REQUIRE(retold.size() > told.size());
        for (const auto& [number, entry] : told) CHECK(retold.at(number) == entry);
    }
    // It plays on, and can go back once more.
    again.hub.send(again.facilitator, client::Act{90, 0, to_stage(Stage::briefing)});
    CHECK(any_with(again.hub.received(again.facilitator), R"({"type":"answer","id":90})"));
    CHECK(records(again.hub.world.store).size() == 4);
}

TEST_CASE("a command that is undone is not done again when it comes again, also after a restart") {
    Underway table;
    table.act(to_stage(Stage::briefing));
    REQUIRE(table.is_done(table.acts));
    const auto branch = records(table.hub.world.store).back();
    table.say(2, "weegbree");
    CHECK(records(table.hub.world.store).back() == branch);
    Again again(table);
    const auto lines = records(again.hub.world.store).back().size();
    command::Say said;
    said.to = rules::Audience::all;
    said.text = again.hub.texts.take("weegbree");
    again.hub.send(again.player, client::Command{2, said});
    CHECK(any_with(again.hub.received(again.player), R"({"type":"answer","id":2})"));
    CHECK(records(again.hub.world.store).back().size() == lines);
}

TEST_CASE("what was sent before anybody knew of it is refused") {
    Underway table;
    table.hub.stores = false;
    table.act(to_stage(Stage::briefing));
    table.say(3, "brandnetel");
    table.hub.stores = true;
    table.hub.settle();
    CHECK(table.is_done(table.acts));
    CHECK(any_with(table.hub.received(table.player), R"("id":3,"refusal":{"code":"went-back"}})"));
    CHECK_FALSE(any_with(table.hub.received(table.facilitator), "brandnetel"));
}

TEST_CASE("a game that could not be stored as gone back has not, and can be asked again") {
    // Of the branch, and of the line that ends its parent.
    for (const int stored : {0, 1}) {
        Underway table;
        HubWorld& world = table.hub.world;
        world.store_append = [&world, left = int{stored}](const store::Append& append) mutable {
            if (left-- == 0) return AppendResult::disk_fault;
            return world.store.append_all({&append, 1}).front();
        };
        table.act(to_stage(Stage::briefing));
        CHECK(any_with(table.hub.received(table.facilitator), "try-again"));
        CHECK_FALSE(any_with(table.hub.received(table.player), "went-back"));
        CHECK(records(world.store).front().back().find("went-back") == std::string::npos);
        table.say(3, "brandnetel");
        CHECK(any_with(table.hub.received(table.facilitator), "brandnetel"));
        table.act(to_stage(Stage::briefing));
        CHECK(table.is_done(table.acts));
    }
}

TEST_CASE("a game that was stored as gone back although the store failed has gone back") {
    Underway table;
    HubWorld& world = table.hub.world;
    world.store_append = [&world, stored = 1](const store::Append& append) mutable {
        const AppendResult result = world.store.append_all({&append, 1}).front();
        return stored-- == 0 ? AppendResult::disk_fault : result;
    };
    table.act(to_stage(Stage::briefing));
    CHECK(table.is_done(table.acts));
    CHECK(any_with(table.hub.received(table.player), "went-back"));
    table.say(3, "brandnetel");
    CHECK(records(world.store).size() == 2);
    CHECK(any_with(records(world.store).back(), R"("id":3)"));
}

TEST_CASE("a server that dies before the parent ends goes on as if nobody had asked") {
    Underway table;
    table.hub.stores = false;
    table.act(to_stage(Stage::briefing));
    while (records(table.hub.world.store).size() < 2) table.hub.settle_one();
    Again again(table);
    CHECK_FALSE(any_with(again.hub.received(again.player), "went-back"));
    CHECK(any_with(again.hub.received(again.player), "weegbree"));
    command::Say said;
    said.to = rules::Audience::all;
    said.text = again.hub.texts.take("brandnetel");
    again.hub.send(again.player, client::Command{3, said});
    CHECK(any_with(again.hub.received(again.player), R"({"type":"answer","id":3})"));
    CHECK(any_with(records(again.hub.world.store).front(), R"("id":3)"));
}

TEST_CASE("where there is nothing to go back to, it is said, and nothing changes") {
    Underway table;
    const auto refused = [&](const rules::act::Undo& undo, std::string_view what) {
        table.act(undo);
        CHECK_MESSAGE(table.last_answer(table.facilitator).find(what) != std::string::npos,
                      table.last_answer(table.facilitator));
    };
    const auto counted = table.hub.hub.figures().refused;
    refused({}, R"("no-such-point","path":"act","what":"must have either a stage or an entry")");
    CHECK(table.hub.hub.figures().refused == counted + 1);
    refused({Stage::agenda, {}, 3}, "must have either a stage or an entry");
    refused({{}, 1, 3}, "a round is of a stage");
    refused(to_stage(Stage::agenda), R"({"code":"no-such-point"})");
    refused(to_stage(Stage::framework, 2), R"({"code":"no-such-point"})");
    refused(to_entry(0), R"({"code":"no-such-point"})");
    refused(to_entry(1'000'000), R"({"code":"no-such-point"})");
    CHECK(records(table.hub.world.store).size() == 1);
    // What is undone is no point any more.
    const auto undone = entry_with(table.hub.received(table.facilitator), "weegbree");
    table.act(to_stage(Stage::briefing));
    refused(to_entry(static_cast<std::uint64_t>(undone)), R"({"code":"no-such-point"})");
    refused(to_stage(Stage::framework), R"({"code":"no-such-point"})");
}

TEST_CASE("a game goes back fifty times and no more, also after a restart") {
    Underway table;
    for (int count = 0; count < 50; ++count) {
        if (count % 30 == 0) table.hub.pass(10'000);  // nobody may act too fast
        table.act(to_stage(Stage::briefing));
        table.hub.now_ms += 200;
        REQUIRE(table.is_done(table.acts));
    }
    REQUIRE(records(table.hub.world.store).size() == 51);
    table.act(to_stage(Stage::briefing));
    CHECK(table.last_answer(table.facilitator).find(R"({"code":"too-many-branches"})") !=
          std::string::npos);
    Again again(table);
    again.hub.send(again.facilitator, client::Act{90, 0, to_stage(Stage::briefing)});
    CHECK(any_with(again.hub.received(again.facilitator),
                   R"("id":90,"refusal":{"code":"too-many-branches"}})"));
    CHECK(records(again.hub.world.store).size() == 51);
}

TEST_CASE("an entry is of one game, a stage of all games of a session") {
    Table table("municipalities", 1, 2);
    const auto act = [&](rules::Act wanted, std::optional<int> game) {
        table.hub.send(table.facilitator, client::Act{++table.acts, game, std::move(wanted)});
    };
    act(rules::act::Start{}, {});
    act(rules::act::Skip{}, {});
    act(to_entry(1), {});
    CHECK(any_with(table.hub.received(table.facilitator), "name the game"));
    act(to_stage(Stage::briefing), {});
    CHECK(any_with(table.hub.received(table.facilitator),
                   R"({"type":"answer","id":)" + std::to_string(table.acts) + "}"));
    CHECK(records(table.hub.world.store).size() == 4);
}

}  // namespace dealtafel::test
