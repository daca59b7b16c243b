// What keeps a deal from being legal: the problem codes of section 3 of docs/rules.md.
#pragma once

#include "rules/deal.hpp"
#include "scenario/scenario.hpp"

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <vector>

namespace dealtafel::rules {

// In the order in which problems are reported.
enum class ProblemCode {
    specific_without_accountability,
    partnership_form_not_available,
    co_financing,
    centre_share,
    line_min,
    over_budget,
    money_step,
    money_negative,
    unknown_id,
    duplicate_line,
    no_lines,
    no_partners,
    centre_as_partner,
    payer_not_partner,
    other_region,
    conditions_range,
    off_agenda,
    not_at_table,
    over_asked
};
BOOST_DESCRIBE_ENUM(ProblemCode, specific_without_accountability, partnership_form_not_available,
                    co_financing, centre_share, line_min, over_budget, money_step, money_negative,
                    unknown_id, duplicate_line, no_lines, no_partners, centre_as_partner,
                    payer_not_partner, other_region, conditions_range, off_agenda, not_at_table,
                    over_asked)

// A problem and its place, as in `lines/2/money/rijk`.
struct Problem {
    ProblemCode code{};
    std::string where;
    bool operator==(const Problem&) const = default;
};

// The public facts that a version is held against. The last three are known in a game only.
struct DealSetting {
    int round = 1;
    std::vector<Money> budgets;  // by party number, of this round
    Model model;
    std::optional<std::vector<ChallengeId>> agenda;
    std::optional<IdSet<PartyId>> table;
    std::optional<Money> asked;  // after a selection: the most that the centre pays
};

// The setting at the start of a session, for tools: the scenario's budgets and model, no game.
DealSetting setting_of(const Scenario& scenario, int round);

// Puts problems in the order of their codes.
void sort_by_code(std::vector<Problem>& problems);

// All problems of a deal, ordered by code. A line whose challenge is unknown (`known()` is false)
// is left out of what needs the challenge.
std::vector<Problem> problems(const Scenario& scenario, const DealSetting& setting,
                              const Deal& deal);
// Whether there are none, without words: for whoever looks at thousands.
bool is_legal(const Scenario& scenario, const DealSetting& setting, const Deal& deal);

}  // namespace dealtafel::rules
