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

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/value.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace dealtafel::json {

// A text that was parsed. All values in it live in one piece of memory and go with it at once, so
// that none may be taken out of it without a copy.
class Document {
public:
    Document() : held_(std::make_unique<Held>()) {}
    // Where its values are made.
    boost::json::storage_ptr storage() { return &held_->memory; }
    boost::json::value& root() { return held_->root; }
    const boost::json::value& root() const { return held_->root; }

private:
    struct Held {
        boost::json::monotonic_resource memory;
        boost::json::value root = boost::json::value(boost::json::storage_ptr(&memory));
    };
    std::unique_ptr<Held> held_;
};

// Parses JSON text of bounded depth; an error names line and column (from 1).
struct ParseError {
    int line = 1;
    int column = 1;
    std::string what;
};
Result<Document, ParseError> parse(std::string_view text);

template <class T>
Result<T, DecodeError> decode(const Document& document, const Context& context = {}) {
    return decode<T>(document.root(), context);
}

// A described value as one of Boost.JSON, where more is made of it than text.
template <class T>
boost::json::value value_of(const T& value, const Context& context = {}) {
    return boost::json::value(parse(write(value, context))->root(), boost::json::storage_ptr());
}

}  // namespace dealtafel::json
