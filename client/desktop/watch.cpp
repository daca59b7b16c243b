#include "desktop/watch.hpp"

#include <fmt/format.h>

#include <random>

namespace dealtafel::client::desktop {

namespace {

std::int64_t now_ms() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

// A name of this run of the program, which the server knows it by.
std::string client_name() {
    std::random_device device;
    return fmt::format("board-{:08x}{:08x}", device(), device());
}

// Before the session's language is known, the program speaks as its help does.
std::string first_language(const Options& options) {
    return options.language.empty() ? "en" : options.language;
}

}  // namespace

Watch::Watch(const Options& options)
    : options_(options),
      catalogue_(first_language(options)),
      session_(Identity{client_name(), std::nullopt, options.game - 1}),
      socket_(options.address, "/ws/" + options.code) {}

std::optional<std::string> Watch::update(std::chrono::milliseconds wait_max) {
    for (const net::Event& event : socket_.drain(wait_max)) {
        visit([this](const auto& held) { take(held); }, event);
        if (session_.model().refused) end_ = refusal_text(*session_.model().refused);
        if (end_) return end_;
    }
    return std::nullopt;
}

bool Watch::is_complete() const { return client::is_complete(session_.model()); }

Board Watch::board() const {
    return client::board(session_.model(), catalogue_, options_.join_address(), now_ms());
}

void Watch::take(const net::Opened& opened) {
    was_open_ = true;
    socket_.send(opened.connection, session_.opened());
}

void Watch::take(const net::Received& received) {
    session_.received(received.text, now_ms());
    const auto& welcome = session_.model().welcome;
    if (!options_.language.empty() || !welcome) return;
    if (welcome->language != catalogue_.language()) {
        catalogue_ = messages::Catalogue(welcome->language);
    }
}

void Watch::take(const net::Closed& closed) {
    session_.lost();
    session_.declined(closed.http_status);
    // At the start a server that is not there is a mistake to tell at once; later it comes back.
    if (was_open_) return;
    end_ = catalogue_.text("board.error.connect",
                           {{"address", options_.address.shown}, {"reason", closed.why}});
}

std::string Watch::refusal_text(protocol::Refusal refusal) const {
    const std::string& address = options_.address.shown;
    switch (refusal) {
        case protocol::Refusal::no_such_session:
            return catalogue_.text("board.error.no_such_session",
                                   {{"code", options_.code}, {"address", address}});
        case protocol::Refusal::no_such_game:
            return catalogue_.text("board.error.no_such_game",
                                   {{"code", options_.code}, {"game", options_.game}});
        case protocol::Refusal::malformed:
        case protocol::Refusal::wrong_protocol:
            return catalogue_.text("board.error.wrong_protocol", {{"address", address}});
        default:
            return catalogue_.text(
                "board.error.refused",
                {{"address", address}, {"reason", std::string(to_word(refusal))}});
    }
}

}  // namespace dealtafel::client::desktop
