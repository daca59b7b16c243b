// What the records of a game, the one that it began with and the branches in which it went on, say
// that every reader may have been told: its feed, entry by entry, and its views at each moment at
// which something could be shown. Made from the records alone, by the rules' own projections,
// beside the server.
#pragma once

#include "core/texts.hpp"
#include "record/replay.hpp"
#include "rules/view.hpp"
#include "store/event_store.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace dealtafel::sim {

class Truth {
public:
    Truth(const Scenario& scenario, std::set<rules::Viewer> viewers);

    // The next record, which shares so many lines with the one before. `ends`: the lines after
    // which something can be shown.
    void enter(const store::StoredStream& stream, const std::set<std::uint64_t>& ends,
               std::uint64_t shared);
    // The next entry that the record does not share, with the state after it.
    void follow(const record::Entry& entry, const rules::State& after);
    // How things stand after a line; `follow` does it for all but the first.
    void show(std::uint64_t line, const rules::State& now);

    // All that a reader is told.
    const std::vector<std::string>& feed(const rules::Viewer& viewer) const {
        return feeds_.at(seat_of(viewer));
    }
    // Whether a reader who had been told so many entries could be shown this view.
    bool could_show(const rules::Viewer& viewer, std::uint64_t told, std::string view) const;
    // Whether the view is how things stand at the end.
    bool is_last(const rules::Viewer& viewer, std::string view) const;

private:
    // All of a seat are told the same.
    static rules::Viewer seat_of(const rules::Viewer& viewer) {
        return {viewer.party, viewer.facilitator};
    }

    const Scenario& scenario_;
    core::TextTable table_;
    const std::set<std::uint64_t>* ends_ = nullptr;
    std::set<rules::Viewer> viewers_;
    std::map<rules::Viewer, std::vector<std::string>> feeds_;
    // Of each entry that is not undone its number, and the line that it tells of.
    struct Counted {
        std::uint64_t number = 0;
        std::uint64_t line = 0;
    };
    std::map<rules::Viewer, std::vector<Counted>> counted_;
    std::map<rules::Viewer, std::uint64_t> known_from_;  // what was undone last
    struct Shown {
        std::uint64_t told = 0;
        std::string view;
    };
    std::map<rules::Viewer, std::vector<Shown>> views_;
};

}  // namespace dealtafel::sim
