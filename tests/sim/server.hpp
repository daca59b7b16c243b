// The server of a simulation: a hub as server/app runs it, with a clock, a store and lines that
// are simulated. It can die at any moment and start again from what is stored.
#pragma once

#include "core/hub.hpp"
#include "disk.hpp"
#include "lines.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dealtafel::sim {

class Server final : public core::World, public Host, public DiskUser {
public:
    Server(Timeline& time, Journal& journal, const Plan& plan,
           std::vector<core::ScenarioEntry> scenarios, Lines& lines, Disk& disk);

    void start();
    // Dies at once, and starts again after a while.
    void die() override;
    bool is_up() const { return hub_ != nullptr; }
    // How often it started.
    int starts() const { return starts_; }
    // The server's wall clock; it never goes back.
    std::int64_t clock_ms() const { return time_.now_ms() + ahead_ms_; }

    void create(const protocol::http::CreateSession& wish,
                core::Reply<protocol::http::SessionCreated> reply);
    void take_seat(const protocol::http::TakeSeat& wish,
                   core::Reply<protocol::http::SeatTaken> reply);
    const std::string& code() const { return code_; }

    // How long a connection was there, by the server's clock.
    struct Stay {
        std::optional<std::int64_t> from_ms;  // when its hello came
        std::optional<std::int64_t> to_ms;    // when it was over
        bool covers(std::int64_t ms) const {
            return from_ms && *from_ms <= ms && (!to_ms || *to_ms > ms);
        }
    };
    const std::map<ConnectionId, Stay>& stays() const { return stays_; }

    // core::World
    void wake(ConnectionId connection) override { lines_.wake(connection); }
    void close(ConnectionId connection, std::string_view code) override {
        lines_.close(connection, code);
    }
    void append(store::Append append) override { disk_.append(std::move(append)); }
    void load(const std::string& stream, std::uint64_t epoch) override {
        disk_.load(stream, epoch);
    }
    void compute(std::function<void()> job,
                 std::function<void(std::int64_t now_ms)> then) override;
    std::string random_bytes(std::size_t count) override;
    // Host
    bool accept(ConnectionId connection) override;
    void arrived(ConnectionId connection, const std::string& text) override;
    void gone(ConnectionId connection) override;
    std::vector<std::string> waiting(ConnectionId connection) override;
    // DiskUser
    void appended(const std::string& stream, store::AppendResult result) override;
    void loaded(const std::string& stream, store::StoredStream held) override;

private:
    void await_deadline();
    void set_clock();

    Timeline& time_;
    Journal& journal_;
    const Plan& plan_;
    std::vector<core::ScenarioEntry> scenarios_;
    Lines& lines_;
    Disk& disk_;
    Random random_;
    std::unique_ptr<core::Hub> hub_;
    std::string code_;
    int starts_ = 0;
    std::int64_t ahead_ms_ = 1'800'000'000'000;
    std::optional<std::int64_t> awaited_ms_;  // the deadline that was asked for last
    std::uint64_t asked_ = 0;                 // how often one was asked for
    std::map<ConnectionId, Stay> stays_;
};

}  // namespace dealtafel::sim
