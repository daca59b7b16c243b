#include "core/outbox.hpp"

#include "core/limits.hpp"
#include "protocol/json_codec.hpp"

#include <utility>

namespace dealtafel::core {

void Outbox::count(std::size_t bytes) {
    if (total_ != nullptr) {
        total_->bytes += bytes - bytes_;
        total_->has_overflown = total_->has_overflown || bytes > limits::outbox_bytes_max;
    }
    bytes_ = bytes;
}

void Outbox::push(SharedText message) {
    count(bytes_ + message->size());
    waiting_.emplace_back(std::move(message));
}

void Outbox::push_feed(std::uint64_t number, SharedText item) {
    count(bytes_ + item->size());
    waiting_.emplace_back(FeedEntry{number, std::move(item)});
    next_number_ = number + 1;
}

void Outbox::replace_view(SharedText view, std::uint64_t next_number) {
    count(bytes_ - (view_ ? view_->size() : 0) + view->size());
    view_ = std::move(view);
    next_number_ = next_number;
}

bool Outbox::empty() const { return waiting_.empty() && !view_; }

bool Outbox::overflown() const { return bytes_ > limits::outbox_bytes_max; }

std::vector<std::string> Outbox::take() {
    std::vector<std::string> messages;
    std::vector<std::string> feed;
    std::uint64_t first = 0;
    const auto close_frame = [&](const std::string& view) {
        if (feed.empty() && view.empty()) return;
        messages.push_back(protocol::write_frame(first, feed, view));
        feed.clear();
    };
    for (const auto& entry : std::exchange(waiting_, {})) {
        if (const auto* message = get_if<SharedText>(&entry)) {
            close_frame({});
            messages.push_back(**message);
            continue;
        }
        const FeedEntry& item = get<FeedEntry>(entry);
        if (feed.empty()) first = item.number;
        feed.push_back(*item.item);
    }
    if (feed.empty()) first = next_number_;
    close_frame(view_ ? *view_ : std::string{});
    view_.reset();
    count(0);
    return messages;
}

}  // namespace dealtafel::core
