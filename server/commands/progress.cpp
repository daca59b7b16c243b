#include "commands/progress.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <iostream>

namespace dealtafel::commands {

namespace {

constexpr std::chrono::milliseconds quiet{1000};  // what is done sooner needs no bar
constexpr std::chrono::milliseconds pause{100};   // between two drawings
constexpr std::size_t bar_columns = 40;
constexpr std::string_view wipe = "\r\x1b[K";

}  // namespace

Progress::Progress(std::string what, std::size_t all)
    : what_(std::move(what)),
      all_(std::max<std::size_t>(all, 1)),
      terminal_(isatty(STDERR_FILENO) == 1),
      began_(std::chrono::steady_clock::now()),
      drawn_at_(began_) {}

Progress::~Progress() {
    if (drawn_) std::cerr << wipe << std::flush;
}

void Progress::done() {
    const std::lock_guard lock(mutex_);
    ++done_;
    if (!terminal_) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - began_ < quiet || now - drawn_at_ < pause) return;
    drawn_at_ = now;
    draw();
}

void Progress::draw() {
    const std::size_t filled = bar_columns * done_ / all_;
    std::cerr << fmt::format("{}{} [{:#<{}}{: <{}}] {}/{}", wipe, what_, "", filled, "",
                             bar_columns - filled, done_, all_)
              << std::flush;
    drawn_ = true;
}

}  // namespace dealtafel::commands
