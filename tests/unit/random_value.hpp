// A value of any aggregate at random, every member of it, and the comparison of two of them:
// whatever a description or an archive forgets shows. Drawn from one number, so that a law that
// fails can be shown again, or from what a fuzzer makes up.
#pragma once

#include "base/draw.hpp"
#include "base/ids.hpp"
#include "base/money.hpp"
#include "base/text.hpp"
#include "base/variant.hpp"
#include "rules/outcome.hpp"

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/pfr/core.hpp>

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace dealtafel::tests {

template <class T>
inline constexpr bool is_vector_v = false;
template <class T>
inline constexpr bool is_vector_v<std::vector<T>> = true;
template <class T>
inline constexpr bool is_optional_v = false;
template <class T>
inline constexpr bool is_optional_v<std::optional<T>> = true;
template <class T>
inline constexpr bool is_variant_v = false;
template <class... T>
inline constexpr bool is_variant_v<variant<T...>> = true;

template <class T>
inline constexpr bool is_text_map_v = std::is_same_v<T, std::map<std::string, std::string>>;

class RandomValue {
public:
    using Below = std::function<std::uint64_t(std::uint64_t count)>;
    using Ids = std::array<std::uint16_t, 8>;  // by kind

    // `ids` is how many there are of each kind.
    RandomValue(std::uint64_t seed, std::uint16_t ids)
        : below_([seed](std::uint64_t count) mutable {
              seed += 0x9e3779b97f4a7c15ULL;
              return splitmix64(seed) % count;
          }) {
        ids_.fill(ids);
    }
    // From numbers below a count, wherever they come from; texts are made by `text`.
    RandomValue(Below below, const Ids& ids, std::function<TextRef()> text)
        : below_(std::move(below)), ids_(ids), text_(std::move(text)) {}

    template <class T>
    T make() {
        T value{};
        fill(value);
        return value;
    }

    std::uint64_t below(std::uint64_t count) { return below_(count); }

    template <class T>
    void fill(T& value) {
        if constexpr (std::is_same_v<T, bool>) {
            value = below(2) == 1;
        } else if constexpr (std::is_enum_v<T>) {
            fill_enum(value);
        } else if constexpr (std::is_floating_point_v<T>) {
            fill_double(value);
        } else if constexpr (std::is_integral_v<T>) {
            value = static_cast<T>(below(3) == 0 ? below(~0ULL) : below(7));
        } else if constexpr (std::is_same_v<T, Money>) {
            value.tenths = static_cast<std::int64_t>(below(20000)) - 10000;
        } else if constexpr (std::is_same_v<T, std::string>) {
            value.resize(below(5));
            for (char& c : value) c = "aZ\"\\\n"[below(5)];
        } else if constexpr (std::is_same_v<T, rules::PairTable>) {
            value = rules::PairTable(static_cast<std::uint16_t>(below(3)), 0);
            for (double& entry : value.values) fill(entry);
        } else if constexpr (is_vector_v<T>) {
            fill_list(value);
        } else if constexpr (is_text_map_v<T>) {
            for (std::uint64_t left = below(3); left > 0; --left) {
                const auto key = make<std::string>();
                fill(value[key]);
            }
        } else if constexpr (is_optional_v<T>) {
            value.reset();
            if (below(2) == 1) fill(value.emplace());
        } else if constexpr (is_variant_v<T>) {
            fill_variant(value);
        } else {
            fill_aggregate(value);
        }
    }

private:
    // Lists may hold what holds such lists again: those too deep within each other are empty.
    template <class T>
    void fill_list(T& value) {
        constexpr int deepest = 5;
        if (depth_ == deepest) return;
        ++depth_;
        value.resize(below(3));
        for (auto& item : value) fill(item);
        --depth_;
    }

    template <class T>
    void fill_enum(T& value) {
        using All = boost::describe::describe_enumerators<T>;
        std::uint64_t left = below(boost::mp11::mp_size<All>::value);
        boost::mp11::mp_for_each<All>([&](auto described) {
            if (left-- == 0) value = described.value;
        });
    }

    // Zeros of both signs, small and large numbers, and such as need all their digits.
    void fill_double(double& value) {
        const double share = static_cast<double>(below(1ULL << 53)) * 0x1.0p-53;
        const double choices[] = {0.0,          -0.0,          1.0,           share,
                                  -100 * share, 1e300 * share, 1e-300 * share};
        value = choices[below(std::size(choices))];
    }

    template <class T>
    void fill_variant(T& value) {
        std::uint64_t left = below(variant_size_v<T>);
        boost::mp11::mp_for_each<boost::mp11::mp_iota_c<variant_size_v<T>>>([&](auto index) {
            if (left-- == 0) fill(value.template emplace<decltype(index)::value>());
        });
    }

    template <class T>
    void fill_aggregate(T& value) {
        if constexpr (std::is_same_v<T, TextRef>) {
            if (text_) {
                value = text_();
                return;
            }
        }
        if constexpr (requires { T::unknown_value; }) {
            value.value = static_cast<std::uint16_t>(below(count_of<T>()));
        } else if constexpr (requires { value.bits; }) {
            using Item = std::remove_cvref_t<decltype(*value.begin())>;
            value.bits = below(std::uint64_t{1} << count_of<Item>());
        } else if constexpr (requires { value.entries; }) {
            using Key = decltype(T::Entry::id);
            for (std::uint64_t left = below(count_of<Key>() + 1U); left > 0; --left) {
                fill(value[make<Key>()]);
            }
        } else {
            boost::pfr::for_each_field(value, [&](auto& field) { fill(field); });
        }
    }

    template <class IdT>
    std::uint16_t count_of() const {
        return ids_[static_cast<std::size_t>(IdT::kind)];
    }

    Below below_;
    Ids ids_{};
    std::function<TextRef()> text_;
    int depth_ = 0;  // of the list that is being filled
};

// Whether two values are the same, member by member, also where the type has no operator for it.
template <class T>
bool same(const T& a, const T& b) {
    if constexpr (is_vector_v<T>) {
        if (a.size() != b.size()) return false;
        for (std::size_t at = 0; at < a.size(); ++at) {
            if (!same(a[at], b[at])) return false;
        }
        return true;
    } else if constexpr (is_optional_v<T>) {
        return a.has_value() == b.has_value() && (!a || same(*a, *b));
    } else if constexpr (is_variant_v<T>) {
        if (a.index() != b.index()) return false;
        return visit(
            [&](const auto& held) {
                return same(held, get<std::remove_cvref_t<decltype(held)>>(b));
            },
            a);
    } else if constexpr (is_text_map_v<T>) {
        return a == b;
    } else if constexpr (std::is_aggregate_v<T>) {
        bool all = true;
        boost::pfr::for_each_field(a, [&](const auto& field, auto index) {
            all = all && same(field, boost::pfr::get<decltype(index)::value>(b));
        });
        return all;
    } else {
        return a == b;
    }
}

}  // namespace dealtafel::tests
