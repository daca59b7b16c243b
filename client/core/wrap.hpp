// Breaks a text into lines at its spaces, and cuts what does not fit with "…".
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dealtafel::client {

// The width of a text, in whatever unit the width of the lines is given.
using Measure = std::function<double(std::string_view)>;

// At most `lines_max` lines, each at most `width` wide as far as that can be: a line is cut at a
// word, and inside a word only where the word alone is too wide. No-break spaces do not break.
std::vector<std::string> wrap(std::string_view text, double width, std::size_t lines_max,
                              const Measure& measure);

}  // namespace dealtafel::client
