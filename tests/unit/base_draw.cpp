#include "base/draw.hpp"

#include "base/hash.hpp"

#include <doctest/doctest.h>

using namespace dealtafel;

TEST_CASE("a draw is made of the published SplitMix64 and FNV-1a") {
    // The first two outputs of the reference generator from state 0 (Vigna, splitmix64.c).
    CHECK(splitmix64(0) == 0xe220a8397b1dcdafULL);
    CHECK(splitmix64(0x9e3779b97f4a7c15ULL) == 0x6e789e6aa1b965f4ULL);
    // The test vectors of Noll's reference implementation.
    CHECK(fnv1a64("") == 0xcbf29ce484222325ULL);
    CHECK(fnv1a64("a") == 0xaf63dc4c8601ec8cULL);
    CHECK(fnv1a64("foobar") == 0x85944171f73967e8ULL);
}

TEST_CASE("the label alone tells two draws of one seed apart") {
    CHECK(draw(7, "audit/foodvalley/1") == draw(7, "audit/foodvalley/1"));
    CHECK(draw(7, "audit/foodvalley/1") != draw(7, "audit/foodvalley/2"));
    CHECK(draw(7, "audit/foodvalley/1") != draw(8, "audit/foodvalley/1"));
}

TEST_CASE("a hash is the SHA-256 of FIPS 180-4") {
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
