// The chain that holds the lines of a stream together: every line is a JSON object whose last
// member is `hash`, the SHA-256 over the hash of the line before (64 hexadecimal digits, nothing
// before the first line) followed by the text of the line up to, not including, `,"hash":"`.
// So a line that was changed, left out or moved is found with nothing but a SHA-256 and a cut.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dealtafel::record {

// The longest line in bytes, its end not counted: a header holds a scenario of 1 MiB, escaped.
inline constexpr std::size_t line_bytes_max = 4 * 1024 * 1024;

// A line up to its hash: a JSON object without its last brace. The line must have been followed.
std::string_view open_part(std::string_view line);

// The hash at the end of a line that has been followed.
std::string hash_of(std::string_view line);

class Chain {
public:
    // A chain without lines.
    Chain() = default;
    // A chain of so many lines, of which the last has this hash.
    Chain(std::uint64_t number, std::string hash) : number_(number), hash_(std::move(hash)) {}

    // The number of lines so far, and the hash of the last; empty where there is none.
    std::uint64_t number() const { return number_; }
    const std::string& hash() const { return hash_; }

    // Closes a line: `open` is a JSON object with at least one member and without its last brace.
    std::string link(std::string open);
    // Takes up a line that exists already, or says what is wrong with it.
    std::optional<std::string> follow(std::string_view line);

private:
    std::uint64_t number_ = 0;
    std::string hash_;
};

}  // namespace dealtafel::record
