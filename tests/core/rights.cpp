// Who may send what: a table over every message, command and act of the protocol's own lists. One
// that has no line here fails.
#include "support/table.hpp"

#include "protocol/describe.hpp"
#include "rules/describe.hpp"

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <doctest/doctest.h>

#include <map>
#include <string>
#include <type_traits>

namespace dealtafel::test {

namespace {

// F facilitator, H helper, P player with the pen, M member of the team without it, S spectator,
// N somebody who has not said hello.
const std::string all_rights = "FHPMSN";

const std::map<std::string, std::string, std::less<>> allowed{
    {"hello", "N"},
    {"ping", "FHPMS"},
    {"forecast", "PM"},
    {"draft", "PM"},
    {"pen", "PM"},
    {"command publish", "P"},
    {"command ambition", "P"},
    {"command support", "P"},
    {"command unsupport", "P"},
    {"command invite", "P"},
    {"command withdraw-invitation", "P"},
    {"command accept", "P"},
    {"command decline", "P"},
    {"command knock", "P"},
    {"command share", "P"},
    {"command pledge", "P"},
    {"command submit", "P"},
    {"command decide", "P"},
    {"command amend", "P"},
    {"command back", "P"},
    {"command put", "P"},
    {"command stance", "P"},
    {"command sign", "P"},
    {"command unsign", "P"},
    {"command walk-away", "P"},
    {"command stay", "P"},
    {"command demand", "P"},
    {"command look", "P"},
    {"command offer-side", "P"},
    {"command withdraw-side", "P"},
    {"command accept-side", "P"},
    {"command undo-side", "P"},
    {"command rate", "P"},
    {"command motivate", "P"},
    {"command withhold", "P"},
    {"command place", "PM"},
    {"command lesson", "PM"},
    {"command answer", "PM"},
    {"command say", "PM"},
    {"command ready", "PM"},
    {"command help", "PM"},
    {"act start", "F"},
    {"act inject", "F"},
    {"act undo", "F"},
    {"act end", "F"},
    {"act pause", "FH"},
    {"act resume", "FH"},
    {"act extend", "FH"},
    {"act skip", "FH"},
    {"act announce", "FH"},
    {"act note", "FH"},
    {"act answer-help", "FH"},
    {"act replace", "FH"},
};

// Ids that name nothing cannot be sent: each becomes the first of the scenario.
template <class T>
void name_something(T& value) {
    if constexpr (requires { value.known(); }) {
        value = T{0};
    } else if constexpr (boost::describe::has_describe_members<T>::value) {
        boost::mp11::mp_for_each<
            boost::describe::describe_members<T, boost::describe::mod_any_access>>(
            [&](auto member) { name_something(value.*member.pointer); });
    }
}

template <class Variant, class Visit>
void for_each_of(Visit&& visit_one) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Variant>>(
        [&](auto identity) { visit_one(typename decltype(identity)::type{}); });
}

// Every message that a client can send, by its name here, with values that need not make sense.
std::map<std::string, protocol::ClientMessage> every_message() {
    std::map<std::string, protocol::ClientMessage> all;
    std::uint64_t id = 0;
    for_each_of<protocol::ClientMessage>([&](auto message) {
        using Message = decltype(message);
        const std::string name(Message::type);
        if constexpr (std::is_same_v<Message, client::Command>) {
            for_each_of<rules::Command>([&](auto command) {
                name_something(command);
                all[name + ' ' + std::string(command.type)] = client::Command{++id, command};
            });
        } else if constexpr (std::is_same_v<Message, client::Act>) {
            for_each_of<rules::Act>([&](auto act) {
                name_something(act);
                all[name + ' ' + std::string(act.type)] = client::Act{++id, 0, act};
            });
        } else {
            if constexpr (requires { message.id; }) message.id = ++id;
            if constexpr (std::is_same_v<Message, client::Hello>) {
                message.protocol = protocol::version;
                message.client = "client-01";
            }
            name_something(message);
            all[name] = message;
        }
    });
    return all;
}

// A table with somebody of each right.
struct Room {
    Room() {
        const auto second = table.hub.take_seat(table.session.code, "municipalities", "Ali");
        people['F'] = table.facilitator;
        people['P'] = table.player;
        people['H'] =
            table.hub.connect(table.session.code, table.session.helper_token, 0, "helper-01");
        people['M'] = table.hub.connect(table.session.code, second.token, 0, "player-02");
        people['S'] = table.hub.connect(table.session.code, "");
        people['N'] = 1000;
        REQUIRE(table.hub.hub.opened(1000, table.session.code, table.hub.now_ms));
    }

    // Whether somebody may send a message: it is not refused for who they are.
    bool may_send(char right, const protocol::ClientMessage& message) {
        const core::ConnectionId who = people.at(right);
        const std::size_t had = table.hub.received(who).size();
        table.hub.now_ms += 1000;  // so that nobody is too fast
        table.hub.send(who, message);
        const auto& received = table.hub.received(who);
        bool is_refused = false;
        for (auto at = had; at < received.size(); ++at) {
            for (const std::string code :
                 {"wrong-role", "no-pen", "not-allowed-to-helper", "hello-first"}) {
                if (received[at].find("\"code\":\"" + code + '"') != std::string::npos) {
                    is_refused = true;
                }
            }
            for (const std::string code : {"malformed", "too-fast", "busy", "no-writes"}) {
                CHECK_MESSAGE(received[at].find("\"code\":\"" + code + '"') == std::string::npos,
                              received[at]);
            }
        }
        return !is_refused;
    }

    // With a question, so that it can be answered.
    Table table{scenario_entry("foodvalley", "[[theme]]", R"([[question]]
id = "clear"
when = "reflection"
kind = "scale"
text = { nl = "Was het duidelijk?", en = "Was it clear?" }
low = 1
high = 7

[[theme]])")};
    std::map<char, core::ConnectionId> people;
};

}  // namespace

TEST_CASE("every message, command and act is for whom the table of rights names, and no other") {
    const auto messages = every_message();
    for (const char right : all_rights) {
        Room room;
        for (const auto& each : messages) {
            const std::string& name = each.first;
            const auto line = allowed.find(name);
            REQUIRE_MESSAGE(line != allowed.end(), "no line in the table of rights: " << name);
            // A hello gives somebody who said none another right: it comes last.
            if (name == "hello") continue;
            const bool expected = line->second.find(right) != std::string::npos;
            CHECK_MESSAGE(room.may_send(right, each.second) == expected, right << " " << name);
        }
        const bool may_greet = allowed.at("hello").find(right) != std::string::npos;
        CHECK_MESSAGE(room.may_send(right, messages.at("hello")) == may_greet, right << " hello");
    }
    CHECK(messages.size() == allowed.size());
}

TEST_CASE("a token opens one session, and is nobody's in another") {
    Table table;
    Table other("municipalities", 2);
    for (const std::string& token :
         {table.session.facilitator_token, table.session.helper_token, table.seat.token}) {
        CHECK(token.size() == 32);  // 128 bits
        const core::ConnectionId stranger = other.hub.connect(other.session.code, token);
        CHECK(other.hub.world.closed[stranger] == "wrong-token");
    }
}

TEST_CASE("no token is told to anybody or stored: only its hash is") {
    Table table;
    table.say(1, "Goedemiddag");
    for (const std::string& id : table.hub.world.store.list()) {
        const auto stream = store::read_stream(table.hub.world.store, id, 1);
        for (const std::string& token :
             {table.session.facilitator_token, table.session.helper_token, table.seat.token}) {
            CHECK_FALSE(any_with(stream.lines, token));
            for (const core::ConnectionId who : {table.facilitator, table.player}) {
                CHECK_FALSE(any_with(table.hub.received(who), token));
            }
        }
    }
}

}  // namespace dealtafel::test
