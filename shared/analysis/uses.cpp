#include "analysis/uses.hpp"

namespace dealtafel::analysis {

namespace {

template <class E>
std::size_t place(E value) {
    return static_cast<std::size_t>(value);
}

void add_deal(Uses& to, const rules::Deal& deal) {
    ++to.deals;
    ++to.forms[place(deal.form)];
    ++to.accountability[place(deal.accountability)];
    to.clauses[place(Clause::information)] += deal.information ? 1 : 0;
    to.clauses[place(Clause::powers)] += deal.powers ? 1 : 0;
    to.clauses[place(Clause::coordination)] += deal.coordination ? 1 : 0;
    to.clauses[place(Clause::review)] += deal.review ? 1 : 0;
    std::array<bool, 3> goals{};
    for (const rules::Line& line : deal.lines) {
        goals[place(line.goal)] = true;
        ++to.challenges[line.challenge.value];
    }
    for (std::size_t at = 0; at < goals.size(); ++at) to.goals[at] += goals[at] ? 1 : 0;
    for (const PartyId party : rules::partners_of(deal)) ++to.partners[party.value];
}

template <class Counts>
void add_counts(Counts& to, const Counts& more) {
    for (std::size_t at = 0; at < to.size(); ++at) to[at] += more[at];
}

}  // namespace

Uses uses_of(const Scenario& scenario, const std::vector<Judged>& deals) {
    Uses made;
    made.challenges.resize(scenario.challenges.size());
    made.partners.resize(scenario.parties.size());
    for (const Judged& judged : deals) add_deal(made, judged.deal);
    return made;
}

void add(Uses& to, const Uses& more) {
    if (to.challenges.empty()) {
        to = more;
        return;
    }
    to.deals += more.deals;
    add_counts(to.forms, more.forms);
    add_counts(to.goals, more.goals);
    add_counts(to.accountability, more.accountability);
    add_counts(to.clauses, more.clauses);
    add_counts(to.challenges, more.challenges);
    add_counts(to.partners, more.partners);
}

}  // namespace dealtafel::analysis
