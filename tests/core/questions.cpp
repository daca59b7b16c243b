// Questions of the scenario through the hub: each player of a seat answers for themselves, and only
// they and the facilitator ever get an answer to read.
#include "core/paired_games.hpp"

namespace dealtafel::test {

namespace {

constexpr QuestionId experience{0}, signs{1}, trust{2}, why{3}, hardest{4};

core::ScenarioEntry asking() {
    return scenario_entry("foodvalley", "[[theme]]", R"([[question]]
id = "experience"
when = "before"
kind = "scale"
text = { nl = "Hoeveel?", en = "How much?" }

[[question]]
id = "signs"
when = "before"
kind = "choice"
text = { nl = "Wie?", en = "Who?" }
options = [{ nl = "a", en = "a" }, { nl = "b", en = "b" }, { nl = "c", en = "c" }]
correct = [1, 2]

[[question]]
id = "trust"
when = "reflection"
kind = "scale"
text = { nl = "Vertrouwen?", en = "Trust?" }

[[question]]
id = "why"
when = "reflection"
kind = "text"
text = { nl = "Waarom?", en = "Why?" }

[[question]]
id = "hardest"
when = "after"
kind = "scale"
text = { nl = "Zwaar?", en = "Hard?" }

[[theme]])");
}

// A session with two players at one seat and one at another.
struct Sitting {
    Sitting() : hub({asking()}, 3) {
        protocol::http::CreateSession wish;
        wish.scenario = "foodvalley";
        wish.seed = 5;
        wish.rounds = 1;
        session = hub.create(wish);
        noor = sit("municipalities", "Noor", "player-01");
        ali = sit("municipalities", "Ali", "player-02");
        sam = sit("province", "Sam", "player-03");
        facilitator = hub.connect(session.code, session.facilitator_token, 0, "facilitator-1");
        spectator = hub.connect(session.code, "", 0, "spectator");
    }
    core::ConnectionId sit(const std::string& party, const std::string& name,
                           const std::string& client) {
        tokens.push_back(hub.take_seat(session.code, party, name).token);
        return hub.connect(session.code, tokens.back(), 0, client);
    }
    void act(rules::Act wanted) {
        hub.send(facilitator, client::Act{++ids, 0, std::move(wanted)});
    }
    void answer(core::ConnectionId who, QuestionId question, int value) {
        hub.send(who, client::Command{++ids, command::Answer{question, value, {}}});
    }
    void write(core::ConnectionId who, QuestionId question, const std::string& words) {
        hub.send(who,
                 client::Command{++ids, command::Answer{question, {}, hub.texts.take(words)}});
    }

    TestHub hub;
    protocol::http::SessionCreated session;
    std::vector<std::string> tokens;
    core::ConnectionId noor = 0, ali = 0, sam = 0, facilitator = 0, spectator = 0;
    std::uint64_t ids = 0;
};

bool has(const std::vector<std::string>& messages, std::string_view part) {
    return std::any_of(messages.begin(), messages.end(), [&](const std::string& message) {
        return message.find(part) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("players and the facilitator get the questions, and the facilitator the right options") {
    Sitting table;
    CHECK(has(table.hub.received(table.noor), R"("id":"signs","when":"before")"));
    CHECK_FALSE(has(table.hub.received(table.noor), R"("correct")"));
    CHECK(has(table.hub.received(table.facilitator), R"("correct":[1,2])"));
    CHECK_FALSE(has(table.hub.received(table.spectator), R"("signs")"));
    const auto helper = table.hub.connect(table.session.code, table.session.helper_token, 0,
                                          "helper-01");
    CHECK_FALSE(has(table.hub.received(helper), R"("signs")"));
}

TEST_CASE("a player without the pen answers, and each of a team is held back alone") {
    Sitting table;
    table.act(rules::act::Start{});
    table.answer(table.ali, experience, 5);
    table.answer(table.ali, signs, 0);
    CHECK(has(table.hub.received(table.ali),
              R"({"question":"signs","value":0,"right":false})"));
    table.hub.send(table.ali, client::Command{++table.ids, command::Ready{true}});
    CHECK(has(table.hub.received(table.ali), "answer-not-right"));
    table.answer(table.ali, signs, 2);
    table.hub.send(table.ali, client::Command{++table.ids, command::Ready{true}});
    const auto done = R"({"type":"answer","id":)" + std::to_string(table.ids) + "}";
    CHECK(has(table.hub.received(table.ali), done));
    table.hub.send(table.noor, client::Command{++table.ids, command::Ready{true}});
    CHECK(has(table.hub.received(table.noor), "questions-first"));
}

TEST_CASE("an answer is in the record and its words beside it, and a new device finds it again") {
    Sitting table;
    table.act(rules::act::Start{});
    table.answer(table.noor, experience, 5);
    for (int stage = 0; stage < 10; ++stage) {
        table.act(rules::act::Skip{});
        table.write(table.noor, why, "Omdat niemand vroeg.");
    }
    bool recorded = false;
    for (const std::string& stream : table.hub.world.store.list()) {
        const auto held = store::read_stream(table.hub.world.store, stream, 0);
        CHECK_FALSE(has(held.lines, "niemand vroeg"));
        recorded = recorded || has(held.lines, R"("event":{"type":"answered",)");
    }
    CHECK(recorded);
    CHECK(has(table.hub.received(table.facilitator), "niemand vroeg"));
    const auto again = table.hub.connect(table.session.code, table.tokens[0], 0, "player-09");
    CHECK(has(table.hub.received(again), "Omdat niemand vroeg."));
    CHECK(has(table.hub.received(again), R"({"question":"experience","value":5,"right":true})"));
    const auto mate = table.hub.connect(table.session.code, table.tokens[1], 0, "player-10");
    CHECK_FALSE(has(table.hub.received(mate), "niemand vroeg"));
}

// Two games with the same answers of all others, in which one player answers otherwise, or more.
TEST_CASE("non-interference: what a player answers, and whether, for team mates and everybody") {
    const auto play = [](Sitting& table, int value, bool attempts, bool reflects) {
        table.act(rules::act::Start{});
        if (attempts) table.answer(table.noor, signs, 0);
        for (const auto who : {table.noor, table.ali, table.sam}) {
            table.answer(who, experience, who == table.noor ? value : 3);
            table.answer(who, signs, who == table.noor && attempts ? 2 : 1);
        }
        for (int skips = 0; skips < 5; ++skips) table.act(rules::act::Skip{});
        if (reflects) {
            table.answer(table.noor, trust, value);
            table.write(table.noor, why, "Geheim woord");
        }
        table.answer(table.sam, trust, 4);
        table.act(rules::act::Skip{});
        table.answer(table.noor, hardest, value);
        table.answer(table.ali, hardest, 1);
    };
    Sitting a;
    Sitting b;
    // The ids of commands count in the answers to them: those of the others are the same.
    play(a, 2, false, false);
    play(b, 6, true, true);
    const auto without_ids = [](std::vector<std::string> messages) {
        std::erase_if(messages, [](const std::string& message) {
            return message.starts_with(R"({"type":"answer")");
        });
        return messages;
    };
    for (const auto& [of_a, of_b] : {std::pair(a.ali, b.ali), std::pair(a.sam, b.sam),
                                     std::pair(a.spectator, b.spectator)}) {
        CHECK(difference(without_ids(a.hub.received(of_a)),
                         without_ids(b.hub.received(of_b))) == "");
    }
    CHECK(difference(without_ids(a.hub.received(a.noor)), without_ids(b.hub.received(b.noor))) !=
          "");
    CHECK(has(b.hub.received(b.facilitator), "Geheim woord"));
    CHECK_FALSE(has(a.hub.received(a.facilitator), "Geheim woord"));
}

}  // namespace dealtafel::test
