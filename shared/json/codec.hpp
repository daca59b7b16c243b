// Strict JSON for described values: tagged variants, optional members that may be absent, every
// other member there exactly once, and the path of whatever is wrong.
//
// Ids are written as their names and free texts through the context, so the same value can be a
// line of a record (texts by reference) and a message (texts in words). Include this in few .cpp
// files: it is all templates.
#pragma once

#include "base/result.hpp"
#include "json/decode.hpp"
#include "json/encode.hpp"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace dealtafel::json {

// Parses JSON text of bounded depth; an error names line and column (from 1).
struct ParseError {
    int line = 1;
    int column = 1;
    std::string what;
};
Result<boost::json::value, ParseError> parse(std::string_view text);

// JSON text on one line, numbers in the shortest form that reads back the same.
std::string serialize(const boost::json::value& value);

}  // namespace dealtafel::json
