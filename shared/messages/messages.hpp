// Texts for people, from nl.json and en.json beside this file, which are compiled in. A text is an
// ICU MessageFormat pattern under a key; the page reads the same files.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/variant.hpp"

namespace dealtafel::messages {

// A named argument of a pattern. Numbers that people read (money, scores) come as texts from
// Catalogue::number; whole numbers are for plurals and selection.
struct Argument {
    std::string_view name;
    variant<std::int64_t, std::string> value;
};

// A language's texts are read once in a program, and all its catalogues look at these.
class Catalogue {
public:
    // The texts of a language, "nl" or "en"; any other reads as "nl".
    explicit Catalogue(std::string_view language);

    const std::string& language() const;
    // The text under a key with its arguments filled in. What this language lacks is read in Dutch;
    // a key that nobody has, or a pattern that cannot be formatted, gives the key itself.
    std::string text(std::string_view key, std::initializer_list<Argument> arguments = {}) const;
    // A number with a fixed count of decimals, as this language writes it, with a real minus
    // (U+2212) and never "minus zero".
    std::string number(double value, int decimals) const;

private:
    struct Impl;
    static const Impl& read(std::string_view language);
    const Impl* impl_;
};

// What the check of the files needs: the keys of a language in the order of its file.
std::vector<std::string> keys(std::string_view language);
// The names of a pattern's arguments in ascending order; empty too where the pattern is malformed,
// which `well_formed` tells apart.
struct PatternFacts {
    bool well_formed = false;
    std::vector<std::string> arguments;
};
PatternFacts pattern_facts(std::string_view language, std::string_view key);

}  // namespace dealtafel::messages
