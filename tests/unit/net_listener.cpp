#include "net/listener.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <doctest/doctest.h>

using namespace dealtafel;
namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

// A world in which nothing happens: what is asked for here needs none.
class NoWorld final : public core::World {
public:
    void wake(core::ConnectionId) override {}
    void close(core::ConnectionId, std::string_view) override {}
    void append(store::Append) override {}
    void load(const std::string&, std::uint64_t) override {}
    void compute(std::function<void()>, std::function<void(std::int64_t)>) override {}
    std::string random_bytes(std::size_t count) override { return std::string(count, 'x'); }
};

// A listener with room for one connection, and its clients, on one thread.
struct SmallSite {
    tcp::socket connect() {
        const std::string url = listener->urls().front();
        const auto port = std::stoi(url.substr(url.rfind(':') + 1));
        tcp::socket socket(io);
        socket.connect({asio::ip::make_address("127.0.0.1"), static_cast<std::uint16_t>(port)});
        return socket;
    }
    // Sends a request, and returns what is read until the end, or until some text came.
    std::string ask(tcp::socket& socket, const std::string& fields, const std::string& until) {
        asio::write(socket,
                    asio::buffer("GET /health HTTP/1.1\r\nHost: here\r\n" + fields + "\r\n"));
        std::string text;
        bool is_done = false;
        asio::async_read_until(socket, asio::dynamic_buffer(text), until,
                               [&](boost::system::error_code, std::size_t) { is_done = true; });
        while (!is_done) io.run_one();
        return text;
    }

    asio::io_context io;
    NoWorld world;
    core::Hub hub{world, {}};
    net::Routes routes{hub, [] { return std::int64_t{0}; }, "1"};
    net::Connections connections;
    net::Site site{hub, [] { return std::int64_t{0}; }, routes, connections};
    std::unique_ptr<net::Listener> listener =
        net::Listener::listen(io, {"127.0.0.1"}, 0, site, 1).value();
};

}  // namespace

TEST_CASE("a connection for which there is no room is told so, and the next one finds room again") {
    SmallSite small;
    small.listener->start();
    {
        tcp::socket first = small.connect();
        CHECK(small.ask(first, "", "ok").starts_with("HTTP/1.1 200"));
        for (const std::string fields :
             {"", "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"}) {
            tcp::socket second = small.connect();
            // It reads to the end: nothing more can be asked on this connection.
            const std::string answer = small.ask(second, fields, "no such text");
            CHECK(answer.starts_with("HTTP/1.1 503"));
            CHECK(answer.find(R"({"refusal":{"code":"too-many-connections"}})") !=
                  std::string::npos);
        }
        CHECK(small.ask(first, "", "ok").starts_with("HTTP/1.1 200"));
    }
    // The server sees that the first is gone before it takes the next, or says no once more.
    while (!small.io.stopped()) {
        tcp::socket next = small.connect();
        const std::string answer = small.ask(next, "", "}");
        if (answer.starts_with("HTTP/1.1 200")) break;
        REQUIRE(answer.starts_with("HTTP/1.1 503"));
    }
}
