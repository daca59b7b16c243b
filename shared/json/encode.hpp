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

namespace detail {

template <class T>
bj::value to_json(const T& value, const Context& context);

// An empty list that may be absent is.
template <class T, class Field>
bool is_left_out(std::string_view member, const Field& field) {
    if constexpr (is<Field, std::vector>) return field.empty() && may_be_absent<T>(member);
    return false;
}

template <class T>
bj::object encode_members(const T& value, const Context& context) {
    bj::object object;
    if constexpr (requires { T::type; }) object["type"] = T::type;
    boost::mp11::mp_for_each<members_of<T>>([&](auto member) {
        const auto& field = value.*member.pointer;
        using Field = std::remove_cvref_t<decltype(field)>;
        if constexpr (is<Field, std::optional>) {
            if (field) object[member.name] = to_json(*field, context);
        } else if (!is_left_out<T>(member.name, field)) {
            object[member.name] = to_json(field, context);
        }
    });
    return object;
}

inline bj::value encode_text(const TextRef& text, const Context& context) {
    if (context.texts != nullptr) return bj::value(context.texts->words(text));
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const std::uint64_t half : {text.high, text.low}) {
        for (int shift = 60; shift >= 0; shift -= 4) hex.push_back(digits[(half >> shift) & 15U]);
    }
    return bj::object{{"text", hex}, {"empty", text.empty}};
}

template <class T>
bj::value to_json(const T& value, const Context& context) {
    if constexpr (std::is_same_v<T, bool>) {
        return value;
    } else if constexpr (std::is_same_v<T, bj::value> || std::is_same_v<T, bj::object>) {
        return value;
    } else if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, std::string_view>) {
        return bj::value(bj::string(value));
    } else if constexpr (std::is_enum_v<T>) {
        return bj::value(bj::string(to_word(value)));
    } else if constexpr (std::is_floating_point_v<T>) {
        return value == 0 ? 0.0 : value;
    } else if constexpr (std::is_integral_v<T>) {
        return value;
    } else if constexpr (std::is_same_v<T, Money>) {
        return value.millions();
    } else if constexpr (std::is_same_v<T, TextRef>) {
        return encode_text(value, context);
    } else if constexpr (is_id<T>) {
        return bj::value(bj::string(context.ids->name(value)));
    } else if constexpr (is<T, std::optional>) {
        return value ? to_json(*value, context) : bj::value(nullptr);
    } else if constexpr (is<T, variant>) {
        return visit([&](const auto& held) { return to_json(held, context); }, value);
    } else if constexpr (requires { value.entries; typename T::Entry; }) {
        bj::object object;
        for (const auto& entry : value.entries) {
            object[context.ids->name(entry.id)] = to_json(entry.value, context);
        }
        return object;
    } else if constexpr (requires { value.by_language; }) {
        return to_json(value.by_language, context);
    } else if constexpr (is_string_map<T> || is_string_pairs<T>) {
        bj::object object;
        for (const auto& [key, held] : value) object[key] = to_json(held, context);
        return object;
    } else if constexpr (requires { value.bits; }) {
        bj::array array;
        for (const auto id : value) array.push_back(to_json(id, context));
        return array;
    } else if constexpr (is<T, std::vector> || is_array<T>) {
        bj::array array;
        for (const auto& item : value) array.push_back(to_json(item, context));
        return array;
    } else {
        return encode_members(value, context);
    }
}

}  // namespace detail

// A value as JSON.
template <class T>
boost::json::value encode(const T& value, const Context& context = {}) {
    return detail::to_json(value, context);
}

}  // namespace dealtafel::json
