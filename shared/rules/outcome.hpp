// The outcome of a deal: section 4 of docs/rules.md, factor by factor. Pure functions of a deal
// and the circumstances in which it is carried out.
#pragma once

#include "rules/deal.hpp"
#include "rules/explain.hpp"
#include "scenario/scenario.hpp"

#include <optional>
#include <vector>

namespace dealtafel::rules {

// A symmetric table with one value for each pair of parties.
struct PairTable {
    std::uint16_t parties = 0;
    std::vector<double> values;  // row by row, parties * parties

    PairTable() = default;
    PairTable(std::uint16_t count, double value)
        : parties(count), values(std::size_t{count} * count, value) {}
    double get(PartyId a, PartyId b) const {
        return values[std::size_t{a.value} * parties + b.value];
    }
    void set(PartyId a, PartyId b, double value) {
        values[std::size_t{a.value} * parties + b.value] = value;
        values[std::size_t{b.value} * parties + a.value] = value;
    }
    bool operator==(const PairTable&) const = default;
};

// The ties and the trust with which a game starts.
PairTable starting_ties(const Scenario& scenario, const Model& model);
PairTable starting_trust(const Scenario& scenario, const Model& model);

// What the outcome depends on besides the deal. References must outlive the call.
struct Circumstances {
    const Model& model;
    const PairTable& ties;
    const PairTable& trust;
    const std::vector<double>& urgency;  // by challenge number, of this round
    int earlier_specific = 0;
    int unreviewed = 0;
    int round = 1;
    double withheld_share = 0;  // 0..0.2 of the centre's money in each line
    // Only for a forecast: the challenges whose urgency is known to who asks. An unknown one
    // counts as 0.5, and `seen` of a review leaves it out. Absent: everything is known.
    std::optional<IdSet<ChallengeId>> known_urgency;
};

// A deal's position on the three tensions, each from -1 to +1.
struct Positions {
    double partnership = 0;
    double steering = 0;
    double hierarchy = 0;

    double operator[](Tension tension) const {
        switch (tension) {
            case Tension::partnership: return partnership;
            case Tension::steering: return steering;
            case Tension::hierarchy: return hierarchy;
        }
        return 0;
    }
    bool operator==(const Positions&) const = default;
};

struct LineOutcome {
    ChallengeId challenge;
    double partnership = 0;
    double steering = 0;
    double friction = 0;
    double reach = 0;
    double coverage = 0;
    double suits = 0;
    double scale_fit = 0;
    double fit = 0;
    double cooperation = 0;
    double power = 0;
    double relevance = 0;
    double yield = 0;
    bool operator==(const LineOutcome&) const = default;
};

// What a deal brings, after a finding or without one.
struct Outcome {
    bool audited = false;
    double withheld_share = 0;  // of the centre's money, as in the circumstances
    Positions tension{};
    double audit_chance = 0;
    double admin = 0;
    double commitment = 0;
    double chi = 0;
    std::vector<LineOutcome> lines;  // in the order of the deal's lines
    // Changes of well-being, region * themes + theme.
    std::vector<double> delta;
    // What each party spends, by party number: as signed, less claw-back, with the centre's costs.
    std::vector<double> spent;
    bool operator==(const Outcome&) const = default;
};

// Positions of a deal as it stands, or as amended after a finding; `m` is the money as computed.
Positions positions(const Scenario& scenario, const Circumstances& at, const Deal& deal,
                    bool audited);
// The chance of a finding against the centre; 0 unless the form is decentralised.
double audit_chance(const Model& model, const Deal& deal);
// The outcome. The deal has no problems. Lines are summed in scenario order of their challenges.
Outcome outcome(const Scenario& scenario, const Circumstances& at, const Deal& deal, bool audited);

// The outcomes of one deal after another in the same circumstances, for whoever looks at thousands:
// a line that stands as in the deal before is not looked at again.
class Outcomes {
public:
    Outcomes(const Scenario& scenario, const Circumstances& at) : scenario_(scenario), at_(at) {}

    // The outcome without a finding; it stays until the next call.
    const Outcome& sound(const Deal& deal);
    // The outcome after a finding, of the deal that was asked for last.
    const Outcome& audited(const Deal& deal);
    const Circumstances& at() const { return at_; }

private:
    // All that counts for what a finding leaves of a line as it is.
    struct Key {
        ChallengeId challenge;
        IdSet<PartyId> partners;
        Goal goal{};
        bool empty = false;  // its result
        bool information = false;
        bool powers = false;
        bool review = false;
        double seen = 0;
        bool operator==(const Key&) const = default;
    };

    const Scenario& scenario_;
    Circumstances at_;
    std::vector<Key> keys_;  // of the lines of sound_
    Outcome sound_;
    Outcome audited_;
};

// Whether a mandate of `owner` holds in a deal; tensions as computed in `positions`.
bool holds(const Mandate& mandate, PartyId owner, const Deal& deal, const Positions& tension);

// The points that a deal brings to a party, without anybody's reserve. `mandates` says whether the
// party's mandates count (it signed the deal, or the deal is of its own region).
double points(const Scenario& scenario, const Model& model, const Deal& deal,
              const Outcome& outcome, PartyId party, bool mandates);
// The same as the parts of a sum, which add up to points() within 1e-9.
std::vector<Part> explain_points(const Scenario& scenario, const Model& model, const Deal& deal,
                                 const Outcome& outcome, PartyId party, bool mandates);

// How one line came to its yield and its effects.
struct LineExplanation {
    ChallengeId challenge;
    Part yield;                 // a product of its factors, each with what it is made of
    std::vector<Part> effects;  // add up to the changes of well-being by this line
};
// How a deal came to its outcome. `admin` is what administration leaves of the money; it and
// `commitment` are told here once and stand as factors in every line.
struct Explanation {
    Part partnership;
    Part steering;
    Part hierarchy;
    Part audit_chance;
    Part admin;
    Part commitment;
    Part chi;
    std::vector<LineExplanation> lines;  // in the order of the deal's lines
};
// Made only when somebody asks: an outcome alone takes a fraction of the time.
Explanation explain(const Scenario& scenario, const Circumstances& at, const Deal& deal,
                    const Outcome& outcome);

}  // namespace dealtafel::rules
