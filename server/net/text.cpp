#include "net/text.hpp"

#include <boost/asio/ip/address.hpp>

#include <algorithm>

namespace dealtafel::net {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find(separator, from), text.size());
        parts.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t from = text.find_first_not_of(" \t");
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

std::string upper_case(std::string_view text) {
    std::string upper(text);
    for (char& c : upper) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return upper;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return upper_case(a) == upper_case(b);
}

bool is_near_host(std::string_view host) {
    if (host.starts_with('[')) return host.find(']') != std::string_view::npos;
    std::string_view name = host.substr(0, host.find(':'));
    if (name.ends_with('.')) name.remove_suffix(1);
    if (name.find('.') == std::string_view::npos) return true;
    const std::string upper = upper_case(name);
    if (upper.ends_with(".LOCAL") || upper.ends_with(".LOCALHOST")) return true;
    boost::system::error_code error;
    boost::asio::ip::make_address(std::string(name), error);
    return !error;
}

bool is_own_origin(std::string_view origin, std::string_view host) {
    if (origin.empty()) return true;
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!origin.starts_with(scheme)) continue;
        return !host.empty() && equal_ignoring_case(origin.substr(scheme.size()), host);
    }
    return false;
}

}  // namespace dealtafel::net
