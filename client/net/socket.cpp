// The only unit of the client that includes Beast.
#include "net/socket.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace dealtafel::client::net {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using Stream = websocket::stream<beast::tcp_stream>;
using ErrorCode = boost::system::error_code;
using Milliseconds = std::chrono::milliseconds;

constexpr std::size_t message_bytes_max = 16 * 1024 * 1024;
// What waits to be drained before no more is read.
constexpr std::size_t events_max = 4096;
constexpr Milliseconds connect_timeout{5'000};
constexpr Milliseconds idle_timeout{30'000};
constexpr Milliseconds pause_min{250};
constexpr Milliseconds pause_max{2'000};
constexpr Milliseconds pause_while_full{50};

websocket::stream_base::timeout timeouts() {
    websocket::stream_base::timeout made{};
    made.handshake_timeout = connect_timeout;
    made.idle_timeout = idle_timeout;
    made.keep_alive_pings = true;
    return made;
}

}  // namespace

class Socket::Impl {
public:
    Impl(Address address, std::string target)
        : address_(std::move(address)),
          target_(std::move(target)),
          timer_(io_) {
        asio::co_spawn(io_, live(), asio::detached);
        thread_ = std::jthread([this] { io_.run(); });
    }

    ~Impl() { io_.stop(); }

    std::vector<Event> drain(std::chrono::milliseconds wait_max) {
        std::unique_lock lock(mutex_);
        came_.wait_for(lock, wait_max, [this] { return !events_.empty(); });
        return std::exchange(events_, {});
    }

    void send(std::uint64_t connection, std::string text) {
        asio::post(io_, [this, connection, text = std::move(text)]() mutable {
            if (stream_ == nullptr || connection != connection_) return;
            writing_.push_back(std::move(text));
            if (writing_.size() == 1) write_next();
        });
    }

private:
    void push(Event event) {
        const std::lock_guard lock(mutex_);
        events_.push_back(std::move(event));
        came_.notify_one();
    }

    bool is_full() {
        const std::lock_guard lock(mutex_);
        return events_.size() >= events_max;
    }

    // Beast allows one write at a time, so the next begins when the one before is done.
    void write_next() {
        stream_->async_write(asio::buffer(writing_.front()),
                             [this, stream = stream_](ErrorCode error, std::size_t) {
                                 if (error || stream != stream_) return;
                                 writing_.pop_front();
                                 if (!writing_.empty()) write_next();
                             });
    }

    asio::awaitable<void> live() {
        Milliseconds pause = pause_min;
        for (;;) {
            const std::uint64_t before = connection_;
            const Closed closed = co_await one_connection();
            stream_.reset();
            writing_.clear();
            push(closed);
            if (connection_ != before) pause = pause_min;
            co_await rest(pause);
            pause = std::min(pause * 2, pause_max);
        }
    }

    asio::awaitable<void> rest(Milliseconds pause) {
        ErrorCode error;
        timer_.expires_after(pause);
        co_await timer_.async_wait(asio::redirect_error(asio::use_awaitable, error));
    }

    // Connects, reads until the end, and says why it ended.
    asio::awaitable<Closed> one_connection() {
        ErrorCode error;
        Closed closed;
        asio::ip::tcp::resolver resolver(io_);
        auto token = asio::redirect_error(asio::use_awaitable, error);
        const auto places = co_await resolver.async_resolve(address_.host, address_.port, token);
        auto stream = std::make_shared<Stream>(io_);
        if (!error) {
            stream->next_layer().expires_after(connect_timeout);
            co_await stream->next_layer().async_connect(places, token);
        }
        if (!error) co_await shake_hands(*stream, closed, error);
        if (!error) {
            stream_ = stream;
            push_opened();
            co_await read_all(*stream, error);
        }
        closed.why = error.message();
        co_return closed;
    }

    asio::awaitable<void> shake_hands(Stream& stream, Closed& closed, ErrorCode& error) {
        websocket::response_type response;
        stream.next_layer().expires_never();
        stream.set_option(timeouts());
        stream.read_message_max(message_bytes_max);
        stream.auto_fragment(false);
        co_await stream.async_handshake(response, address_.shown, target_,
                                        asio::redirect_error(asio::use_awaitable, error));
        const bool answered = error == websocket::error::upgrade_declined;
        closed.http_status = answered ? static_cast<int>(response.result_int()) : 0;
    }

    void push_opened() { push(Opened{++connection_}); }

    asio::awaitable<void> read_all(Stream& stream, ErrorCode& error) {
        beast::flat_buffer buffer;
        for (;;) {
            co_await stream.async_read(buffer, asio::redirect_error(asio::use_awaitable, error));
            if (error) co_return;
            push_received(beast::buffers_to_string(buffer.data()));
            buffer.consume(buffer.size());
            while (is_full()) co_await rest(pause_while_full);
        }
    }

    void push_received(std::string text) { push(Received{std::move(text)}); }

    const Address address_;
    const std::string target_;
    std::mutex mutex_;
    std::condition_variable came_;
    std::vector<Event> events_;
    // Below: of the thread alone.
    asio::io_context io_{1};
    asio::steady_timer timer_;
    std::shared_ptr<Stream> stream_;
    std::uint64_t connection_ = 0;
    std::deque<std::string> writing_;
    std::jthread thread_;
};

Socket::Socket(Address address, std::string target)
    : impl_(std::make_unique<Impl>(std::move(address), std::move(target))) {}
Socket::~Socket() = default;

std::vector<Event> Socket::drain(std::chrono::milliseconds wait_max) {
    return impl_->drain(wait_max);
}

void Socket::send(std::uint64_t connection, std::string text) {
    impl_->send(connection, std::move(text));
}

}  // namespace dealtafel::client::net
