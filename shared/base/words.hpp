// Enumerators as the words that files, records and messages use: `water_board` is "water-board".
#pragma once

#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dealtafel {

// An identifier as a word: underscores become hyphens, a closing underscore (none_) is dropped.
inline std::string word_of_identifier(std::string_view identifier) {
    std::string word(identifier);
    if (!word.empty() && word.back() == '_') word.pop_back();
    std::replace(word.begin(), word.end(), '_', '-');
    return word;
}

// The words of an enum, in the order of its enumerators.
template <class E>
const std::vector<std::string>& words_of() {
    static const std::vector<std::string> words = [] {
        std::vector<std::string> made;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
            [&](auto described) { made.push_back(word_of_identifier(described.name)); });
        return made;
    }();
    return words;
}

// The word of an enumerator; empty for a value that the enum does not name.
template <class E>
std::string_view to_word(E value) {
    std::size_t index = 0;
    std::string_view found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto described) {
        if (described.value == value) found = words_of<E>()[index];
        ++index;
    });
    return found;
}

// The enumerator of a word, or nothing.
template <class E>
std::optional<E> from_word(std::string_view word) {
    std::size_t index = 0;
    std::optional<E> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto described) {
        if (words_of<E>()[index] == word) found = described.value;
        ++index;
    });
    return found;
}

}  // namespace dealtafel
