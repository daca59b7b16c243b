// A deal as people write it, with ids and amounts in text, before it is held against a scenario.
#pragma once

#include "rules/problems.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dealtafel::rules {

struct NamedLine {
    std::string challenge;
    std::vector<std::string> partners;
    Goal goal{};
    std::string result;
    std::vector<std::pair<std::string, double>> money;  // millions of euros

    // For who reads one from text: which members may be left out.
    static constexpr bool absent_is_default(std::string_view member) { return member == "result"; }
};

struct NamedDeal {
    std::string region;
    Form form{};
    std::int64_t conditions = 0;
    Accountability accountability{};
    bool information = false;
    bool powers = false;
    bool coordination = false;
    bool review = false;
    std::vector<NamedLine> lines;
};

// A deal with what could be resolved, and every problem that it has, naming and all.
struct ResolvedDeal {
    Deal deal;
    std::vector<Problem> problems;  // ordered by code
};

// Resolves the names and amounts of a deal and checks it as `problems` does. The deal is whole
// where there are no problems.
ResolvedDeal resolve(const Scenario& scenario, const DealSetting& setting, const NamedDeal& named);

}  // namespace dealtafel::rules
