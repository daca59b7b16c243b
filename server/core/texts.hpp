// The free texts of one stream in memory, and the collector through which a client's message
// brings new ones: they are kept only when what they came with is.
#pragma once

#include "json/texts.hpp"
#include "store/event_store.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace dealtafel::core {

class TextTable {
public:
    void add(const store::StoredText& text);
    // The words of a text; empty where it was erased.
    std::string words(const TextRef& text) const;

private:
    std::unordered_map<std::string, std::string> words_;
};

// Which of these a bad disk changed, if any: an id is a hash of salt and words. One that was erased
// has neither.
std::optional<std::string> find_damage(std::span<const store::StoredText> texts);

// Writes texts in words; reading is for clients' messages alone.
class ShownTexts final : public json::Texts {
public:
    explicit ShownTexts(const TextTable& table) : table_(table) {}
    TextRef take(std::string_view words) override;
    std::string words(TextRef text) const override { return table_.words(text); }

private:
    const TextTable& table_;
};

// Takes the texts of one message, in Unicode's composed form (NFC), each with a salt of its own.
class CollectedTexts final : public json::Texts {
public:
    using RandomBytes = std::function<std::string(std::size_t)>;
    explicit CollectedTexts(RandomBytes random) : random_(std::move(random)) {}
    TextRef take(std::string_view words) override;
    std::string words(TextRef text) const override;
    std::vector<store::StoredText> collected() && { return std::move(collected_); }

private:
    RandomBytes random_;
    std::vector<store::StoredText> collected_;
};

}  // namespace dealtafel::core
