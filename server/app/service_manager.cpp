#include "app/service_manager.hpp"

#include <systemd/sd-daemon.h>

namespace dealtafel::app {

ServiceManager::ServiceManager() {
    std::uint64_t patience_us = 0;
    if (sd_watchdog_enabled(0, &patience_us) <= 0) return;
    // Three times in the time after which it would be taken for dead.
    every_ms_ = static_cast<std::int64_t>(patience_us / 1'000 / 3);
    due_ms_ = 0;
}

void ServiceManager::ready() { sd_notify(0, "READY=1"); }
void ServiceManager::stopping() { sd_notify(0, "STOPPING=1"); }

void ServiceManager::tick(std::int64_t now_ms) {
    if (!due_ms_ || *due_ms_ > now_ms) return;
    sd_notify(0, "WATCHDOG=1");
    due_ms_ = now_ms + every_ms_;
}

}  // namespace dealtafel::app
