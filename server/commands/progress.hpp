// A progress bar on standard error, for what takes over a second and only on a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace dealtafel::commands {

class Progress {
public:
    // `what` stands before the bar, as in "games"; `all` is how many there are to do.
    Progress(std::string what, std::size_t all);
    // Wipes the bar, so that what is printed next stands on a line of its own.
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    // One more is done; from any thread.
    void done();

private:
    void draw();

    std::mutex mutex_;
    std::string what_;
    std::size_t all_;
    std::size_t done_ = 0;
    bool terminal_;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point began_;
    std::chrono::steady_clock::time_point drawn_at_;
};

}  // namespace dealtafel::commands
