#include "net/listener.hpp"

#include "core/limits.hpp"

#include <fmt/format.h>
#include <boost/asio/ip/v6_only.hpp>

#include <chrono>
#include <utility>

namespace dealtafel::net {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

// How long to wait when the system has no more files to give to connections.
constexpr std::chrono::milliseconds pause_length{100};

Result<tcp::acceptor, ListenFault> open(asio::io_context& io, const std::string& address,
                                        std::uint16_t port) {
    error_code error;
    const asio::ip::address ip = asio::ip::make_address(address, error);
    if (error) return ListenFault{fmt::format("{} is not an IP address", address)};
    const tcp::endpoint endpoint(ip, port);
    tcp::acceptor acceptor(io);
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    // IPv4 has a listener of its own.
    if (!error && ip.is_v6()) acceptor.set_option(asio::ip::v6_only(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error == asio::error::address_in_use) {
        return ListenFault{fmt::format("port {} of {} is taken by another program", port, address)};
    }
    if (error) {
        return ListenFault{
            fmt::format("cannot listen at port {} of {}: {}", port, address, error.message())};
    }
    return {boost::system::in_place_value, std::move(acceptor)};
}

}  // namespace

Result<std::unique_ptr<Listener>, ListenFault> Listener::listen(
    asio::io_context& io, const std::vector<std::string>& addresses, std::uint16_t port, Site& site,
    std::size_t connections_max) {
    std::unique_ptr<Listener> listener(new Listener(site, connections_max));
    for (const std::string& address : addresses) {
        auto acceptor = open(io, address, port);
        if (!acceptor) return acceptor.error();
        port = acceptor->local_endpoint().port();
        listener->acceptors_.emplace_back(std::move(*acceptor));
    }
    return listener;
}

Listener::Listener(Site& site, std::size_t connections_max)
    : site_(site), connections_max_(connections_max) {}

std::vector<std::string> Listener::urls() const {
    std::vector<std::string> urls;
    for (const Acceptor& acceptor : acceptors_) {
        const tcp::endpoint endpoint = acceptor.open.local_endpoint();
        const std::string ip = endpoint.address().to_string();
        urls.push_back(fmt::format("{}://{}:{}", site_.keys == nullptr ? "http" : "https",
                                   endpoint.address().is_v6() ? "[" + ip + "]" : ip,
                                   endpoint.port()));
    }
    return urls;
}

void Listener::start() {
    for (Acceptor& acceptor : acceptors_) accept(acceptor);
}

void Listener::stop() {
    for (Acceptor& acceptor : acceptors_) {
        error_code ignored;
        acceptor.open.close(ignored);
        acceptor.pause.cancel();
    }
}

void Listener::accept(Acceptor& acceptor) {
    acceptor.open.async_accept([this, &acceptor](error_code error, tcp::socket socket) {
        if (!acceptor.open.is_open()) return;
        if (error == asio::error::connection_aborted) return accept(acceptor);
        if (error) return pause(acceptor);
        take(std::move(socket));
        accept(acceptor);
    });
}

void Listener::take(tcp::socket socket) {
    auto place = find_place();
    error_code error;
    const tcp::endpoint other = socket.remote_endpoint(error);
    if (!place || error) return;
    place->address = other.address().to_string();
    socket.set_option(tcp::no_delay(true), error);
    const auto serve = site_.keys == nullptr ? serve_plain : serve_tls;
    serve(std::move(socket), site_, std::move(*place));
}

// None where even those who are told that there is no room are too many.
std::optional<Place> Listener::find_place() const {
    const auto users = [](const std::shared_ptr<int>& of) {
        return static_cast<std::size_t>(of.use_count() - 1);
    };
    if (users(places_) < connections_max_) return Place{places_, true, {}};
    if (users(refused_) < core::limits::refused_connections_max) return Place{refused_, false, {}};
    return std::nullopt;
}

void Listener::pause(Acceptor& acceptor) {
    acceptor.pause.expires_after(pause_length);
    acceptor.pause.async_wait([this, &acceptor](error_code error) {
        if (!error && acceptor.open.is_open()) accept(acceptor);
    });
}

}  // namespace dealtafel::net
