// A record as one seat lived it: all that it was told, in order, and what it saw in the end. The
// same functions make this as made it in the game.
#pragma once

#include "record/record.hpp"
#include "record/texts.hpp"
#include "rules/feed.hpp"
#include "rules/state.hpp"

#include <string>
#include <vector>

namespace dealtafel::commands {

class SeatReplay {
public:
    SeatReplay(const Scenario& scenario, PartyId party, const record::TextTable& texts)
        : scenario_(scenario), viewer_{party, false}, texts_(texts) {}

    // What this seat is told of a line of the record; `state` is the state after it.
    std::vector<rules::FeedItem> told(const record::Entry& entry, const rules::State& state) const;
    // The sentences of those items, without line ends.
    std::vector<std::string> sentences(const record::Entry& entry, const rules::State& state) const;
    // Keeps those items, for to_json.
    void keep(const record::Entry& entry, const rules::State& state);
    // All that was kept and the view of the seat as the protocol has them: one frame.
    std::string to_json(const rules::State& state) const;

private:
    const Scenario& scenario_;
    rules::Viewer viewer_;
    const record::TextTable& texts_;
    std::vector<std::string> feed_;  // each entry as JSON
};

}  // namespace dealtafel::commands
