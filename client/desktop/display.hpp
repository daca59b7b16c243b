// The connection to the screen: SFML ends the whole program where there is none, so it is looked
// for before.
#pragma once

#include <memory>

namespace dealtafel::client::desktop {

class ScreenConnection {
public:
    // Looks for the screen that the environment names, and holds on to it: a screen that nobody
    // sees starts anew when its last client leaves, just when SFML comes.
    ScreenConnection();

    bool is_there() const { return display_ != nullptr; }

private:
    std::shared_ptr<void> display_;
};

}  // namespace dealtafel::client::desktop
