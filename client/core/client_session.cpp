#include "core/client_session.hpp"

#include "protocol/json_codec.hpp"

namespace dealtafel::client {

std::string Session::opened() {
    return protocol::write(client::opened(model_, identity_), context());
}

void Session::lost() { client::lost(model_); }

void Session::received(std::string_view text, std::int64_t now_ms) {
    const auto message = protocol::read_server(text, context());
    if (!message) {
        model_.refused = protocol::Refusal::wrong_protocol;
        return;
    }
    receive(model_, *message, now_ms);
}

void Session::declined(int http_status) {
    constexpr int not_found = 404;
    constexpr int forbidden = 403;
    if (http_status == not_found) model_.refused = protocol::Refusal::no_such_session;
    if (http_status == forbidden) model_.refused = protocol::Refusal::wrong_origin;
}

}  // namespace dealtafel::client
