// The store's thread in a simulation: appends and loads are done one after the other, take their
// time and may fail, over a store in memory that outlives the server.
#pragma once

#include "base/random.hpp"
#include "base/variant.hpp"
#include "journal.hpp"
#include "plan.hpp"
#include "store/memory_store.hpp"

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace dealtafel::sim {

// Who asked the store.
class DiskUser {
public:
    virtual ~DiskUser() = default;
    virtual void appended(const std::string& stream, store::AppendResult result) = 0;
    virtual void loaded(const std::string& stream, store::StoredStream held) = 0;
    // The machine dies at this moment of the store's work.
    virtual void die() = 0;
};

class Disk {
public:
    Disk(Timeline& time, Journal& journal, const Plan& plan)
        : time_(time), journal_(journal), plan_(plan), random_(plan.seed ^ 0xd1) {}
    void set_user(DiskUser& user) { user_ = &user; }

    void append(store::Append append);
    void load(const std::string& stream, std::uint64_t epoch);
    // The server died: what waits is never done.
    void forget();
    // From now on, for so long, nothing can be written.
    void fail_for(std::int64_t ms);
    bool is_idle() const { return waiting_.empty() && !busy_; }

    store::MemoryStore& store() { return store_; }
    // After which lines of a stream something may be shown: the last of each append.
    const std::set<std::uint64_t>& ends_of(const std::string& stream) const {
        return ends_.at(stream);
    }
    // When the store last failed; nothing: never.
    std::optional<std::int64_t> last_fault_ms() const { return last_fault_ms_; }

private:
    struct Load {
        std::string stream;
        std::uint64_t epoch = 0;
    };
    using Work = variant<store::Append, Load>;

    void next();
    void carry_out(const store::Append& append);
    void carry_out(const Load& load);
    // Stores an append, whatever its owner is told of it.
    store::AppendResult write(const store::Append& append);
    // What goes wrong with this append, if anything does.
    std::optional<store::AppendResult> spoilt(const store::Append& append);
    bool dies_at(const store::Append& append);
    bool is_troubled() const;

    Timeline& time_;
    Journal& journal_;
    const Plan& plan_;
    Random random_;
    DiskUser* user_ = nullptr;
    store::MemoryStore store_;
    std::deque<Work> waiting_;
    bool busy_ = false;
    std::uint64_t lives_ = 0;  // of servers, so that nothing reaches one that is dead
    std::map<std::string, std::set<std::uint64_t>> ends_;
    std::optional<std::int64_t> last_fault_ms_;
    std::int64_t fails_until_ms_ = 0;
};

}  // namespace dealtafel::sim
