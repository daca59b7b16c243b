#include "random_value.hpp"

#include "record/state_bytes.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace dealtafel;
using namespace dealtafel::record;

namespace {

constexpr std::uint16_t ids = 5;

rules::State random_state(std::uint64_t seed) {
    return tests::RandomValue(seed, ids).make<rules::State>();
}

}  // namespace

TEST_CASE("a state comes back from its bytes, and comes back the same each time") {
    CHECK(rc::check([](std::uint64_t seed) {
        const rules::State state = random_state(seed);
        const std::string bytes = state_bytes(state);
        const auto read = read_state_bytes(bytes);
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == state);
        RC_ASSERT(state_bytes(*read) == bytes);
    }));
}

TEST_CASE("states have equal bytes where they are equal and others where they are not") {
    CHECK(rc::check([](std::uint64_t seed, std::uint64_t other) {
        const rules::State state = random_state(seed);
        RC_ASSERT(state_bytes(rules::State(state)) == state_bytes(state));
        const rules::State second = random_state(other);
        RC_ASSERT((state_bytes(second) == state_bytes(state)) == (second == state));
        RC_ASSERT((state_hash(second) == state_hash(state)) == (second == state));
    }));
}

TEST_CASE("a zero has no sign in the bytes of a state") {
    rules::State positive;
    positive.urgency = {0.0};
    rules::State negative;
    negative.urgency = {-0.0};
    CHECK(state_bytes(positive) == state_bytes(negative));
}

TEST_CASE("the bytes of a state are little-endian and as wide as their types") {
    rules::State state;
    state.settings.seed = 0x0102030405060708;
    // The state begins with its settings, and those with their seed, of 64 bits.
    CHECK(state_bytes(state).substr(0, 8) == "\x08\x07\x06\x05\x04\x03\x02\x01");
    // Then the rounds, an int of 32 bits (1), and the number of phases, of 32 bits (0).
    CHECK(state_bytes(state).substr(8, 8) == std::string("\x01\0\0\0\0\0\0\0", 8));
}

TEST_CASE("bytes that were changed are refused or are another state") {
    CHECK(rc::check([](std::uint64_t seed, std::uint64_t place, std::uint8_t with) {
        const std::string bytes = state_bytes(random_state(seed));
        std::string changed = bytes;
        char& byte = changed[place % bytes.size()];
        RC_PRE(byte != static_cast<char>(with));
        byte = static_cast<char>(with);
        const auto read = read_state_bytes(changed);
        if (read.has_value()) RC_ASSERT(state_bytes(*read) == changed);
    }));
}

TEST_CASE("a bit that was turned is refused or makes another state, whichever it is") {
    const std::string bytes = state_bytes(random_state(7));
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        std::string changed = bytes;
        char& byte = changed[bit / 8];
        byte = static_cast<char>(byte ^ (1 << bit % 8));
        const auto read = read_state_bytes(changed);
        if (read.has_value()) REQUIRE(state_bytes(*read) == changed);
    }
}

TEST_CASE("bytes that end too early are refused, wherever they end") {
    const std::string bytes = state_bytes(random_state(7));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CHECK_FALSE(read_state_bytes(std::string_view(bytes).substr(0, size)).has_value());
    }
}

TEST_CASE("bytes after a state are refused") {
    const std::string bytes = state_bytes(random_state(7));
    CHECK(read_state_bytes(bytes).has_value());
    CHECK_FALSE(read_state_bytes(bytes + '\0').has_value());
}

TEST_CASE("a list of bytes that claims to be long takes no memory for it") {
    // Seed and rounds, then a list of phases that claims four billion entries and holds none.
    const std::string hostile = std::string(12, '\1') + "\xff\xff\xff\xff";
    const auto read = read_state_bytes(hostile);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().what == "the bytes end too early");
}

TEST_CASE("bytes at random are refused or are a state, and end") {
    CHECK(rc::check([](const std::string& bytes) {
        const auto read = read_state_bytes(bytes);
        if (read.has_value()) RC_ASSERT(state_bytes(*read) == bytes);
    }));
}
