// A whole server with its store's thread, asked by clients on threads of their own.
#include "app/server.hpp"
#include "temporary_folder.hpp"
#include "threads/ask.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <thread>

using namespace dealtafel;
using test::ask;

namespace {

// Makes a session, each line of which the store's thread stores, and takes a seat in it, upon which
// its bots begin to play.
void play(std::uint16_t port, int& good) {
    const std::string made =
        ask(port, "POST /api/sessions", R"({"scenario":"valley","start_when_taken":true})");
    const std::string code = test::text_in(made, "code");
    const std::string seat = ask(port, "POST /api/sessions/" + code + "/seats",
                                 R"({"party":"city","name":"Noor"})");
    if (seat.find(" 201 ") != std::string::npos) ++good;
    ask(port, "GET /health");
}

}  // namespace

TEST_CASE("a server and its store's thread share nothing unguarded, from the start to the end") {
    const TemporaryFolder folder;
    constexpr int sessions = 10;
    for (const int before : {0, 2 * sessions}) {
        auto server = test::open_server(folder / "data");
        REQUIRE(server.has_value());
        CHECK((*server)->hub().session_count() == before);
        const std::uint16_t port = test::port_of(**server);
        int good[2] = {0, 0};
        std::thread clients([&] {
            std::thread other([&] {
                for (int at = 0; at < sessions; ++at) play(port, good[1]);
            });
            for (int at = 0; at < sessions; ++at) play(port, good[0]);
            other.join();
            std::raise(SIGTERM);
        });
        (*server)->run();
        clients.join();
        CHECK(good[0] + good[1] == 2 * sessions);
    }
}
