#include "lines.hpp"

#include "protocol/json_codec.hpp"

#include <algorithm>

namespace dealtafel::sim {

// A message arrives after those that were sent before it.
std::int64_t Lines::arrival(std::int64_t& last_ms) {
    const auto delay = static_cast<std::int64_t>(
        random_.below(static_cast<std::size_t>(plan_.delay_ms)));
    last_ms = std::max(last_ms, time_.now_ms() + 1 + delay);
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
        if (!line->whole || !host_->accept(line->id)) {
            line->whole = false;
            return end_at_client(line, 1);
        }
        line->open_here = true;
        time_.at(arrival(line->down_ms), [line] {
            if (line->whole && line->peer != nullptr) line->peer->opened();
        });
    });
    return line->id;
}

void Lines::send(ConnectionId id, std::string text) {
    const Held line = find(id);
    if (!line) return;
    time_.at(arrival(line->up_ms), [this, line, text = std::move(text)] {
        if (line->whole && line->open_here) host_->arrived(line->id, text);
    });
}

bool Lines::is_whole(ConnectionId id) const {
    const Held line = find(id);
    return line && line->whole;
}

void Lines::hang_up(ConnectionId id) {
    const Held line = find(id);
    if (!line) return;
    line->whole = false;
    line->peer = nullptr;
    end_at_server(line, 1 + static_cast<std::int64_t>(random_.below(20)));
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
        if (line->whole && line->peer != nullptr) line->peer->received(text);
    });
}

void Lines::end_at_client(const Held& line, std::int64_t after_ms) {
    time_.after(after_ms, [this, line] {
        line->whole = false;
        lines_.erase(line->id);
        if (Peer* peer = std::exchange(line->peer, nullptr)) peer->lost();
    });
}

void Lines::end_at_server(const Held& line, std::int64_t after_ms) {
    time_.after(after_ms, [this, line] {
        if (!std::exchange(line->open_here, false)) return;
        host_->gone(line->id);
    });
}

void Lines::drop_all() {
    for (const auto& [id, line] : lines_) {
        line->whole = false;
        line->open_here = false;
        end_at_client(line, 1 + static_cast<std::int64_t>(random_.below(300)));
    }
}

}  // namespace dealtafel::sim
