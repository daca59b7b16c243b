// One connection that speaks HTTP, request after request, until it ends or becomes a WebSocket.
// Written once for all streams, as the WebSocket is.
#pragma once

#include "net/request_values.hpp"
#include "net/transport.hpp"
#include "net/ws_connection.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include <array>
#include <optional>
#include <type_traits>

namespace dealtafel::net {

template <class Stream>
class HttpSession final : public std::enable_shared_from_this<HttpSession<Stream>> {
public:
    HttpSession(Stream stream, Site& site, Place place)
        : stream_(std::move(stream)),
          wait_(stream_.get_executor()),
          site_(site),
          place_(std::move(place)) {}

    void start() { read(); }

private:
    using Parser = http::request_parser<http::string_body>;
    using Message = http::response<http::span_body<const char>>;

    void read() {
        parser_.emplace();
        parser_->header_limit(core::limits::http_header_bytes_max);
        parser_->body_limit(boost::none);  // is known with the header
        expire_after(core::limits::http_ms_max);
        http::async_read_header(stream_, buffer_, *parser_,
                                [self = this->shared_from_this()](error_code error, std::size_t) {
                                    self->take_header(error);
                                });
    }

    void take_header(error_code error) {
        if (error) return take_request(error);
        const HttpRequest header = values_of(parser_->get(), place_.address);
        const std::size_t most = site_.routes.body_bytes_max(header);
        parser_->body_limit(most);
        if (parser_->content_length().value_or(0) > most) {
            return take_request(http::error::body_limit);
        }
        http::async_read(stream_, buffer_, *parser_,
                         [self = this->shared_from_this()](error_code failed, std::size_t) {
                             self->take_request(failed);
                         });
    }

    void take_request(error_code error) {
        if (error == http::error::end_of_stream) return shut_down();
        if (error && !is_fault_of_request(error)) return;
        stays_open_ = !error && parser_->get().keep_alive();
        is_head_ = !error && parser_->get().method() == http::verb::head;
        if (error) return write(refusal_of(error));
        if (!place_.has_room) {
            stays_open_ = false;
            return write(refusal_response(protocol::Refusal::too_many_connections));
        }

        const HttpRequest request = values_of(parser_->get(), place_.address);
        if (websocket::is_upgrade(parser_->get())) return upgrade(request);
        // The reply may take as long as the disk takes.
        beast::get_lowest_layer(stream_).expires_never();
        site_.routes.answer(request, [self = this->shared_from_this()](HttpResponse response) {
            self->write(std::move(response));
        });
    }

    void upgrade(const HttpRequest& request) {
        auto code = site_.routes.session_of_socket(request);
        if (!code) return write(std::move(code.error()));
        beast::get_lowest_layer(stream_).expires_never();
        std::make_shared<WsConnection<Stream>>(std::move(stream_), site_, std::move(place_),
                                               std::move(*code))
            ->start(parser_->release());
    }

    // Errors that the client is told of; at all others the connection is gone or not worth it.
    static bool is_fault_of_request(error_code error) {
        return error.category() == http::make_error_code(http::error::bad_method).category() &&
               error != http::error::partial_message;
    }

    static HttpResponse refusal_of(error_code error) {
        if (error == http::error::body_limit) {
            return refusal_response(protocol::Refusal::too_large);
        }
        if (error == http::error::header_limit) {
            HttpResponse response = refusal_response(protocol::Refusal::too_large);
            response.status = 431;
            return response;
        }
        return refusal_response(protocol::Refusal::malformed, error.message());
    }

    void write(HttpResponse response) {
        response_ = std::move(response);
        if (response_.status == 429) return write_later();
        write_now();
    }

    // Who guesses codes waits for each answer, and knocks anew after it: that holds up nobody else.
    void write_later() {
        stays_open_ = false;
        wait_.expires_after(std::chrono::milliseconds(core::limits::failed_code_wait_ms));
        wait_.async_wait([self = this->shared_from_this()](error_code) { self->write_now(); });
    }

    void write_now() {
        message_ = Message(static_cast<http::status>(response_.status), 11);
        for (const auto& [name, value] : security_fields()) message_.set(name, value);
        for (const auto& [name, value] : response_.fields) message_.set(name, value);
        const std::string_view bytes = response_.bytes();
        if (response_.status != 304) {
            message_.set(http::field::content_type, response_.content_type);
            message_.content_length(bytes.size());
        }
        if (!is_head_) message_.body() = {bytes.data(), bytes.size()};
        message_.keep_alive(stays_open_);
        expire_after(core::limits::http_answer_ms_max);
        http::async_write(stream_, message_,
                          [self = this->shared_from_this()](error_code error, std::size_t) {
                              if (error) return;
                              if (self->stays_open_) return self->read();
                              self->shut_down();
                          });
    }

    // Says that nothing more comes, and takes what the client still sends, for some time: closing
    // at once would throw away the response on its way.
    void shut_down() {
        expire_after(core::limits::close_ms_max);
        if constexpr (!std::is_same_v<Stream, TcpStream>) {
            stream_.async_shutdown(
                [self = this->shared_from_this()](error_code) { self->shut_down_transport(); });
        } else {
            shut_down_transport();
        }
    }

    void shut_down_transport() {
        error_code ignored;
        beast::get_lowest_layer(stream_).socket().shutdown(asio::socket_base::shutdown_send,
                                                           ignored);
        drain();
    }

    void drain() {
        beast::get_lowest_layer(stream_).async_read_some(
            asio::buffer(rest_),
            [self = this->shared_from_this()](error_code error, std::size_t) {
                if (!error) self->drain();
            });
    }

    void expire_after(std::int64_t ms) {
        beast::get_lowest_layer(stream_).expires_after(std::chrono::milliseconds(ms));
    }

    Stream stream_;
    asio::steady_timer wait_;
    Site& site_;
    Place place_;
    beast::flat_buffer buffer_;
    std::optional<Parser> parser_;
    HttpResponse response_;  // what message_ refers to
    Message message_;
    std::array<char, 1024> rest_{};
    bool stays_open_ = false;
    bool is_head_ = false;
};

}  // namespace dealtafel::net
