// What systemd is told, where it started the server: that it is ready, that it lives, that it ends.
// Elsewhere all of this does nothing.
#pragma once

#include <cstdint>
#include <optional>

namespace dealtafel::app {

class ServiceManager {
public:
    ServiceManager();
    void ready();
    void stopping();
    // When to say again that the server lives; none where nobody waits for that.
    std::optional<std::int64_t> deadline() const { return due_ms_; }
    void tick(std::int64_t now_ms);

private:
    std::int64_t every_ms_ = 0;  // 0: never
    std::optional<std::int64_t> due_ms_;
};

}  // namespace dealtafel::app
