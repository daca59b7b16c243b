#include "core/outbox.hpp"

#include "core/limits.hpp"

#include <doctest/doctest.h>

namespace dealtafel::core {

namespace {

SharedText text(std::string words) { return std::make_shared<const std::string>(std::move(words)); }

}  // namespace

TEST_CASE("neighbouring feed items share a frame, and the view comes with the last one") {
    Outbox outbox;
    outbox.push_feed(4, text(R"({"a":1})"));
    outbox.push_feed(5, text(R"({"b":2})"));
    outbox.replace_view(text(R"({"v":3})"), 6);
    const std::vector<std::string> messages = outbox.take();
    REQUIRE(messages.size() == 1);
    CHECK(messages[0] ==
          R"({"type":"frame","number":4,"feed":[{"a":1},{"b":2}],"view":{"v":3}})");
    CHECK(outbox.empty());
}

TEST_CASE("a message between feed items keeps its place") {
    Outbox outbox;
    outbox.push_feed(1, text("{}"));
    outbox.push(text(R"({"type":"pong"})"));
    outbox.push_feed(2, text("{}"));
    const std::vector<std::string> messages = outbox.take();
    REQUIRE(messages.size() == 3);
    CHECK(messages[0] == R"({"type":"frame","number":1,"feed":[{}]})");
    CHECK(messages[1] == R"({"type":"pong"})");
    CHECK(messages[2] == R"({"type":"frame","number":2,"feed":[{}]})");
}

TEST_CASE("of two views that wait only the newer is sent, after all feed items") {
    Outbox outbox;
    outbox.replace_view(text(R"("old")"), 1);
    outbox.push_feed(1, text("{}"));
    outbox.replace_view(text(R"("new")"), 2);
    const std::vector<std::string> messages = outbox.take();
    REQUIRE(messages.size() == 1);
    CHECK(messages[0] == R"({"type":"frame","number":1,"feed":[{}],"view":"new"})");
}

TEST_CASE("a view without feed items carries the number of the next one") {
    Outbox outbox;
    outbox.replace_view(text("7"), 12);
    CHECK(outbox.take() ==
          std::vector<std::string>{R"({"type":"frame","number":12,"feed":[],"view":7})"});
}

TEST_CASE("a view that waited while feed items came carries the number after them") {
    Outbox outbox;
    outbox.replace_view(text("7"), 12);
    outbox.push_feed(12, text("{}"));
    outbox.push(text(R"({"type":"pong"})"));
    const std::vector<std::string> messages = outbox.take();
    REQUIRE(messages.size() == 3);
    CHECK(messages[0] == R"({"type":"frame","number":12,"feed":[{}]})");
    CHECK(messages[2] == R"({"type":"frame","number":13,"feed":[],"view":7})");
}

TEST_CASE("an outbox over its limit says so, and no longer once it was written") {
    Outbox outbox;
    outbox.push(text(std::string(limits::outbox_bytes_max, 'x')));
    CHECK_FALSE(outbox.overflown());
    outbox.push(text("y"));
    CHECK(outbox.overflown());
    outbox.take();
    CHECK(outbox.overflown());
    outbox.written();
    CHECK_FALSE(outbox.overflown());
}

TEST_CASE("a total holds what waits and what is being written, and nothing of who is gone") {
    OutboxTotal total;
    Outbox one(&total);
    one.push(text("12345"));
    {
        Outbox other(&total);
        other.push_feed(1, text("123"));
        other.replace_view(text("1234567"), 2);
        other.replace_view(text("12"), 2);
        CHECK(total.bytes == 5 + 3 + 2);
    }
    CHECK(total.bytes == 5);
    one.take();
    one.push(text("12"));
    CHECK(total.bytes == 5 + 2);
    one.written();
    CHECK(total.bytes == 2);
    one.give_up();
    one.push(text("123"));
    CHECK(total.bytes == 0);
    CHECK(one.empty());
}

TEST_CASE("a total knows that one of its outboxes has overflown") {
    OutboxTotal total;
    Outbox outbox(&total);
    outbox.push(text(std::string(limits::outbox_bytes_max, 'x')));
    CHECK_FALSE(total.has_overflown);
    outbox.push(text("x"));
    CHECK(total.has_overflown);
}

}  // namespace dealtafel::core
