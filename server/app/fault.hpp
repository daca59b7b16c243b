// Why the server cannot start, as a sentence for whoever runs it.
#pragma once

#include "base/result.hpp"

#include <string>

namespace dealtafel::app {

using dealtafel::throw_exception_from_error;

struct Fault {
    std::string sentence;
};

}  // namespace dealtafel::app
