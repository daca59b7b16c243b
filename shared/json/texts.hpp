// How JSON names ids and free texts: the context of reading and writing described values.
#pragma once

#include "base/names.hpp"
#include "base/text.hpp"

#include <string>
#include <string_view>

namespace dealtafel::json {

// Where the words of a free text go to and come from.
class Texts {
public:
    virtual ~Texts() = default;
    virtual TextRef take(std::string_view words) = 0;
    virtual std::string words(TextRef text) const = 0;
};

struct Context {
    const IdNames* ids = nullptr;  // null where no ids occur
    Texts* texts = nullptr;        // null: texts are written by reference
};

}  // namespace dealtafel::json
