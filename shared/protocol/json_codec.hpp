// Messages as JSON text and back. The heavy templates are compiled in json_codec.cpp alone.
#pragma once

#include "base/names.hpp"
#include "base/result.hpp"
#include "json/texts.hpp"
#include "protocol/messages.hpp"

#include <string>
#include <string_view>

namespace dealtafel::protocol {

using dealtafel::throw_exception_from_error;

// Why a text is no message: a path into it (empty for the whole) and what is wrong there.
struct Malformed {
    std::string path;
    std::string what;
    std::optional<std::uint64_t> id;  // of the message, where it could be read
};

Result<ClientMessage, Malformed> read_client(std::string_view text, const json::Context& context);
Result<ServerMessage, Malformed> read_server(std::string_view text, const json::Context& context);
std::string write(const ClientMessage& message, const json::Context& context);
std::string write(const ServerMessage& message, const json::Context& context);

// Parts that the server encodes once and sends to many.
std::string write(const rules::GameView& view, const json::Context& context);
std::string write(const server::FeedEntry& entry, const json::Context& context);
// A frame of parts that are JSON already, `feed` of entries; an empty view is left out.
std::string write_frame(std::uint64_t number, const std::vector<std::string>& feed,
                        const std::string& view);

Result<http::CreateSession, Malformed> read_create_session(std::string_view text);
Result<http::TakeSeat, Malformed> read_take_seat(std::string_view text);
std::string write(const http::SessionCreated& body);
std::string write(const http::SessionInfo& body, const json::Context& context);
std::string write(const http::SeatTaken& body);
std::string write(const http::Scenarios& body);
std::string write(const http::ScenarioSummary& body);
std::string write(const http::Health& body);
std::string write(const http::HttpError& body);

}  // namespace dealtafel::protocol
