// A request and its response as plain values, so that what they mean is told without sockets.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dealtafel::net {

struct HttpRequest {
    std::string address;  // the IP address of the other end
    std::string method;
    std::string path;  // without the query
    std::string host;  // fields of the header, empty where they are absent
    std::string origin;
    std::string content_type;
    std::string accept_encoding;
    std::string if_none_match;
    std::string authorization;
    std::string forwarded_for;
    std::string body;
};

struct HttpResponse {
    unsigned status = 200;
    std::string_view content_type = "application/json";
    std::string body;       // where there is no `kept`
    std::string_view kept;  // a body that lives as long as the program
    std::vector<std::pair<std::string_view, std::string>> fields;

    std::string_view bytes() const { return kept.empty() ? std::string_view(body) : kept; }
};

using HttpReply = std::function<void(HttpResponse)>;

}  // namespace dealtafel::net
