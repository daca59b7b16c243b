// The board in a window, live until it is closed.
#pragma once

#include "desktop/watch.hpp"

#include <optional>
#include <string>

namespace dealtafel::client::desktop {

// Shows what is watched. Gives the sentence to end with where the server ended it, else nothing.
std::optional<std::string> show_window(Watch& watch, const Options& options);

}  // namespace dealtafel::client::desktop
