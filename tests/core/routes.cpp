// Who may ask what over HTTP: a table over every address of the server's own list, and what no
// request from elsewhere gets through.
#include "support/table.hpp"

#include "base/hash.hpp"
#include "net/routes.hpp"

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <string>

namespace dealtafel::test {

namespace {

const std::string admin_token = "0123456789abcdef0123456789abcdef";

// N somebody without a code, C somebody with the code, T who shows a facilitator's token as if it
// were an administrator's, M a program on the server's own machine, A the administrator, who has no
// code either.
const std::string all_rights = "NCTMA";

const std::map<std::string, std::string, std::less<>> allowed{
    {"GET /health", "NCTMA"},
    {"GET /metrics", "MA"},
    {"GET /.well-known/security.txt", "NCTMA"},
    {"GET /api/scenarios", "NCTMA"},
    {"POST /api/scenarios", "A"},
    {"POST /api/sessions", "NCTMA"},
    {"GET /api/sessions/*", "C"},
    {"POST /api/sessions/*/seats", "C"},
    {"GET /ws/*", "NCTMA"},  // says that it is a WebSocket; that itself is below
};

struct Figures : net::Operations {
    std::string metrics() const override { return "sessions 1\n"; }
    bool store_is_behind() const override { return is_behind; }
    bool is_behind = false;
};

struct Doorstep {
    explicit Doorstep(net::Doors with = {}) : doors(std::move(with)) {
        doors.admin_hash = sha256_hex(admin_token);
        doors.security_contact = "mailto:security@example.org";
        routes.emplace(table.hub.hub, [this] { return table.hub.now_ms; }, "1", doors,
                       &figures);
    }

    net::HttpRequest request(const std::string& method, std::string pattern, char right) const {
        net::HttpRequest made;
        made.address = right == 'M' ? "127.0.0.1" : "192.0.2.7";
        made.host = "127.0.0.1:8080";
        made.method = method;
        const auto star = pattern.find('*');
        if (star != std::string::npos) {
            pattern.replace(star, 1, right == 'C' ? table.session.code : "QQQQQQ");
        }
        made.path = pattern;
        if (right == 'T') made.authorization = "Bearer " + table.session.facilitator_token;
        if (right == 'A') made.authorization = "Bearer " + admin_token;
        made.content_type =
            pattern == "/api/scenarios" ? "application/toml" : "application/json";
        made.body = "{}";
        return made;
    }

    net::HttpResponse answer(const net::HttpRequest& asked) {
        std::optional<net::HttpResponse> answered;
        routes->answer(asked, [&](net::HttpResponse response) { answered = std::move(response); });
        table.hub.settle();
        REQUIRE(answered.has_value());
        return std::move(*answered);
    }

    Table table;
    net::Doors doors;
    Figures figures;
    std::optional<net::Routes> routes;
};

bool is_refused(const net::HttpResponse& response) {
    for (const std::string code : {"wrong-role", "wrong-token", "no-such-session"}) {
        if (response.body.find("\"code\":\"" + code + '"') != std::string::npos) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("every address may be asked by whom the table of rights names, and by no other") {
    for (const bool admin_only : {false, true}) {
        net::Doors doors;
        doors.admin_only = admin_only;
        Doorstep step(doors);
        for (const auto& [method, pattern] : net::Routes::addresses()) {
            const std::string name = std::string(method) + ' ' + std::string(pattern);
            const auto line = allowed.find(name);
            REQUIRE_MESSAGE(line != allowed.end(), "no line in the table of rights: " << name);
            std::string who = line->second;
            if (admin_only && name == "POST /api/sessions") who = "A";
            for (const char right : all_rights) {
                const auto asked = step.request(std::string(method), std::string(pattern), right);
                const bool expected = who.find(right) != std::string::npos;
                CHECK_MESSAGE(!is_refused(step.answer(asked)) == expected, right << " " << name);
            }
        }
        CHECK(net::Routes::addresses().size() == allowed.size());
    }
}

TEST_CASE("behind a proxy nobody is of this machine, and only the administrator reads figures") {
    net::Doors doors;
    doors.behind_proxy = true;
    Doorstep step(doors);
    CHECK(is_refused(step.answer(step.request("GET", "/metrics", 'M'))));
    CHECK_FALSE(is_refused(step.answer(step.request("GET", "/metrics", 'A'))));
    // Nor where a proxy stands before a server that was not told of it.
    Doorstep untold;
    auto asked = untold.request("GET", "/metrics", 'M');
    asked.forwarded_for = "192.0.2.7";
    CHECK(is_refused(untold.answer(asked)));
}

TEST_CASE("a server whose store is behind is well, and says that it is slow") {
    Doorstep step;
    step.figures.is_behind = true;
    const auto response = step.answer(step.request("GET", "/health", 'N'));
    CHECK(response.status == 200);
    CHECK(response.body.find(R"("status":"slow-writes")") != std::string::npos);
}

TEST_CASE("a WebSocket opens for whoever knows the code, and not from a page of elsewhere") {
    Doorstep step;
    for (const char right : all_rights) {
        auto asked = step.request("GET", "/ws/*", right);
        CHECK(step.routes->session_of_socket(asked).has_value() == (right == 'C'));
        asked.origin = "http://127.0.0.1:8080";
        CHECK(step.routes->session_of_socket(asked).has_value() == (right == 'C'));
        for (const std::string origin :
             {"http://evil.example", "null", "http://127.0.0.1:81", "http://127.0.0.1:8080.evil"}) {
            asked.origin = origin;
            CHECK_FALSE(step.routes->session_of_socket(asked).has_value());
        }
    }
}

TEST_CASE("nothing changes at the request of a page from elsewhere, whoever asks") {
    Doorstep step;
    for (const auto& address : net::Routes::addresses()) {
        const std::string method(address.first);
        const std::string pattern(address.second);
        if (method == "GET") continue;
        auto asked = step.request(method, pattern, 'C');
        asked.authorization = "Bearer " + admin_token;
        for (const std::string origin : {"http://evil.example", "null"}) {
            asked.origin = origin;
            const auto response = step.answer(asked);
            CHECK_MESSAGE(response.status == 403, pattern);
            CHECK(response.body == R"({"refusal":{"code":"wrong-origin"}})");
        }
    }
}

TEST_CASE("a name of the internet is none of a server that only a room or a machine can reach") {
    Doorstep step;
    for (const std::string host : {"evil.example", "evil.example:8080", "127.0.0.1.evil.example",
                                   "local.evil.example.", "localhost.evil.example"}) {
        for (const auto& address : net::Routes::addresses()) {
            const std::string pattern(address.second);
            auto asked = step.request(std::string(address.first), pattern, 'C');
            asked.host = host;
            asked.origin = "http://" + host;
            CHECK_MESSAGE(step.answer(asked).status == 421, host << pattern);
            CHECK_FALSE(step.routes->session_of_socket(asked).has_value());
        }
    }
    for (const std::string host : {"", "localhost:8080", "laptop", "laptop.local:8080", "10.0.0.4",
                                   "[::1]:8080", "game.localhost"}) {
        auto asked = step.request("GET", "/health", 'N');
        asked.host = host;
        CHECK_MESSAGE(step.answer(asked).status == 200, host);
    }
    net::Doors open;
    open.any_host = true;
    Doorstep known(open);
    auto asked = known.request("GET", "/health", 'N');
    asked.host = "game.example";
    CHECK(known.answer(asked).status == 200);
}

TEST_CASE("a request for a path that is none finds nothing, and the server goes on") {
    Doorstep step;
    auto asked = step.request("GET", "/health", 'N');
    // As of `GET ?x`, `OPTIONS *`, and of a name where a proxy is thought to be.
    for (const std::string path : {"", "*", "x", "health", "http://127.0.0.1/", "/ws", "//"}) {
        asked.path = path;
        CHECK_MESSAGE(step.answer(asked).status == 404, path);
        CHECK_FALSE(step.routes->session_of_socket(asked).has_value());
    }
    asked.path = "/health";
    CHECK(step.answer(asked).status == 200);
}

TEST_CASE("codes that fail are counted for who typed them, at every address that takes a code") {
    Doorstep step;
    const auto socket = step.request("GET", "/ws/*", 'N');
    const auto info = step.request("GET", "/api/sessions/*", 'N');
    const auto seat = step.request("POST", "/api/sessions/*/seats", 'N');
    for (int at = 0; at < 20; ++at) {
        CHECK(step.routes->session_of_socket(socket).error().status == 404);
        CHECK(step.answer(info).status == 404);
        CHECK(step.answer(seat).status == 404);
    }
    CHECK(step.routes->session_of_socket(socket).error().status == 429);
    CHECK(step.answer(info).status == 429);
    CHECK(step.answer(seat).status == 429);
    // A right code is not told from a wrong one any more, at this address.
    auto right = step.request("GET", "/api/sessions/*", 'C');
    CHECK(step.answer(right).status == 429);
    right.address = "192.0.2.8";
    CHECK(step.answer(right).status == 200);
    right.address = "192.0.2.7";
    step.table.hub.now_ms += 10'000;
    CHECK(step.answer(right).status == 200);
}

TEST_CASE("what a proxy says of an address counts behind a proxy only, and only its own word") {
    net::HttpRequest asked;
    asked.address = "127.0.0.1";
    asked.forwarded_for = "203.0.113.1, 198.51.100.9";
    net::Doors doors;
    CHECK(net::counted_address(asked, doors) == "127.0.0.1");
    doors.behind_proxy = true;
    CHECK(net::counted_address(asked, doors) == "198.51.100.9");
    asked.forwarded_for = "203.0.113.1, nonsense";
    CHECK(net::counted_address(asked, doors) == "127.0.0.1");
    asked.forwarded_for = "";
    CHECK(net::counted_address(asked, doors) == "127.0.0.1");
    // All of one's own network is one address, and IPv4 is IPv4 in whatever form.
    asked.forwarded_for = "2001:db8:1:2:3:4:5:6";
    CHECK(net::counted_address(asked, doors) == "2001:db8:1:2::");
    asked.forwarded_for = "::ffff:192.0.2.7";
    CHECK(net::counted_address(asked, doors) == "192.0.2.7");
}

TEST_CASE("the administrator sends a scenario, and sessions can be made of it") {
    Doorstep step;
    auto sent = step.request("POST", "/api/scenarios", 'A');
    CHECK(step.routes->body_bytes_max(sent) == 1024 * 1024);
    CHECK(step.routes->body_bytes_max(step.request("POST", "/api/scenarios", 'T')) == 64 * 1024);
    CHECK(step.routes->body_bytes_max(step.request("POST", "/api/sessions", 'A')) == 64 * 1024);
    CHECK(step.answer(sent).status == 400);
    sent.body = scenario_entry("foodvalley").toml;
    const std::string id = "id = \"foodvalley\"";
    sent.body.replace(sent.body.find(id), id.size(), "id = \"sent\"");
    CHECK(step.answer(sent).status == 201);
    auto made = step.request("POST", "/api/sessions", 'N');
    made.body = R"({"scenario":"sent"})";
    CHECK(step.answer(made).status == 201);
}

}  // namespace dealtafel::test
