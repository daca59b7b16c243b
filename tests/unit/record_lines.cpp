#include "random_value.hpp"

#include "record/line_codec.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace dealtafel;
using namespace dealtafel::record;

namespace {

constexpr std::uint16_t ids = 5;

// Every kind of thing has five, named after their numbers.
class Names final : public IdNames {
public:
    using IdNames::find;
    using IdNames::name;
    std::string_view name(IdKind, std::uint16_t value) const override { return names[value]; }
    std::optional<std::uint16_t> find(IdKind, std::string_view name) const override {
        for (std::uint16_t at = 0; at < ids; ++at) {
            if (names[at] == name) return at;
        }
        return std::nullopt;
    }

private:
    static constexpr std::string_view names[ids] = {"nul", "een", "twee", "drie", "vier"};
};

Entry random_entry(std::uint64_t seed) {
    tests::RandomValue random(seed, ids);
    return Entry{random.below(1000), static_cast<std::int64_t>(random.below(1ULL << 42)),
                 random.make<Origin>(), {}};
}

// What the lines leave out: these stand in the event by name.
void leave_out(rules::Event& event) {
    if (auto* told = get_if<rules::event::OutcomeTold>(&event)) {
        told->outcome.delta.clear();
        told->outcome.spent.clear();
    }
}

bool comes_back(const Entry& entry) {
    const Names names;
    const auto read = read_entry(open_entry(entry, names), names);
    if (!read.has_value()) MESSAGE(read.error().what);
    return read.has_value() && tests::same(*read, entry);
}

std::string refusal_of(std::string_view open) {
    const Names names;
    const auto read = read_entry(open, names);
    return read.has_value() ? "" : read.error().what;
}

}  // namespace

TEST_CASE("every kind of event comes back from its line, with every member") {
    boost::mp11::mp_for_each<boost::mp11::mp_iota_c<variant_size_v<rules::Event>>>(
        [](auto index) {
            CAPTURE(index.value);
            for (std::uint64_t seed = 0; seed < 50; ++seed) {
                Entry entry = random_entry(seed);
                rules::Event event;
                tests::RandomValue(seed + 1000, ids)
                    .fill(event.emplace<decltype(index)::value>());
                leave_out(event);
                entry.what = std::move(event);
                REQUIRE(comes_back(entry));
            }
        });
}

TEST_CASE("every kind of note and the hash of a state come back from their lines") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Entry entry = random_entry(seed);
        entry.what = tests::RandomValue(seed + 1000, ids).make<Note>();
        REQUIRE(comes_back(entry));
    }
    Entry entry = random_entry(1);
    entry.what = StateHash{"ab"};
    CHECK(comes_back(entry));
}

TEST_CASE("a header comes back from its line, whatever the text of its scenario") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        tests::RandomValue random(seed, ids);
        Header header;
        header.state = 3;
        header.rules = 4;
        random.fill(header.program);
        random.fill(header.scenario);
        random.fill(header.toml);
        random.fill(header.settings);
        random.fill(header.session);
        random.fill(header.game);
        header.bots["rijk"] = "tough";
        const auto read = read_header(open_header(header, 17));
        REQUIRE(read.has_value());
        CHECK(read->header == header);
        CHECK(read->at_ms == 17);
    }
}

TEST_CASE("a line reads as people and other programs expect it") {
    const Names names;
    rules::event::Signed signature{RegionId{0}, PartyId{1}, 2};
    const Entry entry{7, 99, {By{by::Seat{PartyId{1}, 3}}, "abcdefgh", 12}, signature};
    CHECK(open_entry(entry, names) ==
          R"({"n":7,"at":99,"by":{"type":"seat","party":"een","member":3},)"
          R"("client":"abcdefgh","id":12,)"
          R"("event":{"type":"signed","region":"nul","party":"een","version":2})");
    CHECK(open_entry({8, 100, {}, StateHash{"ff"}}, names) == R"({"n":8,"at":100,"state":"ff")");
}

TEST_CASE("a negative zero is written as zero") {
    const Names names;
    const Entry entry{2, 0, {}, rules::event::AuditDrawn{RegionId{0}, -0.0, 0.5, false}};
    CHECK(open_entry(entry, names).find(R"("chance":0,)") != std::string::npos);
}

TEST_CASE("a line that holds none or more than one of event, note and state is refused") {
    CHECK(refusal_of(R"({"n":2,"at":0)") == "must hold an event, a note or the hash of a state");
    CHECK(refusal_of(R"({"n":2,"at":0,"state":"","note":{"type":"left"})") ==
          "must hold an event, a note or the hash of a state");
}

TEST_CASE("what is wrong in a line is named with its path") {
    CHECK(refusal_of(R"({"n":2,"at":0,"event":{"type":"signed","region":"nul","party":"zes",)"
                     R"("version":1})") ==
          "event/party: names nothing that there is: zes");
    CHECK(refusal_of(R"({"n":2,"at":0,"note":{"type":"left"},"extra":1)") ==
          "extra: is not a known field");
    CHECK(refusal_of(R"({"n":2,"at":)").starts_with("is no JSON: column 13: "));
}

TEST_CASE("a header of another format or of something else is refused") {
    const auto refused = [](std::string_view open) {
        const auto read = read_header(open);
        return read.has_value() ? "" : read.error().what;
    };
    CHECK(refused(R"({"record":"dealtafel","format":2)") ==
          "has format 2; this program reads format 1");
    CHECK(refused(R"({"record":"another","format":1)") ==
          "is no header of a record of Dealtafel");
    CHECK(refused(R"({"n":1)") == "is no header of a record of Dealtafel");
    CHECK(refused(R"({"record":"dealtafel","format":1)") == "n: is missing");
}
