// A scenario as a value: what docs/scenarios.md describes, read and checked.
//
// Parties, themes and capabilities are numbered by the rank of their id; `party_order` and
// `theme_order` keep the order of the file. Everything else is numbered in file order.
#pragma once

#include "base/ids.hpp"
#include "base/money.hpp"
#include "base/names.hpp"
#include "base/variant.hpp"
#include "scenario/model.hpp"
#include "scenario/words.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dealtafel {

// A text in every language of the scenario, by language code.
struct Text {
    std::map<std::string, std::string> by_language;
    bool operator==(const Text&) const = default;
};

struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point&) const = default;
};

struct Theme {
    std::string id;
    Text title;
    Horizon horizon = Horizon::now;
};

struct Region {
    std::string id;
    Text title;
    std::vector<Point> outline;  // on the unit square, y grows downward
    std::vector<double> start;   // well-being by theme number, 0..100
    std::vector<double> drift;   // per round, by theme number
    bool named = false;
    std::optional<PartyId> lead;  // none where the region has no parties
};

// What a party gains from a change of well-being; an absent side stands for all.
struct Interest {
    std::optional<RegionId> region;
    std::optional<ThemeId> theme;
    double weight = 0;
};

namespace mandate {
struct Includes {
    ChallengeId challenge;
};
struct SpendsAtLeast {
    ChallengeId challenge;
    Money amount;
};
struct WorksOn {
    ChallengeId challenge;
    PartyId party;
};
struct ConditionsAtMost {
    int count = 0;
};
struct ConditionsAtLeast {
    int count = 0;
};
struct FormIn {
    std::vector<Form> any;
};
struct AccountabilityIn {
    std::vector<Accountability> any;
};
struct ClauseIs {
    Clause clause{};
    bool value = true;
};
struct TensionAtMost {
    Tension tension{};
    double value = 0;
};
struct TensionAtLeast {
    Tension tension{};
    double value = 0;
};
struct OwnMoneyAtMost {
    Money amount;
};
using Condition =
    variant<Includes, SpendsAtLeast, WorksOn, ConditionsAtMost, ConditionsAtLeast, FormIn,
                 AccountabilityIn, ClauseIs, TensionAtMost, TensionAtLeast, OwnMoneyAtMost>;
}  // namespace mandate

// Points that a party gets for a deal in which something holds.
struct Mandate {
    mandate::Condition when;
    double points = 0;
    Text text;
};

struct Party {
    std::string id;
    PartyKind kind{};
    Text title;
    Text short_title;  // empty where the file gives none
    std::optional<RegionId> region;
    Scale level{};
    bool required = false;
    bool lead = false;
    bool at_table = false;  // from the start: at its region's table, or a ministry at every table
    Money budget;
    IdSet<CapabilityId> capabilities;
    double money_value = 1;
    double reserve = 0;
    Text public_face;
    Text brief;
    std::vector<Interest> interests;  // in ascending order of their keys
    std::vector<Mandate> mandates;
};

struct Partnership {
    std::string id;
    Text title;
    IdSet<PartyId> members;
    double tie = 0;
    IdSet<ThemeId> purpose;  // empty: it suits every theme
};

// A value between two parties, a < b.
struct Pair {
    PartyId a;
    PartyId b;
    double value = 0;
};

struct Need {
    CapabilityId capability;
    double weight = 0;
};

struct Effect {
    ThemeId theme;
    double effect = 0;
};

struct Spillover {
    RegionId region;
    ThemeId theme;
    double effect = 0;
};

struct Challenge {
    std::string id;
    RegionId region;
    Text title;
    Text text;
    Scale scale = Scale::regional;
    std::vector<Effect> effects;  // ascending by theme
    std::vector<Need> needs;      // ascending by capability
    double half = 0;
    std::vector<double> urgency;  // one a round, the last lasts
    IdSet<CapabilityId> seen_with;
    bool needs_power = false;
    bool national = false;
    std::vector<Spillover> spillovers;
};

namespace change {
struct Urgency {
    ChallengeId challenge;
    std::optional<double> add, multiply;
};
struct Budget {
    PartyId party;
    std::optional<double> add, multiply;
};
struct WellBeing {
    RegionId region;
    ThemeId theme;
    std::optional<double> add, multiply;
};
struct Trust {
    PartyId a, b;
    std::optional<double> add, multiply;
};
struct ModelValue {
    std::string parameter;
    std::optional<double> add, multiply;
};
struct AtTable {
    PartyId party;
    bool value = false;
};
using Change = variant<Urgency, Budget, WellBeing, Trust, ModelValue, AtTable>;
}  // namespace change

struct ScenarioEvent {
    std::string id;
    Text title;
    Text text;
    std::optional<int> round;
    Stage phase{};
    double chance = 0;
    bool once = true;
    std::vector<change::Change> changes;
};

struct Question {
    std::string id;
    QuestionWhen when{};
    QuestionKind kind{};
    int low = 1;
    int high = 7;
    Text text;
    std::vector<Text> options;
    std::vector<int> correct;
};

// One changed value of a treatment: a dotted path, and the value as TOML writes it.
struct TreatmentChange {
    std::string path;
    std::string value;
};

struct Treatment {
    std::string id;
    Text title;
    std::vector<TreatmentChange> changes;
};

// What the trainer's console offers in a stage.
struct Guide {
    Text say;
    Text ask;
};

struct Scenario final : IdNames {
    std::string id;
    std::vector<std::string> languages;
    Text title;
    Text summary;
    std::vector<std::string> sources;
    int minutes = 0;
    int rounds = 1;
    bool selection = false;
    std::optional<Money> tranche_budget;
    int partnership_form_from = 2;
    int agenda_slots = 4;
    int agenda_votes = 3;
    double agenda_support = 0.4;
    int demands_max = 1;
    int forecast_exact = 3;
    int last_call_seconds = 120;
    std::map<Stage, std::vector<int>> phase_seconds;  // one entry a round, the last lasts
    std::map<Stage, Guide> guides;
    Model model;
    std::vector<Theme> themes;
    std::vector<Region> regions;
    std::vector<Party> parties;
    std::vector<PartyId> party_order;     // as displayed: `party_order`, else the file's order
    std::vector<PartyId> file_order;      // the order of the file, where rules say scenario order
    std::vector<ThemeId> theme_order;     // the order of the file
    std::vector<std::string> capabilities;
    // By capability number; none where the file has no such table, empty where it leaves one out.
    std::vector<Text> capability_titles;
    std::vector<Partnership> partnerships;
    std::vector<Pair> explicit_ties;
    std::vector<Pair> explicit_trust;
    std::vector<Challenge> challenges;
    std::vector<ScenarioEvent> events;
    std::vector<Question> questions;
    std::vector<Treatment> treatments;
    PartyId centre;
    std::string source_sha256;  // of the file's bytes

    const Theme& operator[](ThemeId at) const { return themes[at.value]; }
    const Region& operator[](RegionId at) const { return regions[at.value]; }
    const Party& operator[](PartyId at) const { return parties[at.value]; }
    const Partnership& operator[](PartnershipId at) const { return partnerships[at.value]; }
    const Challenge& operator[](ChallengeId at) const { return challenges[at.value]; }
    const ScenarioEvent& operator[](EventId at) const { return events[at.value]; }
    const Question& operator[](QuestionId at) const { return questions[at.value]; }

    using IdNames::find;
    using IdNames::name;
    std::string_view name(IdKind kind, std::uint16_t value) const override;
    std::optional<std::uint16_t> find(IdKind kind, std::string_view name) const override;

    // The length of a stage in a round (from 1), in seconds; 0 where the stage has no length.
    int seconds(Stage stage, int round) const;
    // The urgency of a challenge in a round (from 1) as the file lists it.
    double listed_urgency(ChallengeId challenge, int round) const;
    // All parties, all challenges of a region, all parties of a region.
    IdSet<PartyId> all_parties() const;
    IdSet<PartyId> parties_of(RegionId region) const;
    // Whether a party belongs to the Rijk: the centre or a ministry.
    bool is_rijk(PartyId party) const;
};

}  // namespace dealtafel
