#include "json/codec.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <bit>

using namespace dealtafel;

TEST_CASE("a number in JSON reads back as the very double that was written") {
    CHECK(rc::check([](std::uint64_t bits) {
        const auto written = std::bit_cast<double>(bits);
        RC_PRE(std::isfinite(written) && written != 0);
        const auto read = json::parse(json::serialize(boost::json::value(written)));
        RC_ASSERT(read.has_value());
        RC_ASSERT(read->root().to_number<double>() == written);
    }));
    // A double that Boost's own parser misses by its last bit.
    CHECK(json::parse("13.640703636619723")->root().to_number<double>() == 13.640703636619723);
}

TEST_CASE("a number that no double holds is read as infinite, never as another number") {
    CHECK(std::isinf(json::parse("1e400")->root().to_number<double>()));
    CHECK(std::isinf(json::parse("-1e400")->root().to_number<double>()));
    CHECK(json::parse("1e-400")->root().to_number<double>() == 0);
}

TEST_CASE("text after a JSON value, half a value and no value at all are refused") {
    for (const char* text : {"1 2", "{\"a\":1", "[1,", "", "  ", "{\"a\":1}}", "1.", "\"a"}) {
        CHECK_FALSE(json::parse(text).has_value());
    }
    CHECK(json::parse("{}")->root().is_object());
    CHECK(json::parse(" 7 \n")->root().to_number<int>() == 7);
    CHECK(json::parse(R"("a\u00e9\n\"b")")->root().get_string() == "a\u00e9\n\"b");
}

TEST_CASE("a JSON value nested deeper than a message ever is is refused") {
    const std::string deep(1000, '[');
    CHECK_FALSE(json::parse(deep).has_value());
}
