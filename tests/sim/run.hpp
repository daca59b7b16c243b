// One run: a session of a few games, played to its end through all that its seed has in store.
#pragma once

#include "checks.hpp"
#include "players.hpp"

#include <memory>
#include <string>
#include <vector>

namespace dealtafel::sim {

class Run {
public:
    Run(std::uint64_t seed, const core::ScenarioEntry& entry, bool traces);

    // Plays and checks; what was found is in the journal.
    void play();

    const Journal& journal() const { return journal_; }
    int games() const { return plan_.games; }

private:
    void begin(const protocol::http::SessionCreated& made);
    void take_seat(int game, PartyId party, int place);
    std::string name_of(int game, PartyId party, int place) const;
    bool is_seated(const std::string& name) const;
    void seated(int game, PartyId party, int place, const protocol::http::SeatTaken& taken);
    // What comes by itself, second by second.
    void trouble();
    void trouble(Client& client);
    void play_until(std::int64_t until_ms);
    void settle();
    bool is_over() const;
    void check();
    std::vector<const Client*> clients_of(int game) const;

    Plan plan_;
    Timeline time_;
    Journal journal_;
    Random random_;
    int returning_ = 0;  // clients that are away for a while
    Lines lines_;
    Disk disk_;
    Server server_;
    Around around_;
    std::vector<std::unique_ptr<Facilitator>> facilitators_;  // one for each game
    std::vector<std::unique_ptr<Client>> clients_;            // all the others
};

}  // namespace dealtafel::sim
