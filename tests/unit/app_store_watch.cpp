#include "app/store_watch.hpp"

#include <doctest/doctest.h>

using dealtafel::app::StoreWatch;

TEST_CASE("the store is behind once its oldest append is a second old, and this is told once") {
    StoreWatch watch;
    CHECK_FALSE(watch.deadline().has_value());
    watch.handed(5'000);
    watch.handed(5'900);
    CHECK(watch.deadline() == 6'000);
    CHECK_FALSE(watch.news(5'999).has_value());
    CHECK_FALSE(watch.is_behind(5'999));
    CHECK(watch.is_behind(6'000));
    CHECK(watch.news(6'000) ==
          "the store falls behind: 2 appends are under way, the oldest for 1000 ms");
    CHECK_FALSE(watch.news(7'000).has_value());
    // Nothing more is to be told at any time, so nobody has to wake up for it.
    CHECK_FALSE(watch.deadline().has_value());
}

TEST_CASE("the store has caught up when its oldest append is young again, and this is told once") {
    StoreWatch watch;
    watch.handed(0);
    watch.handed(100);
    watch.handed(2'500);
    CHECK(watch.news(1'000).has_value());
    CHECK(watch.done(2'600) == 2'600);
    CHECK_FALSE(watch.news(2'600).has_value());  // the next one has waited for 2,500 ms
    CHECK(watch.done(2'700) == 2'600);
    CHECK(watch.news(2'700) == "the store has caught up; the longest append took 2600 ms");
    CHECK(watch.done(2'800) == 300);
    CHECK_FALSE(watch.news(2'800).has_value());
    CHECK(watch.under_way() == 0);
    CHECK(watch.age_ms(9'000) == 0);
}

TEST_CASE("the longest append is told of each time that the store falls behind anew") {
    StoreWatch watch;
    for (const std::int64_t from_ms : {0, 10'000}) {
        const std::int64_t long_ms = from_ms == 0 ? 4'000 : 1'500;
        watch.handed(from_ms);
        CHECK(watch.news(from_ms + 1'000).has_value());
        watch.done(from_ms + long_ms);
        const auto told = watch.news(from_ms + long_ms);
        REQUIRE(told.has_value());
        CHECK(told->find(std::to_string(long_ms) + " ms") != std::string::npos);
    }
}
