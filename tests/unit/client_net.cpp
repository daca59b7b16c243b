#include "net/socket.hpp"
#include "net/url.hpp"

#include <doctest/doctest.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

using namespace dealtafel::client;
using net::Address;
using net::parse_url;

TEST_CASE("an address is a host, a port and what people type") {
    CHECK(parse_url("http://127.0.0.1:8080") == Address{"127.0.0.1", "8080", "127.0.0.1:8080"});
    CHECK(parse_url("http://tafel.example") == Address{"tafel.example", "80", "tafel.example"});
    CHECK(parse_url("ws://a.example:80/ws/X") == Address{"a.example", "80", "a.example"});
    CHECK(parse_url("HTTP://[::1]:9000/") == Address{"::1", "9000", "[::1]:9000"});
}

TEST_CASE("what is no plain address is refused") {
    for (const auto* text : {"", "127.0.0.1:8080", "https://tafel.example", "http://", "http://a b",
                             "http://a:", "http://a:70000", "http://user@a", "http://[::1"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_url(text).has_value());
    }
}

TEST_CASE("where nobody listens the socket says so in the words of the system, and tries again") {
    // A port that was free a moment ago.
    boost::asio::io_context io;
    boost::asio::ip::tcp::acceptor acceptor(
        io, {boost::asio::ip::make_address("127.0.0.1"), 0});
    const std::string port = std::to_string(acceptor.local_endpoint().port());
    acceptor.close();
    net::Socket socket(Address{"127.0.0.1", port, "127.0.0.1:" + port}, "/ws/ABCDEF");
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto events = socket.drain(std::chrono::seconds(20));
        REQUIRE(events.size() == 1);
        const auto& closed = get<net::Closed>(events.front());
        CHECK(closed.why == "Connection refused");
        CHECK(closed.http_status == 0);
    }
}
