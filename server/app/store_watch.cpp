#include "app/store_watch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace dealtafel::app {

std::int64_t StoreWatch::done(std::int64_t now_ms) {
    const std::int64_t took_ms = age_ms(now_ms);
    if (!under_way_.empty()) under_way_.pop_front();
    longest_ms_ = std::max(longest_ms_, took_ms);
    return took_ms;
}

std::int64_t StoreWatch::age_ms(std::int64_t now_ms) const {
    return under_way_.empty() ? 0 : now_ms - under_way_.front();
}

std::optional<std::int64_t> StoreWatch::deadline() const {
    if (told_ || under_way_.empty()) return std::nullopt;
    return under_way_.front() + store_behind_ms_max;
}

std::optional<std::string> StoreWatch::news(std::int64_t now_ms) {
    const bool behind = is_behind(now_ms);
    if (behind == std::exchange(told_, behind)) return std::nullopt;
    if (behind) {
        return fmt::format("the store falls behind: {} appends are under way, the oldest for {} ms",
                           under_way_.size(), age_ms(now_ms));
    }
    return fmt::format("the store has caught up; the longest append took {} ms",
                       std::exchange(longest_ms_, 0));
}

}  // namespace dealtafel::app
