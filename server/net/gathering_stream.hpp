// A stream that a WebSocket runs over, with one write at a time below it: what is written while
// the system is busy with the write before goes out as a whole after it. So many messages cost one
// call to the system, and Beast's pongs and closes keep their place among them.
//
// Data goes out in frames made here, as a server's are: not masked, not compressed.
#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/asio/compose.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/websocket/teardown.hpp>

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace dealtafel::net {

// Adds a message as one text frame (RFC 6455, section 5.2).
inline void add_text_frame(std::string& bytes, std::string_view message) {
    const auto add_length = [&](int length_bytes) {
        for (int at = length_bytes - 1; at >= 0; --at) {
            bytes.push_back(static_cast<char>((message.size() >> (8 * at)) & 0xff));
        }
    };
    bytes.push_back('\x81');
    if (message.size() < 126) {
        add_length(1);
    } else if (message.size() < 65'536) {
        bytes.push_back(126);
        add_length(2);
    } else {
        bytes.push_back(127);
        add_length(8);
    }
    bytes += message;
}

template <class Next>
class GatheringStream {
public:
    using next_layer_type = Next;
    using executor_type = typename Next::executor_type;

    explicit GatheringStream(Next next)
        : next_(std::move(next)),
          written_{Timer(next_.get_executor(), Timer::time_point::max()),
                   Timer(next_.get_executor(), Timer::time_point::max())} {}

    executor_type get_executor() { return next_.get_executor(); }
    Next& next_layer() { return next_; }
    const Next& next_layer() const { return next_; }

    template <class Buffers, class Handler>
    auto async_read_some(const Buffers& buffers, Handler&& handler) {
        return next_.async_read_some(buffers, std::forward<Handler>(handler));
    }

    // What Beast writes: the answer to the upgrade, pings, pongs, closes.
    template <class Buffers, class Handler>
    auto async_write_some(const Buffers& buffers, Handler&& handler) {
        std::string bytes(boost::asio::buffer_size(buffers), '\0');
        boost::asio::buffer_copy(boost::asio::buffer(bytes), buffers);
        return async_write_all(std::move(bytes), std::forward<Handler>(handler));
    }

    // Completes when all of the bytes, which are some, are with the system:
    // void(error_code, std::size_t).
    template <class Handler>
    auto async_write_all(std::string bytes, Handler&& handler) {
        return boost::asio::async_compose<Handler, void(boost::system::error_code, std::size_t)>(
            [this, bytes = std::move(bytes), size = std::size_t{0}](
                auto& self, boost::system::error_code = {}) mutable {
                if (size > 0) return self.complete(error_, size);
                size = bytes.size();
                waiting_ += std::exchange(bytes, {});
                Timer& written = written_[turn_];
                start_write();
                written.async_wait(std::move(self));
            },
            handler, next_);
    }

private:
    // As a signal to many: waits end when it is cancelled.
    using Timer = boost::asio::steady_timer;

    // Whoever waits for the bytes keeps this stream alive until they are written.
    void start_write() {
        if (is_writing_) return;
        is_writing_ = true;
        writing_.clear();
        std::swap(writing_, waiting_);
        turn_ = 1 - turn_;
        boost::asio::async_write(next_, boost::asio::buffer(writing_),
                                 [this](boost::system::error_code error, std::size_t) {
                                     is_writing_ = false;
                                     if (error) error_ = error;
                                     written_[1 - turn_].cancel();
                                     if (!waiting_.empty()) start_write();
                                 });
    }

    Next next_;
    std::string waiting_;
    std::string writing_;
    std::array<Timer, 2> written_;  // of what waits, at turn_, and of what is being written
    std::size_t turn_ = 0;
    bool is_writing_ = false;
    boost::system::error_code error_;
};

// Beast ends a WebSocket by ending the stream below it.
template <class Next, class Handler>
void async_teardown(boost::beast::role_type role, GatheringStream<Next>& stream,
                    Handler&& handler) {
    using boost::beast::websocket::async_teardown;
    async_teardown(role, stream.next_layer(), std::forward<Handler>(handler));
}

}  // namespace dealtafel::net
