// The parameters of the outcome, with the defaults of section 8 of docs/rules.md.
#pragma once

#include "base/money.hpp"

#include <span>
#include <string_view>

namespace dealtafel {

struct Model {
    double default_tie = 0.2;
    double initial_trust = 0.5;
    double friction = 0.1;
    double friction_cap = 0.5;
    double partnership_mismatch = 0.15;
    double scale_penalty = 0.08;
    double admin_base = 0.03;
    double admin_hierarchy = 0.1;
    double admin_condition = 0.01;
    double admin_coordination = 0.03;
    double admin_review = 0.04;
    double admin_temporary = 0.02;
    double admin_partnership = 0.03;
    double admin_upward = 0.03;
    double commitment_one_sided = 0.1;
    double fit_steering = 0.8;
    double fit_enabling = 0.6;
    double vagueness = 1.5;
    double built_in_hierarchy = 0.2;
    double commitment_hierarchy = 0.35;
    double commitment_freedom = 0.45;
    double cooperation_floor = 0.5;
    double unclear_joint = 0.9;
    double power_missing = 0.5;
    double information_coverage = 0.2;
    double information_cost = 0.5;
    double powers_price = 2.0;
    double steering_effort = 0.05;
    double national_value = 2.5;
    double regional_value = 1.5;
    double coordination_base = 0.4;
    double coordination_hierarchy = 0.4;
    double review_recovery = 0.2;
    double stale = 0.08;
    double stale_rounds_max = 3;
    double cofinancing_min = 1.0;
    double centre_share_min = 0.2;
    double line_min = 1.0;  // millions of euros, in steps of 0.1
    double audit_chance_per_condition = 0.15;
    double audit_upward_counts_as = 2;
    double audit_chance_cap = 0.9;
    double audit_delay = 0.4;
    double audit_price = 3.0;
    double clawback_coverage = 0.5;
    double clawback_share = 0.2;
    double ambition_default = 10;
    double band = 4.0;

    bool operator==(const Model&) const = default;
};

// A parameter by its name, with the range in which its value must lie.
struct ModelParameter {
    std::string_view name;
    double Model::*member;
    double low;
    double high;  // infinity where there is no upper bound
};

// All parameters, in the order of the struct.
std::span<const ModelParameter> model_parameters();
// The parameter of a name; null where there is none.
const ModelParameter* model_parameter(std::string_view name);

}  // namespace dealtafel
