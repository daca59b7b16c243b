// One WebSocket: brings the hub its text frames, writes what waits in its outbox, pings, and ends.
// Written once for all streams; without encryption it is compiled in plain.cpp,
// with it in tls.cpp.
#pragma once

#include "net/gathering_stream.hpp"
#include "net/site.hpp"

#include "base/step.hpp"
#include "core/limits.hpp"
#include "protocol/json_codec.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/stream_traits.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <chrono>
#include <memory>

namespace dealtafel::net {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using boost::system::error_code;

template <class Stream>
class WsConnection final : public Connection,
                           public std::enable_shared_from_this<WsConnection<Stream>> {
public:
    WsConnection(Stream stream, Site& site, Place place, std::string code)
        : ws_(std::move(stream)),
          watch_(ws_.get_executor()),
          site_(site),
          place_(std::move(place)),
          code_(std::move(code)) {}

    void start(http::request<http::string_body> upgrade) {
        using Timeout = websocket::stream_base::timeout;
        // Beast's own idle time-out would count our pings as life; watch() does not.
        ws_.set_option(Timeout{std::chrono::milliseconds(core::limits::http_ms_max),
                               websocket::stream_base::none(), false});
        ws_.read_message_max(core::limits::frame_bytes_max);
        ws_.set_option(websocket::stream_base::decorator(as_all_answers));
        ws_.control_callback([this](websocket::frame_type, beast::string_view) { hear(); });
        upgrade_ = std::move(upgrade);
        ws_.async_accept(upgrade_, [self = this->shared_from_this()](error_code error) {
            if (!error) self->open();
        });
    }

    // All that becomes ready in one turn of the loop is written together.
    void wake() override {
        if (woken_) return;
        woken_ = true;
        asio::post(ws_.get_executor(), [self = this->shared_from_this()] {
            self->woken_ = false;
            self->write_next();
        });
    }

    void close(std::string_view code) override {
        if (!end_code_.empty()) return;
        end_code_ = code;
        if (code == to_word(protocol::Refusal::server_stops)) {
            end_reason_ = websocket::close_code::going_away;
        }
        watch_for(core::limits::close_ms_max);
        wake();
    }

private:
    // Beast refuses a handshake that is not in order; that reads as every other refusal does.
    static void as_all_answers(websocket::response_type& response) {
        response.set(http::field::server, "Dealtafel");  // or Beast names itself and its version
        if (response.result() == http::status::switching_protocols) return;
        for (const auto& [name, value] : security_fields()) response.set(name, value);
        HttpResponse refusal = refusal_response(protocol::Refusal::malformed, response.body());
        response.set(http::field::content_type, refusal.content_type);
        response.keep_alive(false);
        response.body() = std::move(refusal.body);
        response.prepare_payload();
    }

    void open() {
        upgrade_ = {};
        id_ = site_.connections.add(*this);
        hear();
        if (!site_.hub.opened(id_, code_, heard_at_)) {
            site_.connections.remove(id_);
            return beast::get_lowest_layer(ws_).close();
        }
        watch_for(core::limits::ping_after_ms);
        read();
        if (const auto& code = site_.connections.closed_for(); !code.empty()) close(code);
    }

    void hear() { heard_at_ = site_.now_ms(); }

    void read() {
        ws_.async_read(buffer_, [self = this->shared_from_this()](error_code error, std::size_t) {
            if (error) return self->end();
            self->take_message();
            self->read();
        });
    }

    void take_message() {
        hear();
        if (end_code_.empty()) {
            if (ws_.got_text()) {
                passed(Step::received);
                const auto bytes = buffer_.cdata();
                site_.hub.received(id_, {static_cast<const char*>(bytes.data()), bytes.size()},
                                   heard_at_);
            } else {
                end_reason_ = websocket::close_code::unknown_data;
                close(to_word(protocol::Refusal::malformed));
            }
        }
        buffer_.clear();
    }

    // The one writer: all that waits at once, then why the connection ends, then the close.
    void write_next() {
        if (is_writing_ || is_closing_ || has_ended_ || !ws_.is_open()) return;
        if (has_said_bye_) return send_close();
        std::string frames;
        for (const std::string& message : site_.hub.outbox(id_).take()) {
            add_text_frame(frames, message);
        }
        if (!end_code_.empty()) {
            has_said_bye_ = true;
            add_text_frame(frames, protocol::write(protocol::server::Bye{end_code_}, {}));
        }
        if (frames.empty()) return;
        is_writing_ = true;
        ws_.next_layer().async_write_all(
            std::move(frames), [self = this->shared_from_this()](error_code error, std::size_t) {
                passed(Step::sent);
                self->is_writing_ = false;
                if (!self->has_ended_) self->site_.hub.outbox(self->id_).written();
                // The reader learns of an error too, and ends.
                if (!error) self->write_next();
            });
    }

    void send_close() {
        is_closing_ = true;
        ws_.async_close(websocket::close_reason(end_reason_, end_code_),
                        [self = this->shared_from_this()](error_code) { self->watch_.cancel(); });
    }

    // After some ms of silence a ping, after more the end; a close that lasts is cut off.
    void watch_for(std::int64_t ms) {
        watch_.expires_after(std::chrono::milliseconds(ms));
        watch_.async_wait([self = this->shared_from_this()](error_code error) {
            // A wait that was over already could not be taken back when a new one began.
            const bool is_over = self->watch_.expiry() <= asio::steady_timer::clock_type::now();
            if (!error && is_over) self->watch();
        });
    }

    void watch() {
        if (!end_code_.empty()) return beast::get_lowest_layer(ws_).close();
        const std::int64_t silent_ms = site_.now_ms() - heard_at_;
        if (silent_ms >= core::limits::silent_ms_max) {
            return close(to_word(protocol::Refusal::silent));
        }
        if (silent_ms >= core::limits::ping_after_ms && !is_pinging_) {
            is_pinging_ = true;
            ws_.async_ping(
                {}, [self = this->shared_from_this()](error_code) { self->is_pinging_ = false; });
        }
        watch_for(core::limits::ping_after_ms);
    }

    // The reader is always there, so that this is where every connection ends.
    void end() {
        has_ended_ = true;
        if (end_code_.empty()) watch_.cancel();
        site_.connections.remove(id_);
        site_.hub.closed(id_, site_.now_ms());
    }

    websocket::stream<GatheringStream<Stream>> ws_;
    asio::steady_timer watch_;
    Site& site_;
    Place place_;
    std::string code_;
    http::request<http::string_body> upgrade_;
    beast::flat_buffer buffer_;
    core::ConnectionId id_ = 0;
    std::int64_t heard_at_ = 0;

    bool woken_ = false;
    bool is_writing_ = false;
    bool is_pinging_ = false;

    std::string end_code_;  // why the server ends the connection, once it does
    websocket::close_code end_reason_ = websocket::close_code::policy_error;
    bool has_said_bye_ = false;
    bool is_closing_ = false;
    bool has_ended_ = false;
};

}  // namespace dealtafel::net
