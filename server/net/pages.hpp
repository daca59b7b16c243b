// The page's files as responses: which path gets which, how long it may be kept, and how packed.
#pragma once

#include "net/http.hpp"

#include <optional>

namespace dealtafel::net {

// The response to GET or HEAD; none where the page has nothing at this path.
std::optional<HttpResponse> page_response(const HttpRequest& request);

}  // namespace dealtafel::net
