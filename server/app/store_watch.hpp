// Says when the store falls behind: a server goes on deciding for a while, but shows nothing that
// is not stored, and whoever runs it should hear of a slow disk before the players do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>

namespace dealtafel::app {

// From when on the store is said to be behind: so old is the oldest append that is under way.
inline constexpr std::int64_t store_behind_ms_max = 1'000;

class StoreWatch {
public:
    // An append was handed to the store; it is done in the order of the handing.
    void handed(std::int64_t now_ms) { under_way_.push_back(now_ms); }
    // The oldest came back; how many ms it took.
    std::int64_t done(std::int64_t now_ms);

    std::size_t under_way() const { return under_way_.size(); }
    // How old the oldest append is that is under way; 0 where none is.
    std::int64_t age_ms(std::int64_t now_ms) const;
    bool is_behind(std::int64_t now_ms) const { return age_ms(now_ms) >= store_behind_ms_max; }
    // When it will be, unless something comes back before; none once that was told.
    std::optional<std::int64_t> deadline() const;
    // A sentence for whoever runs the server, once when it falls behind and once when it has caught
    // up.
    std::optional<std::string> news(std::int64_t now_ms);

private:
    std::deque<std::int64_t> under_way_;  // since when, the oldest first
    std::int64_t longest_ms_ = 0;         // since it fell behind
    bool told_ = false;
};

}  // namespace dealtafel::app
