// What a simulation tells of itself: a trace for whoever looks for a fault, how often each kind of
// trouble came, and what was found wrong.
#pragma once

#include "plan.hpp"
#include "timeline.hpp"

#include "base/words.hpp"

#include <fmt/format.h>

#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dealtafel::sim {

class Journal {
public:
    Journal(const Timeline& time, bool traces) : time_(time), traces_(traces) {}

    template <class... Parts>
    void trace(fmt::format_string<Parts...> text, Parts&&... parts) const {
        if (!traces_) return;
        std::cout << fmt::format("{:>9} ms  ", time_.now_ms())
                  << fmt::format(text, std::forward<Parts>(parts)...) << '\n';
    }
    // Some trouble of this kind came, or something else that is worth counting.
    void count(Trouble kind) { count(to_word(kind)); }
    void count(std::string_view kind) {
        trace("-- {}", kind);
        ++happened_[std::string(kind)];
    }
    // Something is wrong.
    void fault(std::string what) {
        trace("FAULT {}", what);
        faults_.push_back(std::move(what));
    }

    bool traces() const { return traces_; }
    const std::map<std::string, int>& happened() const { return happened_; }
    const std::vector<std::string>& faults() const { return faults_; }

private:
    const Timeline& time_;
    bool traces_;
    std::map<std::string, int> happened_;
    std::vector<std::string> faults_;
};

}  // namespace dealtafel::sim
