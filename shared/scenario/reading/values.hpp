// Single values of a TOML file, read into the types of a scenario. Each function reports at the
// value's place what is wrong with it and then returns nothing; `name` is what messages call it.
#pragma once

#include "base/money.hpp"
#include "base/words.hpp"
#include "scenario/reading/findings.hpp"

#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dealtafel::reading {

// Where a number must lie; both ends belong to the range unless `above_low` leaves out the low one.
struct Range {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool above_low = false;
};
inline constexpr Range any_number{};
inline constexpr Range not_below_0{0.0, std::numeric_limits<double>::infinity(), false};
inline constexpr Range above_0{0.0, std::numeric_limits<double>::infinity(), true};
inline constexpr Range unit_range{0.0, 1.0, false};

// No number of a scenario is larger, so that sums and products of them stay finite.
inline constexpr double number_max = 1'000'000'000.0;
inline constexpr int whole_max = 1'000'000;

// A node's type as messages name it: "a text", "a table".
std::string_view type_of(const toml::node& node);
// Reports that a value is of another type than it must be.
void report_type(const toml::node& node, std::string_view name, std::string_view wanted,
                 Findings& findings);

std::optional<bool> read_bool(const toml::node& node, std::string_view name, Findings& findings);
std::optional<std::string> read_string(const toml::node& node, std::string_view name,
                                       Findings& findings);
// A whole number from low to high; 3.0 is none.
std::optional<int> read_whole(const toml::node& node, std::string_view name, int low, int high,
                              Findings& findings);
// A number, whole or not.
std::optional<double> read_number(const toml::node& node, std::string_view name, Range range,
                                  Findings& findings);
// Millions of euros in steps of 0.1, not below 0.
std::optional<Money> read_money(const toml::node& node, std::string_view name, Findings& findings);
// Whether an amount is a whole number of tenths, but for rounding.
bool in_tenths(double amount);
// The place of a word among those that are allowed.
std::optional<std::size_t> read_choice(const toml::node& node, std::string_view name,
                                       std::span<const std::string> words, Findings& findings);
// The enumerator of a word.
template <class E>
std::optional<E> read_word(const toml::node& node, std::string_view name, Findings& findings) {
    const auto at = read_choice(node, name, dealtafel::words_of<E>(), findings);
    return at ? from_word<E>(dealtafel::words_of<E>()[*at]) : std::nullopt;
}
const toml::array* read_list(const toml::node& node, std::string_view name, Findings& findings);
const toml::table* read_table(const toml::node& node, std::string_view name, Findings& findings);

// Whether a text is an id: lower-case words of letters and digits, joined by hyphens.
bool is_id(std::string_view text);
// How many characters (code points) a text in UTF-8 has.
std::size_t characters(std::string_view text);

}  // namespace dealtafel::reading
