#include "messages/messages.hpp"

#include "json/codec.hpp"

#include <unicode/msgfmt.h>
#include <unicode/numberformatter.h>

#include <algorithm>
#include <cassert>
#include <map>
#include <stdexcept>
#include <utility>

namespace dealtafel::messages {

// The files, from units that the build makes of them.
extern const std::string_view text_nl;
extern const std::string_view text_en;

namespace {

using Patterns = std::vector<std::pair<std::string, std::string>>;

// The embedded files are part of the program, so a malformed one is a broken build.
Patterns read(std::string_view json) {
    const auto value = json::parse(json);
    if (!value) throw std::runtime_error("messages: malformed file: " + value.error().what);
    auto patterns = json::decode<Patterns>(*value);
    if (!patterns) throw std::runtime_error("messages: malformed file at " + patterns.error().path);
    return std::move(*patterns);
}

const Patterns& patterns_of(std::string_view language) {
    static const Patterns dutch = read(text_nl);
    static const Patterns english = read(text_en);
    return language == "en" ? english : dutch;
}

const std::string* find(const Patterns& patterns, std::string_view key) {
    const auto at = std::find_if(patterns.begin(), patterns.end(),
                                 [key](const auto& pattern) { return pattern.first == key; });
    return at == patterns.end() ? nullptr : &at->second;
}

icu::UnicodeString wide(std::string_view utf8) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
}

std::string narrow(const icu::UnicodeString& text) {
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

icu::Formattable formattable(const Argument& argument) {
    if (const auto* whole = get_if<std::int64_t>(&argument.value)) {
        return icu::Formattable(static_cast<int64_t>(*whole));
    }
    return icu::Formattable(wide(get<std::string>(argument.value)));
}

}  // namespace

struct Catalogue::Impl {
    explicit Impl(std::string_view of_language);

    std::string language;
    icu::Locale locale;
    std::map<std::string, std::string, std::less<>> patterns;
    icu::number::LocalizedNumberFormatter numbers;
};

Catalogue::Impl::Impl(std::string_view of_language)
    : language(of_language),
      locale(language.c_str(), language == "en" ? "GB" : "NL") {
    for (const std::string_view source : {of_language, std::string_view("nl")}) {
        for (const auto& [key, pattern] : patterns_of(source)) patterns.emplace(key, pattern);
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::DecimalFormatSymbols symbols(locale, status);
    assert(U_SUCCESS(status));
    symbols.setSymbol(icu::DecimalFormatSymbols::kMinusSignSymbol, icu::UnicodeString(u'\u2212'));
    numbers = icu::number::NumberFormatter::withLocale(locale).symbols(symbols).sign(
        UNUM_SIGN_NEGATIVE);
}

const Catalogue::Impl& Catalogue::read(std::string_view language) {
    static const Impl dutch("nl");
    static const Impl english("en");
    return language == "en" ? english : dutch;
}

Catalogue::Catalogue(std::string_view language) : impl_(&read(language)) {}

const std::string& Catalogue::language() const { return impl_->language; }

std::string Catalogue::text(std::string_view key,
                            std::initializer_list<Argument> arguments) const {
    const auto pattern = impl_->patterns.find(key);
    if (pattern == impl_->patterns.end()) return std::string(key);
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessageFormat format(wide(pattern->second), impl_->locale, status);
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const Argument& argument : arguments) {
        names.push_back(wide(argument.name));
        values.push_back(formattable(argument));
    }
    icu::UnicodeString made;
    format.format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), made,
                  status);
    return U_SUCCESS(status) ? narrow(made) : std::string(key);
}

std::string Catalogue::number(double value, int decimals) const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString made =
        impl_->numbers.precision(icu::number::Precision::fixedFraction(decimals))
            .formatDouble(value, status)
            .toString(status);
    assert(U_SUCCESS(status));
    return narrow(made);
}

std::vector<std::string> keys(std::string_view language) {
    std::vector<std::string> found;
    for (const auto& [key, pattern] : patterns_of(language)) found.push_back(key);
    return found;
}

PatternFacts pattern_facts(std::string_view language, std::string_view key) {
    PatternFacts facts;
    const std::string* pattern = find(patterns_of(language), key);
    if (pattern == nullptr) return facts;
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessagePattern parts(wide(*pattern), nullptr, status);
    facts.well_formed = U_SUCCESS(status) != 0;
    for (std::int32_t at = 0; facts.well_formed && at < parts.countParts(); ++at) {
        const icu::MessagePattern::Part& part = parts.getPart(at);
        if (part.getType() != UMSGPAT_PART_TYPE_ARG_NAME) continue;
        facts.arguments.push_back(narrow(parts.getSubstring(part)));
    }
    std::sort(facts.arguments.begin(), facts.arguments.end());
    facts.arguments.erase(std::unique(facts.arguments.begin(), facts.arguments.end()),
                          facts.arguments.end());
    return facts;
}

}  // namespace dealtafel::messages
