// Time in a simulation: what is to happen, in order of time, and of being asked for where times are
// the same. Nothing waits, and nothing else knows what time it is.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <utility>

namespace dealtafel::sim {

class Timeline {
public:
    using What = std::function<void()>;

    std::int64_t now_ms() const { return now_ms_; }
    void at(std::int64_t ms, What what) {
        ahead_.emplace(std::pair(ms < now_ms_ ? now_ms_ : ms, ++asked_), std::move(what));
    }
    void after(std::int64_t ms, What what) { at(now_ms_ + ms, std::move(what)); }
    bool goes_on() const { return !ahead_.empty(); }
    // Lets the next thing happen; false where nothing is to come.
    bool step() {
        if (ahead_.empty()) return false;
        const auto first = ahead_.begin();
        now_ms_ = first->first.first;
        const What what = std::move(first->second);
        ahead_.erase(first);
        what();
        return true;
    }

private:
    std::int64_t now_ms_ = 0;
    std::uint64_t asked_ = 0;
    std::map<std::pair<std::int64_t, std::uint64_t>, What> ahead_;
};

}  // namespace dealtafel::sim
