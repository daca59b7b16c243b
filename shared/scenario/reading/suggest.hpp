// The nearest known word to one that is not known: most mistakes in a scenario are typing errors.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dealtafel::reading {

// How many characters must be changed, added, left out or swapped with their neighbour to make
// one word of the other (optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b);

struct Nearest {
    std::string word;
    bool likely = false;  // so near that it was probably meant
};

// The nearest of the known words, the first of equals; nothing where none are known.
std::optional<Nearest> nearest(std::string_view word, std::span<const std::string> known);

// "; the nearest known is `x`", or nothing where none are known.
std::string hint(std::string_view word, std::span<const std::string> known);

}  // namespace dealtafel::reading
