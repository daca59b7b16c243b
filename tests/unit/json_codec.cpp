#include "make_scenario.hpp"
#include "random_value.hpp"

#include "protocol/json_codec.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <charconv>

using namespace dealtafel;
using namespace dealtafel::tests;
using protocol::Malformed;

namespace {

// Texts whose words say which reference they are, so that nothing need be kept.
class TellingTexts final : public json::Texts {
public:
    TextRef take(std::string_view words) override {
        TextRef text;
        text.empty = says_nothing(words);
        const char* end = words.data() + words.size();
        const auto [middle, error] = std::from_chars(words.data(), end, text.high);
        if (error == std::errc() && middle != end) std::from_chars(middle + 1, end, text.low);
        return text;
    }
    std::string words(TextRef text) const override {
        if (text.empty) return "";
        return std::to_string(text.high) + ' ' + std::to_string(text.low);
    }
};

// Two of every kind that a message names.
Scenario scenario_of_two() {
    Scenario made = small_scenario();
    made.partnerships.push_back(made.partnerships.front());
    made.partnerships.back().id = "new";
    made.events.resize(2);
    made.events[0].id = "flood";
    made.events[1].id = "report";
    made.questions.resize(2);
    made.questions[0].id = "before-you-play";
    made.questions[1].id = "looking-back";
    return made;
}

struct Reading {
    Scenario scenario = scenario_of_two();
    TellingTexts texts;
    json::Context context{&scenario, &texts};

    Malformed wrong(std::string_view text) const {
        const auto read = protocol::read_client(text, context);
        REQUIRE_FALSE(read.has_value());
        return read.error();
    }
};

// What is wrong with a message, as "path: what".
std::string refusal_of(std::string_view text) {
    const Malformed wrong = Reading().wrong(text);
    return wrong.path + ": " + wrong.what;
}

// A command with a deal of one line; `line` is the JSON of that line.
std::string amend(const std::string& line) {
    return R"({"type":"command","id":1,"command":{"type":"amend","region":"valley","base":1,)"
           R"("deal":{"region":"valley","form":"specific","conditions":1,)"
           R"("accountability":"upward",)"
           R"("information":true,"powers":false,"coordination":false,"review":true,"lines":[)" +
           line + "]}}}";
}

constexpr std::string_view good_line =
    R"({"challenge":"protein","partners":["city"],"goal":"joint",)"
    R"("result":"","money":{"rijk":2.5}})";

std::string changed(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a command in words becomes numbers, references and tenths") {
    const Reading reading;
    const auto read = protocol::read_client(amend(std::string(good_line)), reading.context);
    REQUIRE(read.has_value());
    const auto& command = get<protocol::client::Command>(*read);
    CHECK(command.id == 1);
    const auto& made = get<rules::command::Amend>(command.command);
    CHECK(made.region == valley);
    CHECK(made.deal.form == Form::specific);
    CHECK(made.deal.accountability == Accountability::upward);
    REQUIRE(made.deal.lines.size() == 1);
    CHECK(made.deal.lines[0].challenge == protein);
    CHECK(made.deal.lines[0].result.empty);
    CHECK(made.deal.lines[0].money.get(rijk) == Money{25});
}

TEST_CASE("an unknown field is refused with its path") {
    CHECK(refusal_of(R"({"type":"ping","at":1,"why":2})") == "why: is not a known field");
    const std::string line = changed(std::string(good_line), "\"goal\"", "\"gaol\":1,\"goal\"");
    CHECK(refusal_of(amend(line)) == "command/deal/lines/0/gaol: is not a known field");
}

TEST_CASE("a missing field is refused with its path") {
    CHECK(refusal_of(R"({"type":"ping"})") == "at: is missing");
    const std::string line = changed(std::string(good_line), "\"goal\":\"joint\",", "");
    CHECK(refusal_of(amend(line)) == "command/deal/lines/0/goal: is missing");
}

TEST_CASE("a field of the wrong type is refused with its path") {
    CHECK(refusal_of(R"({"type":"ping","at":"1"})").starts_with("at: must be a whole number"));
    CHECK(refusal_of(R"({"type":"ping","at":1.5})").starts_with("at: must be a whole number"));
    const auto with = [](const std::string& from, const std::string& to) {
        return refusal_of(amend(changed(std::string(good_line), from, to)));
    };
    CHECK(with("\"joint\"", "\"ours\"") ==
          "command/deal/lines/0/goal: must be one of region, joint, national");
    CHECK(with("[\"city\"]", "\"city\"") == "command/deal/lines/0/partners: must be a list");
    CHECK(with("2.5", "null") == "command/deal/lines/0/money/rijk: must be a number");
    CHECK(with("\"\"", "7") == "command/deal/lines/0/result: must be a text");
    CHECK(refusal_of("[]") == ": must be an object with a type");
}

TEST_CASE("money that is no whole number of tenths is refused, what doubles do to it is not") {
    const auto with = [](const std::string& amount) {
        return amend(changed(std::string(good_line), "2.5", amount));
    };
    CHECK(refusal_of(with("2.55")) ==
          "command/deal/lines/0/money/rijk: must be money in steps of 0.1");
    CHECK(refusal_of(with("1e12")).starts_with("command/deal/lines/0/money/rijk: "));
    // 0.1 + 0.2 in doubles.
    const Reading reading;
    const auto read = protocol::read_client(with("0.30000000000000004"), reading.context);
    REQUIRE(read.has_value());
    const auto& command = get<protocol::client::Command>(*read);
    const auto& made = get<rules::command::Amend>(command.command);
    CHECK(made.deal.lines[0].money.get(rijk) == Money{3});
}

TEST_CASE("an id of nothing is refused with its path, in a list and as a key") {
    const auto with = [](const std::string& from, const std::string& to) {
        return refusal_of(amend(changed(std::string(good_line), from, to)));
    };
    CHECK(with("\"city\"", "\"town\"") ==
          "command/deal/lines/0/partners/0: names nothing that there is: town");
    CHECK(with("\"rijk\"", "\"king\"") ==
          "command/deal/lines/0/money/king: names nothing that there is: king");
}

TEST_CASE("an unknown type lists those that there are") {
    const std::string said = refusal_of(R"({"type":"shout","text":"hey"})");
    CHECK(said == "type: must be one of hello, command, act, forecast, draft, pen, ping");
    CHECK(refusal_of(R"({"type":"command","id":1,"command":{"type":"win"}})")
              .starts_with("command/type: must be one of publish, ambition"));
}

TEST_CASE("a text of 2000 characters is taken, one more is refused, whatever their bytes") {
    const Reading reading;
    const auto say = [](int characters) {
        std::string text;
        for (int i = 0; i < characters; ++i) text += "\u00eb";  // two bytes each
        return R"({"type":"command","id":1,"command":{"type":"say","to":"all","text":")" + text +
               "\"}}";
    };
    CHECK(protocol::read_client(say(2000), reading.context).has_value());
    const Malformed wrong = reading.wrong(say(2001));
    CHECK(wrong.path == "command/text");
    CHECK(wrong.what == "must be at most 2000 characters");
}

TEST_CASE("malformed JSON is refused with its line and column") {
    // The second line's fifth sign, an x, is no JSON.
    CHECK(refusal_of("{\"type\":\n    x}").starts_with(": line 2, column 5: "));
    CHECK(refusal_of("").starts_with(": line 1, column 1: "));
}

TEST_CASE("a message that is refused keeps its id, so that the refusal can name it") {
    const Reading reading;
    CHECK(reading.wrong(R"({"type":"command","id":41,"command":{"type":"win"}})").id == 41);
    CHECK_FALSE(reading.wrong(R"({"type":"command","id":-1,"command":{}})").id.has_value());
    CHECK_FALSE(reading.wrong("{").id.has_value());
}

TEST_CASE("what a client writes reads back as itself") {
    CHECK(rc::check([](std::uint64_t seed) {
        const Reading reading;
        const auto message = RandomValue(seed, 2).make<protocol::ClientMessage>();
        const std::string text = protocol::write(message, reading.context);
        const auto read = protocol::read_client(text, reading.context);
        RC_ASSERT(read.has_value());
        RC_ASSERT(protocol::write(*read, reading.context) == text);
        RC_ASSERT(read->index() == message.index());
    }));
}

TEST_CASE("what the server writes reads back as itself") {
    CHECK(rc::check([](std::uint64_t seed) {
        const Reading reading;
        const auto message = RandomValue(seed, 2).make<protocol::ServerMessage>();
        const std::string text = protocol::write(message, reading.context);
        const auto read = protocol::read_server(text, reading.context);
        RC_ASSERT(read.has_value());
        RC_ASSERT(protocol::write(*read, reading.context) == text);
        RC_ASSERT(read->index() == message.index());
    }));
}

TEST_CASE("a frame put together of parts is the frame written as a whole") {
    CHECK(rc::check([](std::uint64_t seed) {
        const Reading reading;
        const auto frame = RandomValue(seed, 2).make<protocol::server::Frame>();
        std::vector<std::string> feed;
        for (const auto& entry : frame.feed) {
            feed.push_back(protocol::write(entry, reading.context));
        }
        const std::string view = frame.view ? protocol::write(*frame.view, reading.context) : "";
        RC_ASSERT(protocol::write_frame(frame.number, feed, view) ==
                  protocol::write(protocol::ServerMessage(frame), reading.context));
    }));
}
