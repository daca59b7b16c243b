// A server for tests on threads of their own, and HTTP as plainly as can be.
#pragma once

#include "app/server.hpp"
#include "fuzz/valley.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace dealtafel::test {

// A server at a free port of this machine, that has the scenario valley.
inline auto open_server(std::filesystem::path data) {
    app::Config config;
    config.addresses = {"127.0.0.1"};
    config.data = std::move(data);
    config.scenarios = {core::ScenarioEntry{fuzz::valley(), fuzz::valley_toml()}};
    config.version = "test";
    return app::Server::open(std::move(config));
}

// One request over a connection of its own; all that is answered.
inline std::string ask(std::uint16_t port, const std::string& start, const std::string& body = {}) {
    namespace asio = boost::asio;
    asio::io_context io;
    asio::ip::tcp::socket socket(io);
    socket.connect({asio::ip::make_address("127.0.0.1"), port});
    asio::write(socket, asio::buffer(start + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" +
                                     "Content-Type: application/json\r\nConnection: close\r\n" +
                                     "Content-Length: " + std::to_string(body.size()) +
                                     "\r\n\r\n" + body));
    std::string text;
    boost::system::error_code ended;
    asio::read(socket, asio::dynamic_buffer(text), ended);
    return text;
}

// The text that a member of an answer has; empty where there is none.
inline std::string text_in(const std::string& answer, std::string_view member) {
    const std::string mark = '"' + std::string(member) + R"(":")";
    const std::size_t at = answer.find(mark);
    if (at == std::string::npos) return {};
    const std::size_t from = at + mark.size();
    return answer.substr(from, answer.find('"', from) - from);
}

inline std::uint16_t port_of(const app::Server& server) {
    const std::string url = server.urls().front();
    return static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
}

}  // namespace dealtafel::test
