// HTTP requests as bytes, as Beast reads them, to the routes and to the door of the WebSocket: each
// is answered once, with a status that means something, and nobody gets what needs a token.
#include "doctest_faults.hpp"
#include "fuzz.hpp"
#include "valley.hpp"

#include "base/hash.hpp"
#include "json/codec.hpp"
#include "net/request_values.hpp"
#include "net/routes.hpp"
#include "support/hub_world.hpp"

#include <boost/beast/http/parser.hpp>

using namespace dealtafel;
using fuzz::must;

namespace http = boost::beast::http;

namespace {

constexpr std::string_view known_code = "EWNTBX";

// What the bytes say, where they are a request that is small enough.
std::optional<net::HttpRequest> read(const std::string& bytes) {
    http::request_parser<http::string_body> parser;
    parser.header_limit(core::limits::http_header_bytes_max);
    parser.body_limit(core::limits::http_body_bytes_max);
    parser.eager(true);
    boost::system::error_code error;
    parser.put(boost::asio::buffer(bytes), error);
    if (!error && !parser.is_done()) parser.put_eof(error);
    if (error || !parser.is_done()) return std::nullopt;
    return net::values_of(parser.get(), "192.0.2.7");
}

void look_at(const net::HttpRequest& asked, const net::HttpResponse& answered) {
    const unsigned status = answered.status;
    must(status == 200 || status == 201 || status == 304 || (status >= 400 && status < 600),
         "an answer has a status that is used");
    const bool sends_scenario = asked.path == "/api/scenarios" && asked.method == "POST";
    must(!sends_scenario || status >= 400, "nobody sends a scenario without the token");
    const bool is_text = answered.content_type != "application/json" || status == 304;
    must(is_text || json::parse(answered.bytes()).has_value(), "JSON is JSON");
    for (const auto& [name, value] : answered.fields) {
        must(value.find_first_of("\r\n") == std::string::npos, "a field stays on its line");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::doctest_faults();
    static const core::ScenarioEntry entry{fuzz::valley(), fuzz::valley_toml()};
    const auto asked = read(fuzz::text_of(data, size));
    if (!asked) return -1;
    test::TestHub hub({entry}, 1);
    protocol::http::CreateSession wish;
    wish.scenario = "valley";
    const std::string code_now = hub.create(wish).code;
    must(code_now == known_code, "the session has the code that the corpus knows: " + code_now);
    net::Doors doors;
    doors.admin_hash = sha256_hex("a token that stands nowhere");
    net::Routes routes(hub.hub, [&] { return hub.now_ms; }, "1", doors);
    int answers = 0;
    routes.answer(*asked, [&](const net::HttpResponse& answered) {
        ++answers;
        look_at(*asked, answered);
    });
    hub.settle();
    must(answers == 1, "each request is answered once");
    const auto code = routes.session_of_socket(*asked);
    must(!code || hub.hub.has_session(*code), "a socket opens to a session that is there");
    return 0;
}
