#include "rules/moves_on.hpp"

#include "rules/explain_parts.hpp"

#include <algorithm>
#include <cmath>

namespace dealtafel::rules {

namespace {

Part part_of(Rule rule, double amount) {
    Part part;
    part.rule = rule;
    part.amount = amount;
    return part;
}

// One value that moves in steps, each held within its range; the parts are what each step did.
class Moving {
public:
    Moving(double from, double low, double high)
        : from_(from), now_(from), low_(low), high_(high) {}
    void step(Part part) {
        const double next = std::clamp(now_ + part.amount, low_, high_);
        part.amount = next - now_;
        now_ = next;
        if (part.amount != 0) parts_.push_back(part);
    }
    double from() const { return from_; }
    double now() const { return now_; }
    const std::vector<Part>& parts() const { return parts_; }

private:
    double from_;
    double now_;
    double low_;
    double high_;
    std::vector<Part> parts_;
};

// A value for each pair of parties, all moving.
class MovingPairs {
public:
    MovingPairs(const PairTable& table, double high) : parties_(table.parties) {
        for (std::uint16_t a = 0; a < parties_; ++a) {
            for (std::uint16_t b = 0; b < parties_; ++b) {
                pairs_.emplace_back(table.get(PartyId{a}, PartyId{b}), 0.0, high);
            }
        }
    }
    Moving& at(PartyId a, PartyId b) {
        const auto [low, high] = std::minmax(a, b);
        return pairs_[std::size_t{low.value} * parties_ + high.value];
    }
    std::vector<event::PairMoved> moved() const {
        std::vector<event::PairMoved> moved;
        for (std::uint16_t a = 0; a < parties_; ++a) {
            for (std::uint16_t b = static_cast<std::uint16_t>(a + 1); b < parties_; ++b) {
                const Moving& pair = pairs_[std::size_t{a} * parties_ + b];
                if (pair.parts().empty()) continue;
                moved.push_back({PartyId{a}, PartyId{b}, pair.from(), pair.now(), pair.parts()});
            }
        }
        return moved;
    }

private:
    std::uint16_t parties_;
    std::vector<Moving> pairs_;
};

void move_wellbeing(const Scenario& scenario, const State& state,
                    const std::vector<ConcludedDeal>& deals, event::MovedOn& moved) {
    const std::size_t themes = scenario.themes.size();
    for (std::uint16_t region = 0; region < scenario.regions.size(); ++region) {
        for (std::uint16_t theme = 0; theme < themes; ++theme) {
            Moving score(state.regions[region].wellbeing[theme], 0, 100);
            score.step(part_of(Rule::drift, scenario.regions[region].drift[theme]));
            for (const ConcludedDeal& deal : deals) {
                Part part = part_of(Rule::deal_delta, deal.outcome->delta[region * themes + theme]);
                part.region = deal.region;
                score.step(part);
            }
            if (score.parts().empty()) continue;
            moved.wellbeing.push_back(
                {RegionId{region}, ThemeId{theme}, score.from(), score.now(), score.parts()});
        }
    }
}

// Signs, findings, pretence and vagueness of one deal, each on the pairs that it touches.
void trust_of_deal(const Scenario& scenario, const State& state, const ConcludedDeal& concluded,
                   MovingPairs& trust) {
    const IdSet<PartyId> signed_by = signatories(scenario, *concluded.deal);
    for (const PartyId a : signed_by) {
        for (const PartyId b : signed_by) {
            if (a < b) trust.at(a, b).step(part_of(Rule::trust_signed, 0.05));
        }
    }
    const auto with_centre = [&](Rule rule, double amount) {
        for (const PartyId other : signed_by) {
            if (other == scenario.centre) continue;
            trust.at(scenario.centre, other).step(part_of(rule, amount));
        }
    };
    if (concluded.outcome->audited) with_centre(Rule::trust_audit, -0.10);
    const StatedPositions& stated = state.framework.stated;
    if (stated.hierarchy) {
        const double gap =
            positive(positive(concluded.outcome->tension.hierarchy) -
                     positive(stated.hierarchy->value));
        with_centre(Rule::pretence, -0.30 * gap);
    }
    const double governance = deal_governance(stated, concluded.outcome->tension);
    with_centre(Rule::vagueness, -0.15 * (1 - governance / 100));
}

void move_trust(const Scenario& scenario, const State& state,
                const std::vector<ConcludedDeal>& deals, event::MovedOn& moved) {
    MovingPairs trust(state.trust, 1);
    for (std::uint16_t at = 0; at < state.regions.size(); ++at) {
        const RegionState& region = state.regions[at];
        const auto concluded = std::find_if(deals.begin(), deals.end(), [&](const auto& deal) {
            return deal.region == RegionId{at};
        });
        if (concluded != deals.end()) {
            trust_of_deal(scenario, state, *concluded, trust);
        } else if (!region.versions.empty()) {
            for (const PartyId party : scenario.parties_of(RegionId{at})) {
                if (!scenario[party].required) continue;
                trust.at(scenario.centre, party).step(part_of(Rule::trust_no_deal, -0.05));
            }
        }
    }
    moved.trust = trust.moved();
}

void move_ties(const State& state, const std::vector<ConcludedDeal>& deals,
               event::MovedOn& moved) {
    MovingPairs ties(state.ties, 1);
    std::vector<std::pair<PartyId, PartyId>> together;
    for (const ConcludedDeal& deal : deals) {
        for (const Line& line : deal.deal->lines) {
            for (const PartyId a : line.partners) {
                for (const PartyId b : line.partners) {
                    if (a < b) together.emplace_back(a, b);
                }
            }
        }
    }
    std::sort(together.begin(), together.end());
    together.erase(std::unique(together.begin(), together.end()), together.end());
    for (const auto& [a, b] : together) {
        const double tie = state.ties.get(a, b);
        const double grown = std::max(tie, std::min(0.9, tie + 0.15));
        ties.at(a, b).step(part_of(Rule::tie_growth, grown - tie));
    }
    moved.ties = ties.moved();
}

bool is_stated(const std::optional<Stated>& stated) {
    return stated && !stated->sentence.empty;
}

// How far one tension agrees with what was stated about it, 0..1.
double agreement(const std::optional<Stated>& stated, double actual) {
    if (!is_stated(stated)) return 0.25;
    return 1 - std::abs(stated->value - actual) / 2;
}

// What one deal adds to governance, tension by tension; together `share` of the deal's own figure.
void tell_governance(const StatedPositions& stated, const ConcludedDeal& deal, double share,
                     std::vector<Part>& parts) {
    const auto tell = [&](Tension tension, const std::optional<Stated>& position) {
        const double agreed = agreement(position, deal.outcome->tension[tension]);
        Part part = part_of(is_stated(position) ? Rule::stated : Rule::unstated,
                            share * 100 * agreed / tension_count);
        part.region = deal.region;
        part.tension = tension;
        parts.push_back(std::move(part));
    };
    tell(Tension::partnership, stated.partnership);
    tell(Tension::steering, stated.steering);
    tell(Tension::hierarchy, stated.hierarchy);
}

// How alike several deals are on the tensions, 0..1.
double likeness(const std::vector<ConcludedDeal>& deals) {
    double spans = 0;
    for (const Tension tension : {Tension::partnership, Tension::steering, Tension::hierarchy}) {
        double low = deals.front().outcome->tension[tension];
        double high = low;
        for (const ConcludedDeal& deal : deals) {
            low = std::min(low, deal.outcome->tension[tension]);
            high = std::max(high, deal.outcome->tension[tension]);
        }
        spans += (high - low) / 2;
    }
    return 1 - spans / tension_count;
}

void judge_governance(const State& state, const std::vector<ConcludedDeal>& deals,
                      event::CommonResult& common) {
    if (deals.empty()) return;
    double sum = 0;
    for (const ConcludedDeal& deal : deals) {
        sum += deal_governance(state.framework.stated, deal.outcome->tension);
    }
    const double mean = sum / static_cast<double>(deals.size());
    const double of_mean = deals.size() == 1 ? 1 : 0.7;
    for (const ConcludedDeal& deal : deals) {
        tell_governance(state.framework.stated, deal,
                        of_mean / static_cast<double>(deals.size()), common.governance_parts);
    }
    double figure = mean;
    if (deals.size() > 1) {
        const double spread = 0.3 * 100 * likeness(deals);
        figure = 0.7 * mean + spread;
        common.governance_parts.push_back(part_of(Rule::spread, spread));
    }
    if (state.against_ranking > 0) {
        const double less = std::min(10.0 * state.against_ranking, figure);
        figure -= less;
        common.governance_parts.push_back(part_of(Rule::against_ranking, -less));
    }
    if (!state.framework.published) {
        const double less = std::min(10.0, figure);
        figure -= less;
        common.governance_parts.push_back(part_of(Rule::no_framework, -less));
    }
    common.governance = figure;
}

void sum_wellbeing(const Scenario& scenario, const std::vector<ConcludedDeal>& deals,
                   event::CommonResult& common) {
    const std::size_t themes = scenario.themes.size();
    for (const ConcludedDeal& deal : deals) {
        for (std::size_t at = 0; at < deal.outcome->delta.size(); ++at) {
            const double change = deal.outcome->delta[at];
            const bool here = at / themes == deal.region.value;
            const bool later = scenario.themes[at % themes].horizon == Horizon::later;
            (here ? (later ? common.here_later : common.here_now) : common.elsewhere) += change;
        }
    }
}

event::Attainment attained(RegionId region, ThemeId theme, double gap, double change) {
    event::Attainment told{region, theme, gap, std::clamp(change / gap, 0.0, 1.0), {}};
    Part part_of_gap = part_of(Rule::attainment, change / gap);
    part_of_gap.product = {part_of(Rule::moved, change), part_of(Rule::gap, 1 / gap)};
    told.why = Sum(Rule::attainment)
                   .add(std::move(part_of_gap))
                   .at_least(0)
                   .at_most(1)
                   .of(told.attained);
    return told;
}

void judge_attainment(const State& state, const event::MovedOn& moved,
                      event::CommonResult& common) {
    for (std::uint16_t at = 0; at < state.regions.size(); ++at) {
        const RegionState& region = state.regions[at];
        if (!region.agenda_made) continue;
        for (std::uint16_t theme = 0; theme < region.table_ambition.size(); ++theme) {
            const double before = region.agenda_scores[theme];
            const double gap = region.table_ambition[theme] - before;
            if (gap <= 0) continue;
            double after = region.wellbeing[theme];
            for (const event::WellBeingMoved& change : moved.wellbeing) {
                if (change.region == RegionId{at} && change.theme == ThemeId{theme}) {
                    after = change.to;
                }
            }
            common.attainment.push_back(
                attained(RegionId{at}, ThemeId{theme}, gap, after - before));
        }
    }
}

// The mean trust over pairs that shared a table this round; the centre sat at every table that
// negotiated.
double mean_trust(const Scenario& scenario, const State& state, const event::MovedOn& moved) {
    PairTable trust = state.trust;
    for (const event::PairMoved& pair : moved.trust) trust.set(pair.a, pair.b, pair.to);
    PairTable shared(trust.parties, 0);
    for (const RegionState& region : state.regions) {
        IdSet<PartyId> table = (region.table | region.left) - vacant_seats(state);
        if (!region.versions.empty()) table.insert(scenario.centre);
        for (const PartyId a : table) {
            for (const PartyId b : table) {
                if (a != b) shared.set(a, b, 1);
            }
        }
    }
    double sum = 0;
    int pairs = 0;
    for (std::uint16_t a = 0; a < trust.parties; ++a) {
        for (std::uint16_t b = static_cast<std::uint16_t>(a + 1); b < trust.parties; ++b) {
            if (shared.get(PartyId{a}, PartyId{b}) == 0) continue;
            sum += trust.get(PartyId{a}, PartyId{b});
            ++pairs;
        }
    }
    return pairs == 0 ? 0 : sum / pairs;
}

}  // namespace

double deal_governance(const StatedPositions& stated, const Positions& actual) {
    const double sum = agreement(stated.partnership, actual.partnership) +
                       agreement(stated.steering, actual.steering) +
                       agreement(stated.hierarchy, actual.hierarchy);
    return 100 * sum / tension_count;
}

event::MovedOn move_on(const Scenario& scenario, const State& state,
                       const std::vector<ConcludedDeal>& deals) {
    event::MovedOn moved;
    move_wellbeing(scenario, state, deals, moved);
    move_trust(scenario, state, deals, moved);
    move_ties(state, deals, moved);
    sum_wellbeing(scenario, deals, moved.common);
    judge_governance(state, deals, moved.common);
    judge_attainment(state, moved, moved.common);
    moved.common.trust = mean_trust(scenario, state, moved);
    return moved;
}

std::vector<event::PairMoved> trust_by_ratings(const Scenario& scenario, const State& state) {
    std::vector<RatingGiven> ratings = state.ratings;
    std::sort(ratings.begin(), ratings.end(), [](const RatingGiven& a, const RatingGiven& b) {
        const auto pair_a = std::minmax(a.rater, a.rated);
        const auto pair_b = std::minmax(b.rater, b.rated);
        return pair_a != pair_b ? pair_a < pair_b : a.rater < b.rater;
    });
    MovingPairs trust(state.trust, 1);
    for (const RatingGiven& given : ratings) {
        Part part = part_of(Rule::rating, 0.03 * (given.rating - 3));
        part.party = given.rater;
        trust.at(given.rater, given.rated).step(part);
    }
    for (std::uint16_t at = 0; at < state.regions.size(); ++at) {
        const RegionState& region = state.regions[at];
        if (region.withholding == 0) continue;
        Part part = part_of(Rule::withholding, -0.05);
        part.region = RegionId{at};
        for (const PartyId other :
             signatories(scenario, version_of(region, region.concluded).deal)) {
            if (other != scenario.centre) trust.at(scenario.centre, other).step(part);
        }
    }
    return trust.moved();
}

}  // namespace dealtafel::rules
