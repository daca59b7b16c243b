// JSON as described values, strictly: every member that is not optional is there, no other is, and
// the first thing that is wrong is told with its path.
#pragma once

#include "base/money.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "base/variant.hpp"
#include "base/words.hpp"
#include "json/texts.hpp"
#include "json/traits.hpp"

#include <boost/json.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace dealtafel::json {

using dealtafel::throw_exception_from_error;

// What is wrong, and where: a path as in `lines/0/money/rijk`, empty for the whole.
struct DecodeError {
    std::string path;
    std::string what;
};

inline constexpr std::size_t text_characters_max = 2000;

namespace detail {

// Reads values and keeps the path; the first thing that is wrong ends the reading.
class Reader {
public:
    explicit Reader(const Context& context) : context_(context) {}

    const std::optional<DecodeError>& error() const { return error_; }

    template <class T>
    bool read(const bj::value& from, T& to) {
        if constexpr (std::is_same_v<T, bool>) {
            if (!from.is_bool()) return fail("must be true or false");
            to = from.get_bool();
            return true;
        } else if constexpr (std::is_same_v<T, bj::value>) {
            to = from;
            return true;
        } else if constexpr (std::is_same_v<T, bj::object>) {
            if (!from.is_object()) return fail("must be an object");
            to = from.get_object();
            return true;
        } else if constexpr (std::is_same_v<T, std::string>) {
            if (!from.is_string()) return fail("must be a text");
            to = from.get_string();
            return true;
        } else if constexpr (std::is_enum_v<T>) {
            return read_enum(from, to);
        } else if constexpr (std::is_floating_point_v<T>) {
            return read_double(from, to);
        } else if constexpr (std::is_integral_v<T>) {
            return read_integer(from, to);
        } else if constexpr (std::is_same_v<T, Money>) {
            return read_money(from, to);
        } else if constexpr (std::is_same_v<T, TextRef>) {
            return read_text(from, to);
        } else if constexpr (is_id<T>) {
            if (!from.is_string()) return fail("must be an id");
            return read_name(from.get_string(), to);
        } else if constexpr (is<T, std::optional>) {
            return read(from, to.emplace());
        } else if constexpr (is<T, variant>) {
            return read_variant(from, to);
        } else if constexpr (requires { to.entries; typename T::Entry; }) {
            return read_id_map(from, to);
        } else if constexpr (requires { to.by_language; }) {
            return read(from, to.by_language);
        } else if constexpr (is_string_map<T> || is_string_pairs<T>) {
            return read_string_map(from, to);
        } else if constexpr (requires { to.bits; }) {
            return read_id_set(from, to);
        } else if constexpr (is<T, std::vector> || is_array<T>) {
            return read_list(from, to);
        } else {
            return read_members(from, to);
        }
    }

private:
    // One step of the path, for as long as it lives.
    class Step {
    public:
        Step(std::string& path, std::string_view part) : path_(path), length_(path.size()) {
            if (!path.empty()) path += '/';
            path += part;
        }
        ~Step() { path_.resize(length_); }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;

    private:
        std::string& path_;
        std::size_t length_;
    };

    bool fail(std::string what) {
        if (!error_) error_ = DecodeError{path_, std::move(what)};
        return false;
    }

    template <class T>
    bool read_enum(const bj::value& from, T& to) {
        if (from.is_string()) {
            const std::optional<T> found = from_word<T>(std::string_view(from.get_string()));
            if (found) {
                to = *found;
                return true;
            }
        }
        return fail("must be one of " + listed(words_of<T>()));
    }

    static std::string listed(const std::vector<std::string>& words) {
        std::string text;
        for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
        return text;
    }

    bool read_double(const bj::value& from, double& to) {
        if (!from.is_number()) return fail("must be a number");
        to = from.to_number<double>();
        if (!std::isfinite(to)) return fail("must be a finite number");
        return true;
    }

    template <class T>
    bool read_integer(const bj::value& from, T& to) {
        boost::system::error_code outside;
        if (from.is_number()) {
            to = from.to_number<T>(outside);
            if (!outside) return true;
        }
        return fail("must be a whole number from " + std::to_string(std::numeric_limits<T>::min()) +
                    " to " + std::to_string(std::numeric_limits<T>::max()));
    }

    bool read_money(const bj::value& from, Money& to) {
        constexpr double millions_max = 1e9;
        double millions = 0;
        if (!read_double(from, millions)) return false;
        if (std::abs(millions) > millions_max) return fail("is more money than there is");
        to = Money{std::llround(millions * 10)};
        if (std::abs(millions * 10 - static_cast<double>(to.tenths)) > 1e-6) {
            return fail("must be money in steps of 0.1");
        }
        return true;
    }

    bool read_text(const bj::value& from, TextRef& to) {
        if (context_.texts != nullptr) {
            if (!from.is_string()) return fail("must be a text");
            const std::string_view words = from.get_string();
            if (characters(words) > text_characters_max) {
                return fail("must be at most " + std::to_string(text_characters_max) +
                            " characters");
            }
            to = context_.texts->take(words);
            return true;
        }
        const bj::object* object = from.if_object();
        const bj::value* hex = object != nullptr ? object->if_contains("text") : nullptr;
        const bj::value* empty = object != nullptr ? object->if_contains("empty") : nullptr;
        if (hex == nullptr || empty == nullptr || object->size() != 2 || !hex->is_string() ||
            !empty->is_bool() || hex->get_string().size() != 32) {
            return fail("must be a reference to a text");
        }
        const std::string_view digits = hex->get_string();
        to.empty = empty->get_bool();
        return read_half(digits.substr(0, 16), to.high) && read_half(digits.substr(16), to.low);
    }

    bool read_half(std::string_view digits, std::uint64_t& to) {
        const auto [end, error] = std::from_chars(digits.begin(), digits.end(), to, 16);
        if (error != std::errc() || end != digits.end()) return fail("must be hexadecimal digits");
        return true;
    }

    static std::size_t characters(std::string_view utf8) {
        std::size_t count = 0;
        for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
        return count;
    }

    template <class IdT>
    bool read_name(std::string_view name, IdT& to) {
        const std::optional<IdT> found = context_.ids->find<IdT>(name);
        if (!found) return fail("names nothing that there is: " + std::string(name.substr(0, 80)));
        to = *found;
        return true;
    }

    template <class T>
    bool read_id_map(const bj::value& from, T& to) {
        if (!from.is_object()) return fail("must be an object");
        for (const auto& [key, held] : from.get_object()) {
            const Step step(path_, key);
            decltype(T::Entry::id) id;
            if (!read_name(key, id) || !read(held, to[id])) return false;
        }
        return true;
    }

    template <class T>
    bool read_string_map(const bj::value& from, T& to) {
        if (!from.is_object()) return fail("must be an object");
        for (const auto& [key, held] : from.get_object()) {
            const Step step(path_, key);
            typename T::value_type::second_type value{};
            if (!read(held, value)) return false;
            to.insert(to.end(), typename T::value_type(std::string(key), std::move(value)));
        }
        return true;
    }

    template <class IdT>
    bool read_id_set(const bj::value& from, IdSet<IdT>& to) {
        if (!from.is_array()) return fail("must be a list");
        const bj::array& items = from.get_array();
        if (items.size() > ids_max) return fail("has more than there can be");
        for (std::size_t at = 0; at < items.size(); ++at) {
            const Step step(path_, std::to_string(at));
            IdT id;
            if (!read(items[at], id)) return false;
            const auto here = items.begin() + static_cast<std::ptrdiff_t>(at);
            if (std::find(items.begin(), here, items[at]) != here) {
                return fail("is in the list twice");
            }
            // Where a name that is not there is no error (`IdNames`), it stands for the last that
            // there could be: nobody chose that, so the set holds something that is refused.
            to.insert(id.known() ? id : IdT{ids_max - 1});
        }
        return true;
    }

    template <class T>
    bool read_list(const bj::value& from, T& to) {
        if (!from.is_array()) return fail("must be a list");
        const bj::array& items = from.get_array();
        if constexpr (is_array<T>) {
            if (items.size() != to.size()) {
                return fail("must be a list of " + std::to_string(to.size()));
            }
        } else {
            to.resize(items.size());
        }
        for (std::size_t at = 0; at < items.size(); ++at) {
            const Step step(path_, std::to_string(at));
            if (!read(items[at], to[at])) return false;
        }
        return true;
    }

    template <class T>
    bool read_variant(const bj::value& from, T& to) {
        const bj::object* object = from.if_object();
        const bj::value* type = object != nullptr ? object->if_contains("type") : nullptr;
        if (type == nullptr || !type->is_string()) return fail("must be an object with a type");
        bool known = false;
        bool good = false;
        std::vector<std::string> types;
        boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, T>>(
            [&](auto identity) {
                using Alternative = typename decltype(identity)::type;
                types.emplace_back(Alternative::type);
                if (known || type->get_string() != Alternative::type) return;
                known = true;
                good = read(from, to.template emplace<Alternative>());
            });
        if (known) return good;
        const Step step(path_, "type");
        return fail("must be one of " + listed(types));
    }

    template <class T>
    bool read_members(const bj::value& from, T& to) {
        if (!from.is_object()) return fail("must be an object");
        const bj::object& object = from.get_object();
        std::size_t used = 0;
        bool good = true;
        if constexpr (requires { T::type; }) {
            const bj::value* type = object.if_contains("type");
            used += type != nullptr ? 1 : 0;
        }
        boost::mp11::mp_for_each<members_of<T>>([&](auto member) {
            if (!good) return;
            auto& field = to.*member.pointer;
            using Field = std::remove_cvref_t<decltype(field)>;
            const Step step(path_, member.name);
            const bj::value* held = object.if_contains(member.name);
            if (held != nullptr) {
                ++used;
                good = read(*held, field);
            } else if (!is<Field, std::optional> && !may_be_absent<T>(member.name)) {
                good = fail("is missing");
            }
        });
        if (good && used != object.size()) return fail_unknown<T>(object);
        return good;
    }

    template <class T>
    bool fail_unknown(const bj::object& object) {
        for (const bj::key_value_pair& held : object) {
            const std::string_view key = held.key();
            bool known = false;
            if constexpr (requires { T::type; }) known = key == "type";
            boost::mp11::mp_for_each<members_of<T>>(
                [&](auto member) { known = known || key == member.name; });
            if (known) continue;
            const Step step(path_, key.substr(0, 80));
            return fail("is not a known field");
        }
        return true;
    }

    const Context& context_;
    std::string path_;
    std::optional<DecodeError> error_;
};

}  // namespace detail

// JSON as a value; an error names the first thing that is wrong.
template <class T>
Result<T, DecodeError> decode(const boost::json::value& from, const Context& context = {}) {
    detail::Reader reader(context);
    T to{};
    if (reader.read(from, to)) return to;
    return *reader.error();
}

}  // namespace dealtafel::json
