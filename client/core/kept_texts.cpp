#include "core/kept_texts.hpp"

namespace dealtafel::client {

TextRef KeptTexts::take(std::string_view words) {
    if (words.empty()) return TextRef{};
    const auto known = places_.find(words);
    if (known != places_.end()) return TextRef{0, known->second, says_nothing(words)};
    texts_.emplace_back(words);
    places_.emplace(words, texts_.size());  // places count from 1: 0 is the empty text
    return TextRef{0, texts_.size(), says_nothing(words)};
}

std::string KeptTexts::words(TextRef text) const {
    return text.low == 0 || text.low > texts_.size() ? std::string() : texts_[text.low - 1];
}

}  // namespace dealtafel::client
