// What waits while a game is taken back: it was asked of another course of the game, by whoever did
// not know yet. Only who asked for it knows, and is taken at their word.
#include "core/underway.hpp"

namespace dealtafel::test {

namespace {

// The answer of a client to a request, or to a forecast.
std::string answer_to(Underway& table, core::ConnectionId who, std::uint64_t id) {
    for (const std::string& message : table.hub.received(who)) {
        if (!message.starts_with(R"({"type":"answer")") &&
            !message.starts_with(R"({"type":"forecast")")) {
            continue;
        }
        if (message.find("\"id\":" + std::to_string(id) + ",\"") != std::string::npos ||
            message.find("\"id\":" + std::to_string(id) + "}") != std::string::npos) {
            return message;
        }
    }
    return {};
}

const std::string outdated = R"("refusal":{"code":"went-back"})";

// Of the appends that come, one is stored although the store says that it failed.
void fail_but_store(HubWorld& world, int which) {
    world.store_append = [&world, which](const store::Append& append) mutable {
        const AppendResult result = world.store.append_all({&append, 1}).front();
        return which-- == 0 ? AppendResult::disk_fault : result;
    };
}

}  // namespace

TEST_CASE("what a seat sent before the game went back is refused, also where the store failed") {
    // The parent's last line is the second append.
    for (const bool fails : {false, true}) {
        Underway table;
        if (fails) fail_but_store(table.hub.world, 1);
        table.hub.stores = false;
        table.act(to_stage(Stage::briefing));
        table.say(3, "brandnetel");
        table.hub.send(table.player, client::Forecast{4, RegionId{0}, 1, {}});
        table.hub.stores = true;
        table.hub.settle();
        CHECK(table.is_done(table.acts));
        CHECK(answer_to(table, table.player, 3).find(outdated) != std::string::npos);
        CHECK(answer_to(table, table.player, 4).find(outdated) != std::string::npos);
        CHECK_FALSE(any_with(table.hub.received(table.facilitator), "brandnetel"));
        table.say(5, "zuring");
        CHECK(any_with(table.hub.received(table.facilitator), "zuring"));
    }
}

TEST_CASE("what comes while the branch is read again is refused too: nobody heard of it yet") {
    Underway table;
    fail_but_store(table.hub.world, 1);
    table.hub.stores = false;
    table.act(to_stage(Stage::briefing));
    // The record, the branch, both appends, the record again.
    for (int count = 0; count < 5; ++count) table.hub.settle_one();
    table.say(3, "brandnetel");
    table.hub.stores = true;
    table.hub.settle();
    CHECK(answer_to(table, table.player, 3).find(outdated) != std::string::npos);
}

TEST_CASE("an act of another console or a helper that waited is refused, one of the same is done") {
    for (const bool fails : {false, true}) {
        Underway table;
        const auto& session = table.session;
        const auto helper = table.hub.connect(session.code, session.helper_token, 0, "helper-01");
        const auto second =
            table.hub.connect(session.code, session.facilitator_token, 0, "facilitator-2");
        if (fails) fail_but_store(table.hub.world, 1);
        table.hub.stores = false;
        table.act(to_stage(Stage::briefing));
        table.hub.send(helper, client::Act{71, 0, rules::act::Skip{}});
        table.hub.send(second, client::Act{72, 0, rules::act::Replace{PartyId{0}, true}});
        table.hub.send(second, client::Act{73, 0, to_stage(Stage::lobby)});
        table.act(rules::act::Extend{60});
        table.hub.stores = true;
        table.hub.settle();
        CHECK(answer_to(table, helper, 71).find(outdated) != std::string::npos);
        CHECK(answer_to(table, second, 72).find(outdated) != std::string::npos);
        CHECK(answer_to(table, second, 73).find(outdated) != std::string::npos);
        CHECK(table.is_done(table.acts));
        CHECK(records(table.hub.world.store).size() == 2);
        CHECK(last_state(table.hub.world.store).stage == Stage::briefing);
    }
}

TEST_CASE("a game that begins when a seat is taken begins also where it went back meanwhile") {
    TestHub hub({scenario_entry("foodvalley")}, 1);
    protocol::http::CreateSession wish;
    wish.scenario = "foodvalley";
    wish.start_when_taken = true;
    const auto session = hub.create(wish);
    const auto facilitator =
        hub.connect(session.code, session.facilitator_token, 0, "facilitator-1");
    rules::act::Announce welcome;
    welcome.text = hub.texts.take("welkom");
    hub.send(facilitator, client::Act{1, 0, welcome});
    const auto entry = entry_with(hub.received(facilitator), "welkom");
    hub.stores = false;
    hub.send(facilitator, client::Act{2, 0, to_entry(static_cast<std::uint64_t>(entry))});
    hub.hub.take_seat(session.code, {0, "municipalities", "Noor"}, hub.now_ms, [](const auto&) {});
    hub.stores = true;
    hub.settle();
    REQUIRE(records(hub.world.store).size() == 2);
    CHECK(last_state(hub.world.store).stage == Stage::briefing);
}

}  // namespace dealtafel::test
