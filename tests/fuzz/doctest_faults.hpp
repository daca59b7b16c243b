// For targets that use what was written for doctest, as the world of the hub and the laws: whatever
// they find ends the program. Included by one file of a target, as doctest is compiled here.
#pragma once

#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>

namespace dealtafel::fuzz {

// To be called before anything that asserts.
inline void doctest_faults() {
    static doctest::Context context;
    static const bool done = [] {
        context.setAsDefaultForAssertsOutOfTestCases();
        context.setAssertHandler([](const doctest::AssertData& data) {
            std::fprintf(stderr, "FAULT: %s:%d: %s\n", data.m_file, data.m_line, data.m_expr);
            std::abort();
        });
        return true;
    }();
    static_cast<void>(done);
}

}  // namespace dealtafel::fuzz
