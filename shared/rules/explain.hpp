// Explanations as data: which rule changed a number, by how much, and the claim behind it.
#pragma once

#include "base/ids.hpp"

#include <boost/describe/enum.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace dealtafel::rules {

// The rules that change a number, by the term of docs/rules.md.
enum class Rule {
    // factors of a line's yield
    relevance,
    reach,
    coverage,
    suits,
    scale_fit,
    fit,
    commitment,
    cooperation,
    power,
    // what makes reach
    money,
    friction,
    admin,
    // parts of admin
    admin_base,
    admin_hierarchy,
    admin_condition,
    admin_upward,
    admin_coordination,
    admin_review,
    admin_temporary,
    admin_partnership,
    // effects
    effect,
    spillover,           // a harm elsewhere
    positive_spillover,  // a good elsewhere
    chi,
    // the audit
    audit,
    // parts of a party's points
    interest,
    spent,
    clawback,
    information_cost,
    steering_effort,
    mandate,
    national_value,
    regional_value,
    powers_price,
    audit_price,
    reserve,
    // what moves on
    drift,
    deal_delta,
    trust_signed,
    trust_no_deal,
    trust_audit,
    pretence,
    vagueness,
    rating,
    withholding,
    tie_growth,
    stated,
    spread,
    against_ranking,
    no_framework
};
BOOST_DESCRIBE_ENUM(Rule, relevance, reach, coverage, suits, scale_fit, fit, commitment,
                    cooperation, power, money, friction, admin, admin_base, admin_hierarchy,
                    admin_condition, admin_upward, admin_coordination, admin_review,
                    admin_temporary, admin_partnership, effect, spillover, positive_spillover, chi,
                    audit, interest, spent, clawback, information_cost, steering_effort, mandate,
                    national_value, regional_value, powers_price, audit_price, reserve, drift,
                    deal_delta, trust_signed, trust_no_deal, trust_audit, pretence, vagueness,
                    rating, withholding, tie_growth, stated, spread, against_ranking, no_framework)

// Where a rule comes from: a claim of the essay (its number), or design.
struct Source {
    std::vector<std::string_view> claims;  // as in "E05"; empty: the game's own choice
};
// The claims behind a rule; never fails.
const Source& source_of(Rule rule);

// One part of a change. For a factor the amount is what it multiplies by, for a part of a sum what
// it adds; which of the two is said where the list stands.
struct Part {
    Rule rule{};
    double amount = 0;
    std::optional<PartyId> party = {};
    std::optional<ChallengeId> challenge = {};
    std::optional<RegionId> region = {};
    std::optional<ThemeId> theme = {};
    std::optional<std::size_t> mandate = {};  // its place among the party's mandates, from 0
    bool operator==(const Part&) const = default;
};

}  // namespace dealtafel::rules
