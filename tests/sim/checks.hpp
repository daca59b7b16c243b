// What must hold of every game, whatever went wrong: see docs/simulation.md.
#pragma once

#include "client.hpp"
#include "truth.hpp"

#include "core/session_lines.hpp"

#include <memory>

namespace dealtafel::sim {

// Holds what the clients of one game read and were answered against the record of that game.
class GameChecks {
public:
    GameChecks(const Around& around, const store::StoredStream& session,
               store::StoredStream game, std::vector<const Client*> clients);

    void check();

private:
    void read_members(const store::StoredStream& session);
    bool follow_record();
    void look_at(const record::Entry& entry, const rules::State& before);
    void check_origin(const record::Entry& entry, const rules::State& before);
    void check_time(const record::Entry& entry, const rules::State& before);
    void check_absence(const record::Entry& entry);
    bool went_away(PartyId party, std::int64_t from_ms, std::int64_t to_ms) const;
    void check_end();
    void check_wire(const Client& client);
    void check_frame(const Client& client, const Heard& heard);
    void check_secrets(const Client& client, const Heard& heard);
    void check_asked(const Client& client);
    void fault(const std::string& what);

    const Around& around_;
    store::StoredStream stream_;
    std::vector<const Client*> clients_;
    std::map<std::uint32_t, core::session_event::SeatTaken> members_;
    int game_ = 0;
    std::unique_ptr<Truth> truth_;
    rules::State state_;  // at the end
    using Origin = std::pair<std::string, std::uint64_t>;
    std::map<Origin, std::uint64_t> done_;    // a command's last line
    std::map<std::string, std::string> words_;  // by text id
    std::map<std::string, int> said_;           // how often words were said
    std::optional<std::int64_t> restarted_ms_;  // when the last restart was
    std::int64_t decided_ms_ = 0;  // when the newest line was decided, and those before it
    std::int64_t decided_before_ms_ = 0;
    std::map<PartyId, std::int64_t> came_after_ms_;  // after when somebody of a seat came
    std::map<PartyId, std::int64_t> held_ms_;
};

}  // namespace dealtafel::sim
