// Takes connections at one address, as many as there is room for.
#pragma once

#include "net/site.hpp"

#include "base/result.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <optional>

namespace dealtafel::net {

// Why the server cannot listen, as a sentence for whoever runs it.
struct ListenFault {
    std::string sentence;
};

class Listener {
public:
    // Listens at an IP address and a port, 0 for any that is free, for so many connections at a
    // time. The listener is kept where it is until the io_context has ended.
    static Result<std::unique_ptr<Listener>, ListenFault> listen(boost::asio::io_context& io,
                                                                 const std::string& address,
                                                                 std::uint16_t port, Site& site,
                                                                 std::size_t connections_max);
    // Where browsers find it, with the port that is really used, as in `http://127.0.0.1:8080`.
    std::string url() const;
    void start();
    // Takes no more connections; those that are there go on.
    void stop();

private:
    Listener(boost::asio::ip::tcp::acceptor acceptor, Site& site, std::size_t connections_max);
    void accept();
    std::optional<Place> find_place() const;
    void pause();

    boost::asio::ip::tcp::acceptor acceptor_;
    boost::asio::steady_timer pause_;
    Site& site_;
    const std::size_t connections_max_;
    // Their users are the connections.
    std::shared_ptr<int> places_ = std::make_shared<int>();
    std::shared_ptr<int> refused_ = std::make_shared<int>();
};

// Serves a connection without encryption until it ends (plain.cpp).
void serve_plain(boost::asio::ip::tcp::socket socket, Site& site, Place place);

}  // namespace dealtafel::net
