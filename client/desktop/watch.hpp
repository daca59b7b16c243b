// A session that is watched: the socket and the model behind it, and the board that comes of them.
#pragma once

#include "core/board.hpp"
#include "core/client_session.hpp"
#include "desktop/options.hpp"
#include "net/socket.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace dealtafel::client::desktop {

class Watch {
public:
    explicit Watch(const Options& options);

    // Takes in what came, waiting at most so long for something. Gives the sentence to end with
    // where there is no use in going on: the server is not there at the start, or will not have us.
    std::optional<std::string> update(std::chrono::milliseconds wait_max);
    // Whether all that a first picture needs has come.
    bool is_complete() const;
    Board board() const;
    // The texts in the language of the board.
    const messages::Catalogue& catalogue() const { return catalogue_; }

private:
    void take(const net::Opened& opened);
    void take(const net::Received& received);
    void take(const net::Closed& closed);
    std::string refusal_text(protocol::Refusal refusal) const;

    const Options options_;
    messages::Catalogue catalogue_;
    Session session_;
    net::Socket socket_;
    bool was_open_ = false;
    std::optional<std::string> end_;
};

}  // namespace dealtafel::client::desktop
