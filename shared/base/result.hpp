// The result of what may fail in an expected way: a value, or an error that is a value too.
#pragma once

#include <boost/assert/source_location.hpp>
#include <boost/system/result.hpp>

#include <stdexcept>

namespace dealtafel {

// Boost.System asks, by the namespace of the error, how to throw it when a failed result is read
// as a value: that is a bug of whoever reads it. A namespace with error types names this one.
template <class E>
[[noreturn]] void throw_exception_from_error(const E&, const boost::source_location&) {
    throw std::logic_error("a failed result was read as a value");
}

template <class T, class E>
using Result = boost::system::result<T, E>;

}  // namespace dealtafel
