// A world for the hub without sockets, disks or clocks: appends go to a store in memory at once or
// when the test says so, random bytes come from a seed, and clients are values.
#pragma once

#include "base/variant.hpp"
#include "core/hub.hpp"
#include "json/texts.hpp"
#include "protocol/json_codec.hpp"
#include "store/memory_store.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace dealtafel::test {

// Words of a message under way: the reference is the place in a list.
class WordTexts final : public json::Texts {
public:
    TextRef take(std::string_view words) override {
        words_.emplace_back(words);
        return TextRef{0, words_.size(), says_nothing(words)};
    }
    std::string words(TextRef text) const override {
        return text.low == 0 ? std::string{} : words_[text.low - 1];
    }

private:
    std::vector<std::string> words_;
};

// Reads a scenario of the project, without its questions; the test fails where it cannot be read.
core::ScenarioEntry scenario_entry(const std::string& id);
// The same scenario with some text of its file replaced, which must be there.
core::ScenarioEntry scenario_entry(const std::string& id, const std::string& from,
                                   const std::string& to);

class HubWorld : public core::World {
public:
    explicit HubWorld(std::uint64_t seed) : random_(seed) {}

    void wake(core::ConnectionId connection) override { awake.insert(connection); }
    void close(core::ConnectionId connection, std::string_view code) override {
        closed[connection] = code;
    }
    void append(store::Append append) override {
        if (append.stream == faulty) throw std::logic_error("nobody thought of this");
        waiting.push_back(std::move(append));
    }
    void load(const std::string& stream, std::uint64_t epoch) override {
        waiting.push_back(Load{stream, epoch});
    }
    void compute(std::function<void()> job,
                 std::function<void(std::int64_t now_ms)> then) override {
        waiting.push_back(Computing{std::move(job), std::move(then)});
    }
    std::string random_bytes(std::size_t count) override;
    void log(const std::string& line) override { logged.push_back(line); }

    std::set<core::ConnectionId> awake;
    std::map<core::ConnectionId, std::string> closed;
    struct Load {
        std::string stream;
        std::uint64_t epoch;
    };
    struct Computing {
        std::function<void()> job;
        std::function<void(std::int64_t now_ms)> then;
    };
    std::deque<variant<store::Append, Load, Computing>> waiting;
    store::MemoryStore store;
    // What becomes of an append; by default the store does it.
    std::function<store::AppendResult(const store::Append&)> store_append =
        [this](const store::Append& append) { return store.append_all({&append, 1}).front(); };
    bool reads = true;  // false: streams cannot be read
    std::string faulty;  // whoever appends to this stream runs into a fault of the program
    std::vector<std::string> wrong;  // what could not be taken up again
    std::vector<std::string> logged;

private:
    std::uint64_t random_;
};

// A hub with its world and its clients. Time stands where the test puts it.
class TestHub {
public:
    TestHub(std::vector<core::ScenarioEntry> scenarios, std::uint64_t seed);

    // Carries out all appends that wait, and what follows from them.
    void settle();
    // Carries out one of them.
    void settle_one();
    // A session with settings as in the message; returns its code and tokens.
    protocol::http::SessionCreated create(const protocol::http::CreateSession& wish);
    protocol::http::SeatTaken take_seat(const std::string& code, const std::string& party,
                                        const std::string& name, int game = 0);
    // Opens a connection and says hello; no token: a spectator.
    core::ConnectionId connect(const std::string& code, const std::string& token,
                               std::uint64_t seen = 0, const std::string& client = "client-01");
    void disconnect(core::ConnectionId connection);
    // Sends a message, and settles.
    void send(core::ConnectionId connection, const protocol::ClientMessage& message);
    void send_text(core::ConnectionId connection, std::string_view text);
    // Everything that was written to a connection so far, in order.
    const std::vector<std::string>& received(core::ConnectionId connection) {
        return received_[connection];
    }
    void pass(std::int64_t ms);

    const Scenario& scenario() const { return *scenario_; }
    std::int64_t now_ms = 1'800'000'000'000;
    bool stores = true;  // false: appends wait
    std::set<core::ConnectionId> stuck;       // nothing is written to them
    std::set<core::ConnectionId> half_stuck;  // what is written to them never arrives
    HubWorld world;
    core::Hub hub;
    WordTexts texts;

private:
    void write_out();
    void load(const HubWorld::Load& asked);
    std::shared_ptr<const Scenario> scenario_;
    core::ConnectionId last_ = 0;
    std::map<core::ConnectionId, std::vector<std::string>> received_;
};

}  // namespace dealtafel::test
