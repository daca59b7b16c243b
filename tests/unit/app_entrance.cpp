// Where the server listens, by what its administrator asked for.
#include "app/entrance.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace dealtafel;

namespace {

app::EntranceWish wish(const std::string& address, bool lan, bool is_public) {
    app::EntranceWish made;
    made.address = address;
    made.lan = lan;
    made.is_public = is_public;
    return made;
}

using Addresses = std::vector<std::string>;

}  // namespace

TEST_CASE("private addresses are those of networks that lead nowhere further") {
    for (const std::string ip : {"10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.1",
                                 "192.168.0.1", "169.254.3.4", "fc00::1", "fd12:3456::1"}) {
        CHECK_MESSAGE(app::is_private_address(ip), ip);
    }
    for (const std::string ip : {"9.255.255.255", "11.0.0.1", "172.15.0.1", "172.32.0.1", "0.0.0.0",
                                 "192.167.0.1", "192.169.0.1", "127.0.0.1", "8.8.8.8", "::1", "::",
                                 "fe80::1", "2001:db8::1", "laptop", ""}) {
        CHECK_FALSE_MESSAGE(app::is_private_address(ip), ip);
    }
}

TEST_CASE("without a wish the server is for its own machine, in a room at all private addresses") {
    CHECK(*app::addresses_for(wish("", false, false), {"10.0.0.4"}) == Addresses{"127.0.0.1"});
    CHECK(*app::addresses_for(wish("", true, false), {"10.0.0.4", "fd00::4"}) ==
          Addresses{"10.0.0.4", "fd00::4", "127.0.0.1"});
    CHECK(app::addresses_for(wish("", false, true), {"10.0.0.4"})->front() == "0.0.0.0");
    CHECK(app::addresses_for(wish("", true, false), {}).error().sentence.starts_with(
        "this machine has no private address"));
}

TEST_CASE("an address that others can reach needs a word that says so") {
    for (const std::string own : {"127.0.0.1", "127.0.0.9", "::1"}) {
        CHECK(app::addresses_for(wish(own, false, false), {}).has_value());
        CHECK(app::addresses_for(wish(own, true, false), {}).has_value());
    }
    CHECK_FALSE(app::addresses_for(wish("10.0.0.4", false, false), {}).has_value());
    CHECK(app::addresses_for(wish("10.0.0.4", true, false), {}).has_value());
    CHECK_FALSE(app::addresses_for(wish("203.0.113.4", true, false), {}).has_value());
    CHECK(app::addresses_for(wish("203.0.113.4", false, true), {}).has_value());
    CHECK_FALSE(app::addresses_for(wish("here", false, true), {}).has_value());
}
