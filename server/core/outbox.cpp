#include "core/outbox.hpp"

#include "core/limits.hpp"
#include "protocol/json_codec.hpp"

#include <utility>

namespace dealtafel::core {

void Outbox::push(SharedText message) {
    bytes_ += message->size();
    waiting_.emplace_back(std::move(message));
}

void Outbox::push_feed(std::uint64_t number, SharedText item) {
    bytes_ += item->size();
    waiting_.emplace_back(FeedEntry{number, std::move(item)});
    next_number_ = number + 1;
}

void Outbox::replace_view(SharedText view, std::uint64_t next_number) {
    if (view_) bytes_ -= view_->size();
    bytes_ += view->size();
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
    bytes_ = 0;
    return messages;
}

}  // namespace dealtafel::core
