#include "lines.hpp"

#include "core/limits.hpp"
#include "protocol/json_codec.hpp"

#include <algorithm>

namespace dealtafel::sim {

namespace {

// A server pings what is silent, and gives it up in the end.
constexpr std::int64_t server_notices_ms = core::limits::silent_ms_max;
constexpr std::int64_t client_notices_ms = 3'000;
constexpr std::int64_t closes_ms = 20;

}  // namespace

// A message arrives after those that were sent before it.
std::int64_t Lines::arrival(std::int64_t& last_ms) {
    const std::int64_t delay_ms = up_to(plan_.delay_ms);
    if (delay_ms > 1'000) journal_.count(Trouble::slow_line);
    last_ms = std::max(last_ms, time_.now_ms() + delay_ms);
    return last_ms;
}

Lines::Held Lines::find(ConnectionId id) const {
    const auto at = lines_.find(id);
    return at == lines_.end() ? nullptr : at->second;
}

ConnectionId Lines::connect(Peer& peer) {
    const auto line = std::make_shared<Line>();
    line->id = ++last_;
    line->peer = &peer;
    lines_[line->id] = line;
    time_.at(arrival(line->up_ms), [this, line] {
        if (!line->whole_up || !host_->accept(line->id)) return end_at_client(line, 1);
        line->open_here = true;
        time_.at(arrival(line->down_ms), [line] {
            if (line->whole_down && line->peer != nullptr) line->peer->opened();
        });
    });
    return line->id;
}

void Lines::send(ConnectionId id, std::string text) {
    const Held line = find(id);
    if (!line) return;
    time_.at(arrival(line->up_ms), [this, line, text = std::move(text)] {
        if (line->whole_up && line->open_here) host_->arrived(line->id, text);
    });
}

bool Lines::is_whole(ConnectionId id) const {
    const Held line = find(id);
    return line && line->whole_up && line->whole_down;
}

void Lines::hang_up(ConnectionId id) {
    const Held line = find(id);
    if (!line) return;
    line->whole_up = line->whole_down = false;
    line->peer = nullptr;
    end_at_server(line, up_to(closes_ms));
}

void Lines::cut(ConnectionId id, bool one_way) {
    const Held line = find(id);
    if (!line) return;
    line->whole_down = false;
    if (!one_way) line->whole_up = false;
    end_at_client(line, up_to(client_notices_ms));
    const bool unnoticed = random_.chance(0.3);
    if (unnoticed) journal_.count(Trouble::cut_unnoticed);
    end_at_server(line, unnoticed ? up_to(server_notices_ms) : up_to(client_notices_ms));
}

void Lines::wake(ConnectionId id) {
    const Held line = find(id);
    if (!line || line->writing) return;
    line->writing = true;
    const std::int64_t slow_ms = line->peer != nullptr ? line->peer->reads_after_ms() : 0;
    time_.after(slow_ms, [this, line] { write(line); });
}

void Lines::close(ConnectionId id, std::string_view code) {
    const Held line = find(id);
    if (!line) return;
    line->bye = code;
    journal_.trace("server ends connection {}: {}", id, code);
    wake(id);
}

// One writer a connection: all that waits goes out at once, and a bye after it.
void Lines::write(const Held& line) {
    line->writing = false;
    if (!line->open_here) return;
    for (std::string& text : host_->waiting(line->id)) deliver(line, std::move(text));
    if (line->bye.empty()) return;
    deliver(line, protocol::write(protocol::ServerMessage(protocol::server::Bye{line->bye}), {}));
    line->open_here = false;
    host_->gone(line->id);
    end_at_client(line, line->down_ms - time_.now_ms());
}

void Lines::deliver(const Held& line, std::string text) {
    time_.at(arrival(line->down_ms), [line, text = std::move(text)] {
        if (line->whole_down && line->peer != nullptr) line->peer->received(text);
    });
}

void Lines::end_at_client(const Held& line, std::int64_t after_ms) {
    time_.after(after_ms, [this, line] {
        line->whole_up = line->whole_down = false;
        Peer* peer = std::exchange(line->peer, nullptr);
        forget_if_over(line);
        if (peer != nullptr) peer->lost();
    });
}

void Lines::end_at_server(const Held& line, std::int64_t after_ms) {
    time_.after(after_ms, [this, line] {
        line->whole_up = line->whole_down = false;
        const bool was_open = std::exchange(line->open_here, false);
        forget_if_over(line);
        if (was_open) host_->gone(line->id);
    });
}

void Lines::forget_if_over(const Held& line) {
    if (!line->open_here && line->peer == nullptr) lines_.erase(line->id);
}

void Lines::drop_all() {
    for (const auto& [id, line] : lines_) {
        line->whole_up = line->whole_down = false;
        line->open_here = false;
        end_at_client(line, up_to(client_notices_ms));
    }
}

}  // namespace dealtafel::sim
