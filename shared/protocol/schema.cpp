#include "protocol/schema.hpp"

#include "json/schema.hpp"
#include "protocol/describe.hpp"
#include "rules/explain.hpp"

namespace dealtafel::json {

template <>
inline constexpr std::string_view schema_name<protocol::ClientMessage> = "ClientMessage";
template <>
inline constexpr std::string_view schema_name<protocol::ServerMessage> = "ServerMessage";
template <>
inline constexpr std::string_view schema_name<rules::Command> = "Command";
template <>
inline constexpr std::string_view schema_name<rules::Act> = "Act";
template <>
inline constexpr std::string_view schema_name<rules::FeedItem> = "FeedItem";

}  // namespace dealtafel::json

namespace dealtafel::protocol {

namespace {

namespace bj = boost::json;

// Whether an object is read better on one line: a single entry that holds nothing further.
bool is_short(const bj::object& object) {
    return object.size() == 1 && object.begin()->value().is_primitive();
}

// JSON over several lines, so that a change of the protocol reads as one in a diff.
void write_lines(std::string& to, const bj::value& value, int depth) {
    const auto line = [&](int at) {
        to += '\n' + std::string(static_cast<std::size_t>(at) * 2, ' ');
    };
    bool first = true;
    const bj::object* object = value.if_object();
    if (object != nullptr && object->size() > 0 && !is_short(*object)) {
        to += '{';
        for (const auto& [key, held] : *object) {
            if (!std::exchange(first, false)) to += ',';
            line(depth + 1);
            to += bj::serialize(key) + ": ";
            write_lines(to, held, depth + 1);
        }
        line(depth);
        to += '}';
    } else if (const bj::array* array = value.if_array(); array != nullptr && !array->empty() &&
                                                          !array->front().is_primitive()) {
        to += '[';
        for (const bj::value& item : *array) {
            if (!std::exchange(first, false)) to += ',';
            line(depth + 1);
            write_lines(to, item, depth + 1);
        }
        line(depth);
        to += ']';
    } else {
        to += bj::serialize(value);
    }
}

std::string lines(const bj::value& value) {
    std::string text;
    write_lines(text, value, 0);
    return text + '\n';
}

bj::object http_schema() {
    json::SchemaBuilder builder;
    builder.define<http::CreateSession>();
    builder.define<http::SessionCreated>();
    builder.define<http::SessionInfo>();
    builder.define<http::TakeSeat>();
    builder.define<http::SeatTaken>();
    builder.define<http::Scenarios>();
    builder.define<http::Health>();
    builder.define<http::HttpError>();
    return {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
            {"title", "The bodies of the HTTP interface, one definition each"},
            {"$defs", builder.definitions()}};
}

bj::object rule_sources() {
    bj::object sources;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<rules::Rule>>(
        [&](auto described) {
            sources[std::string(to_word(described.value))] =
                json::value_of(rules::source_of(described.value));
        });
    return sources;
}

bj::object criterion_claims() {
    bj::object claims;
    for (const Criterion criterion : rules::criteria) {
        bj::array of_criterion;
        for (const auto claim : rules::claims_of(criterion)) of_criterion.emplace_back(claim);
        claims[std::string(to_word(criterion))] = of_criterion;
    }
    return claims;
}

bj::object refusals() {
    const auto words = [](const std::vector<std::string>& all) {
        bj::array listed;
        for (const std::string& word : all) listed.emplace_back(word);
        return listed;
    };
    return {{"rules", words(words_of<rules::Refusal>())}, {"server", words(words_of<Refusal>())}};
}

}  // namespace

std::vector<ProtocolFile> protocol_files() {
    return {{"client-message.schema.json",
             lines(json::schema<ClientMessage>("What a client sends"))},
            {"server-message.schema.json",
             lines(json::schema<ServerMessage>("What the server sends"))},
            {"http.schema.json", lines(http_schema())},
            {"criterion-claims.json", lines(criterion_claims())},
            {"refusals.json", lines(refusals())},
            {"rule-sources.json", lines(rule_sources())}};
}

}  // namespace dealtafel::protocol
