// Connections without encryption: the unit that compiles HTTP and WebSocket for them.
#include "net/http_session.hpp"
#include "net/listener.hpp"
#include "net/transport.hpp"

namespace dealtafel::net {

void serve_plain(asio::ip::tcp::socket socket, Site& site, Place place) {
    std::make_shared<HttpSession<TcpStream>>(make_stream(std::move(socket)), site,
                                             std::move(place))
        ->start();
}

}  // namespace dealtafel::net
