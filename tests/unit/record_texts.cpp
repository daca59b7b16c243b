#include "record/texts.hpp"

#include <doctest/doctest.h>

using namespace dealtafel;
using namespace dealtafel::record;

TEST_CASE("a text is referred to by the first 128 bits of the hash of salt and words") {
    // printf '%s' 'abc' | sha256sum, the salt being "a" and the words "bc".
    const TextRef reference = refer_to({"a", "bc"});
    CHECK(text_id(reference) == "ba7816bf8f01cfea414140de5dae2223");
    CHECK(reference.high == 0xba7816bf8f01cfeaULL);
    CHECK(reference.low == 0x414140de5dae2223ULL);
    CHECK_FALSE(reference.empty);
}

TEST_CASE("a text of nothing but space says nothing") {
    CHECK(refer_to({"a", " \n\t"}).empty);
    CHECK(refer_to({"a", ""}).empty);
}

TEST_CASE("one text under two salts has two ids") {
    CHECK(text_id(refer_to({"01", "ja"})) != text_id(refer_to({"02", "ja"})));
}

TEST_CASE("texts come back from their file") {
    TextTable texts;
    for (const SaltedText& text : {SaltedText{"0a", "Één \"zin\""}, SaltedText{"0b", "\n"}}) {
        texts[text_id(refer_to(text))] = text;
    }
    const auto read = read_texts(write_texts(texts));
    REQUIRE(read.has_value());
    CHECK(*read == texts);
    CHECK(write_texts({}) == "{}\n");
}

TEST_CASE("a text that is not the one of its id is refused by its id") {
    const std::string id = text_id(refer_to({"0a", "ja"}));
    const auto read = read_texts("{\"" + id + R"(":{"salt":"0a","text":"nee"}})");
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().what == id + ": is not the id of this text");
}

TEST_CASE("a file of texts that is no JSON is refused with its place") {
    const auto read = read_texts("{\n  x");
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().what.starts_with("line 2, column 3: "));
}
