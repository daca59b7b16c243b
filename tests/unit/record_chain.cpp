#include "record/chain.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace dealtafel;
using namespace dealtafel::record;

namespace {

std::vector<std::string> chained(std::initializer_list<std::string> opens) {
    Chain chain;
    std::vector<std::string> lines;
    for (const std::string& open : opens) lines.push_back(chain.link(open));
    return lines;
}

// The first line that does not follow, from 1; 0 where all do.
std::size_t first_wrong(const std::vector<std::string>& lines) {
    Chain chain;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (chain.follow(lines[at])) return at + 1;
    }
    return 0;
}

const std::vector<std::string> small =
    chained({R"({"n":1,"say":"één")", R"({"n":2)", R"({"n":3,"deep":{"hash":"no"})"});

}  // namespace

TEST_CASE("a line ends with the hash over the hash before it and its own text") {
    // printf '%s' '{"n":1' | sha256sum, and the same of those digits followed by '{"n":2'.
    const std::string first = "8311bc325417e73e80dc6541a2846ff2a8173505e3503e051d55b89c832a0b86";
    const std::string second = "4624622b1d09089f1268f50e33ea77909466d8ef0bb310aecc9aacbfbef8aaef";
    Chain chain;
    CHECK(chain.link(R"({"n":1)") == R"({"n":1,"hash":")" + first + R"("})");
    CHECK(chain.link(R"({"n":2)") == R"({"n":2,"hash":")" + second + R"("})");
    CHECK(chain.hash() == second);
    CHECK(chain.number() == 2);
}

TEST_CASE("lines as they were written follow one another") {
    CHECK(first_wrong(small) == 0);
    CHECK(open_part(small[1]) == R"({"n":2)");
}

TEST_CASE("a chain goes on after its last line") {
    Chain chain;
    for (const std::string& line : small) REQUIRE_FALSE(chain.follow(line));
    Chain resumed(chain.number(), chain.hash());
    std::vector<std::string> more = small;
    more.push_back(resumed.link(R"({"n":4)"));
    CHECK(first_wrong(more) == 0);
}

TEST_CASE("one changed byte anywhere is found in its line") {
    for (std::size_t line = 0; line < small.size(); ++line) {
        for (std::size_t place = 0; place < small[line].size(); ++place) {
            for (int bit = 0; bit < 8; ++bit) {
                std::vector<std::string> changed = small;
                changed[line][place] = static_cast<char>(changed[line][place] ^ (1 << bit));
                REQUIRE(first_wrong(changed) == line + 1);
            }
        }
    }
}

TEST_CASE("one byte more or less anywhere is found in its line") {
    for (std::size_t line = 0; line < small.size(); ++line) {
        for (std::size_t place = 0; place <= small[line].size(); ++place) {
            std::vector<std::string> changed = small;
            changed[line].insert(place, 1, ' ');
            REQUIRE(first_wrong(changed) == line + 1);
            if (place == small[line].size()) continue;
            changed = small;
            changed[line].erase(place, 1);
            REQUIRE(first_wrong(changed) == line + 1);
        }
    }
}

TEST_CASE("a missing line, a line twice and swapped lines are found where they begin") {
    CHECK(first_wrong({small[1], small[2]}) == 1);
    CHECK(first_wrong({small[0], small[2]}) == 2);
    CHECK(first_wrong({small[0], small[0], small[1]}) == 2);
    CHECK(first_wrong({small[0], small[2], small[1]}) == 2);
    CHECK(first_wrong({small[0], "", small[1]}) == 2);
}

TEST_CASE("a line that is too long is not looked at") {
    Chain chain;
    const auto wrong = chain.follow(std::string(line_bytes_max + 1, ' '));
    REQUIRE(wrong);
    CHECK(*wrong == "is longer than 4194304 bytes");
}
