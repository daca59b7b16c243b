#include "net/doors.hpp"

#include "net/text.hpp"

#include "base/hash.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <ctime>

namespace dealtafel::net {

namespace {

namespace ip = boost::asio::ip;

constexpr std::int64_t half_a_year_s = 180 * 86'400;

}  // namespace

std::string counted_address(const HttpRequest& request, const Doors& doors) {
    boost::system::error_code error;
    ip::address address;
    if (doors.behind_proxy) {
        // The proxy adds its own word at the end; what stands before it anybody may have written.
        const auto said = split(request.forwarded_for, ',');
        address = ip::make_address(std::string(trimmed(said.back())), error);
    }
    if (!doors.behind_proxy || error) address = ip::make_address(request.address, error);
    if (error) return request.address;
    if (address.is_v4()) return address.to_string();
    if (address.to_v6().is_v4_mapped()) {
        return ip::make_address_v4(ip::v4_mapped, address.to_v6()).to_string();
    }
    auto bytes = address.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t{0});
    return ip::make_address_v6(bytes).to_string();
}

bool is_of_this_machine(const HttpRequest& request, const Doors& doors) {
    boost::system::error_code error;
    const ip::address address = ip::make_address(request.address, error);
    // What a proxy passes on comes from this machine too.
    return !doors.behind_proxy && request.forwarded_for.empty() && !error && address.is_loopback();
}

bool is_administrator(const HttpRequest& request, const Doors& doors) {
    constexpr std::string_view scheme = "Bearer ";
    const std::string_view said = request.authorization;
    if (doors.admin_hash.empty() || said.size() < scheme.size()) return false;
    if (!equal_ignoring_case(said.substr(0, scheme.size()), scheme)) return false;
    const std::string hash = sha256_hex(trimmed(said.substr(scheme.size())));
    return equal_in_constant_time(hash, doors.admin_hash);
}

std::string security_txt(const std::string& contact, std::int64_t now_ms) {
    const std::time_t expires = static_cast<std::time_t>(now_ms / 1000 + half_a_year_s);
    return fmt::format("Contact: {}\nExpires: {:%Y-%m-%dT%H:%M:%SZ}\nPreferred-Languages: nl, en\n",
                       contact, fmt::gmtime(expires));
}

}  // namespace dealtafel::net
