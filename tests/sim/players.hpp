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
    void hear(const rules::FeedItem& item) override { bot_->hear(item); }
    void meet(const protocol::server::Team& team) override;
    void act();
    void act_as_seat(const rules::GameView& view);
    void talk(const rules::GameView& view);
    void answer_questions(const rules::GameView& view, QuestionWhen when);
    void reflect(const rules::GameView& view);

    std::unique_ptr<bots::Bot> bot_;
    bool leads_;
    bool lazy_;  // never says that it is ready
    bool thinks_ = false;
    bool reflected_ = false;
};

class Facilitator final : public Client {
public:
    using Client::Client;
    void start();
    // Does one of all that a facilitator may do.
    void do_something();

private:
    void changed() override;
    // Whether the clock is stopped, for nobody's sake.
    bool stands() const;
    void look_again();

    bool ends_ = false;
    bool looks_ = false;
};

}  // namespace dealtafel::sim
