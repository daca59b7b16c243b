#include "scenario/reading/document.hpp"

#include <fmt/format.h>
#include <boost/locale/utf.hpp>

namespace dealtafel::reading {

namespace {

// toml++ reads and frees a key of many parts by recursion, a part a level.
constexpr int key_parts_max = 16;

// The place of a byte of the text.
Place place_of_byte(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    const std::size_t line_start = before.rfind('\n') + 1;  // 0 on the first line
    const auto lines = std::count(before.begin(), before.end(), '\n');
    return {static_cast<int>(lines) + 1,
            static_cast<int>(characters(before.substr(line_start))) + 1};
}

// The first byte that is not part of a UTF-8 character, or nothing.
std::optional<std::size_t> find_bad_utf8(std::string_view text) {
    using Traits = boost::locale::utf::utf_traits<char>;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        const char* const start = at;
        const auto code_point = Traits::decode(at, end);
        if (code_point == boost::locale::utf::illegal ||
            code_point == boost::locale::utf::incomplete) {
            return static_cast<std::size_t>(start - text.data());
        }
    }
    return std::nullopt;
}

// The byte after the string that begins at `at`; the end of the text where it does not end.
std::size_t skip_string(std::string_view text, std::size_t at) {
    const char quote = text[at];
    const std::string three(3, quote);
    const bool is_long = text.substr(at, 3) == three;
    std::size_t i = at + (is_long ? 3 : 1);
    while (i < text.size()) {
        if (text[i] == '\\' && quote == '"') {
            i += 2;
        } else if (is_long && text.substr(i, 3) == three) {
            i += 3;
            // Two more quotes may belong to the text of a long string.
            for (int more = 0; more < 2 && i < text.size() && text[i] == quote; ++more) ++i;
            return i;
        } else if (!is_long && (text[i] == quote || text[i] == '\n')) {
            return i + 1;
        } else {
            ++i;
        }
    }
    return text.size();
}

// The first byte at which a key has too many parts, or nothing.
std::optional<std::size_t> find_long_key(std::string_view text) {
    int parts = 1;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c == '#') {
            i = std::min(text.find('\n', i), text.size());
        } else if (c == '"' || c == '\'') {
            i = skip_string(text, i);
        } else {
            if (c == '.' && ++parts > key_parts_max) return i;
            if (std::string_view("\n=,{}[]").find(c) != std::string_view::npos) parts = 1;
            ++i;
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<toml::table> read_toml(std::string_view text, Findings& findings) {
    if (text.size() > scenario_bytes_max) {
        findings.error({}, fmt::format("the file has {} bytes; a scenario has at most {}",
                                       text.size(), scenario_bytes_max));
        return std::nullopt;
    }
    if (const auto at = find_bad_utf8(text)) {
        findings.error(place_of_byte(text, *at), "this is no UTF-8; save the file as UTF-8");
        return std::nullopt;
    }
    if (const auto at = find_long_key(text)) {
        findings.error(place_of_byte(text, *at),
                       fmt::format("a key has more than {} parts", key_parts_max));
        return std::nullopt;
    }
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        const auto& at = error.source().begin;
        findings.error({static_cast<int>(at.line), static_cast<int>(at.column)},
                       fmt::format("this is no TOML: {}", error.description()));
        return std::nullopt;
    }
}

}  // namespace dealtafel::reading
