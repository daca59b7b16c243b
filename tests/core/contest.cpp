// What of a contest for money leaves the server for whom: pledges stay at their table, and an
// urgency is told with the score, not before.
#include "scenario/parse.hpp"
#include "support/table.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

namespace dealtafel::test {

namespace {

constexpr RegionId north{0}, south{1};

// The north's pledge, how urgent its harbour is, and who submits.
struct Course {
    Money pledge;
    double urgency = 0.5;
    bool south_submits = true;
    bool north_submits = false;
};

struct Heard {
    std::map<std::string, std::vector<std::string>> seats;
    std::vector<std::string> spectator;
};

std::string delta_text() {
    std::ifstream file(DEALTAFEL_SCENARIOS "/../tests/e2e/delta.toml", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Heard play(const Course& course) {
    const std::string toml = delta_text();
    ParsedScenario parsed = parse_scenario(toml, "delta");
    REQUIRE(parsed.scenario);
    auto scenario = std::make_shared<Scenario>(std::move(*parsed.scenario));
    const ChallengeId harbour = *scenario->find<ChallengeId>("haven");
    scenario->challenges[harbour.value].urgency = {course.urgency};
    TestHub hub({core::ScenarioEntry{scenario, toml}}, 7);
    protocol::http::CreateSession wish;
    wish.scenario = "delta";
    wish.seed = 5;
    const auto session = hub.create(wish);
    std::map<std::string, core::ConnectionId> seats;
    std::uint64_t ids = 0;
    for (const Party& party : scenario->parties) {
        const auto taken = hub.take_seat(session.code, party.id, "Speler");
        seats[party.id] = hub.connect(session.code, taken.token, 0, "client-" + party.id);
    }
    const auto facilitator = hub.connect(session.code, session.facilitator_token, 0, "facilitator");
    const auto spectator = hub.connect(session.code, "", 0, "spectator");
    const auto act = [&](rules::Act wanted) {
        hub.pass(500);
        hub.send(facilitator, client::Act{++ids, 0, std::move(wanted)});
    };
    const auto ask = [&](const std::string& seat, rules::Command wanted) {
        hub.pass(500);
        hub.send(seats[seat], client::Command{++ids, std::move(wanted)});
    };
    const auto submit = [&](const std::string& seat, RegionId region, std::string_view challenge) {
        command::Submit wanted;
        wanted.region = region;
        wanted.challenges.insert(*scenario->find<ChallengeId>(challenge));
        wanted.partners.insert(*scenario->find<PartyId>(seat));
        wanted.asked = Money{80};
        wanted.pitch = hub.texts.take("Kies ons.");
        ask(seat, wanted);
    };
    act(rules::act::Start{});
    for (int stage = 0; stage < 2; ++stage) act(rules::act::Skip{});
    for (const auto& [seat, challenge] :
         {std::pair{"noord-gemeente", "haven"}, std::pair{"noord-bedrijf", "haven"},
          std::pair{"zuid-gemeente", "wijk"}, std::pair{"zuid-kennis", "wijk"}}) {
        ask(seat, command::Support{*scenario->find<ChallengeId>(challenge)});
    }
    act(rules::act::Skip{});
    ask("noord-gemeente", command::Pledge{north, course.pledge});
    if (course.south_submits) submit("zuid-gemeente", south, "wijk");
    if (course.north_submits) submit("noord-gemeente", north, "haven");
    Heard heard;
    for (const auto& [seat, connection] : seats) heard.seats[seat] = hub.received(connection);
    heard.spectator = hub.received(spectator);
    return heard;
}

bool anywhere(const Heard& heard, const std::string& seat, std::string_view part) {
    return any_with(heard.seats.at(seat), part);
}

}  // namespace

TEST_CASE("non-interference: pledges, for seats of other tables and the public") {
    const Heard little = play({Money{10}});
    const Heard much = play({Money{90}});
    // It is a pledge that was heard, and where it may be.
    CHECK(anywhere(little, "noord-bedrijf", R"("pledges":{"noord-gemeente":1})"));
    CHECK(anywhere(much, "noord-bedrijf", R"("pledges":{"noord-gemeente":9})"));
    for (const char* seat : {"rijk", "zuid-gemeente", "zuid-kennis", "oost-gemeente"}) {
        CHECK(little.seats.at(seat) == much.seats.at(seat));
    }
    CHECK(little.spectator == much.spectator);
}

TEST_CASE("non-interference: the urgency of what is submitted, until submissions close") {
    const auto seats_that_cannot_see = {"rijk", "zuid-gemeente", "zuid-kennis"};
    const Heard calm = play({Money{10}, 0.5, false, true});
    const Heard urgent = play({Money{10}, 0.75, false, true});
    CHECK(any_with(calm.spectator, R"("proposal":{"challenges":["haven"])"));
    for (const char* seat : seats_that_cannot_see) {
        CHECK(calm.seats.at(seat) == urgent.seats.at(seat));
    }
    CHECK(calm.spectator == urgent.spectator);
    CHECK(calm.seats.at("noord-gemeente") != urgent.seats.at("noord-gemeente"));
    // With the last lead's proposal they close, and then everybody reads it.
    const Heard scored = play({Money{10}, 0.75, true, true});
    for (const char* seat : seats_that_cannot_see) {
        CHECK(anywhere(scored, seat, R"("urgency":{"haven":0.75})"));
    }
    CHECK(any_with(scored.spectator, R"("urgency":{"haven":0.75})"));
}

// Names are read before anybody asks who says them: a server must live with each of them.
TEST_CASE("a challenge that is not there is refused as one that its seat does not see") {
    Table table;
    const auto refused = [&](core::ConnectionId who, const std::string& command) {
        table.hub.send_text(who, R"({"type":"command","id":)" + std::to_string(++table.acts) +
                                     R"(,"command":{)" + command + "}}");
        return table.hub.received(who).back();
    };
    for (int skips = 0; skips < 3; ++skips) {
        table.act(skips == 0 ? rules::Act(rules::act::Start{}) : rules::Act(rules::act::Skip{}));
    }
    CHECK(refused(table.player, R"("type":"support","challenge":"nowhere")")
              .find(R"("not-seen")") != std::string::npos);
    CHECK(refused(table.player, R"("type":"unsupport","challenge":"nowhere")")
              .find(R"("not-seen")") != std::string::npos);
    const std::string submit = R"("type":"submit","region":"foodvalley","partners":[],"asked":1,)"
                               R"("pitch":"Kies ons.","challenges":["nowhere","elsewhere"])";
    CHECK(refused(table.player, submit).find(R"("wrong-stage")") != std::string::npos);
}

}  // namespace dealtafel::test
