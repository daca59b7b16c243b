// What Beast read of a request, as values.
#pragma once

#include "net/http.hpp"

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <string>

namespace dealtafel::net {

inline HttpRequest values_of(
    const boost::beast::http::request<boost::beast::http::string_body>& request,
    std::string address) {
    namespace http = boost::beast::http;
    const auto field = [&](http::field name) { return std::string(request[name]); };
    const std::string target(request.target());
    // Of several such fields the last is the proxy's own.
    std::string forwarded_for;
    const auto [first, last] = request.equal_range("X-Forwarded-For");
    for (auto at = first; at != last; ++at) forwarded_for = std::string(at->value());
    return {std::move(address),
            std::string(request.method_string()),
            target.substr(0, target.find('?')),
            field(http::field::host),
            field(http::field::origin),
            field(http::field::content_type),
            field(http::field::accept_encoding),
            field(http::field::if_none_match),
            field(http::field::authorization),
            std::move(forwarded_for),
            request.body()};
}

}  // namespace dealtafel::net
