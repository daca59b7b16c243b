#include "net/url.hpp"

#include <regex>

namespace dealtafel::client::net {

std::optional<Address> parse_url(std::string_view url) {
    static const std::regex pattern(
        R"((?:http|ws)://(\[[0-9a-fA-F:.]+\]|[^/:\[\]@?#\s]+)(?::(\d{1,5}))?(?:[/?#]\S*)?)",
        std::regex::icase);
    std::match_results<std::string_view::const_iterator> parts;
    if (!std::regex_match(url.begin(), url.end(), parts, pattern)) return std::nullopt;
    constexpr int port_max = 65'535;
    Address address;
    address.host = parts[1];
    address.port = parts[2].matched ? parts[2].str() : "80";
    if (std::stoi(address.port) > port_max) return std::nullopt;
    address.shown = address.port == "80" ? address.host : address.host + ':' + address.port;
    if (address.host.front() == '[') address.host = address.host.substr(1, address.host.size() - 2);
    return address;
}

}  // namespace dealtafel::client::net
