// A WebSocket that comes back by itself: on a thread of its own it connects, reads and writes, and
// connects again after 250 ms, then twice as long each time, at most 2 s. Whoever draws never waits
// for it: it takes what came, and hands over what is to be sent.
#pragma once

#include "base/variant.hpp"
#include "net/url.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace dealtafel::client::net {

// A connection was opened; the first counts 1.
struct Opened {
    std::uint64_t connection = 0;
};
struct Received {
    std::string text;
};
// The connection ended, or none came about: why, for people, in the words of the system, and the
// HTTP status where the server answered with one instead of a WebSocket, else 0.
struct Closed {
    std::string why;
    int http_status = 0;
};
using Event = variant<Opened, Received, Closed>;

class Socket {
public:
    // Starts at once; `target` is the path, as in "/ws/ABCDEF".
    Socket(Address address, std::string target);
    ~Socket();
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    // What came since the last call, in order. Waits for something, but at most so long.
    std::vector<Event> drain(std::chrono::milliseconds wait_max);
    // Sends a text on the connection with this number; one that is gone takes nothing any more.
    void send(std::uint64_t connection, std::string text);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dealtafel::client::net
