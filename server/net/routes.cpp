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
        case Refusal::wrong_host: return 421;
        case Refusal::too_fast: return 429;
        case Refusal::busy:
        case Refusal::try_again:
        case Refusal::no_writes:
        case Refusal::too_many_sessions:
        case Refusal::too_many_scenarios:
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

// Why the body cannot be read as this from this server's own page or from a program.
std::optional<HttpResponse> refuse_body(const HttpRequest& request,
                                        std::string_view wanted = "application/json") {
    if (!is_own_origin(request.origin, request.host)) {
        return refusal_response(Refusal::wrong_origin);
    }
    const std::string_view media = trimmed(split(request.content_type, ';')[0]);
    if (!equal_ignoring_case(media, wanted)) {
        HttpResponse response =
            refusal_response(Refusal::malformed, "the Content-Type is not " + std::string(wanted));
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
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> fields{{
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
         "connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; "
         "frame-ancestors 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Permissions-Policy",
         "camera=(), geolocation=(), microphone=(), payment=(), serial=(), usb=()"},
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

Routes::Routes(core::Hub& hub, Clock now_ms, std::string version, Doors doors,
               const Operations* operations)
    : hub_(hub),
      now_ms_(std::move(now_ms)),
      version_(std::move(version)),
      doors_(std::move(doors)),
      operations_(operations) {}

const std::vector<Routes::Route>& Routes::table() {
    static const std::vector<Route> routes{
        {"GET", "/health", For::anybody, &Routes::health},
        {"GET", "/metrics", For::owner, &Routes::metrics},
        {"GET", "/.well-known/security.txt", For::anybody, &Routes::security},
        {"GET", "/api/scenarios", For::anybody, &Routes::scenarios},
        {"POST", "/api/scenarios", For::administrator, &Routes::add_scenario},
        {"POST", "/api/sessions", For::anybody, &Routes::create_session},
        {"GET", "/api/sessions/*", For::code, &Routes::session},
        {"POST", "/api/sessions/*/seats", For::code, &Routes::take_seat},
        {"GET", "/ws/*", For::anybody, &Routes::socket},
    };
    return routes;
}

std::vector<std::pair<std::string_view, std::string_view>> Routes::addresses() {
    std::vector<std::pair<std::string_view, std::string_view>> all;
    for (const Route& route : table()) all.emplace_back(route.method, route.pattern);
    return all;
}

std::size_t Routes::body_bytes_max(const HttpRequest& request) const {
    const bool may_be_scenario = request.method == "POST" && request.path == "/api/scenarios" &&
                                 is_administrator(request, doors_);
    return may_be_scenario ? scenario_bytes_max : core::limits::http_body_bytes_max;
}

std::optional<HttpResponse> Routes::refuse_host(const HttpRequest& request) const {
    if (doors_.any_host || doors_.behind_proxy || is_near_host(request.host)) return std::nullopt;
    return refusal_response(Refusal::wrong_host);
}

std::optional<HttpResponse> Routes::refuse_code(const HttpRequest& request,
                                                const std::string& code) {
    const std::string address = counted_address(request, doors_);
    if (!failed_codes_.may_try(address, code, now_ms_())) {
        HttpResponse response = refusal_response(Refusal::too_fast);
        response.fields.emplace_back(
            "Retry-After",
            std::to_string(static_cast<int>(1 / core::limits::failed_codes_per_second)));
        return response;
    }
    const bool is_right = hub_.has_session(code);
    failed_codes_.tried(address, code, is_right, now_ms_());
    if (is_right) return std::nullopt;
    return refusal_response(Refusal::no_such_session);
}

std::optional<HttpResponse> Routes::refuse_all_but_administrator(
    const HttpRequest& request) const {
    if (is_administrator(request, doors_)) return std::nullopt;
    return refusal_response(request.authorization.empty() ? Refusal::wrong_role
                                                          : Refusal::wrong_token);
}

std::optional<HttpResponse> Routes::refuse(For whom, const HttpRequest& request,
                                           const std::string& code) {
    switch (whom) {
        case For::anybody: return std::nullopt;
        case For::code: return refuse_code(request, code);
        case For::owner:
            if (is_of_this_machine(request, doors_)) return std::nullopt;
            return refuse_all_but_administrator(request);
        case For::administrator: return refuse_all_but_administrator(request);
    }
    return std::nullopt;
}

void Routes::answer(const HttpRequest& request, HttpReply reply) {
    if (auto refused = refuse_host(request)) return reply(std::move(*refused));
    const std::string_view method =
        request.method == "HEAD" ? "GET" : std::string_view(request.method);
    std::string other_methods;
    for (const Route& route : table()) {
        const auto code = match(route.pattern, request.path);
        if (!code) continue;
        if (route.method != method) {
            if (!other_methods.empty()) other_methods += ", ";
            other_methods += route.method == "GET" ? "GET, HEAD" : route.method;
            continue;
        }
        if (auto refused = refuse(route.whom, request, *code)) return reply(std::move(*refused));
        return (this->*route.handler)(request, *code, std::move(reply));
    }
    if (!other_methods.empty()) return reply(wrong_method(std::move(other_methods)));
    auto page = page_response(request);
    if (!page) return reply(refusal_response(Refusal::not_found));
    if (method != "GET") return reply(wrong_method("GET, HEAD"));
    reply(std::move(*page));
}

Result<std::string, HttpResponse> Routes::session_of_socket(const HttpRequest& request) {
    if (auto refused = refuse_host(request)) return std::move(*refused);
    const auto code = match("/ws/*", request.path);
    if (!code) return refusal_response(Refusal::not_found);
    if (!is_own_origin(request.origin, request.host)) {
        return refusal_response(Refusal::wrong_origin);
    }
    if (auto refused = refuse_code(request, *code)) return std::move(*refused);
    return *code;
}

void Routes::health(const HttpRequest&, const std::string&, HttpReply reply) const {
    const bool writes = hub_.writes();
    const bool behind = operations_ != nullptr && operations_->store_is_behind();
    const protocol::http::Health health{!writes ? "no-writes" : behind ? "slow-writes" : "ok",
                                        version_, static_cast<int>(hub_.session_count())};
    reply(json_response(writes ? 200 : 503, protocol::write(health)));
}

void Routes::metrics(const HttpRequest&, const std::string&, HttpReply reply) const {
    if (operations_ == nullptr) return reply(refusal_response(Refusal::not_found));
    HttpResponse response;
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    response.body = operations_->metrics();
    response.fields.emplace_back("Cache-Control", "no-store");
    reply(std::move(response));
}

void Routes::scenarios(const HttpRequest&, const std::string&, HttpReply reply) const {
    reply(json_response(200, hub_.scenarios_json()));
}

void Routes::add_scenario(const HttpRequest& request, const std::string&, HttpReply reply) const {
    if (auto refused = refuse_body(request, "application/toml")) return reply(std::move(*refused));
    hub_.add_scenario(request.body,
                      as_created<protocol::http::ScenarioSummary>(std::move(reply)));
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

void Routes::security(const HttpRequest&, const std::string&, HttpReply reply) const {
    if (doors_.security_contact.empty()) {
        return reply(refusal_response(Refusal::not_found,
                                      "whoever runs this server named no --security-contact"));
    }
    HttpResponse response;
    response.content_type = "text/plain; charset=utf-8";
    response.body = security_txt(doors_.security_contact, now_ms_());
    reply(std::move(response));
}

void Routes::create_session(const HttpRequest& request, const std::string&, HttpReply reply) const {
    if (doors_.admin_only) {
        if (auto refused = refuse_all_but_administrator(request)) return reply(std::move(*refused));
    }
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
