// A game of the small scenario, played by commands: who may do what, when, and what follows.
#pragma once

#include "make_scenario.hpp"
#include "rules/game.hpp"
#include "rules/view.hpp"

#include <doctest/doctest.h>

#include <string>

namespace dealtafel::tests {

namespace command = rules::command;
namespace act = rules::act;
namespace event = rules::event;
using rules::Refusal;

// city (required, leads), farmers and the ministry at the table; the school outside. Everybody
// who can do something about a challenge sees it; `crime` is national.
Scenario game_scenario();
inline constexpr ChallengeId crime{2};

class Play {
public:
    explicit Play(Scenario made = game_scenario());

    // What a seat asks: the refusal's word, or "" where it is done.
    std::string ask(PartyId party, rules::Command command);
    // The same of one player of the seat; `ask` is the first of them.
    std::string ask_as(PartyId party, std::uint32_t member, rules::Command command);
    std::string act(rules::Act act, bool helper = false);
    std::string world(rules::World world);
    // Lets time pass, with a tick at its end and at every deadline on the way.
    void pass(std::int64_t ms);
    // People at every seat, the game under way and brought to a stage by skipping.
    void begin(Stage stage, int round = 1);
    void skip_to(Stage stage, int round = 1);

    template <class E>
    std::vector<E> happened() const {
        std::vector<E> all;
        for (const rules::Event& any : events) {
            if (const E* one = get_if<E>(&any)) all.push_back(*one);
        }
        return all;
    }
    const rules::RegionState& region() const { return state.regions[valley.value]; }

    // The agenda of both regional challenges, and then the negotiation.
    void negotiate();
    void agree_on_agenda();
    // A deal that both sides pay: city and farmers 2.0 each beside 4.0 of the centre.
    rules::Deal sound_deal() const;
    // Makes a version, puts it on the table, and returns its number.
    int on_table(const rules::Deal& deal);
    void sign_by_all(int version);

    Scenario scenario;
    rules::State state;
    std::int64_t now_ms = 1'000'000;
    rules::Events events;

private:
    std::string take(const rules::Request& request);
};

inline TextRef some_words() { return TextRef{1, 2, false}; }

}  // namespace dealtafel::tests
