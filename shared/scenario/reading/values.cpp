#include "scenario/reading/values.hpp"

#include "scenario/reading/suggest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace dealtafel::reading {

namespace {

// "from 0 to 1", "above 0", "at least 0".
std::string range_words(Range range) {
    if (std::isinf(range.high)) {
        return fmt::format("{} {}", range.above_low ? "above" : "at least", range.low);
    }
    if (range.above_low) return fmt::format("above {} and at most {}", range.low, range.high);
    return fmt::format("from {} to {}", range.low, range.high);
}

bool within(double value, Range range) {
    return (range.above_low ? value > range.low : value >= range.low) && value <= range.high;
}

bool is_lower_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

std::string_view type_of(const toml::node& node) {
    switch (node.type()) {
        case toml::node_type::table: return "a table";
        case toml::node_type::array: return "a list";
        case toml::node_type::string: return "a text";
        case toml::node_type::integer: return "a whole number";
        case toml::node_type::floating_point: return "a number with a point";
        case toml::node_type::boolean: return "true or false";
        default: return "a date or time";
    }
}

void report_type(const toml::node& node, std::string_view name, std::string_view wanted,
                 Findings& findings) {
    findings.error(place_of(node),
                   fmt::format("`{}` must be {}, not {}", name, wanted, type_of(node)));
}

std::optional<bool> read_bool(const toml::node& node, std::string_view name, Findings& findings) {
    if (const auto* value = node.as_boolean()) return value->get();
    report_type(node, name, "true or false", findings);
    return std::nullopt;
}

std::optional<std::string> read_string(const toml::node& node, std::string_view name,
                                       Findings& findings) {
    if (const auto* value = node.as_string()) return value->get();
    report_type(node, name, "a text in quotes", findings);
    return std::nullopt;
}

std::optional<int> read_whole(const toml::node& node, std::string_view name, int low, int high,
                              Findings& findings) {
    const auto* value = node.as_integer();
    if (value == nullptr) {
        report_type(node, name, "a whole number", findings);
        return std::nullopt;
    }
    if (value->get() < low || value->get() > high) {
        const std::string wanted = high == whole_max ? fmt::format("at least {}", low)
                                                     : fmt::format("from {} to {}", low, high);
        findings.error(place_of(node),
                       value->get() > whole_max
                           ? fmt::format("`{}` is too large", name)
                           : fmt::format("`{}` must be {}, not {}", name, wanted, value->get()));
        return std::nullopt;
    }
    return static_cast<int>(value->get());
}

std::optional<double> read_number(const toml::node& node, std::string_view name, Range range,
                                  Findings& findings) {
    if (!node.is_number()) {
        report_type(node, name, "a number", findings);
        return std::nullopt;
    }
    const double value = node.is_integer() ? static_cast<double>(node.as_integer()->get())
                                           : node.as_floating_point()->get();
    if (!std::isfinite(value)) {
        findings.error(place_of(node), fmt::format("`{}` must be a finite number", name));
        return std::nullopt;
    }
    if (!within(value, range)) {
        findings.error(place_of(node),
                       fmt::format("`{}` must be {}, not {}", name, range_words(range), value));
        return std::nullopt;
    }
    if (std::fabs(value) > number_max) {
        findings.error(place_of(node), fmt::format("`{}` is too large", name));
        return std::nullopt;
    }
    return value;
}

bool in_tenths(double amount) {
    const double tenths = amount * 10;
    return std::fabs(tenths - std::round(tenths)) <= 1e-9 * std::max(1.0, std::fabs(tenths));
}

std::optional<Money> read_money(const toml::node& node, std::string_view name, Findings& findings) {
    const auto amount = read_number(node, name, not_below_0, findings);
    if (!amount) return std::nullopt;
    if (!in_tenths(*amount)) {
        findings.error(place_of(node),
                       fmt::format("`{}` must be in steps of 0.1, not {}", name, *amount));
        return std::nullopt;
    }
    return Money{std::llround(*amount * 10)};
}

std::optional<std::size_t> read_choice(const toml::node& node, std::string_view name,
                                       std::span<const std::string> words, Findings& findings) {
    const auto word = read_string(node, name, findings);
    if (!word) return std::nullopt;
    const auto at = std::find(words.begin(), words.end(), *word);
    if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
    if (!findings.full()) {
        findings.error(place_of(node),
                       fmt::format("`{}` must be one of `{}`, not `{}`{}", name,
                                   fmt::join(words, "`, `"), *word, hint(*word, words)));
    }
    return std::nullopt;
}

const toml::array* read_list(const toml::node& node, std::string_view name, Findings& findings) {
    if (!node.is_array()) report_type(node, name, "a list in [ ]", findings);
    return node.as_array();
}

const toml::table* read_table(const toml::node& node, std::string_view name, Findings& findings) {
    if (!node.is_table()) report_type(node, name, "a table in { }", findings);
    return node.as_table();
}

bool is_id(std::string_view text) {
    if (text.empty() || text.front() < 'a' || text.front() > 'z' || text.back() == '-')
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '-' ? text[i - 1] == '-' : !is_lower_or_digit(text[i])) return false;
    }
    return true;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    }));
}

}  // namespace dealtafel::reading
