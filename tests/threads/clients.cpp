// A whole server and those who use it, all on threads of their own: clients over the project's own
// sockets, a facilitator who takes the game back, somebody who copies the data and somebody who
// reads the figures.
#include "app/server.hpp"
#include "core/client_session.hpp"
#include "fuzz/valley.hpp"
#include "net/socket.hpp"
#include "protocol/json_codec.hpp"
#include "store/sqlite_backup.hpp"
#include "temporary_folder.hpp"
#include "threads/ask.hpp"

#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <set>
#include <thread>

using namespace dealtafel;

namespace {

namespace wire = client::net;
namespace asked = protocol::client;

constexpr std::size_t times_back = 3;
// Of each player, between two times that the game goes back: together no more than may be said at
// once.
constexpr std::size_t lines_a_course = 12;
constexpr std::size_t players = 3;
constexpr std::chrono::seconds gives_up_after{120};

std::size_t count_in(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos;
         at = text.find(part, at + part.size())) {
        ++count;
    }
    return count;
}

// One who takes part, and counts what it reads.
class Participant {
public:
    Participant(std::uint16_t port, const std::string& code, const std::string& name,
                std::optional<std::string> token)
        : session_({name, std::move(token), 0}),
          socket_({"127.0.0.1", std::to_string(port), "127.0.0.1:" + std::to_string(port)},
                  "/ws/" + code) {}

    // Reads until there is enough; false where that never comes.
    template <class Enough>
    bool read_until(const Enough& is_enough) {
        const auto end = std::chrono::steady_clock::now() + gives_up_after;
        while (!is_enough()) {
            if (std::chrono::steady_clock::now() > end) return false;
            for (wire::Event& event : socket_.drain(std::chrono::seconds(1))) {
                visit([this](auto& what) { this->take(what); }, event);
            }
        }
        return true;
    }
    bool is_live() const { return session_.model().link == client::Link::live; }
    std::size_t said() const { return said_; }
    std::size_t went_back() const { return went_back_; }

    void say(const std::string& words) {
        rules::command::Say said;
        said.to = rules::Audience::all;
        said.text = texts_.take(words);
        send(asked::Command{++last_id_, said});
    }
    void act(rules::Act act) { send(asked::Act{++last_id_, 0, std::move(act)}); }
    // Does it, and waits until it is done.
    bool acted(rules::Act wanted) {
        act(std::move(wanted));
        const std::string done = R"({"type":"answer","id":)" + std::to_string(last_id_) + "}";
        return read_until([&] { return answers_.contains(done); });
    }

private:
    void take(const wire::Opened& opened) {
        connection_ = opened.connection;
        socket_.send(connection_, session_.opened());
    }
    void take(const wire::Received& received) {
        session_.received(received.text, 0);
        said_ += count_in(received.text, R"("type":"said")");
        went_back_ += count_in(received.text, R"("type":"went-back")");
        if (received.text.starts_with(R"({"type":"answer")")) answers_.insert(received.text);
    }
    void take(const wire::Closed&) { session_.lost(); }
    void send(const protocol::ClientMessage& message) {
        socket_.send(connection_,
                     protocol::write(message, json::Context{fuzz::valley().get(), &texts_}));
    }

    client::Session session_;
    client::KeptTexts texts_;
    wire::Socket socket_;
    std::uint64_t connection_ = 0;
    std::uint64_t last_id_ = 0;
    std::size_t said_ = 0;
    std::size_t went_back_ = 0;
    std::set<std::string> answers_;
};

// Says something, and again whenever something was said, in every course of the game.
bool play(Participant& player) {
    if (!player.read_until([&] { return player.is_live(); })) return false;
    for (std::size_t back = 0; back < times_back; ++back) {
        const auto is_over = [&] { return player.went_back() > back; };
        for (std::size_t line = 0; line < lines_a_course && !is_over(); ++line) {
            const std::size_t heard = player.said();
            player.say("line " + std::to_string(line));
            const auto is_told = [&] { return is_over() || player.said() > heard; };
            if (!player.read_until(is_told)) return false;
        }
        if (!player.read_until(is_over)) return false;
    }
    return true;
}

const rules::act::Undo to_framework{Stage::framework, std::nullopt, std::nullopt};

// Takes the game back again and again, when something was said.
bool lead(Participant& facilitator) {
    if (!facilitator.read_until([&] { return facilitator.is_live(); })) return false;
    if (!facilitator.acted(rules::act::Start{})) return false;
    if (!facilitator.acted(rules::act::Skip{})) return false;
    for (std::size_t count = 0; count < times_back; ++count) {
        const std::size_t enough = facilitator.said() + lines_a_course;
        if (!facilitator.read_until([&] { return facilitator.said() >= enough; })) return false;
        if (!facilitator.acted(to_framework)) return false;
    }
    return true;
}

// What came of it, each on the thread that writes it; read when all is over.
struct Outcome {
    bool led = false;
    std::array<bool, players> played{};
    std::size_t figures = 0;              // how often they were read
    std::size_t copies = 0;               // that are whole
    std::optional<store::OpenFault> bad;  // the first copy that is not
};

// A session, and all who have to do with it.
class Visit {
public:
    Visit(std::uint16_t port, const TemporaryFolder& folder)
        : port_(port), data_(app::DataFolder::data_file(folder / "data")), copy_(folder / "copy") {
        const std::string made = test::ask(port, "POST /api/sessions", R"({"scenario":"valley"})");
        code_ = test::text_in(made, "code");
        token_ = test::text_in(made, "facilitator_token");
    }

    // All of it at once, until the game went back often enough and the server was told to end.
    Outcome all() {
        Outcome outcome;
        Participant facilitator(port_, code_, "facilitator-1", token_);
        std::atomic<bool> is_over = false;
        {
            std::vector<std::jthread> users;
            users.emplace_back([&] { read_figures(outcome, is_over); });
            users.emplace_back([&] { copy(outcome, is_over); });
            constexpr std::array parties{"rijk", "city", "farmers"};
            for (std::size_t at = 0; at < players; ++at) {
                users.emplace_back([&, at] { outcome.played[at] = take_seat(parties[at]); });
            }
            outcome.led = lead(facilitator);
            is_over = true;
        }
        // Whoever ends the server does not wait for what was asked last.
        facilitator.act(to_framework);
        test::ask(port_, "GET /health");
        std::raise(SIGTERM);
        return outcome;
    }

private:
    bool take_seat(const std::string& party) const {
        const std::string taken =
            test::ask(port_, "POST /api/sessions/" + code_ + "/seats",
                      R"({"party":")" + party + R"(","name":"Noor"})");
        Participant player(port_, code_, "player-of-" + party, test::text_in(taken, "token"));
        return play(player);
    }

    void read_figures(Outcome& outcome, const std::atomic<bool>& is_over) const {
        while (!is_over) {
            const std::string told = test::ask(port_, "GET /metrics");
            if (told.find("dealtafel_") != std::string::npos) ++outcome.figures;
        }
    }

    void copy(Outcome& outcome, const std::atomic<bool>& is_over) const {
        while (!is_over && !outcome.bad) {
            std::filesystem::remove(copy_);
            outcome.bad = store::back_up(data_, copy_);
            if (!outcome.bad) ++outcome.copies;
        }
    }

    std::uint16_t port_;
    std::filesystem::path data_;
    std::filesystem::path copy_;
    std::string code_;
    std::string token_;
};

}  // namespace

TEST_CASE("clients, a game that goes back, a copy and the figures share nothing unguarded") {
    const TemporaryFolder folder;
    for (const int before : {0, 1}) {
        auto server = test::open_server(folder / "data");
        REQUIRE(server.has_value());
        CHECK((*server)->hub().session_count() == before);
        Outcome outcome;
        std::thread users(
            [&, port = test::port_of(**server)] { outcome = Visit(port, folder).all(); });
        (*server)->run();
        users.join();
        CHECK(outcome.led);
        for (const bool played : outcome.played) CHECK(played);
        CHECK(outcome.figures > 0);
        CHECK(outcome.copies > 0);
        CHECK_FALSE(outcome.bad.has_value());
        // The last copy has the session, and the game with all its branches.
        const auto kept = store::SqliteStore::open(folder / "copy");
        REQUIRE(kept.has_value());
        CHECK((*kept)->list().size() >= 2);
    }
}
