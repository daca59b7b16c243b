// Connections with TLS: the unit that compiles HTTP and WebSocket for them.
#include "net/http_session.hpp"
#include "net/keys.hpp"
#include "net/listener.hpp"
#include "net/transport.hpp"

#include <boost/beast/ssl/ssl_stream.hpp>
#include <boost/beast/websocket/ssl.hpp>

namespace dealtafel::net {

namespace {

using Stream = beast::ssl_stream<TcpStream>;

}  // namespace

void serve_tls(asio::ip::tcp::socket socket, Site& site, Place place) {
    auto stream = std::make_unique<Stream>(make_stream(std::move(socket)), site.keys->context());
    Stream& shaken = *stream;
    beast::get_lowest_layer(shaken).expires_after(
        std::chrono::milliseconds(core::limits::http_ms_max));
    // Who fails to agree on how to talk cannot be told why either.
    shaken.async_handshake(asio::ssl::stream_base::server,
                           [stream = std::move(stream), &site,
                            place = std::move(place)](error_code error) mutable {
                               if (error) return;
                               std::make_shared<HttpSession<Stream>>(std::move(*stream), site,
                                                                     std::move(place))
                                   ->start();
                           });
}

}  // namespace dealtafel::net
