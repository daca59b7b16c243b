// A bot: it holds a seat through the same views and commands as people, and knows nothing but what
// its seat was told. Used by `simulate`, and by the server for seats that no people play.
#pragma once

#include "json/texts.hpp"
#include "rules/commands.hpp"
#include "rules/feed.hpp"
#include "rules/view.hpp"
#include "scenario/scenario.hpp"

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace dealtafel::bots {

enum class Profile {
    cooperative, tough, erratic, boulware, conceder, reciprocating, modelling
};
BOOST_DESCRIBE_ENUM(Profile, cooperative, tough, erratic, boulware, conceder, reciprocating,
                    modelling)

// Whether a bot says what it sees and thinks: a silent one shares no challenge and tells no stance.
enum class Talk { open, silent };
BOOST_DESCRIBE_ENUM(Talk, open, silent)

// What a bot does when it is asked.
struct Turn {
    std::vector<rules::Command> commands;  // in order
    bool ready = false;  // it has nothing (more) to do in this stage, unless something changes
};

class Bot {
public:
    virtual ~Bot() = default;
    // Everything that the seat is told, in order.
    virtual void hear(const rules::FeedItem& item) = 0;
    // What the bot does now. A bot that is not ready is asked again after a while, one that is
    // ready when something changed. `play_ms` is play time; what it writes goes through `texts`.
    virtual Turn act(const rules::GameView& view, std::int64_t play_ms, json::Texts& texts) = 0;
};

// A bot for a seat. It takes from the scenario only what that seat may see: public facts, its own
// brief, and of challenges what it is told. `language` is that of the sentences that it writes.
std::unique_ptr<Bot> make_bot(Profile profile, const Scenario& scenario, PartyId party,
                              std::uint64_t seed, const std::string& language,
                              Talk talk = Talk::open);

}  // namespace dealtafel::bots
