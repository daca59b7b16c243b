#include "protocol/json_codec.hpp"

#include "json/codec.hpp"
#include "protocol/describe.hpp"

namespace dealtafel::protocol {

namespace {

// The id of a message that could not be read as a whole, so that the refusal can name it.
std::optional<std::uint64_t> id_of(const boost::json::value& value) {
    const boost::json::object* object = value.if_object();
    const boost::json::value* id = object != nullptr ? object->if_contains("id") : nullptr;
    boost::system::error_code outside;
    if (id == nullptr || !id->is_number()) return std::nullopt;
    const auto number = id->to_number<std::uint64_t>(outside);
    if (outside) return std::nullopt;
    return number;
}

template <class T>
Result<T, Malformed> read(std::string_view text, const json::Context& context) {
    const auto value = json::parse(text);
    if (!value) {
        return Malformed{"", "line " + std::to_string(value.error().line) + ", column " +
                                 std::to_string(value.error().column) + ": " + value.error().what,
                         std::nullopt};
    }
    auto decoded = json::decode<T>(*value, context);
    if (!decoded) {
        return Malformed{decoded.error().path, decoded.error().what, id_of(value->root())};
    }
    return std::move(*decoded);
}

}  // namespace

Result<ClientMessage, Malformed> read_client(std::string_view text, const json::Context& context) {
    return read<ClientMessage>(text, context);
}

Result<ServerMessage, Malformed> read_server(std::string_view text, const json::Context& context) {
    return read<ServerMessage>(text, context);
}

std::string write(const ClientMessage& message, const json::Context& context) {
    return json::write(message, context);
}

std::string write(const ServerMessage& message, const json::Context& context) {
    return json::write(message, context);
}

std::string write(const rules::GameView& view, const json::Context& context) {
    return json::write(view, context);
}

std::string write(const server::FeedEntry& entry, const json::Context& context) {
    return json::write(entry, context);
}

std::string write_frame(std::uint64_t number, const std::vector<std::string>& feed,
                        const std::string& view) {
    std::string text = R"({"type":"frame","number":)" + std::to_string(number) + R"(,"feed":[)";
    for (std::size_t at = 0; at < feed.size(); ++at) {
        if (at > 0) text += ',';
        text += feed[at];
    }
    text += ']';
    if (!view.empty()) text += R"(,"view":)" + view;
    return text + '}';
}

Result<http::CreateSession, Malformed> read_create_session(std::string_view text) {
    return read<http::CreateSession>(text, {});
}

Result<http::TakeSeat, Malformed> read_take_seat(std::string_view text) {
    return read<http::TakeSeat>(text, {});
}

std::string write(const http::SessionCreated& body) { return json::write(body); }
std::string write(const http::SessionInfo& body, const json::Context& context) {
    return json::write(body, context);
}
std::string write(const http::SeatTaken& body) { return json::write(body); }
std::string write(const http::Scenarios& body) { return json::write(body); }
std::string write(const http::ScenarioSummary& body) { return json::write(body); }
std::string write(const http::Health& body) { return json::write(body); }
std::string write(const http::HttpError& body) { return json::write(body); }

}  // namespace dealtafel::protocol
