// Described values as JSON: ids by name, enumerators by word, free texts through the context.
#pragma once

#include "base/money.hpp"
#include "base/text.hpp"
#include "base/variant.hpp"
#include "base/words.hpp"
#include "json/texts.hpp"
#include "json/traits.hpp"

#include <boost/json.hpp>
#include <boost/mp11/algorithm.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace dealtafel::json {

// JSON text on one line, numbers in the shortest form that reads back the same.
std::string serialize(const boost::json::value& value);

// JSON text of a string with its quotes, and of a number in the shortest form that reads back the
// same.
void append_string(std::string& to, std::string_view text);
void append_number(std::string& to, double number);
void append_number(std::string& to, std::int64_t number);
void append_number(std::string& to, std::uint64_t number);

namespace detail {

template <class T>
void append(std::string& to, const T& value, const Context& context);

// The members of an object, or the items of a list, one after the other.
class Sequence {
public:
    Sequence(std::string& to, char opens, char closes) : to_(to), closes_(closes) { to_ += opens; }
    ~Sequence() { to_ += closes_; }
    Sequence(const Sequence&) = delete;
    Sequence& operator=(const Sequence&) = delete;

    template <class T>
    void item(const T& value, const Context& context) {
        separate();
        append(to_, value, context);
    }
    template <class T>
    void member(std::string_view key, const T& value, const Context& context) {
        separate();
        append_string(to_, key);
        to_ += ':';
        append(to_, value, context);
    }
    // A member of a C++ type, whose name is as it stands.
    template <class T>
    void named(std::string_view name, const T& value, const Context& context) {
        separate();
        to_ += '"';
        to_ += name;
        to_ += "\":";
        append(to_, value, context);
    }

private:
    void separate() {
        if (!is_first_) to_ += ',';
        is_first_ = false;
    }

    std::string& to_;
    char closes_;
    bool is_first_ = true;
};

// An empty list that may be absent is.
template <class T, class Field>
bool is_left_out(std::string_view member, const Field& field) {
    if constexpr (is<Field, std::vector>) return field.empty() && may_be_absent<T>(member);
    return false;
}

template <class T>
void append_members(std::string& to, const T& value, const Context& context) {
    Sequence object(to, '{', '}');
    if constexpr (requires { T::type; }) {
        object.named("type", std::string_view(T::type), context);
    }
    boost::mp11::mp_for_each<members_of<T>>([&](auto member) {
        const auto& field = value.*member.pointer;
        using Field = std::remove_cvref_t<decltype(field)>;
        if constexpr (is<Field, std::optional>) {
            if (field) object.named(member.name, *field, context);
        } else if (!is_left_out<T>(member.name, field)) {
            object.named(member.name, field, context);
        }
    });
}

inline void append_text(std::string& to, const TextRef& text, const Context& context) {
    if (context.texts != nullptr) return append_string(to, context.texts->words(text));
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const std::uint64_t half : {text.high, text.low}) {
        for (int shift = 60; shift >= 0; shift -= 4) hex.push_back(digits[(half >> shift) & 15U]);
    }
    Sequence object(to, '{', '}');
    object.named("text", hex, context);
    object.named("empty", text.empty, context);
}

template <class List>
void append_list(std::string& to, const List& list, const Context& context) {
    Sequence array(to, '[', ']');
    for (const auto& item : list) array.item(item, context);
}

template <class T>
void append(std::string& to, const T& value, const Context& context) {
    if constexpr (std::is_same_v<T, bool>) {
        to += value ? "true" : "false";
    } else if constexpr (std::is_same_v<T, bj::value> || std::is_same_v<T, bj::object>) {
        to += json::serialize(value);
    } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, std::string_view>) {
        append_string(to, value);
    } else if constexpr (std::is_enum_v<T>) {
        append_string(to, to_word(value));
    } else if constexpr (std::is_floating_point_v<T>) {
        append_number(to, value == 0 ? 0.0 : value);
    } else if constexpr (std::is_signed_v<T> && std::is_integral_v<T>) {
        append_number(to, std::int64_t{value});
    } else if constexpr (std::is_integral_v<T>) {
        append_number(to, std::uint64_t{value});
    } else if constexpr (std::is_same_v<T, Money>) {
        append_number(to, value.millions());
    } else if constexpr (std::is_same_v<T, TextRef>) {
        append_text(to, value, context);
    } else if constexpr (is_id<T>) {
        append_string(to, context.ids->name(value));
    } else if constexpr (is<T, std::optional>) {
        if (value) append(to, *value, context);
        else to += "null";
    } else if constexpr (is<T, variant>) {
        visit([&](const auto& held) { append(to, held, context); }, value);
    } else if constexpr (requires { value.entries; typename T::Entry; }) {
        Sequence object(to, '{', '}');
        for (const auto& entry : value.entries) {
            object.member(context.ids->name(entry.id), entry.value, context);
        }
    } else if constexpr (requires { value.by_language; }) {
        append(to, value.by_language, context);
    } else if constexpr (is_string_map<T> || is_string_pairs<T>) {
        Sequence object(to, '{', '}');
        for (const auto& [key, held] : value) object.member(key, held, context);
    } else if constexpr (requires { value.bits; } || is<T, std::vector> || is_array<T>) {
        append_list(to, value, context);
    } else {
        append_members(to, value, context);
    }
}

}  // namespace detail

// A value as JSON text on one line.
template <class T>
std::string write(const T& value, const Context& context = {}) {
    std::string text;
    detail::append(text, value, context);
    return text;
}

}  // namespace dealtafel::json
