// The address of a server, as a person gives it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dealtafel::client::net {

struct Address {
    std::string host;   // without the brackets of IPv6
    std::string port;
    std::string shown;  // as people type it: host and, where it is not 80, port
    bool operator==(const Address&) const = default;
};

// The address in "http://host:port", also with ws:// and a path, which is not looked at. Nothing
// for any other text, and for https and wss: this client speaks plain HTTP only.
std::optional<Address> parse_url(std::string_view url);

}  // namespace dealtafel::client::net
