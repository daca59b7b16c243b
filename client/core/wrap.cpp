#include "core/wrap.hpp"

#include <algorithm>

namespace dealtafel::client {

namespace {

constexpr std::string_view ellipsis = "…";

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

// Drops the last character of UTF-8 text.
void drop_character(std::string& text) {
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) {
        text.pop_back();
    }
    if (!text.empty()) text.pop_back();
}

// A word that fits, cut where it must be.
std::string fitted(std::string word, double width, const Measure& measure) {
    if (measure(word) <= width) return word;
    while (!word.empty() && measure(word + std::string(ellipsis)) > width) drop_character(word);
    return word + std::string(ellipsis);
}

// The line with the sign that something follows, less as many words as that takes, and without the
// comma that stood before what is gone.
std::string cut(std::string line, double width, const Measure& measure) {
    if (line.ends_with(ellipsis)) return line;
    for (;;) {
        if (line.ends_with(',')) line.pop_back();
        const std::string marked = line + std::string(ellipsis);
        if (measure(marked) <= width) return marked;
        const std::size_t space = line.rfind(' ');
        if (space == std::string::npos) return fitted(marked, width, measure);
        line.resize(space);
    }
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, double width, std::size_t lines_max,
                              const Measure& measure) {
    std::vector<std::string> lines;
    for (const std::string& word : words_of(text)) {
        if (!lines.empty() && measure(lines.back() + ' ' + word) <= width) {
            lines.back() += ' ' + word;
        } else if (lines.size() == lines_max) {
            if (lines_max > 0) lines.back() = cut(lines.back(), width, measure);
            return lines;
        } else {
            lines.push_back(fitted(word, width, measure));
        }
    }
    return lines;
}

}  // namespace dealtafel::client
