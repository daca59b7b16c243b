// What a check has found so far, and the places of a TOML file that findings point at.
#pragma once

#include "scenario/parse.hpp"

#include <toml++/toml.h>

#include <compare>
#include <string>
#include <vector>

namespace dealtafel::reading {

// A place in the file; lines and columns count from 1, columns in characters.
struct Place {
    int line = 1;
    int column = 1;
    auto operator<=>(const Place&) const = default;
};

Place place_of(const toml::node& node);
Place place_of(const toml::key& key);

// A file of nothing but mistakes ends here, so that checking it stays quick.
inline constexpr std::size_t findings_max = 1000;

class Findings {
public:
    void error(Place place, std::string text) { add(Severity::error, place, std::move(text)); }
    void warning(Place place, std::string text) { add(Severity::warning, place, std::move(text)); }
    void add(Severity severity, Place place, std::string text);

    // Whether any finding is an error.
    bool failed() const { return failed_; }
    // Whether more findings would be dropped.
    bool full() const { return found_.size() >= findings_max; }
    // All of them in order of place, then of severity and text.
    std::vector<Finding> in_order() const;

private:
    std::vector<Finding> found_;
    bool failed_ = false;
};

}  // namespace dealtafel::reading
