// Who takes part: players, who leave the thinking to a bot and now and then say something to some
// alone; the facilitator; and spectators, who only read.
#pragma once

#include "bots/bot.hpp"
#include "client.hpp"

#include <memory>

namespace dealtafel::sim {

class Player final : public Client {
public:
    // `leads`: whether it acts for its seat; the others of a team only talk.
    Player(const Around& around, std::string name, client::Identity identity, Reader reader,
           bool leads);

private:
    void changed() override;
    void hear(std::uint64_t number, const rules::FeedItem& item) override;
    void meet(const protocol::server::Team& team) override;
    void act();
    void act_as_seat(const rules::GameView& view);
    void talk(const rules::GameView& view);
    void answer_questions(const rules::GameView& view, QuestionWhen when);
    void reflect(const rules::GameView& view);
    std::unique_ptr<bots::Bot> new_bot() const;
    void heed(const rules::FeedItem& item);

    bots::Profile profile_;
    std::unique_ptr<bots::Bot> bot_;
    std::map<std::uint64_t, rules::FeedItem> counts_;  // what was told and is not undone
    std::map<RegionId, int> versions_;  // the newest of this round
    bool leads_;
    bool lazy_;  // never says that it is ready
    bool thinks_ = false;
    bool reflected_ = false;
    bool looks_back_ = false;  // its view is of before the game went back
};

class Facilitator final : public Client {
public:
    using Client::Client;
    void start();
    // Does one of all that a facilitator may do, but for going back.
    void do_something();
    // Takes the game back a little or far, unless it did so often enough.
    void go_back();

private:
    void changed() override;
    void hear(std::uint64_t number, const rules::FeedItem& item) override;
    // Whether the clock is stopped, for nobody's sake.
    bool stands() const;
    void look_again();

    bool ends_ = false;
    bool looks_ = false;
    int went_back_ = 0;  // how often it asked for that
};

}  // namespace dealtafel::sim
