// Who may come in, as it was settled when the server started, and what is known of who asks.
#pragma once

#include "net/http.hpp"

#include <cstdint>
#include <string>

namespace dealtafel::net {

struct Doors {
    // A proxy stands before the server: it says whose request one is, and under which name.
    bool behind_proxy = false;
    // The server may be called by any name. Else names of the internet are refused, as somebody
    // could let one point at a server that only this machine or this room can reach.
    bool any_host = false;
    // SHA-256 of the administrator's token, in hexadecimal digits; empty: there is none.
    std::string admin_hash;
    // Only the administrator makes sessions.
    bool admin_only = false;
    // Where to report a weakness, as a URI; empty: nowhere.
    std::string security_contact;
};

// Who a request comes from, for the counting of failures: an IPv4 address, or the network of an
// IPv6 address, since its owner has all of that.
std::string counted_address(const HttpRequest& request, const Doors& doors);

// Whether a request comes from a program on this machine, and through no proxy.
bool is_of_this_machine(const HttpRequest& request, const Doors& doors);

// Whether a request shows the administrator's token.
bool is_administrator(const HttpRequest& request, const Doors& doors);

// The text of /.well-known/security.txt (RFC 9116), good for half a year.
std::string security_txt(const std::string& contact, std::int64_t now_ms);

}  // namespace dealtafel::net
