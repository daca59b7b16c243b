#include "scenario/model.hpp"

#include <array>
#include <limits>

namespace dealtafel {

namespace {

constexpr double unbounded = std::numeric_limits<double>::infinity();

constexpr std::array<ModelParameter, 47> parameters{{
    {"default_tie", &Model::default_tie, 0, 1},
    {"initial_trust", &Model::initial_trust, 0, 1},
    {"friction", &Model::friction, 0, unbounded},
    {"friction_cap", &Model::friction_cap, 0, 1},
    {"partnership_mismatch", &Model::partnership_mismatch, 0, unbounded},
    {"scale_penalty", &Model::scale_penalty, 0, unbounded},
    {"admin_base", &Model::admin_base, 0, unbounded},
    {"admin_hierarchy", &Model::admin_hierarchy, 0, unbounded},
    {"admin_condition", &Model::admin_condition, 0, unbounded},
    {"admin_coordination", &Model::admin_coordination, 0, unbounded},
    {"admin_review", &Model::admin_review, 0, unbounded},
    {"admin_temporary", &Model::admin_temporary, 0, unbounded},
    {"admin_partnership", &Model::admin_partnership, 0, unbounded},
    {"admin_upward", &Model::admin_upward, 0, unbounded},
    {"commitment_one_sided", &Model::commitment_one_sided, 0, unbounded},
    {"fit_steering", &Model::fit_steering, 0, unbounded},
    {"fit_enabling", &Model::fit_enabling, 0, unbounded},
    {"vagueness", &Model::vagueness, 0, unbounded},
    {"built_in_hierarchy", &Model::built_in_hierarchy, -1, 1},
    {"commitment_hierarchy", &Model::commitment_hierarchy, 0, unbounded},
    {"commitment_freedom", &Model::commitment_freedom, 0, unbounded},
    {"cooperation_floor", &Model::cooperation_floor, 0, 1},
    {"unclear_joint", &Model::unclear_joint, 0, unbounded},
    {"power_missing", &Model::power_missing, 0, unbounded},
    {"information_coverage", &Model::information_coverage, 0, unbounded},
    {"information_cost", &Model::information_cost, 0, unbounded},
    {"powers_price", &Model::powers_price, 0, unbounded},
    {"steering_effort", &Model::steering_effort, 0, unbounded},
    {"national_value", &Model::national_value, 0, unbounded},
    {"regional_value", &Model::regional_value, 0, unbounded},
    {"coordination_base", &Model::coordination_base, 0, unbounded},
    {"coordination_hierarchy", &Model::coordination_hierarchy, 0, unbounded},
    {"review_recovery", &Model::review_recovery, 0, unbounded},
    {"stale", &Model::stale, 0, unbounded},
    {"stale_rounds_max", &Model::stale_rounds_max, 0, unbounded},
    {"cofinancing_min", &Model::cofinancing_min, 0, unbounded},
    {"centre_share_min", &Model::centre_share_min, 0, 1},
    {"line_min", &Model::line_min, 0, unbounded},
    {"audit_chance_per_condition", &Model::audit_chance_per_condition, 0, 1},
    {"audit_upward_counts_as", &Model::audit_upward_counts_as, 0, unbounded},
    {"audit_chance_cap", &Model::audit_chance_cap, 0, 1},
    {"audit_delay", &Model::audit_delay, 0, 1},
    {"audit_price", &Model::audit_price, 0, unbounded},
    {"clawback_coverage", &Model::clawback_coverage, 0, 1},
    {"clawback_share", &Model::clawback_share, 0, 1},
    {"ambition_default", &Model::ambition_default, 0, 100},
    {"band", &Model::band, 0, unbounded},
}};

}  // namespace

std::span<const ModelParameter> model_parameters() { return parameters; }

const ModelParameter* model_parameter(std::string_view name) {
    for (const ModelParameter& parameter : parameters) {
        if (parameter.name == name) return &parameter;
    }
    return nullptr;
}

}  // namespace dealtafel
