// A listener to the steps of a command that kills the server at one of them, for tests:
// DEALTAFEL_KILL_AT=STEP:N ends it when that step is passed the Nth time. With DEALTAFEL_KILL_ARMED
// in the environment it is counted from when SIGUSR1 comes.
#include "base/step.hpp"

#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

struct KillPoint {
    std::string step;
    std::atomic<long> left = 0;
    std::atomic<bool> armed = std::getenv("DEALTAFEL_KILL_ARMED") == nullptr;

    KillPoint() {
        const char* wish = std::getenv("DEALTAFEL_KILL_AT");
        if (wish == nullptr) return;
        const std::string_view text = wish;
        const auto colon = text.find(':');
        step = text.substr(0, colon);
        left = colon < text.size() ? std::atol(wish + colon + 1) : 1;
    }
    void pass(std::string_view name) {
        if (armed && name == step && --left == 0) std::raise(SIGKILL);
    }
};

KillPoint& kill_point() {
    static KillPoint point;
    return point;
}

const auto before = std::signal(SIGUSR1, [](int) { kill_point().armed = true; });

std::string_view name_of(dealtafel::Step step) {
    switch (step) {
        case dealtafel::Step::received: return "received";
        case dealtafel::Step::decided: return "decided";
        case dealtafel::Step::handed: return "handed";
        case dealtafel::Step::back: return "back";
        case dealtafel::Step::published: return "published";
        case dealtafel::Step::sent: return "sent";
    }
    return {};
}

}  // namespace

void dealtafel::passed(Step step) { kill_point().pass(name_of(step)); }

// Stands before the C library's own: where SQLite waits for the disk, the lines are written, and
// synced afterwards.
extern "C" int fdatasync(int file) {
    kill_point().pass("written");
    const int done = static_cast<int>(syscall(SYS_fdatasync, file));
    kill_point().pass("synced");
    return done;
}
