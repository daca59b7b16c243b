// Explanations as data: which rule changed a number, by how much, what that amount is made of, and
// where the rule comes from.
#pragma once

#include "base/ids.hpp"
#include "scenario/words.hpp"

#include <boost/describe/enum.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace dealtafel::rules {

// Every rule that changes a number, by the term of docs/rules.md, and where it comes from: claims
// of the essay, another source by its name in docs/sources.md, or the game's own design. The enum,
// its words and docs/protocol/rule-sources.json are made from this list.
#define DEALTAFEL_RULES(X)                                        \
    /* where a sum starts, and where its range ends */            \
    X(whole, design, "")                                          \
    X(limit, design, "")                                          \
    /* positions on the tensions */                               \
    X(partnership, essay, "E04 E05")                              \
    X(together, essay, "E05")                                     \
    X(capable, essay, "E04")                                      \
    X(steering, essay, "E16 E17")                                 \
    X(goal, essay, "E16 E17")                                     \
    X(conditions, essay, "E17")                                   \
    X(hierarchy, essay, "E29 E34")                                \
    X(form, essay, "R7 E30 E31")                                  \
    X(accountability, essay, "E28 E31 E34")                       \
    X(line_share, design, "")                                     \
    /* the yield of a line and its factors */                     \
    X(yield, design, "")                                          \
    X(relevance, essay, "E08")                                    \
    X(reach, design, "")                                          \
    X(coverage, essay, "E04 E14 E16")                             \
    X(suits, essay, "E06")                                        \
    X(scale_fit, essay, "E11 E12")                                \
    X(fit, essay, "E03 E19 E20 E21 E25")                          \
    X(commitment, essay, "E02 E28 E29 E34")                       \
    X(cooperation, essay, "E26")                                  \
    X(power, essay, "E16")                                        \
    /* relevance */                                               \
    X(urgency, design, "")                                        \
    X(stale, essay, "E08")                                        \
    X(review, essay, "E08")                                       \
    /* reach */                                                   \
    X(money, essay, "R2")                                         \
    X(paid, essay, "R2")                                          \
    X(withheld, design, "")                                       \
    X(late, essay, "E32")                                         \
    X(friction, essay, "E05 E15")                                 \
    X(strangers, essay, "E05 E15")                                \
    X(friction_each, design, "")                                  \
    X(more_partners, essay, "E15")                                \
    X(looseness, essay, "E05")                                    \
    X(admin, essay, "E18 E31 E33")                                \
    X(half, design, "")                                           \
    /* admin */                                                   \
    X(admin_base, other, "administrative-burden")                 \
    X(admin_hierarchy, essay, "E31")                              \
    X(admin_condition, other, "administrative-burden")            \
    X(admin_upward, essay, "E18 E31")                             \
    X(admin_coordination, design, "")                             \
    X(admin_review, design, "")                                   \
    X(admin_temporary, essay, "E33")                              \
    X(admin_partnership, essay, "E33")                            \
    /* coverage, suits, scale_fit, fit */                         \
    X(capability, essay, "E04 E14")                               \
    X(information, essay, "E16")                                  \
    X(mismatch, essay, "E06")                                     \
    X(scale_gap, essay, "E11 E12")                                \
    X(fit_steering, essay, "E02 E03 E21 E25")                     \
    X(fit_enabling, essay, "E02 E19 E25")                         \
    X(fit_vague, essay, "E20")                                    \
    /* commitment, cooperation, power */                          \
    X(commitment_hierarchy, essay, "E02 E34")                     \
    X(commitment_freedom, essay, "E02 E34")                       \
    X(built_in_hierarchy, essay, "E29")                           \
    X(commitment_one_sided, essay, "E28 E34")                     \
    X(cooperation_floor, design, "")                              \
    X(trust, design, "")                                          \
    X(unclear_joint, essay, "E26 R6")                             \
    X(power_missing, essay, "E16")                                \
    /* effects */                                                 \
    X(effect, design, "")                                         \
    X(spillover, essay, "E27")                                    \
    X(positive_spillover, design, "")                             \
    X(chi, essay, "E27 E36")                                      \
    X(coordination_base, essay, "E27")                            \
    X(coordination_hierarchy, essay, "E36")                       \
    /* the audit */                                               \
    X(audit, essay, "E32")                                        \
    X(audit_condition, essay, "E32")                              \
    X(audit_upward, essay, "E32")                                 \
    /* a party's points */                                        \
    X(interest, other, "scoreable-exercise")                      \
    X(spent, design, "")                                          \
    X(side_agreement, design, "")                                 \
    X(clawback, essay, "E31")                                     \
    X(information_cost, design, "")                               \
    X(steering_effort, essay, "E18")                              \
    X(mandate, other, "scoreable-exercise")                       \
    X(national_value, essay, "E17 E24")                           \
    X(regional_value, essay, "E16")                               \
    X(powers_price, design, "")                                   \
    X(audit_price, essay, "E32")                                  \
    X(reserve, other, "scoreable-exercise")                       \
    /* the agenda, and what was attained of it */                 \
    X(agenda_support, essay, "E07 E09 R5")                        \
    X(agenda_demand, essay, "E23 R5")                             \
    X(gap, essay, "E10 E11")                                      \
    X(attainment, essay, "E10")                                   \
    X(moved, design, "")                                          \
    /* what moves on */                                           \
    X(drift, design, "")                                          \
    X(deal_delta, design, "")                                     \
    X(trust_signed, design, "")                                   \
    X(trust_no_deal, design, "")                                  \
    X(trust_audit, design, "")                                    \
    X(pretence, essay, "E35")                                     \
    X(vagueness, essay, "E01")                                    \
    X(rating, essay, "E34")                                       \
    X(withholding, design, "")                                    \
    X(tie_growth, design, "")                                     \
    X(stated, essay, "E01")                                       \
    X(unstated, essay, "E01")                                     \
    X(spread, essay, "E01")                                       \
    X(against_ranking, essay, "E01")                              \
    X(no_framework, essay, "E01")

#define DEALTAFEL_RULE_NAME(name, origin, from) name,
enum class Rule { DEALTAFEL_RULES(DEALTAFEL_RULE_NAME) };
#undef DEALTAFEL_RULE_NAME

// BOOST_DESCRIBE_ENUM itself takes at most 52 names.
#define DEALTAFEL_RULE_ENTRY(name, origin, from) BOOST_DESCRIBE_ENUM_ENTRY(Rule, name)
BOOST_DESCRIBE_ENUM_BEGIN(Rule)
DEALTAFEL_RULES(DEALTAFEL_RULE_ENTRY)
BOOST_DESCRIBE_ENUM_END(Rule)
#undef DEALTAFEL_RULE_ENTRY

enum class Origin { essay, other, design };
BOOST_DESCRIBE_ENUM(Origin, essay, other, design)

// Where a rule comes from.
struct Source {
    Origin origin = Origin::design;
    std::vector<std::string_view> claims = {};   // of the essay, as in "E05"
    std::optional<std::string_view> other = {};  // another source's name in docs/sources.md

    static constexpr bool absent_is_default(std::string_view member) { return member == "claims"; }
};
// Never fails.
const Source& source_of(Rule rule);

// One number, by the rule that made it. In a sum the amount is what it adds, in a product what it
// multiplies by. Where there is more to tell, `sum` or `product` has what the amount is made of.
struct Part {
    Rule rule{};
    double amount = 0;
    std::optional<PartyId> party = {};
    std::optional<ChallengeId> challenge = {};
    std::optional<RegionId> region = {};
    std::optional<ThemeId> theme = {};
    std::optional<Tension> tension = {};
    std::optional<std::size_t> mandate = {};  // its place among the party's mandates, from 0
    std::vector<Part> sum = {};
    std::vector<Part> product = {};
    bool operator==(const Part&) const = default;

    static constexpr bool absent_is_default(std::string_view member) {
        return member == "sum" || member == "product";
    }
};

}  // namespace dealtafel::rules
