// What every connection works with. It lives longer than all of them.
#pragma once

#include "net/connections.hpp"
#include "net/keys.hpp"
#include "net/routes.hpp"

namespace dealtafel::net {

struct Site {
    core::Hub& hub;
    Clock now_ms;
    Routes& routes;
    Connections& connections;
    Keys* keys = nullptr;  // none: connections are not encrypted
};

// One of the connections that the server has room for, or of the few beyond them that are told
// that there is none; as long as it is held.
struct Place {
    std::shared_ptr<void> held;
    bool has_room = true;
    std::string address = {};  // the IP address of the other end
};

}  // namespace dealtafel::net
