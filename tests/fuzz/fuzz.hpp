// A fuzz target: what it is called with, and how it says that a law does not hold. libFuzzer calls
// it with inputs that it makes up; `run_corpus.cpp` calls it with files, in builds without it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

// The name is libFuzzer's. Returns 0, or -1 for an input that is not worth keeping.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace dealtafel::fuzz {

// Bytes as text. A copy of exactly that size, so that a read beyond its end is seen.
inline std::string text_of(const std::uint8_t* data, std::size_t size) {
    return {data, data + size};
}

// Ends the program where a law does not hold: both callers take that for a failure.
inline void must(bool holds, std::string_view law) {
    if (holds) return;
    std::fprintf(stderr, "FAULT: it does not hold that %.*s\n", static_cast<int>(law.size()),
                 law.data());
    std::abort();
}

}  // namespace dealtafel::fuzz
