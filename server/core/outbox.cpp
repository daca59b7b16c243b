#include "core/outbox.hpp"

#include "core/limits.hpp"
#include "protocol/json_codec.hpp"

#include <utility>

namespace dealtafel::core {

void Outbox::count(std::size_t waiting, std::size_t writing) {
    const std::size_t before = bytes();
    waiting_bytes_ = waiting;
    writing_bytes_ = writing;
    if (total_ == nullptr) return;
    total_->bytes += bytes() - before;
    total_->has_overflown = total_->has_overflown || overflown();
}

void Outbox::push(SharedText message) {
    if (!takes_in_) return;
    count(waiting_bytes_ + message->size(), writing_bytes_);
    waiting_.emplace_back(std::move(message));
}

void Outbox::push_feed(std::uint64_t number, SharedText item) {
    if (!takes_in_) return;
    count(waiting_bytes_ + item->size(), writing_bytes_);
    waiting_.emplace_back(FeedEntry{number, std::move(item)});
    next_number_ = number + 1;
}

void Outbox::replace_view(SharedText view, std::uint64_t next_number) {
    if (!takes_in_) return;
    const std::size_t before = view_ ? view_->size() : 0;
    count(waiting_bytes_ - before + view->size(), writing_bytes_);
    view_ = std::move(view);
    next_number_ = next_number;
}

bool Outbox::empty() const { return waiting_.empty() && !view_; }

bool Outbox::overflown() const { return bytes() > limits::outbox_bytes_max; }

void Outbox::written() { count(waiting_bytes_, 0); }

void Outbox::give_up() {
    takes_in_ = false;
    waiting_.clear();
    view_.reset();
    count(0, 0);
}

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
    count(0, bytes());
    return messages;
}

}  // namespace dealtafel::core
