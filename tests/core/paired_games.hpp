// Games that get one and the same timed list of commands, made beforehand at random, through the
// codec and the outbox: what two of them differ in is compared byte for byte.
#pragma once

#include "core/list_maker.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>

namespace dealtafel::test {

// How a game is set, where tests differ.
struct Setting {
    bool second_look = false;
    std::uint64_t seed = 11;          // of the session
    std::uint64_t world_seed = 77;    // of tokens, and whatever else is drawn at random
    IdSet<PartyId> bots = {};         // seats that nobody takes
    std::optional<PartyId> mate_of = std::nullopt;  // a seat with a second player, who only reads
    const Scenario* names = nullptr;  // whose ids the list uses, where it is not the game's own
};

// What each reader got in one game that was played by a list, and then again all of it, as a device
// gets it that comes new to the same seat.
struct Heard {
    std::vector<std::vector<std::string>> seats;  // by party number; none of a bot's
    std::vector<std::string> mate, spectator, helper, facilitator;
    bool concluded = false;
};

// One game with its readers.
class PairedGame {
public:
    PairedGame(const core::ScenarioEntry& entry, const WordTexts& words, const Setting& setting)
        : hub_({entry}, setting.world_seed), scenario_(*entry.scenario) {
        hub_.texts = words;
        protocol::http::CreateSession wish;
        wish.scenario = scenario_.id;
        wish.seed = setting.seed;
        wish.second_look = setting.second_look;
        session_ = hub_.create(wish);
        names_ = setting.names != nullptr ? setting.names : &scenario_;
        tokens_.resize(scenario_.parties.size());
        for (const PartyId party : scenario_.all_parties()) {
            if (!setting.bots.contains(party)) tokens_[party.value] = take(party);
        }
        if (setting.mate_of) mate_token_ = take(*setting.mate_of);
        connect("first");
    }

    Heard play(const std::vector<Timed>& list) {
        for (const Timed& timed : list) {
            hub_.pass(timed.after_ms);
            const core::ConnectionId from =
                timed.seat ? seats_[timed.seat->value] : readers_[facilitator];
            if (from == 0) continue;  // a bot's seat
            hub_.send_text(from, protocol::write(timed.message,
                                                 json::Context{names_, &hub_.texts}));
        }
        Heard heard;
        heard.seats.resize(seats_.size());
        collect(heard);
        connect("again");
        collect(heard);
        for (const std::string& message : heard.spectator) {
            if (message.find(R"("type":"concluded")") != std::string::npos) heard.concluded = true;
        }
        return heard;
    }
    const std::string& code() const { return session_.code; }

private:
    enum Reader { mate, spectator, helper, facilitator };

    std::string take(PartyId party) {
        return hub_.take_seat(session_.code, std::string(scenario_.name(party)), "Speler").token;
    }
    void connect(const std::string& device) {
        seats_.assign(tokens_.size(), 0);
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            if (tokens_[at].empty()) continue;
            seats_[at] = hub_.connect(session_.code, tokens_[at], 0,
                                      device + "-" + std::to_string(10 + at));
        }
        readers_[facilitator] =
            hub_.connect(session_.code, session_.facilitator_token, 0, device + "-facilitator");
        readers_[spectator] = hub_.connect(session_.code, "", 0, device + "-spectator");
        readers_[helper] =
            hub_.connect(session_.code, session_.helper_token, 0, device + "-helper");
        readers_[mate] = mate_token_.empty()
                             ? 0
                             : hub_.connect(session_.code, mate_token_, 0, device + "-mate");
    }
    void collect(Heard& heard) {
        const auto add = [&](std::vector<std::string>& to, core::ConnectionId from) {
            if (from == 0) return;
            const auto& got = hub_.received(from);
            to.insert(to.end(), got.begin(), got.end());
        };
        for (std::size_t at = 0; at < seats_.size(); ++at) add(heard.seats[at], seats_[at]);
        add(heard.mate, readers_[mate]);
        add(heard.spectator, readers_[spectator]);
        add(heard.helper, readers_[helper]);
        add(heard.facilitator, readers_[facilitator]);
    }

    TestHub hub_;
    const Scenario& scenario_;
    const Scenario* names_ = nullptr;
    protocol::http::SessionCreated session_;
    std::vector<std::string> tokens_;  // by party number
    std::string mate_token_;
    std::vector<core::ConnectionId> seats_;
    std::array<core::ConnectionId, 4> readers_{};
};

inline Heard play(const core::ScenarioEntry& entry, const std::vector<Timed>& list,
                  const WordTexts& words, const Setting& setting = {}) {
    return PairedGame(entry, words, setting).play(list);
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

inline void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

// What was received before the first message that tells of something; all where none does.
inline std::vector<std::string> before(const std::vector<std::string>& all,
                                       const std::string& type) {
    if (type.empty()) return all;
    const auto told = std::find_if(all.begin(), all.end(), [&](const std::string& message) {
        return message.find("\"type\":\"" + type + '"') != std::string::npos;
    });
    return {all.begin(), told};
}

// The readers who may not know the secret that two games differ in get the same bytes until it is
// told; how many of those who may know it got other ones.
inline int check_same(const Heard& a, const Heard& b, const IdSet<PartyId>& may_know,
                      const std::string& until = {}) {
    const auto differs = [&](const auto& of_a, const auto& of_b) {
        return difference(before(of_a, until), before(of_b, until));
    };
    CHECK(differs(a.spectator, b.spectator) == "");
    CHECK(differs(a.helper, b.helper) == "");
    int told = 0;
    for (std::uint16_t at = 0; at < a.seats.size(); ++at) {
        CAPTURE(at);
        const std::string found = differs(a.seats[at], b.seats[at]);
        if (may_know.contains(PartyId{at})) {
            told += found.empty() ? 0 : 1;
        } else {
            CHECK(found == "");
        }
    }
    return told;
}

// Of games, for each kind of secret; a build without optimisation takes fewer.
inline constexpr int pairs = DEALTAFEL_PAIRS;
// Whether there are enough to ask that something happens in one of them that not each has.
inline constexpr bool many_pairs = pairs >= 8;

// One region, or three that compete for money and feel each other's deals: in turn.
inline const core::ScenarioEntry& entry_of(int pair) {
    static const core::ScenarioEntry one = scenario_entry("foodvalley");
    static const core::ScenarioEntry three = scenario_entry("tranche");
    return pair % 2 == 0 ? one : three;
}

inline core::ScenarioEntry changed(const core::ScenarioEntry& entry,
                                   const std::function<void(Scenario&)>& change) {
    auto copy = std::make_shared<Scenario>(*entry.scenario);
    change(*copy);
    return {copy, entry.toml};
}

inline PartyId some_party(const Scenario& scenario, Random& random) {
    return PartyId{static_cast<std::uint16_t>(random.below(scenario.parties.size()))};
}

inline ChallengeId some_challenge(const Scenario& scenario, Random& random) {
    return ChallengeId{static_cast<std::uint16_t>(random.below(scenario.challenges.size()))};
}

// Who sees a challenge without being told.
inline IdSet<PartyId> who_see(const Scenario& scenario, ChallengeId challenge) {
    const Challenge& facts = scenario[challenge];
    IdSet<PartyId> seeing;
    for (const PartyId party : scenario.all_parties()) {
        const bool sees = !(scenario[party].capabilities & facts.seen_with).empty() ||
                          (party == scenario.centre && facts.national);
        if (sees) seeing.insert(party);
    }
    return seeing;
}

}  // namespace dealtafel::test
