#include "record/line_codec.hpp"

#include "json/codec.hpp"
#include "rules/describe.hpp"

namespace dealtafel::record {

namespace {

constexpr std::string_view record_mark = "dealtafel";

// What every version of a header begins with.
struct HeaderStart {
    std::string record;
    int format = 0;
    std::uint64_t n = 1;
    std::int64_t at = 0;
};
BOOST_DESCRIBE_STRUCT(HeaderStart, (), (record, format, n, at))

struct WholeHeader : HeaderStart, Header {};
BOOST_DESCRIBE_STRUCT(WholeHeader, (HeaderStart, Header), ())

// A later line; one of the last three is there.
struct Line {
    std::uint64_t n = 0;
    std::int64_t at = 0;
    std::optional<By> by;
    std::optional<std::string> client;
    std::optional<std::uint64_t> id;
    std::optional<rules::Event> event;
    std::optional<Note> note;
    std::optional<std::string> state;
};
BOOST_DESCRIBE_STRUCT(Line, (), (n, at, by, client, id, event, note, state))

}  // namespace

BOOST_DESCRIBE_STRUCT(ScenarioRef, (), (id, sha256))
BOOST_DESCRIBE_STRUCT(Branch, (), (at, hash, parent))
// The branches stand last: parent_header cuts the last of them off.
BOOST_DESCRIBE_STRUCT(Header, (), (state, rules, program, scenario, toml, settings, treatment,
    session, game, bots, branches))

namespace by {

BOOST_DESCRIBE_STRUCT(Seat, (), (party, member))
BOOST_DESCRIBE_STRUCT(Facilitator, (), ())
BOOST_DESCRIBE_STRUCT(Helper, (), ())

}  // namespace by

namespace note {

BOOST_DESCRIBE_STRUCT(Refused, (), (command, code))
BOOST_DESCRIBE_STRUCT(MoreRefused, (), (count))
BOOST_DESCRIBE_STRUCT(Joined, (), ())
BOOST_DESCRIBE_STRUCT(Left, (), ())
BOOST_DESCRIBE_STRUCT(Connected, (), ())
BOOST_DESCRIBE_STRUCT(Disconnected, (), ())
BOOST_DESCRIBE_STRUCT(PenTaken, (), ())
BOOST_DESCRIBE_STRUCT(WentBack, (), (to, branch))

}  // namespace note

namespace {

constexpr std::string_view before_branches = R"(,"branches":[)";

std::string without_last_brace(std::string json) {
    json.pop_back();
    return json;
}

BadLine bad_line(const json::DecodeError& error) {
    return {error.path.empty() ? error.what : error.path + ": " + error.what};
}

// The JSON of a line, from its text up to the hash.
Result<json::Document, BadLine> closed(std::string_view open) {
    auto value = json::parse(std::string(open) + '}');
    if (value) return std::move(*value);
    return BadLine{"is no JSON: column " + std::to_string(value.error().column) + ": " +
                   value.error().what};
}

// Whether an object is the header of a record at all, and of a version that we read.
std::optional<BadLine> foreign(const boost::json::value& value) {
    const boost::json::object* object = value.if_object();
    const boost::json::value* mark = object != nullptr ? object->if_contains("record") : nullptr;
    const boost::json::value* format = object != nullptr ? object->if_contains("format") : nullptr;
    if (mark == nullptr || format == nullptr || *mark != boost::json::value(record_mark)) {
        return BadLine{"is no header of a record of Dealtafel"};
    }
    if (*format == format_number) return std::nullopt;
    return BadLine{"has format " + json::serialize(*format) + "; this program reads format " +
                   std::to_string(format_number)};
}

// One more branch is put at the end of the text (branch_header).
bool ends_with_branches(const boost::json::object& header, std::string_view open) {
    return std::prev(header.end())->key() == "branches" && open.ends_with(']');
}

}  // namespace

std::string open_header(const Header& header, std::int64_t at_ms) {
    const WholeHeader whole{{std::string(record_mark), format_number, 1, at_ms}, header};
    return without_last_brace(json::write(whole));
}

// As text: a parent may be of another program, and has to come back byte for byte.
std::string branch_header(std::string_view parent, std::size_t earlier, const Branch& branch) {
    std::string open(parent.substr(0, parent.size() - (earlier == 0 ? 0 : 1)));
    open += earlier == 0 ? std::string_view(before_branches) : std::string_view(",");
    return open + json::write(branch) + ']';
}

std::string parent_header(std::string_view branch, std::size_t branches) {
    if (branches == 1) return std::string(branch.substr(0, branch.rfind(before_branches)));
    return std::string(branch.substr(0, branch.rfind(",{"))) + ']';
}

std::string open_entry(const Entry& entry, const IdNames& names) {
    Line line{.n = entry.number,
              .at = entry.at_ms,
              .by = entry.origin.by,
              .client = entry.origin.client,
              .id = entry.origin.id,
              .event = {},
              .note = {},
              .state = {}};
    if (const auto* event = get_if<rules::Event>(&entry.what)) line.event = *event;
    if (const auto* note = get_if<Note>(&entry.what)) line.note = *note;
    if (const auto* state = get_if<StateHash>(&entry.what)) line.state = state->hash;
    return without_last_brace(json::write(line, {&names, nullptr}));
}

std::optional<Versions> versions_of(std::string_view line) {
    // A quick look first: most lines begin no record, and a header is long.
    if (line.find(record_mark) == std::string_view::npos) return std::nullopt;
    const auto document = json::parse(line);
    const auto* object = document ? document->root().if_object() : nullptr;
    const auto at = [&](std::string_view name) {
        return object != nullptr ? object->if_contains(name) : nullptr;
    };
    const auto* mark = at("record");
    if (mark == nullptr || *mark != boost::json::value(record_mark)) return std::nullopt;
    const auto number = [&](std::string_view name) {
        const auto* value = at(name);
        return value != nullptr && value->is_int64() ? value->get_int64() : 0;
    };
    const auto* program = at("program");
    return Versions{number("format"), number("rules"),
                    program != nullptr && program->is_string()
                        ? std::string(program->get_string())
                        : std::string()};
}

Result<HeaderLine, BadLine> read_header(std::string_view open) {
    const auto value = closed(open);
    if (!value) return value.error();
    if (const auto error = foreign(value->root())) return *error;
    auto whole = json::decode<WholeHeader>(*value);
    if (!whole) return bad_line(whole.error());
    if (whole->n != 1) return BadLine{"n: must be 1"};
    if (whole->branches && !ends_with_branches(value->root().get_object(), open)) {
        return BadLine{"branches: must be the last member, and end the header"};
    }
    return HeaderLine{std::move(static_cast<Header&>(*whole)), whole->at};
}

Result<Entry, BadLine> read_entry(std::string_view open, const IdNames& names) {
    const auto value = closed(open);
    if (!value) return value.error();
    auto line = json::decode<Line>(*value, {&names, nullptr});
    if (!line) return bad_line(line.error());
    if (line->event.has_value() + line->note.has_value() + line->state.has_value() != 1) {
        return BadLine{"must hold an event, a note or the hash of a state"};
    }
    Entry entry{line->n, line->at, {line->by, std::move(line->client), line->id}, {}};
    if (line->event) entry.what = std::move(*line->event);
    if (line->note) entry.what = std::move(*line->note);
    if (line->state) entry.what = StateHash{std::move(*line->state)};
    return entry;
}

}  // namespace dealtafel::record
