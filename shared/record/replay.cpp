#include "record/replay.hpp"

#include "record/state_bytes.hpp"
#include "rules/game.hpp"

namespace dealtafel::record {

namespace {

namespace event = rules::event;

// The versions that an event names must be there: evolve takes that for granted, as events come
// from decide, but a record may come from anywhere.
class VersionCheck {
public:
    explicit VersionCheck(const rules::State& state) : state_(state) {}

    bool operator()(const event::VersionMade& made) const {
        return made.number == count(made.region) + 1;
    }
    bool operator()(const event::Backed& backed) const {
        return backed.version == 0 || has(backed.region, backed.version);
    }
    bool operator()(const event::StanceAsked& asked) const {
        return asked.version == 0 || has(asked.region, asked.version);
    }
    bool operator()(const event::LastCallBegan& began) const {
        for (const auto& [region, version] : began.rivals) {
            if (!has(region, version)) return false;
        }
        return true;
    }
    bool operator()(const event::Looked& looked) const {
        return !looked.version || has(looked.region, *looked.version);
    }
    template <class E>
    bool operator()(const E& other) const {
        if constexpr (requires { other.region, other.version; }) {
            return has(other.region, other.version);
        }
        return true;
    }

private:
    int count(RegionId region) const {
        return static_cast<int>(state_.regions[region.value].versions.size());
    }
    bool has(RegionId region, int version) const {
        return version >= 1 && version <= count(region);
    }

    const rules::State& state_;
};

}  // namespace

bool states_are_ours(const Record& record) { return record.header.state == state_number; }

Result<Replayed, RecordError> replay(const Record& record, const ReplayOptions& options) {
    const bool check_states = options.check_states && states_are_ours(record);
    Replayed played;
    played.state = rules::initial_state(*record.scenario, record.header.settings);
    for (const Entry& entry : record.entries) {
        if (entry.number > options.to_line) break;
        if (const auto* event = get_if<rules::Event>(&entry.what)) {
            if (!visit(VersionCheck(played.state), *event)) {
                return RecordError{entry.number, "event/version: is none that there could be"};
            }
            rules::evolve(*record.scenario, played.state, *event);
        }
        if (const auto* told = get_if<StateHash>(&entry.what); told && check_states) {
            const std::string found = state_hash(played.state);
            if (found != told->hash) {
                return RecordError{entry.number, "state: the events so far lead to " + found};
            }
            ++played.states_checked;
        }
        played.line = entry.number;
        if (options.visitor) options.visitor(entry, played.state);
    }
    return played;
}

}  // namespace dealtafel::record
