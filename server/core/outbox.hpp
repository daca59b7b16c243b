// What waits to be written to one connection: messages in order, feed items in order, and the
// newest view, which replaces the one before. A view never overtakes the feed that it rests on.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/variant.hpp"

namespace dealtafel::core {

// A text that several connections share.
using SharedText = std::shared_ptr<const std::string>;

// What the outboxes of a server hold together.
struct OutboxTotal {
    std::size_t bytes = 0;
    bool has_overflown = false;  // one of them, since somebody looked
};

class Outbox {
public:
    // Counts towards the total, if there is one, which outlives it.
    explicit Outbox(OutboxTotal* total = nullptr) : total_(total) {}
    ~Outbox() { give_up(); }
    Outbox(const Outbox&) = delete;
    Outbox& operator=(const Outbox&) = delete;

    // A whole message, such as an answer.
    void push(SharedText message);
    // A feed item, as JSON, with its number for this reader.
    void push_feed(std::uint64_t number, SharedText item);
    // The newest view, as JSON; `next_number` is that of the next feed item of this reader.
    void replace_view(SharedText view, std::uint64_t next_number);

    bool empty() const;
    // What waits or is being written.
    std::size_t bytes() const { return waiting_bytes_ + writing_bytes_; }
    // Whether that is more than a connection may hold up: it is to be closed.
    bool overflown() const;
    // All that waits, as messages in order: neighbouring feed items share a frame, and the view
    // comes with the last frame. It counts until it is written.
    std::vector<std::string> take();
    void written();
    // The reader goes: nothing waits any more, nothing counts, and nothing is taken in.
    void give_up();

private:
    // From now on so many bytes wait, and so many are being written.
    void count(std::size_t waiting, std::size_t writing);

    struct FeedEntry {
        std::uint64_t number;
        SharedText item;
    };
    std::vector<variant<SharedText, FeedEntry>> waiting_;
    // Null where no view waits.
    SharedText view_;
    // The number of the feed item after all that this outbox has seen.
    std::uint64_t next_number_ = 1;
    std::size_t waiting_bytes_ = 0;
    std::size_t writing_bytes_ = 0;
    OutboxTotal* total_;
    bool takes_in_ = true;
};

}  // namespace dealtafel::core
