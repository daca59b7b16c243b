#include "record/texts.hpp"

#include "base/hash.hpp"
#include "json/codec.hpp"

#include <boost/describe/class.hpp>
#include <fmt/format.h>

namespace dealtafel::record {

BOOST_DESCRIBE_STRUCT(SaltedText, (), (salt, text))

TextRef refer_to(const SaltedText& text) {
    const Sha256 digest = sha256(text.salt + text.text);
    TextRef reference{.empty = says_nothing(text.text)};
    for (std::size_t at = 0; at < 8; ++at) {
        reference.high = reference.high << 8 | digest[at];
        reference.low = reference.low << 8 | digest[at + 8];
    }
    return reference;
}

std::string text_id(const TextRef& text) {
    return fmt::format("{:016x}{:016x}", text.high, text.low);
}

std::string write_texts(const TextTable& texts) {
    return json::write(texts) + '\n';
}

Result<TextTable, BadTexts> read_texts(std::string_view text) {
    const auto value = json::parse(text);
    if (!value) {
        const json::ParseError& at = value.error();
        return BadTexts{fmt::format("line {}, column {}: {}", at.line, at.column, at.what)};
    }
    auto texts = json::decode<TextTable>(*value);
    if (!texts) return BadTexts{texts.error().path + ": " + texts.error().what};
    for (const auto& [id, salted] : *texts) {
        if (text_id(refer_to(salted)) != id) return BadTexts{id + ": is not the id of this text"};
    }
    return std::move(*texts);
}

}  // namespace dealtafel::record
