// The one translation unit that compiles Boost.JSON.
#include "json/codec.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/src.hpp>
#include <boost/json/value_stack.hpp>

#include <charconv>

namespace dealtafel::json {

namespace {

namespace bj = boost::json;

// Builds values as the library's own handler does, but reads numbers exactly: the parser of Boost
// 1.81 misses one double in ten by its last bit, and a record must give back what was written.
// The text comes in one piece, so strings and numbers reach the last of their parts whole.
class ExactHandler {
public:
    static constexpr std::size_t max_object_size = bj::object::max_size();
    static constexpr std::size_t max_array_size = bj::array::max_size();
    static constexpr std::size_t max_key_size = bj::string::max_size();
    static constexpr std::size_t max_string_size = bj::string::max_size();

    ExactHandler() { stack_.reset(document_.storage()); }
    Document release() {
        document_.root() = stack_.release();
        return std::move(document_);
    }

    using Text = bj::string_view;
    using Error = bj::error_code;
    bool on_document_begin(Error&) { return true; }
    bool on_document_end(Error&) { return true; }
    bool on_object_begin(Error&) { return true; }
    bool on_object_end(std::size_t count, Error&) { return stack_.push_object(count), true; }
    bool on_array_begin(Error&) { return true; }
    bool on_array_end(std::size_t count, Error&) { return stack_.push_array(count), true; }
    bool on_key_part(Text text, std::size_t, Error&) { return stack_.push_chars(text), true; }
    bool on_key(Text text, std::size_t, Error&) { return stack_.push_key(text), true; }
    bool on_string_part(Text text, std::size_t, Error&) { return stack_.push_chars(text), true; }
    bool on_string(Text text, std::size_t, Error&) { return stack_.push_string(text), true; }
    bool on_number_part(Text, Error&) { return true; }
    bool on_int64(std::int64_t number, Text, Error&) { return stack_.push_int64(number), true; }
    bool on_uint64(std::uint64_t number, Text, Error&) { return stack_.push_uint64(number), true; }
    bool on_double(double number, Text text, Error&) {
        // Out of range: `number` is infinite or as good as 0, and the text has no better.
        std::from_chars(text.data(), text.data() + text.size(), number);
        return stack_.push_double(number), true;
    }
    bool on_bool(bool value, Error&) { return stack_.push_bool(value), true; }
    bool on_null(Error&) { return stack_.push_null(), true; }
    bool on_comment_part(Text, Error&) { return true; }
    bool on_comment(Text, Error&) { return true; }

private:
    Document document_;
    bj::value_stack stack_;
};

}  // namespace

Result<Document, ParseError> parse(std::string_view text) {
    bj::basic_parser<ExactHandler> parser{bj::parse_options{}};
    boost::system::error_code error;
    std::size_t read = parser.write_some(false, text.data(), text.size(), error);
    if (!error && read < text.size()) error = bj::error::extra_data;
    if (!error) return parser.handler().release();
    ParseError problem;
    for (const char c : text.substr(0, std::min(read, text.size()))) {
        ++problem.column;
        if (c == '\n') {
            ++problem.line;
            problem.column = 1;
        }
    }
    problem.what = error.message();
    return problem;
}

namespace {

template <class Number>
void append_digits(std::string& to, Number number) {
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    to.append(digits.data(), end);
}

// Whether a character stands for itself between quotes.
bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

void append_value(std::string& to, const bj::value& value) {
    switch (value.kind()) {
        case bj::kind::double_: return append_number(to, value.get_double());
        case bj::kind::string: return append_string(to, std::string_view(value.get_string()));
        case bj::kind::array: {
            detail::Sequence array(to, '[', ']');
            for (const auto& item : value.get_array()) array.item(item, {});
            return;
        }
        case bj::kind::object: {
            detail::Sequence object(to, '{', '}');
            for (const auto& [key, held] : value.get_object()) object.member(key, held, {});
            return;
        }
        default: to += bj::serialize(value);
    }
}

}  // namespace

void append_string(std::string& to, std::string_view text) {
    bool plain = true;
    for (const char c : text) plain &= is_plain(c);
    if (!plain) {
        to += bj::serialize(bj::string_view(text));
        return;
    }
    to += '"';
    to += text;
    to += '"';
}

void append_number(std::string& to, double number) { append_digits(to, number); }
void append_number(std::string& to, std::int64_t number) { append_digits(to, number); }
void append_number(std::string& to, std::uint64_t number) { append_digits(to, number); }

std::string serialize(const boost::json::value& value) {
    std::string text;
    append_value(text, value);
    return text;
}

}  // namespace dealtafel::json
