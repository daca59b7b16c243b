#include "scenario/reading/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace dealtafel {

std::string to_string(const Finding& finding, std::string_view file) {
    return fmt::format("{}:{}:{}: {}: {}", file, finding.line, finding.column,
                       finding.severity == Severity::error ? "error" : "warning", finding.text);
}

}  // namespace dealtafel

namespace dealtafel::reading {

namespace {

Place place_of(const toml::source_position& at) {
    return {static_cast<int>(at.line), static_cast<int>(at.column)};
}

}  // namespace

Place place_of(const toml::node& node) {
    return place_of(node.source().begin);
}

Place place_of(const toml::key& key) {
    return place_of(key.source().begin);
}

void Findings::add(Severity severity, Place place, std::string text) {
    if (severity == Severity::error) failed_ = true;
    if (full()) return;
    found_.push_back({severity, place.line, place.column, std::move(text)});
}

std::vector<Finding> Findings::in_order() const {
    std::vector<Finding> ordered = found_;
    const auto key = [](const Finding& finding) {
        return std::make_tuple(finding.line, finding.column, finding.severity != Severity::error,
                               std::string_view(finding.text));
    };
    std::sort(ordered.begin(), ordered.end(),
              [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
    return ordered;
}

}  // namespace dealtafel::reading
