#include "net/routes.hpp"

#include "net/pages.hpp"
#include "net/text.hpp"

#include "base/words.hpp"
#include "protocol/json_codec.hpp"

#include <array>
#include <optional>

namespace dealtafel::net {

namespace {

using protocol::Refusal;

// The status of a refusal; those of the rules, and what is said of a seat, are conflicts.
unsigned status_of(std::string_view code) {
    switch (from_word<Refusal>(code).value_or(Refusal::seat_full)) {
        case Refusal::malformed:
        case Refusal::name_needed: return 400;
        case Refusal::wrong_token:
        case Refusal::wrong_role:
        case Refusal::wrong_origin: return 403;
        case Refusal::not_found:
        case Refusal::no_such_session:
        case Refusal::no_such_game:
        case Refusal::no_such_party:
        case Refusal::no_such_scenario:
        case Refusal::no_such_member: return 404;
        case Refusal::wrong_method: return 405;
        case Refusal::too_large: return 413;
        case Refusal::too_fast: return 429;
        case Refusal::busy:
        case Refusal::try_again:
        case Refusal::no_writes:
        case Refusal::too_many_sessions:
        case Refusal::too_many_connections:
        case Refusal::server_stops: return 503;
        default: return 409;
    }
}

HttpResponse json_response(unsigned status, std::string body) {
    HttpResponse response;
    response.status = status;
    response.body = std::move(body);
    response.fields.emplace_back("Cache-Control", "no-store");
    return response;
}

HttpResponse response_of(const protocol::server::RefusalInfo& refusal) {
    return json_response(status_of(refusal.code),
                         protocol::write(protocol::http::HttpError{refusal}));
}

HttpResponse response_of(const protocol::Malformed& malformed) {
    return response_of({std::string(to_word(Refusal::malformed)), malformed.path, malformed.what});
}

// What a reply of the hub becomes on the wire.
template <class T>
core::Reply<T> as_created(HttpReply reply) {
    return [reply = std::move(reply)](const Result<T, protocol::server::RefusalInfo>& result) {
        reply(result ? json_response(201, protocol::write(*result)) : response_of(result.error()));
    };
}

// The code in a path that has this pattern, as sessions have it, empty for a pattern without one;
// none for any other path.
std::optional<std::string> match(std::string_view pattern, std::string_view path) {
    const auto wanted = split(pattern, '/');
    const auto parts = split(path, '/');
    if (wanted.size() != parts.size()) return std::nullopt;
    std::string code;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        if (wanted[at] == "*") {
            code = upper_case(parts[at]);
        } else if (wanted[at] != parts[at]) {
            return std::nullopt;
        }
    }
    return code;
}

// Why the body cannot be read as JSON from this server's own page or from a program.
std::optional<HttpResponse> refuse_body(const HttpRequest& request) {
    if (!is_own_origin(request.origin, request.host)) {
        return refusal_response(Refusal::wrong_origin);
    }
    const std::string_view media = trimmed(split(request.content_type, ';')[0]);
    if (!equal_ignoring_case(media, "application/json")) {
        HttpResponse response =
            refusal_response(Refusal::malformed, "the Content-Type is not application/json");
        response.status = 415;
        return response;
    }
    return std::nullopt;
}

HttpResponse wrong_method(std::string allowed) {
    HttpResponse response = refusal_response(Refusal::wrong_method);
    response.fields.emplace_back("Allow", std::move(allowed));
    return response;
}

}  // namespace

std::span<const std::pair<std::string_view, std::string_view>> security_fields() {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> fields{{
        {"Content-Security-Policy",
         "default-src 'self'; connect-src 'self'; img-src 'self' data:; object-src 'none'; "
         "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
    }};
    return fields;
}

HttpResponse refusal_response(Refusal refusal, std::string_view what) {
    protocol::server::RefusalInfo info{std::string(to_word(refusal)), {}, {}};
    if (!what.empty()) info.what = what;
    return response_of(info);
}

Routes::Routes(core::Hub& hub, Clock now_ms, std::string version)
    : hub_(hub), now_ms_(std::move(now_ms)), version_(std::move(version)) {}

const std::vector<Routes::Route>& Routes::table() {
    static const std::vector<Route> routes{
        {"GET", "/health", &Routes::health},
        {"GET", "/api/scenarios", &Routes::scenarios},
        {"POST", "/api/sessions", &Routes::create_session},
        {"GET", "/api/sessions/*", &Routes::session},
        {"POST", "/api/sessions/*/seats", &Routes::take_seat},
        {"GET", "/ws/*", &Routes::socket},
    };
    return routes;
}

void Routes::answer(const HttpRequest& request, HttpReply reply) const {
    const std::string_view method =
        request.method == "HEAD" ? "GET" : std::string_view(request.method);
    for (const Route& route : table()) {
        const auto code = match(route.pattern, request.path);
        if (!code) continue;
        if (route.method != method) {
            return reply(wrong_method(route.method == "GET" ? "GET, HEAD" : "POST"));
        }
        return (this->*route.handler)(request, *code, std::move(reply));
    }
    auto page = page_response(request);
    if (!page) return reply(refusal_response(Refusal::not_found));
    if (method != "GET") return reply(wrong_method("GET, HEAD"));
    reply(std::move(*page));
}

Result<std::string, HttpResponse> Routes::session_of_socket(const HttpRequest& request) const {
    const auto code = match("/ws/*", request.path);
    if (!code) return refusal_response(Refusal::not_found);
    if (!is_own_origin(request.origin, request.host)) {
        return refusal_response(Refusal::wrong_origin);
    }
    if (!hub_.has_session(*code)) return refusal_response(Refusal::no_such_session);
    return *code;
}

void Routes::health(const HttpRequest&, const std::string&, HttpReply reply) const {
    const bool writes = hub_.writes();
    const protocol::http::Health health{writes ? "ok" : "no-writes", version_,
                                        static_cast<int>(hub_.session_count())};
    reply(json_response(writes ? 200 : 503, protocol::write(health)));
}

void Routes::scenarios(const HttpRequest&, const std::string&, HttpReply reply) const {
    reply(json_response(200, hub_.scenarios_json()));
}

void Routes::session(const HttpRequest&, const std::string& code, HttpReply reply) const {
    auto info = hub_.session_info(code);
    reply(info ? json_response(200, std::move(*info)) : refusal_response(Refusal::no_such_session));
}

void Routes::socket(const HttpRequest&, const std::string&, HttpReply reply) const {
    HttpResponse response = refusal_response(Refusal::malformed, "this address is a WebSocket");
    response.status = 426;
    response.fields.emplace_back("Upgrade", "websocket");
    reply(std::move(response));
}

void Routes::create_session(const HttpRequest& request, const std::string&, HttpReply reply) const {
    if (auto refused = refuse_body(request)) return reply(std::move(*refused));
    const auto wish = protocol::read_create_session(request.body);
    if (!wish) return reply(response_of(wish.error()));
    hub_.create_session(*wish, now_ms_(),
                        as_created<protocol::http::SessionCreated>(std::move(reply)));
}

void Routes::take_seat(const HttpRequest& request, const std::string& code, HttpReply reply) const {
    if (auto refused = refuse_body(request)) return reply(std::move(*refused));
    const auto wish = protocol::read_take_seat(request.body);
    if (!wish) return reply(response_of(wish.error()));
    hub_.take_seat(code, *wish, now_ms_(), as_created<protocol::http::SeatTaken>(std::move(reply)));
}

}  // namespace dealtafel::net
