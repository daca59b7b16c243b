#include "net/listener.hpp"

#include "core/limits.hpp"

#include <fmt/format.h>

#include <chrono>
#include <utility>

namespace dealtafel::net {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

// How long to wait when the system has no more files to give to connections.
constexpr std::chrono::milliseconds pause_length{100};

}  // namespace

Result<std::unique_ptr<Listener>, ListenFault> Listener::listen(asio::io_context& io,
                                                                const std::string& address,
                                                                std::uint16_t port, Site& site,
                                                                std::size_t connections_max) {
    error_code error;
    const asio::ip::address ip = asio::ip::make_address(address, error);
    if (error) return ListenFault{fmt::format("{} is not an IP address", address)};
    const tcp::endpoint endpoint(ip, port);
    tcp::acceptor acceptor(io);
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error == asio::error::address_in_use) {
        return ListenFault{fmt::format("port {} of {} is taken by another program", port, address)};
    }
    if (error) {
        return ListenFault{
            fmt::format("cannot listen at port {} of {}: {}", port, address, error.message())};
    }
    return std::unique_ptr<Listener>(new Listener(std::move(acceptor), site, connections_max));
}

Listener::Listener(tcp::acceptor acceptor, Site& site, std::size_t connections_max)
    : acceptor_(std::move(acceptor)),
      pause_(acceptor_.get_executor()),
      site_(site),
      connections_max_(connections_max) {}

std::string Listener::url() const {
    const tcp::endpoint endpoint = acceptor_.local_endpoint();
    const std::string ip = endpoint.address().to_string();
    return fmt::format("http://{}:{}", endpoint.address().is_v6() ? "[" + ip + "]" : ip,
                       endpoint.port());
}

void Listener::start() {
    accept();
}

void Listener::stop() {
    error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
}

void Listener::accept() {
    acceptor_.async_accept([this](error_code error, tcp::socket socket) {
        if (!acceptor_.is_open()) return;
        if (error == asio::error::connection_aborted) return accept();
        if (error) return pause();
        if (auto place = find_place()) {
            error_code ignored;
            socket.set_option(tcp::no_delay(true), ignored);
            serve_plain(std::move(socket), site_, std::move(*place));
        }
        accept();
    });
}

// None where even those who are told that there is no room are too many.
std::optional<Place> Listener::find_place() const {
    const auto users = [](const std::shared_ptr<int>& of) {
        return static_cast<std::size_t>(of.use_count() - 1);
    };
    if (users(places_) < connections_max_) return Place{places_, true};
    if (users(refused_) < core::limits::refused_connections_max) return Place{refused_, false};
    return std::nullopt;
}

void Listener::pause() {
    pause_.expires_after(pause_length);
    pause_.async_wait([this](error_code error) {
        if (!error && acceptor_.is_open()) accept();
    });
}

}  // namespace dealtafel::net
