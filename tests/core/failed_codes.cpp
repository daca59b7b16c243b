// Guessing codes is slowed, address by address; typing them right never is.
#include "core/failed_codes.hpp"

#include <doctest/doctest.h>

#include <string>

namespace dealtafel::test {

namespace limits = core::limits;

namespace {

constexpr std::string_view school = "192.0.2.7";
constexpr std::string_view guesser = "198.51.100.9";

struct Door {
    // Whether a code was looked at; it was right or not.
    bool try_code(std::string_view address, std::string_view code, bool is_right) {
        if (!codes.may_try(address, code, now_ms)) return false;
        codes.tried(address, code, is_right, now_ms);
        return true;
    }
    int wrong_codes_looked_at(std::string_view address, int tries, std::int64_t between_ms) {
        int looked_at = 0;
        for (int at = 0; at < tries; ++at) {
            looked_at += try_code(address, "Q" + std::to_string(++last), false) ? 1 : 0;
            now_ms += between_ms;
        }
        return looked_at;
    }

    core::FailedCodes codes;
    std::int64_t now_ms = 1'800'000'000'000;
    int last = 0;
};

}  // namespace

TEST_CASE("two hundred pupils behind one address type right codes in ten seconds: all come in") {
    Door door;
    for (int pupil = 0; pupil < 200; ++pupil) {
        CHECK(door.try_code(school, "KMPRST", true));
        CHECK(door.try_code(school, "KMPRST", true));
        door.now_ms += 50;
    }
}

TEST_CASE("of two hundred pupils behind one address one in five mistypes once: all come in") {
    Door door;
    for (int pupil = 0; pupil < 200; ++pupil) {
        if (pupil % 5 == 0) CHECK(door.try_code(school, "Q" + std::to_string(pupil), false));
        CHECK(door.try_code(school, "KMPRST", true));
        door.now_ms += 50;
    }
}

TEST_CASE("of a million guesses from one address 60 are looked at, and 6 more for each minute") {
    Door door;
    // 4 ms apart: 4000 s, before the last of which 399 have come back.
    CHECK(door.wrong_codes_looked_at(guesser, 1'000'000, 4) == 60 + 399);
    CHECK(door.codes.addresses() == 1);
}

TEST_CASE("who guesses costs other addresses nothing, and gets no right code to look at") {
    Door door;
    CHECK(door.wrong_codes_looked_at(guesser, 100, 0) == 60);
    CHECK_FALSE(door.try_code(guesser, "KMPRST", true));
    CHECK(door.try_code(school, "KMPRST", true));
}

TEST_CASE("who is in stays in, whatever others behind the same address guess") {
    Door door;
    CHECK(door.try_code(school, "KMPRST", true));
    CHECK(door.wrong_codes_looked_at(school, 100, 0) == 60);
    CHECK(door.try_code(school, "KMPRST", true));
    CHECK_FALSE(door.try_code(school, "TSRPMK", true));
    door.now_ms += 10'000;
    CHECK(door.try_code(school, "TSRPMK", true));
}

TEST_CASE("no more addresses and codes are remembered than there is a limit for") {
    Door door;
    for (std::size_t at = 0; at < limits::failed_addresses_max + 100; ++at) {
        door.try_code("address " + std::to_string(at), "QQQQQQ", false);
        door.now_ms += 1;
    }
    CHECK(door.codes.addresses() == limits::failed_addresses_max);
    // Right codes beyond the limit count as unknown ones once there are no failures left.
    for (std::size_t at = 0; at < limits::right_codes_max + 1; ++at) {
        CHECK(door.try_code(school, "R" + std::to_string(at), true));
    }
    door.wrong_codes_looked_at(school, 100, 0);
    CHECK(door.try_code(school, "R" + std::to_string(limits::right_codes_max - 1), true));
    CHECK_FALSE(door.try_code(school, "R" + std::to_string(limits::right_codes_max), true));
}

}  // namespace dealtafel::test
