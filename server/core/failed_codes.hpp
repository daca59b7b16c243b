// Codes of sessions that do not exist, counted for each address they are tried from, so that
// guessing them takes for ever. Right codes cost nothing: a class behind one address may come in
// all at once. While an address has no failures left, codes that were right from there before are
// still taken, so that whoever guesses shuts nobody out who is in, and learns nothing.
#pragma once

#include "core/rate.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace dealtafel::core {

class FailedCodes {
public:
    // Whether a code may be tried from an address.
    bool may_try(std::string_view address, std::string_view code, std::int64_t now_ms) const;
    // What became of a code that was tried.
    void tried(std::string_view address, std::string_view code, bool was_right,
               std::int64_t now_ms);
    std::size_t addresses() const { return known_.size(); }

private:
    struct Known {
        Rate failures{limits::failed_codes_burst, limits::failed_codes_per_second};
        std::set<std::string, std::less<>> right;
        std::int64_t used_ms = 0;
    };
    Known& known(std::string_view address, std::int64_t now_ms);

    std::map<std::string, Known, std::less<>> known_;
    std::set<std::pair<std::int64_t, std::string>> by_use_;  // the oldest is forgotten first
};

}  // namespace dealtafel::core
