// What must hold of every game, whatever went wrong: see docs/simulation.md.
#pragma once

#include "client.hpp"
#include "truth.hpp"

#include "core/session_lines.hpp"

#include <memory>

namespace dealtafel::sim {

// The streams of all games of a session by id, branches among them.
using Streams = std::map<std::string, store::StoredStream>;

// Holds what the clients of one game read and were answered against the records of that game.
class GameChecks {
public:
    GameChecks(const Around& around, const store::StoredStream& session,
               std::vector<const Client*> clients);

    // From the record that the game began with on; returns the branches in which it went on.
    std::set<std::string> check(const Streams& streams, const std::string& first);

private:
    void read_members(const store::StoredStream& session);
    bool follow_records(const Streams& streams, std::string id);
    // Plays what a record does not share with the one before; nothing where it cannot be read.
    std::optional<record::Record> follow_record(const store::StoredStream& stream);
    void check_branch(const store::StoredStream& stream, const record::Header& header);
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
    std::vector<const Client*> clients_;
    const store::StoredStream* parent_ = nullptr;  // the record before, where there is one
    std::set<std::string> branches_;               // in which the game went on
    std::map<std::uint32_t, core::session_event::SeatTaken> members_;
    int game_ = 0;
    std::unique_ptr<Truth> truth_;
    std::uint64_t states_checked_ = 0;
    rules::State state_;  // at the end
    using Origin = std::pair<std::string, std::uint64_t>;
    std::uint64_t lines_ = 0;               // that were looked at, of all records
    std::map<Origin, std::uint64_t> done_;  // a command's last line, counted so
    std::map<std::string, std::string> words_;  // by text id
    std::map<std::string, int> said_;           // how often words were said
    std::optional<std::int64_t> restarted_ms_;  // when the last restart was
    std::int64_t decided_ms_ = 0;  // when the newest line was decided, and those before it
    std::int64_t decided_before_ms_ = 0;
    std::map<PartyId, std::int64_t> came_after_ms_;  // after when somebody of a seat came
    std::map<PartyId, std::int64_t> held_ms_;
};

// A branch that no record names, as the server died or could not store before its parent ended: it
// is whole, and nobody went on in it.
void check_left(const Around& around, const store::StoredStream& branch);

}  // namespace dealtafel::sim
