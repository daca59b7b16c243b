#include "desktop/display.hpp"

#include <X11/Xlib.h>

namespace dealtafel::client::desktop {

ScreenConnection::ScreenConnection() {
    Display* display = XOpenDisplay(nullptr);
    if (display != nullptr) display_ = std::shared_ptr<Display>(display, XCloseDisplay);
}

}  // namespace dealtafel::client::desktop
