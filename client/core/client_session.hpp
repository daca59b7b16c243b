// A client's end of a session, as texts: turns what the socket brings into the model, and what is
// to be said into texts. No sockets, no clock.
#pragma once

#include "core/client_model.hpp"
#include "core/growing_names.hpp"
#include "core/kept_texts.hpp"

#include <string>
#include <string_view>

namespace dealtafel::client {

class Session {
public:
    explicit Session(Identity identity) : identity_(std::move(identity)) {}

    const ClientModel& model() const { return model_; }
    // A connection was opened; the text that must be sent first.
    std::string opened();
    void lost();
    // A text came in. One that is no message of this protocol means that the server is of another
    // version, and is final.
    void received(std::string_view text, std::int64_t now_ms);
    // The server answered the opening with an HTTP status instead of a connection.
    void declined(int http_status);

private:
    json::Context context() { return {&names_, &texts_}; }

    Identity identity_;
    GrowingNames names_;
    KeptTexts texts_;
    ClientModel model_;
};

}  // namespace dealtafel::client
