// Small questions about the texts of a request.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dealtafel::net {

// The parts between separators: one more than there are separators.
std::vector<std::string_view> split(std::string_view text, char separator);
// Without the spaces and tabs around it.
std::string_view trimmed(std::string_view text);
// Of ASCII letters only; other bytes stay as they are.
std::string upper_case(std::string_view text);
bool equal_ignoring_case(std::string_view a, std::string_view b);
// Whether a Host is an IP address or a name that only a near network knows, as `localhost`,
// `laptop` or `laptop.local`: never one that somebody out on the internet can let point here.
bool is_near_host(std::string_view host);
// Whether a page with this Origin came from this host. Clients that are no browsers send none.
bool is_own_origin(std::string_view origin, std::string_view host);

}  // namespace dealtafel::net
