// Games that get one and the same timed list of commands, made beforehand at random, through the
// codec and the outbox: what two of them differ in is compared byte for byte.
#pragma once

#include "base/random.hpp"
#include "support/hub_world.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <optional>

namespace dealtafel::test {

namespace client = protocol::client;
namespace command = rules::command;

// One line of the timed list: who sends what, after how long. The facilitator is seat none.
struct Timed {
    std::int64_t after_ms = 0;
    std::optional<PartyId> seat;
    protocol::ClientMessage message;
};

// Which challenges a list may speak of, and which words talk uses.
struct TalkPlan {
    IdSet<ChallengeId> speakable;
    bool review = true;
    std::optional<EventId> injected = std::nullopt;
};

class ListMaker {
public:
    ListMaker(const Scenario& scenario, WordTexts& texts, TalkPlan plan, std::uint64_t seed)
        : scenario_(scenario), texts_(texts), plan_(plan), random_(seed) {}

    // A whole round up to the next framework, with most of the commands that seats have.
    std::vector<Timed> make() {
        act(rules::act::Start{});
        act(rules::act::Skip{});  // the briefing
        publish();
        act(rules::act::Skip{});
        agenda();
        if (plan_.injected) act(rules::act::Inject{*plan_.injected});
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
    TalkPlan plan_;
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

inline Heard play(const core::ScenarioEntry& entry, const std::vector<Timed>& list,
           const WordTexts& words, IdSet<PartyId> silent_extra = {},
           bool second_look = false) {
    TestHub hub({entry}, 77);
    hub.texts = words;
    protocol::http::CreateSession wish;
    wish.scenario = entry.scenario->id;
    wish.seed = 11;
    wish.second_look = second_look;
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
inline std::string difference(const std::vector<std::string>& a,
                              const std::vector<std::string>& b) {
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
inline constexpr int pairs = DEALTAFEL_PAIRS;

inline core::ScenarioEntry changed(const core::ScenarioEntry& entry,
                            const std::function<void(Scenario&)>& change) {
    auto copy = std::make_shared<Scenario>(*entry.scenario);
    change(*copy);
    return {copy, entry.toml};
}

inline IdSet<ChallengeId> all_challenges(const Scenario& scenario) {
    IdSet<ChallengeId> all;
    for (std::uint16_t at = 0; at < scenario.challenges.size(); ++at) all.insert(ChallengeId{at});
    return all;
}

}  // namespace dealtafel::test
