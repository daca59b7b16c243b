#include "simulation/figures.hpp"

namespace dealtafel::simulation {

namespace {

namespace event = rules::event;

template <class E>
Counts nothing_of() {
    Counts counts;
    for (const std::string& word : words_of<E>()) counts[word] = 0;
    return counts;
}

template <class E>
void count(Counts& counts, E value) {
    ++counts[std::string(to_word(value))];
}

// The mean of what was added, or nothing.
class Mean {
public:
    void add(double value) {
        sum_ += value;
        ++count_;
    }
    std::optional<double> value() const {
        if (count_ == 0) return std::nullopt;
        return sum_ / count_;
    }

private:
    double sum_ = 0;
    int count_ = 0;
};

void add_deal(RoundSummary& to, const rules::Deal& deal, Mean& lines) {
    count(to.forms, deal.form);
    count(to.accountability, deal.accountability);
    ++to.conditions[std::to_string(deal.conditions)];
    for (const rules::Line& line : deal.lines) count(to.goals, line.goal);
    lines.add(static_cast<double>(deal.lines.size()));
    if (deal.information) count(to.clauses, Clause::information);
    if (deal.powers) count(to.clauses, Clause::powers);
    if (deal.coordination) count(to.clauses, Clause::coordination);
    if (deal.review) count(to.clauses, Clause::review);
}

// Whether a party has a deal in a round: its region, or without a region any.
bool has_deal(const GameFigures& game, const Party& party, int round) {
    for (const TableFigures& table : game.tables) {
        if (table.round != round || !table.deal) continue;
        if (!party.region || *party.region == table.deal->region) return true;
    }
    return false;
}

RoundSummary summarise_round(const Scenario& scenario, std::span<const GameFigures> games,
                             int round) {
    RoundSummary made;
    made.round = round;
    made.forms = nothing_of<Form>();
    made.goals = nothing_of<Goal>();
    made.accountability = nothing_of<Accountability>();
    made.clauses = nothing_of<Clause>();
    Mean lines;
    Mean governance;
    std::vector<Mean> points(scenario.parties.size());
    std::vector<Mean> points_of_deals(scenario.parties.size());
    std::vector<int> above(scenario.parties.size());
    const auto at = static_cast<std::size_t>(round - 1);
    for (const GameFigures& game : games) {
        for (const TableFigures& table : game.tables) {
            if (table.round != round) continue;
            ++(table.deal ? made.with_deal : made.without_deal);
            made.findings += table.finding ? 1 : 0;
            if (table.deal) add_deal(made, *table.deal, lines);
        }
        if (game.governance[at]) governance.add(*game.governance[at]);
        for (std::size_t party = 0; party < points.size(); ++party) {
            points[party].add(game.points[at][party]);
            const Party& facts = scenario.parties[party];
            if (has_deal(game, facts, round)) {
                points_of_deals[party].add(game.points[at][party]);
                above[party] += game.points[at][party] >= facts.reserve ? 1 : 0;
            }
        }
    }
    made.lines = lines.value().value_or(0);
    made.governance = governance.value();
    for (std::size_t party = 0; party < points.size(); ++party) {
        const Party& facts = scenario.parties[party];
        made.parties[facts.id] = {facts.reserve, points[party].value().value_or(0),
                                  points_of_deals[party].value(), above[party]};
    }
    return made;
}

}  // namespace

void Tally::stepped(const rules::Request&, const rules::Events& events,
                    const rules::State& after) {
    for (const rules::Event& event : events) {
        if (const auto* drawn = get_if<event::AuditDrawn>(&event)) {
            if (drawn->finding) findings_.insert(drawn->region);
        } else if (const auto* told = get_if<event::OutcomeTold>(&event)) {
            const bool finding = findings_.contains(told->region);
            figures_.tables.push_back({after.round, told->deal, finding});
        } else if (const auto* none = get_if<event::NoDeal>(&event)) {
            if (!scenario_.parties_of(none->region).empty()) {
                figures_.tables.push_back({after.round, std::nullopt, false});
            }
        } else if (const auto* scored = get_if<event::Scored>(&event)) {
            figures_.points.resize(static_cast<std::size_t>(after.round));
            figures_.points.back().resize(scenario_.parties.size());
            figures_.points.back()[scored->party.value] = scored->points;
        } else if (const auto* moved = get_if<event::MovedOn>(&event)) {
            figures_.governance.push_back(moved->common.governance);
            findings_ = {};
        }
    }
    if (after.stage != Stage::closed) return;
    for (const rules::RegionState& region : after.regions) {
        figures_.wellbeing.push_back(region.wellbeing);
    }
}

void Tally::refused(const rules::Request&, rules::Refusal, const rules::State&) {
    ++figures_.refused;
}

Summary summarise(const Plan& plan, std::uint64_t session_seed,
                  std::span<const GameFigures> games) {
    const Scenario& scenario = plan.scenario;
    Summary made;
    made.scenario = scenario.id;
    made.games = static_cast<int>(games.size());
    made.seed = session_seed;
    for (std::size_t at = 0; at < plan.profiles.size(); ++at) {
        made.bots[scenario.parties[at].id] = to_word(plan.profiles[at]);
    }
    for (int round = 1; round <= plan.settings.rounds; ++round) {
        made.rounds.push_back(summarise_round(scenario, games, round));
    }
    for (std::size_t region = 0; region < scenario.regions.size(); ++region) {
        for (std::size_t theme = 0; theme < scenario.themes.size(); ++theme) {
            Mean end;
            for (const GameFigures& game : games) end.add(game.wellbeing[region][theme]);
            made.wellbeing[scenario.regions[region].id][scenario.themes[theme].id] = {
                scenario.regions[region].start[theme], end.value().value_or(0)};
        }
    }
    for (const GameFigures& game : games) made.refused += game.refused;
    return made;
}

}  // namespace dealtafel::simulation
