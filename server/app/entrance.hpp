// Where the server listens and for whom, from what its administrator asked for: combinations that
// make no sense are refused before anything is opened.
#pragma once

#include "app/fault.hpp"
#include "net/doors.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dealtafel::app {

// What the options of `dealtafel serve` say of it.
struct EntranceWish {
    std::string address;  // empty: not given
    bool lan = false;
    bool is_public = false;
    bool behind_proxy = false;
    std::string tls_cert;  // empty: not given
    std::string tls_key;
    std::string admin_token_file;
    bool admin_only = false;
    std::string security_contact;
};

// Addresses of networks that lead nowhere further: RFC 1918, RFC 4193, and those that machines on
// one cable give themselves (RFC 3927).
bool is_private_address(const std::string& ip);
// Those of this machine, IPv4 first.
std::vector<std::string> private_addresses();

// Why these wishes cannot all be met, if so.
std::optional<Fault> contradiction_in(const EntranceWish& wish);
// The addresses to listen at; `private_ones` are those of this machine.
Result<std::vector<std::string>, Fault> addresses_for(const EntranceWish& wish,
                                                      std::vector<std::string> private_ones);
// The doors, with the administrator's token from its file.
Result<net::Doors, Fault> doors_for(const EntranceWish& wish);

}  // namespace dealtafel::app
