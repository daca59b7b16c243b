// The author's check of `simulate --balance`: its figures for people, and for programs.
#pragma once

#include "analysis/balance.hpp"

#include <boost/json/value.hpp>

#include <string>
#include <vector>

namespace dealtafel::commands {

// What talk is worth, by round (from 0): the joint gain that is to be had, and the means of what
// bots reach that say what they see and of what silent ones reach.
struct TalkFigures {
    int games = 0;
    std::vector<double> attainable;
    std::vector<double> sharing;
    std::vector<double> silent;
};

struct CheckedScenario {
    analysis::Report report;
    analysis::Effort effort;
    TalkFigures talk;
};

std::string to_table(const CheckedScenario& checked);
boost::json::value to_json(const CheckedScenario& checked);

}  // namespace dealtafel::commands
