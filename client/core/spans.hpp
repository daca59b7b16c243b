// A text with bold parts: messages mark them as in "<b>3</b> of 9".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dealtafel::client {

struct Span {
    std::string text;
    bool bold = false;
    bool operator==(const Span&) const = default;
};

// The parts of a marked text in order, without empty ones; a mark that is never closed lasts.
std::vector<Span> spans(std::string_view marked);

}  // namespace dealtafel::client
