#include "app/entrance.hpp"

#include "app/admin_token.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <ifaddrs.h>
#include <sys/socket.h>
#include <unistd.h>
#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace dealtafel::app {

namespace {

namespace ip = boost::asio::ip;

std::optional<ip::address> parsed(const std::string& text) {
    boost::system::error_code error;
    const ip::address address = ip::make_address(text, error);
    if (error) return std::nullopt;
    return address;
}

bool is_loopback(const std::string& text) {
    const auto address = parsed(text);
    return address && address->is_loopback();
}

// Whether an address lies in a network, given by its first address and the bits that it fixes.
bool lies_in(const ip::address_v4& address, std::string_view network, unsigned bits) {
    const std::uint32_t mask = ~std::uint32_t{0} << (32 - bits);
    return (address.to_uint() & mask) == ip::make_address_v4(std::string(network)).to_uint();
}

bool has_ipv6() {
    const int opened = ::socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (opened >= 0) ::close(opened);
    return opened >= 0;
}

}  // namespace

bool is_private_address(const std::string& text) {
    const auto address = parsed(text);
    if (!address) return false;
    if (address->is_v6()) return (address->to_v6().to_bytes()[0] & 0xfe) == 0xfc;
    const ip::address_v4 v4 = address->to_v4();
    return lies_in(v4, "10.0.0.0", 8) || lies_in(v4, "172.16.0.0", 12) ||
           lies_in(v4, "192.168.0.0", 16) || lies_in(v4, "169.254.0.0", 16);
}

std::vector<std::string> private_addresses() {
    ifaddrs* first = nullptr;
    if (getifaddrs(&first) != 0) return {};
    const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> all(first, freeifaddrs);
    std::vector<std::string> found;
    for (const ifaddrs* each = first; each != nullptr; each = each->ifa_next) {
        if (each->ifa_addr == nullptr) continue;
        std::array<char, INET6_ADDRSTRLEN> text{};
        const int family = each->ifa_addr->sa_family;
        const void* bytes = nullptr;
        if (family == AF_INET) {
            bytes = &reinterpret_cast<const sockaddr_in*>(each->ifa_addr)->sin_addr;
        } else if (family == AF_INET6) {
            bytes = &reinterpret_cast<const sockaddr_in6*>(each->ifa_addr)->sin6_addr;
        } else {
            continue;
        }
        if (inet_ntop(family, bytes, text.data(), text.size()) == nullptr) continue;
        if (is_private_address(text.data())) found.emplace_back(text.data());
    }
    std::stable_partition(found.begin(), found.end(), [](const std::string& address) {
        return address.find(':') == std::string::npos;
    });
    return found;
}

std::optional<Fault> contradiction_in(const EntranceWish& wish) {
    const bool has_tls = !wish.tls_cert.empty();
    if (has_tls != !wish.tls_key.empty()) {
        return Fault{"--tls-cert and --tls-key go together: give both or neither"};
    }
    if (wish.lan && wish.is_public) {
        return Fault{"--lan is for one room and --public for everybody: give one of the two"};
    }
    if (wish.lan && has_tls) {
        return Fault{"--lan is without TLS: with --tls-cert and --tls-key, give --public"};
    }
    if (wish.lan && wish.behind_proxy) {
        return Fault{"--lan is without a proxy: with --behind-proxy, give --public or neither"};
    }
    if (wish.is_public && !has_tls && !wish.behind_proxy) {
        return Fault{"--public needs --tls-cert and --tls-key, or --behind-proxy where a proxy "
                     "does TLS: else everybody on the way can read and change what is sent"};
    }
    if (wish.admin_only && wish.admin_token_file.empty()) {
        return Fault{"--admin-only needs --admin-token-file: else nobody could make a session"};
    }
    constexpr std::array<std::string_view, 3> schemes{"https://", "mailto:", "tel:"};
    const std::string& contact = wish.security_contact;
    if (!contact.empty() &&
        (std::none_of(schemes.begin(), schemes.end(),
                      [&](std::string_view scheme) { return contact.starts_with(scheme); }) ||
         std::any_of(contact.begin(), contact.end(),
                     [](char c) { return c <= ' ' || c > '~'; }))) {
        return Fault{"--security-contact must begin with https://, mailto: or tel: and hold no "
                     "spaces, as in mailto:security@example.org"};
    }
    return std::nullopt;
}

Result<std::vector<std::string>, Fault> addresses_for(const EntranceWish& wish,
                                                      std::vector<std::string> private_ones) {
    if (wish.address.empty()) {
        std::vector<std::string> all{"0.0.0.0"};
        if (has_ipv6()) all.emplace_back("::");
        if (wish.is_public) return all;
        if (!wish.lan) return std::vector<std::string>{"127.0.0.1"};
        if (private_ones.empty()) {
            return Fault{"this machine has no private address: connect it to the room's network"};
        }
        private_ones.emplace_back("127.0.0.1");
        return private_ones;
    }
    const std::vector<std::string> one{wish.address};
    if (!parsed(wish.address)) return Fault{fmt::format("{} is not an IP address", wish.address)};
    if (wish.is_public || is_loopback(wish.address)) return one;
    if (wish.lan) {
        if (is_private_address(wish.address)) return one;
        return Fault{fmt::format("{} is no private address, which --lan is for: give --public",
                                 wish.address)};
    }
    return Fault{fmt::format("others can reach {}: give --lan for a room without internet, or "
                             "--public with TLS or a proxy",
                             wish.address)};
}

Result<net::Doors, Fault> doors_for(const EntranceWish& wish) {
    net::Doors doors;
    doors.behind_proxy = wish.behind_proxy;
    // With TLS a name that somebody else lets point here fits no certificate.
    doors.any_host = !wish.tls_cert.empty();
    doors.admin_only = wish.admin_only;
    doors.security_contact = wish.security_contact;
    if (!wish.admin_token_file.empty()) {
        auto hash = admin_token_hash(wish.admin_token_file);
        if (!hash) return hash.error();
        doors.admin_hash = std::move(*hash);
    }
    return doors;
}

}  // namespace dealtafel::app
