#include "core/texts.hpp"

#include "base/hash.hpp"
#include "record/texts.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace dealtafel::core {

namespace {

// A text in composed form, so that the same letters are the same bytes; the text comes from JSON
// and is valid UTF-8, but may be anything else.
std::string composed(std::string_view words) {
    utf8proc_uint8_t* made = nullptr;
    const utf8proc_ssize_t length = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(words.data()),
        static_cast<utf8proc_ssize_t>(words.size()), &made,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(made, &std::free);
    if (length < 0) return std::string(words);
    return {reinterpret_cast<const char*>(made), static_cast<std::size_t>(length)};
}

}  // namespace

void TextTable::add(const store::StoredText& text) { words_[text.id] = text.words; }

std::string TextTable::words(const TextRef& text) const {
    const auto at = words_.find(record::text_id(text));
    return at == words_.end() ? std::string{} : at->second;
}

std::optional<std::string> find_damage(std::span<const store::StoredText> texts) {
    for (const store::StoredText& text : texts) {
        if (text.salt.empty() && text.words.empty()) continue;
        if (record::text_id(record::refer_to({text.salt, text.words})) != text.id) {
            return "text " + text.id + ": is not the one that was written";
        }
    }
    return std::nullopt;
}

TextRef ShownTexts::take(std::string_view) { return {}; }

TextRef CollectedTexts::take(std::string_view words) {
    if (words.empty()) return {};
    record::SaltedText salted{to_hex(random_(16)), composed(words)};
    const TextRef text = record::refer_to(salted);
    collected_.push_back({record::text_id(text), salted.salt, salted.text});
    return text;
}

std::string CollectedTexts::words(TextRef text) const {
    for (const store::StoredText& stored : collected_) {
        if (stored.id == record::text_id(text)) return stored.words;
    }
    return {};
}

}  // namespace dealtafel::core
