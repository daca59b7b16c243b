// What the server answers at which address: health, scenarios, sessions, seats, and the page; and
// to whom.
#pragma once

#include "core/failed_codes.hpp"
#include "core/hub.hpp"
#include "net/doors.hpp"
#include "net/operations.hpp"

#include "base/result.hpp"
#include "protocol/refusal.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace dealtafel::net {

using dealtafel::throw_exception_from_error;

// The wall clock in ms since 1970, which never goes back.
using Clock = std::function<std::int64_t()>;

// Fields that every response has, whatever it says: the page loads nothing from elsewhere, runs
// nothing that is not a file of its own, and stands in no other page.
std::span<const std::pair<std::string_view, std::string_view>> security_fields();

// A refusal as JSON, with the status that fits it; `what` is for programmers.
HttpResponse refusal_response(protocol::Refusal refusal, std::string_view what = {});

class Routes {
public:
    // Without `operations` there are no figures.
    Routes(core::Hub& hub, Clock now_ms, std::string version, Doors doors = {},
           const Operations* operations = nullptr);

    // The reply comes at once, or when what was asked has been stored.
    void answer(const HttpRequest& request, HttpReply reply);
    // The code of the session whose WebSocket is asked for, or why it cannot be had.
    Result<std::string, HttpResponse> session_of_socket(const HttpRequest& request);
    // How large the body of a request may be, of which the header is known.
    std::size_t body_bytes_max(const HttpRequest& request) const;
    // The methods and patterns of all addresses but the page's.
    static std::vector<std::pair<std::string_view, std::string_view>> addresses();

private:
    using Handler = void (Routes::*)(const HttpRequest&, const std::string&, HttpReply) const;
    // code: whoever knows that of a session; owner: this machine, and the administrator.
    enum class For { anybody, code, owner, administrator };
    struct Route {
        std::string_view method;
        std::string_view pattern;  // `*` stands for the code of a session
        For whom;
        Handler handler;
    };
    static const std::vector<Route>& table();
    // Why somebody may not come in here, if so.
    std::optional<HttpResponse> refuse_host(const HttpRequest& request) const;
    std::optional<HttpResponse> refuse_code(const HttpRequest& request, const std::string& code);
    std::optional<HttpResponse> refuse_all_but_administrator(const HttpRequest& request) const;
    std::optional<HttpResponse> refuse(For whom, const HttpRequest& request,
                                       const std::string& code);

    void health(const HttpRequest&, const std::string& code, HttpReply reply) const;
    void metrics(const HttpRequest&, const std::string& code, HttpReply reply) const;
    void add_scenario(const HttpRequest&, const std::string& code, HttpReply reply) const;
    void scenarios(const HttpRequest&, const std::string& code, HttpReply reply) const;
    void session(const HttpRequest&, const std::string& code, HttpReply reply) const;
    void socket(const HttpRequest&, const std::string& code, HttpReply reply) const;
    void security(const HttpRequest&, const std::string& code, HttpReply reply) const;
    void create_session(const HttpRequest&, const std::string& code, HttpReply reply) const;
    void take_seat(const HttpRequest&, const std::string& code, HttpReply reply) const;

    core::Hub& hub_;
    Clock now_ms_;
    std::string version_;
    Doors doors_;
    const Operations* operations_;
    core::FailedCodes failed_codes_;
};

}  // namespace dealtafel::net
