// Counts what is allocated in the program that this is linked with.
#pragma once

#include <cstddef>

namespace dealtafel::bench {

// What is allocated now, as the allocator counts it.
std::size_t allocated_bytes();

}  // namespace dealtafel::bench
