// Takes connections at some addresses, as many as there is room for.
#pragma once

#include "net/site.hpp"

#include "base/result.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <deque>
#include <optional>
#include <vector>

namespace dealtafel::net {

class Listener {
public:
    // Listens at IP addresses and one port, 0 for any that is free, for so many connections at a
    // time. The listener is kept where it is until the io_context has ended.
    static Result<std::unique_ptr<Listener>, ListenFault> listen(
        boost::asio::io_context& io, const std::vector<std::string>& addresses, std::uint16_t port,
        Site& site, std::size_t connections_max);
    // Where browsers find it, with the port that is really used, as in `http://127.0.0.1:8080`: one
    // for each of the addresses.
    std::vector<std::string> urls() const;
    void start();
    // Takes no more connections; those that are there go on.
    void stop();

private:
    struct Acceptor {
        explicit Acceptor(boost::asio::ip::tcp::acceptor opened)
            : open(std::move(opened)), pause(open.get_executor()) {}
        boost::asio::ip::tcp::acceptor open;
        boost::asio::steady_timer pause;
    };

    Listener(Site& site, std::size_t connections_max);
    void accept(Acceptor& acceptor);
    void take(boost::asio::ip::tcp::socket socket);
    std::optional<Place> find_place() const;
    void pause(Acceptor& acceptor);

    std::deque<Acceptor> acceptors_;  // stable addresses
    Site& site_;
    const std::size_t connections_max_;
    // Their users are the connections.
    std::shared_ptr<int> places_ = std::make_shared<int>();
    std::shared_ptr<int> refused_ = std::make_shared<int>();
};

// Serves a connection until it ends, without encryption (plain.cpp) and with it (tls.cpp).
void serve_plain(boost::asio::ip::tcp::socket socket, Site& site, Place place);
void serve_tls(boost::asio::ip::tcp::socket socket, Site& site, Place place);

}  // namespace dealtafel::net
