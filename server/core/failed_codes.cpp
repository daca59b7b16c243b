#include "core/failed_codes.hpp"

namespace dealtafel::core {

bool FailedCodes::may_try(std::string_view address, std::string_view code,
                          std::int64_t now_ms) const {
    const auto at = known_.find(address);
    return at == known_.end() || at->second.failures.left(now_ms) >= 1 ||
           at->second.right.contains(code);
}

void FailedCodes::tried(std::string_view address, std::string_view code, bool was_right,
                        std::int64_t now_ms) {
    Known& here = known(address, now_ms);
    if (!was_right) {
        here.failures.take(now_ms);
    } else if (here.right.size() < limits::right_codes_max) {
        here.right.emplace(code);
    }
}

FailedCodes::Known& FailedCodes::known(std::string_view address, std::int64_t now_ms) {
    auto at = known_.find(address);
    if (at != known_.end()) {
        by_use_.erase({at->second.used_ms, at->first});
    } else {
        if (known_.size() >= limits::failed_addresses_max) {
            known_.erase(by_use_.begin()->second);
            by_use_.erase(by_use_.begin());
        }
        at = known_.try_emplace(std::string(address)).first;
    }
    at->second.used_ms = now_ms;
    by_use_.emplace(now_ms, at->first);
    return at->second;
}

}  // namespace dealtafel::core
