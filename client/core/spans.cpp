#include "core/spans.hpp"

#include <algorithm>

namespace dealtafel::client {

std::vector<Span> spans(std::string_view marked) {
    constexpr std::string_view open = "<b>";
    constexpr std::string_view close = "</b>";
    std::vector<Span> parts;
    bool bold = false;
    while (!marked.empty()) {
        const std::string_view mark = bold ? close : open;
        const std::size_t at = std::min(marked.find(mark), marked.size());
        if (at > 0) parts.push_back(Span{std::string(marked.substr(0, at)), bold});
        marked.remove_prefix(std::min(at + mark.size(), marked.size()));
        bold = !bold;
    }
    return parts;
}

}  // namespace dealtafel::client
