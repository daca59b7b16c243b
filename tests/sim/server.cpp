#include "server.hpp"

#include "app/stored_streams.hpp"

#include <algorithm>

namespace dealtafel::sim {

Server::Server(Timeline& time, Journal& journal, const Plan& plan,
               std::vector<core::ScenarioEntry> scenarios, Lines& lines, Disk& disk)
    : time_(time),
      journal_(journal),
      plan_(plan),
      scenarios_(std::move(scenarios)),
      lines_(lines),
      disk_(disk),
      random_(plan.seed ^ 0x5e) {
    lines_.set_host(*this);
    disk_.set_user(*this);
}

void Server::start() {
    ++starts_;
    std::vector<std::string> unread;
    auto streams = app::take_over_all(disk_.store(), unread);
    for (const std::string& wrong : unread) journal_.fault("not read after a crash: " + wrong);
    if (starts_ > 1) set_clock();
    // As server/app does: the record's time goes on from its newest line.
    ahead_ms_ = std::max(ahead_ms_, app::newest_ms(streams) - time_.now_ms());
    journal_.trace("server starts, its clock at {}", clock_ms());
    // Where the clock was set back, all before ended before what comes now.
    for (auto& [connection, stay] : stays_) {
        if (stay.to_ms) stay.to_ms = std::min(*stay.to_ms, clock_ms());
    }
    hub_ = std::make_unique<core::Hub>(*this, scenarios_);
    for (const std::string& wrong : hub_->restore(std::move(streams), clock_ms())) {
        journal_.fault("not taken up after a crash: " + wrong);
    }
    await_deadline();
}

// While the server was down, somebody may have set the machine's clock.
void Server::set_clock() {
    constexpr std::int64_t hour_ms = 3'600'000;
    if (!random_.chance(plan_.clock_jumps)) return;
    const bool forward = random_.chance(0.5);
    const auto by_ms = static_cast<std::int64_t>(random_.below(hour_ms));
    ahead_ms_ += forward ? by_ms : -by_ms;
    journal_.count(forward ? Trouble::clock_forward : Trouble::clock_back);
}

void Server::die() {
    if (!is_up()) return;
    journal_.trace("server dies");
    for (auto& [connection, stay] : stays_) {
        if (!stay.to_ms) stay.to_ms = clock_ms();
    }
    hub_.reset();
    ++asked_;
    awaited_ms_.reset();
    disk_.forget();
    lines_.drop_all();
    const auto down_ms =
        1 + static_cast<std::int64_t>(random_.below(static_cast<std::size_t>(plan_.down_ms)));
    time_.after(down_ms, [this] { start(); });
}

void Server::create(const protocol::http::CreateSession& wish,
                    core::Reply<protocol::http::SessionCreated> reply) {
    hub_->create_session(wish, clock_ms(), [this, reply = std::move(reply)](auto made) {
        if (made) code_ = made->code;
        reply(std::move(made));
    });
    await_deadline();
}

void Server::take_seat(const protocol::http::TakeSeat& wish,
                       core::Reply<protocol::http::SeatTaken> reply) {
    if (!is_up()) {
        return reply(protocol::server::RefusalInfo{"server-is-down", {}, {}});
    }
    hub_->take_seat(code_, wish, clock_ms(), std::move(reply));
    await_deadline();
}

std::string Server::random_bytes(std::size_t count) {
    std::string bytes;
    while (bytes.size() < count) bytes.push_back(static_cast<char>(random_.below(256)));
    return bytes;
}

bool Server::accept(ConnectionId connection) {
    return is_up() && hub_->opened(connection, code_, clock_ms());
}

void Server::arrived(ConnectionId connection, const std::string& text) {
    if (!is_up()) return;
    if (Stay& stay = stays_[connection]; !stay.from_ms) stay.from_ms = clock_ms();
    hub_->received(connection, text, clock_ms());
    await_deadline();
}

void Server::gone(ConnectionId connection) {
    if (!is_up()) return;
    stays_[connection].to_ms = clock_ms();
    hub_->closed(connection, clock_ms());
    await_deadline();
}

std::vector<std::string> Server::waiting(ConnectionId connection) {
    if (!is_up()) return {};
    core::Outbox& outbox = hub_->outbox(connection);
    auto messages = outbox.take();
    outbox.written();
    return messages;
}

// On a thread of its own: all else goes on meanwhile.
void Server::compute(std::function<void()> job, std::function<void(std::int64_t now_ms)> then) {
    job();
    const auto takes_ms =
        1 + static_cast<std::int64_t>(random_.below(static_cast<std::size_t>(plan_.compute_ms)));
    time_.after(takes_ms, [this, then = std::move(then), starts = starts_] {
        if (!is_up() || starts != starts_) return;
        then(clock_ms());
        await_deadline();
    });
}

void Server::appended(const std::string& stream, store::AppendResult result) {
    hub_->appended(stream, result, clock_ms());
    await_deadline();
}

void Server::loaded(const std::string& stream, store::StoredStream held) {
    if (const auto wrong = hub_->loaded(stream, std::move(held), clock_ms())) {
        journal_.fault("not taken up again: " + *wrong);
    }
    await_deadline();
}

// Has the hub look again when something is due in it.
void Server::await_deadline() {
    const auto due = hub_->deadline();
    if (due == awaited_ms_) return;
    awaited_ms_ = due;
    ++asked_;
    if (!due) return;
    // What keeps a deadline from being met is tried again, a moment later.
    time_.at(std::max(*due - ahead_ms_, time_.now_ms() + 1), [this, asked = asked_] {
        if (asked != asked_ || !is_up()) return;
        awaited_ms_.reset();
        hub_->tick(clock_ms());
        await_deadline();
    });
}

}  // namespace dealtafel::sim
