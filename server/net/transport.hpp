// The stream below every connection: TCP with time-outs, from which no more bytes a second are read
// than anybody has use for. Whoever sends more waits, and the others do not.
#pragma once

#include "core/limits.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/rate_policy.hpp>

#include <utility>

namespace dealtafel::net {

using TcpStream =
    boost::beast::basic_stream<boost::asio::ip::tcp, boost::asio::any_io_executor,
                               boost::beast::simple_rate_policy>;

inline TcpStream make_stream(boost::asio::ip::tcp::socket socket) {
    TcpStream stream(std::move(socket));
    stream.rate_policy().read_limit(core::limits::read_bytes_per_second);
    return stream;
}

}  // namespace dealtafel::net
