// Non-interference: two games get one and the same timed list of commands, made beforehand at
// random, and differ only in a secret that one seat may not see. That seat, and the public, get the
// same bytes: equal frames in equal number, order and length, through the codec and the outbox.
#include "base/random.hpp"
#include "support/hub_world.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace dealtafel::test {

namespace {

namespace client = protocol::client;
namespace command = rules::command;

// One line of the timed list: who sends what, after how long. The facilitator is seat none.
struct Timed {
    std::int64_t after_ms = 0;
    std::optional<PartyId> seat;
    protocol::ClientMessage message;
};

// Which challenges a list may speak of, and which words talk uses.
struct Plan {
    IdSet<ChallengeId> speakable;
    bool review = true;
};

class ListMaker {
public:
    ListMaker(const Scenario& scenario, WordTexts& texts, Plan plan, std::uint64_t seed)
        : scenario_(scenario), texts_(texts), plan_(plan), random_(seed) {}

    // A whole round up to the next framework, with most of the commands that seats have.
    std::vector<Timed> make() {
        act(rules::act::Start{});
        act(rules::act::Skip{});  // the briefing
        publish();
        act(rules::act::Skip{});
        agenda();
        act(rules::act::Skip{});
        negotiation();
        act(rules::act::Skip{});
        talk(10);
        act(rules::act::Skip{});  // the outcome
        afterwards();
        act(rules::act::Skip{});
        talk(5);
        act(rules::act::Skip{});
        talk(5);
        return std::move(list_);
    }

private:
    PartyId some_party() {
        return PartyId{static_cast<std::uint16_t>(random_.below(scenario_.parties.size()))};
    }
    ChallengeId some_challenge() {
        for (;;) {
            const ChallengeId challenge{
                static_cast<std::uint16_t>(random_.below(scenario_.challenges.size()))};
            if (plan_.speakable.contains(challenge)) return challenge;
        }
    }
    int some_version() { return 1 + static_cast<int>(random_.below(8)); }
    TextRef words() { return texts_.take(std::string(1 + random_.below(30), 'w')); }

    void act(rules::Act wanted) {
        list_.push_back({wait(), std::nullopt, client::Act{++ids_, 0, std::move(wanted)}});
    }
    void say_command(PartyId seat, rules::Command wanted) {
        list_.push_back({wait(), seat, client::Command{++ids_, std::move(wanted)}});
    }
    std::int64_t wait() { return static_cast<std::int64_t>(200 + random_.below(2'000)); }

    void publish() {
        command::Publish publish;
        publish.stated.hierarchy = rules::Stated{0.5, words()};
        if (random_.chance(0.5)) publish.stated.steering = rules::Stated{-0.5, words()};
        for (std::uint16_t at = 0; at < scenario_.challenges.size(); ++at) {
            if (scenario_.challenges[at].national && plan_.speakable.contains(ChallengeId{at})) {
                publish.demands.push_back({RegionId{0}, ChallengeId{at}});
            }
        }
        say_command(scenario_.centre, std::move(publish));
        talk(4);
    }

    void talk(int times) {
        for (int i = 0; i < times; ++i) {
            command::Say say;
            say.text = words();
            switch (random_.below(3)) {
                case 0: say.to = rules::Audience::all; break;
                case 1:
                    say.to = rules::Audience::table;
                    say.region = RegionId{0};
                    break;
                default:
                    say.to = rules::Audience::parties;
                    say.parties.emplace().insert(some_party());
            }
            say_command(some_party(), std::move(say));
        }
    }

    void agenda() {
        for (int i = 0; i < 60; ++i) {
            const PartyId seat = some_party();
            switch (random_.below(8)) {
                case 0:
                    say_command(seat,
                                command::Ambition{RegionId{0},
                                                  ThemeId{static_cast<std::uint16_t>(
                                                      random_.below(scenario_.themes.size()))},
                                                  50 + static_cast<int>(random_.below(50))});
                    break;
                case 1:
                case 2:
                case 3: say_command(seat, command::Support{some_challenge()}); break;
                case 4: say_command(seat, command::Invite{RegionId{0}, some_party()}); break;
                case 5: say_command(seat, command::Accept{RegionId{0}}); break;
                case 6: {
                    command::Share share{some_challenge(), {}};
                    share.with.insert(some_party());
                    say_command(seat, share);
                    break;
                }
                default: say_command(seat, command::Knock{RegionId{0}, words()});
            }
        }
        talk(5);
    }

    rules::Deal deal() {
        rules::Deal made;
        made.region = RegionId{0};
        made.form = random_.chance(0.5) ? Form::decentralised : Form::specific;
        made.conditions = static_cast<int>(random_.below(4));
        made.accountability = random_.chance(0.5) ? Accountability::mutual : Accountability::upward;
        made.information = random_.chance(0.5);
        made.coordination = random_.chance(0.5);
        made.review = plan_.review && random_.chance(0.5);
        IdSet<ChallengeId> used;
        const std::size_t lines = 1 + random_.below(3);
        for (std::size_t i = 0; i < lines; ++i) {
            rules::Line line;
            line.challenge = some_challenge();
            if (used.contains(line.challenge)) continue;
            used.insert(line.challenge);
            line.result = words();
            for (const PartyId party : scenario_.all_parties()) {
                if (party == scenario_.centre || !random_.chance(0.4)) continue;
                line.partners.push_back(party);
                line.money[party] = Money{static_cast<std::int64_t>(5 + random_.below(10))};
            }
            if (line.partners.empty()) line.partners.push_back(PartyId{0});
            line.money[scenario_.centre] = Money{static_cast<std::int64_t>(5 + random_.below(8))};
            made.lines.push_back(std::move(line));
        }
        return made;
    }

    void negotiation() {
        for (int i = 0; i < 120; ++i) {
            const PartyId seat = some_party();
            switch (random_.below(9)) {
                case 0:
                case 1: say_command(seat, command::Amend{RegionId{0}, 1, deal()}); break;
                case 2: say_command(seat, command::Back{RegionId{0}, some_version()}); break;
                case 3:
                    say_command(*scenario_.regions[0].lead,
                                command::Put{RegionId{0}, some_version()});
                    break;
                case 4: {
                    const int version = some_version();
                    say_command(*scenario_.regions[0].lead, command::Put{RegionId{0}, version});
                    for (const PartyId party : scenario_.all_parties()) {
                        say_command(party, command::Sign{RegionId{0}, version});
                    }
                    break;
                }
                case 5:
                    say_command(seat, command::Stance{RegionId{0}, false,
                                                      rules::Obstacle::conditions, std::nullopt});
                    break;
                case 6: say_command(seat, command::Look{RegionId{0}, some_version(), {}}); break;
                case 7:
                    list_.push_back(
                        {wait(), seat, client::Forecast{++ids_, RegionId{0}, {}, deal()}});
                    break;
                default: talk(1);
            }
        }
    }

    void afterwards() {
        for (int i = 0; i < 30; ++i) {
            say_command(some_party(),
                        command::Rate{some_party(), 1 + static_cast<int>(random_.below(5))});
        }
        talk(3);
    }

    const Scenario& scenario_;
    WordTexts& texts_;
    Plan plan_;
    Random random_;
    std::vector<Timed> list_;
    std::uint64_t ids_ = 0;
};

// What each reader got in one game that was played by a list.
struct Heard {
    std::vector<std::vector<std::string>> seats;  // by party number
    std::vector<std::string> spectator;
    bool concluded = false;
};

Heard play(const core::ScenarioEntry& entry, const std::vector<Timed>& list,
           const WordTexts& words, IdSet<PartyId> silent_extra = {}) {
    TestHub hub({entry}, 77);
    hub.texts = words;
    protocol::http::CreateSession wish;
    wish.scenario = entry.scenario->id;
    wish.seed = 11;
    const auto session = hub.create(wish);
    std::vector<core::ConnectionId> seats;
    for (const PartyId party : entry.scenario->all_parties()) {
        const auto taken =
            hub.take_seat(session.code, std::string(entry.scenario->name(party)), "Speler");
        seats.push_back(hub.connect(session.code, taken.token, 0,
                                    "client-" + std::to_string(10 + party.value)));
    }
    const auto facilitator = hub.connect(session.code, session.facilitator_token, 0, "facilitator");
    const auto spectator = hub.connect(session.code, "", 0, "spectator");
    std::uint64_t extra = 1'000'000;
    for (const Timed& timed : list) {
        hub.pass(timed.after_ms);
        hub.send(timed.seat ? seats[timed.seat->value] : facilitator, timed.message);
        // Private talk between two others that only this game has.
        if (silent_extra.size() == 2 && extra < 1'000'040) {
            command::Say say;
            say.to = rules::Audience::parties;
            say.parties = silent_extra;
            say.text = hub.texts.take("Alleen wij tweeen weten dit, " + std::to_string(extra));
            const PartyId speaker = *silent_extra.begin();
            hub.send(seats[speaker.value], client::Command{++extra, say});
        }
    }
    Heard heard;
    for (const core::ConnectionId seat : seats) heard.seats.push_back(hub.received(seat));
    heard.spectator = hub.received(spectator);
    for (const std::string& message : heard.spectator) {
        if (message.find(R"("type":"concluded")") != std::string::npos) heard.concluded = true;
    }
    return heard;
}

// The first difference between what two readers got, in words; empty where there is none.
std::string difference(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    for (std::size_t at = 0; at < std::min(a.size(), b.size()); ++at) {
        if (a[at] == b[at]) continue;
        std::size_t byte = 0;
        while (byte < std::min(a[at].size(), b[at].size()) && a[at][byte] == b[at][byte]) ++byte;
        const std::size_t from = byte < 60 ? 0 : byte - 60;
        return "message " + std::to_string(at) + ": " + a[at].substr(from, 160) + "  |  " +
               b[at].substr(from, 160);
    }
    if (a.size() != b.size()) {
        return std::to_string(a.size()) + " against " + std::to_string(b.size()) + " messages";
    }
    return {};
}

// Of games, for each kind of secret; a build without optimisation takes fewer.
constexpr int pairs = DEALTAFEL_PAIRS;

core::ScenarioEntry changed(const core::ScenarioEntry& entry,
                            const std::function<void(Scenario&)>& change) {
    auto copy = std::make_shared<Scenario>(*entry.scenario);
    change(*copy);
    return {copy, entry.toml};
}

IdSet<ChallengeId> all_challenges(const Scenario& scenario) {
    IdSet<ChallengeId> all;
    for (std::uint16_t at = 0; at < scenario.challenges.size(); ++at) all.insert(ChallengeId{at});
    return all;
}

}  // namespace

TEST_CASE("non-interference: interests, mandates and reserve of another seat") {
    const core::ScenarioEntry entry = scenario_entry("foodvalley");
    const Scenario& scenario = *entry.scenario;
    int concluded = 0;
    for (int pair = 0; pair < pairs; ++pair) {
        Random random(static_cast<std::uint64_t>(1000 + pair));
        const PartyId secretive{
            static_cast<std::uint16_t>(random.below(scenario.parties.size()))};
        const core::ScenarioEntry other = changed(entry, [&](Scenario& copy) {
            Party& party = copy.parties[secretive.value];
            party.reserve += 7.25;
            party.money_value += 0.125;
            party.brief.by_language["nl"] += " Dit weet verder niemand.";
            for (Interest& interest : party.interests) interest.weight *= -1.5;
            if (!party.mandates.empty()) party.mandates.pop_back();
        });
        WordTexts words;
        const auto list = ListMaker(scenario, words, {all_challenges(scenario), true},
                                    static_cast<std::uint64_t>(pair))
                              .make();
        const Heard a = play(entry, list, words);
        const Heard b = play(other, list, words);
        concluded += a.concluded ? 1 : 0;
        CHECK(difference(a.spectator, b.spectator) == "");
        for (const PartyId party : scenario.all_parties()) {
            if (party == secretive) continue;
            CHECK(difference(a.seats[party.value], b.seats[party.value]) == "");
        }
        // The secret is one: its own seat can tell the two games apart.
        CHECK(difference(a.seats[secretive.value], b.seats[secretive.value]) != "");
    }
    // Some of the games come to a deal, or the lists would prove little.
    CHECK(concluded > pairs / 10);
}

TEST_CASE("non-interference: the urgency of a challenge that a seat cannot see and nobody funds") {
    const core::ScenarioEntry entry = scenario_entry("foodvalley");
    const Scenario& scenario = *entry.scenario;
    for (int pair = 0; pair < pairs; ++pair) {
        Random random(static_cast<std::uint64_t>(2000 + pair));
        const ChallengeId secret{
            static_cast<std::uint16_t>(random.below(scenario.challenges.size()))};
        const core::ScenarioEntry other = changed(entry, [&](Scenario& copy) {
            for (double& urgency : copy.challenges[secret.value].urgency) urgency = 1 - urgency;
        });
        WordTexts words;
        Plan plan{all_challenges(scenario), false};
        plan.speakable.erase(secret);
        const auto list =
            ListMaker(scenario, words, plan, static_cast<std::uint64_t>(5000 + pair)).make();
        const Heard a = play(entry, list, words);
        const Heard b = play(other, list, words);
        CHECK(difference(a.spectator, b.spectator) == "");
        for (const PartyId party : scenario.all_parties()) {
            const Challenge& challenge = scenario[secret];
            const bool sees =
                !(scenario[party].capabilities & challenge.seen_with).empty() ||
                (party == scenario.centre && challenge.national);
            const std::string differs = difference(a.seats[party.value], b.seats[party.value]);
            if (sees) {
                CHECK(differs != "");
            } else {
                CHECK(differs == "");
            }
        }
    }
}

TEST_CASE("non-interference: talk among others, its words and whether there is any") {
    const core::ScenarioEntry entry = scenario_entry("foodvalley");
    const Scenario& scenario = *entry.scenario;
    for (int pair = 0; pair < pairs; ++pair) {
        Random random(static_cast<std::uint64_t>(3000 + pair));
        IdSet<PartyId> whisperers;
        while (whisperers.size() < 2) {
            whisperers.insert(
                PartyId{static_cast<std::uint16_t>(random.below(scenario.parties.size()))});
        }
        WordTexts words;
        const auto list = ListMaker(scenario, words, {all_challenges(scenario), true},
                                    static_cast<std::uint64_t>(9000 + pair))
                              .make();
        const Heard a = play(entry, list, words);
        const Heard b = play(entry, list, words, whisperers);
        CHECK(difference(a.spectator, b.spectator) == "");
        for (const PartyId party : scenario.all_parties()) {
            if (whisperers.contains(party)) {
                CHECK(a.seats[party.value].size() < b.seats[party.value].size());
            } else {
                CHECK(difference(a.seats[party.value], b.seats[party.value]) == "");
            }
        }
    }
}

TEST_CASE("non-interference: stances, for seats that are not at that table") {
    const core::ScenarioEntry entry = scenario_entry("foodvalley");
    const Scenario& scenario = *entry.scenario;
    const PartyId outsider = *scenario.find<PartyId>("university");
    int told_apart = 0;
    for (int pair = 0; pair < pairs; ++pair) {
        WordTexts words;
        auto list = ListMaker(scenario, words, {all_challenges(scenario), true},
                              static_cast<std::uint64_t>(12'000 + pair))
                        .make();
        // Nobody invites the outsider in these games.
        std::erase_if(list, [&](const Timed& timed) {
            const auto* message = std::get_if<client::Command>(&timed.message);
            const auto* invite =
                message != nullptr ? std::get_if<command::Invite>(&message->command) : nullptr;
            return invite != nullptr && invite->party == outsider;
        });
        auto other = list;
        for (Timed& timed : other) {
            auto* message = std::get_if<client::Command>(&timed.message);
            auto* stance =
                message != nullptr ? std::get_if<command::Stance>(&message->command) : nullptr;
            if (stance == nullptr) continue;
            stance->could_sign = true;
            stance->obstacle.reset();
        }
        const Heard a = play(entry, list, words);
        const Heard b = play(entry, other, words);
        CHECK(difference(a.spectator, b.spectator) == "");
        CHECK(difference(a.seats[outsider.value], b.seats[outsider.value]) == "");
        const PartyId lead = *scenario.regions[0].lead;
        told_apart += difference(a.seats[lead.value], b.seats[lead.value]) != "" ? 1 : 0;
    }
    // Who is at the table sees the counts.
    CHECK(told_apart > 0);
}

}  // namespace dealtafel::test
