// One of several types: Boost's variant, in the whole project, as what std::variant instantiates
// grows with the square of its alternatives. Events have seventy, and took most of a build's time.
#pragma once

#include <boost/variant2/variant.hpp>

namespace dealtafel {

using boost::variant2::get;
using boost::variant2::get_if;
using boost::variant2::holds_alternative;
using boost::variant2::variant;
using boost::variant2::variant_size_v;
using boost::variant2::visit;

}  // namespace dealtafel
