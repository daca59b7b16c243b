// A reference to a free text of a person. The rules and the record hold only this: which text,
// and whether it is empty. The words lie in a table of their own, so that they can be erased.
#pragma once

#include <cstdint>
#include <string_view>

namespace dealtafel {

struct TextRef {
    // The first 128 bits of a salted SHA-256 of the text; both zero where no text was given.
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    // Empty after trimming spaces, tabs and line ends: such a text says nothing.
    bool empty = true;

    bool operator==(const TextRef&) const = default;
};

// Whether a text says nothing.
inline bool says_nothing(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace dealtafel
