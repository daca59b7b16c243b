// What kind of value a type is, for the codec.
#pragma once

#include "base/ids.hpp"

#include <boost/describe/members.hpp>
#include <boost/json/value.hpp>

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dealtafel::json {

namespace detail {

namespace bj = boost::json;

template <class T, template <class...> class Template>
inline constexpr bool is = false;
template <template <class...> class Template, class... Args>
inline constexpr bool is<Template<Args...>, Template> = true;

template <class T>
inline constexpr bool is_id = false;
template <IdKind Kind>
inline constexpr bool is_id<Id<Kind>> = true;

template <class T>
inline constexpr bool is_array = false;
template <class T, std::size_t N>
inline constexpr bool is_array<std::array<T, N>> = true;

template <class T>
inline constexpr bool is_string_map = false;
template <class V>
inline constexpr bool is_string_map<std::map<std::string, V>> = true;

template <class T>
inline constexpr bool is_string_pairs = false;
template <class V>
inline constexpr bool is_string_pairs<std::vector<std::pair<std::string, V>>> = true;

template <class T>
using members_of = boost::describe::describe_members<T, boost::describe::mod_public |
                                                            boost::describe::mod_inherited>;

// Whether a member of T may be absent though it is no std::optional.
template <class T>
constexpr bool may_be_absent(std::string_view member) {
    if constexpr (requires { T::absent_is_default(member); }) {
        return T::absent_is_default(member);
    }
    return false;
}

}  // namespace detail

}  // namespace dealtafel::json
