// The free texts of a game, apart from its record, so that a text can be erased and the chain of
// the record still verifies. A text's id is the first 128 bits of the SHA-256 over its salt
// followed by its words: without the salt nobody can try out what was said.
#pragma once

#include "base/result.hpp"
#include "base/text.hpp"

#include <map>
#include <string>
#include <string_view>

namespace dealtafel::record {

using dealtafel::throw_exception_from_error;

struct SaltedText {
    std::string salt;  // hexadecimal digits; the hash is over the digits
    std::string text;
    bool operator==(const SaltedText&) const = default;
};

// The texts of a record by id.
using TextTable = std::map<std::string, SaltedText>;

// The reference to a text, and its id: 32 hexadecimal digits.
TextRef refer_to(const SaltedText& text);
std::string text_id(const TextRef& text);

// The file beside a record: one JSON object, `{id: {"salt": .., "text": ..}}`.
std::string write_texts(const TextTable& texts);
// An error says what is wrong: a text whose id is not its hash is.
struct BadTexts {
    std::string what;
};
Result<TextTable, BadTexts> read_texts(std::string_view json);

}  // namespace dealtafel::record
