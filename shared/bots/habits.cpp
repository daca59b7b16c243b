#include "bots/habits.hpp"

#include <algorithm>

namespace dealtafel::bots {

namespace {

// The value of an issue that is a term, as a number from 0.
std::size_t value_of(const Traits& text, std::size_t issue) {
    switch (static_cast<Issue>(issue)) {
        case Issue::form: return static_cast<std::size_t>(text.form);
        case Issue::accountability: return static_cast<std::size_t>(text.accountability);
        case Issue::conditions:
            return static_cast<std::size_t>(std::clamp(text.conditions, 0, conditions_max));
        default: {
            const std::size_t clause = issue - static_cast<std::size_t>(Issue::information);
            return text.clauses[clause] ? 1 : 0;
        }
    }
}

// A value's count beside the highest of its issue, as if each had been chosen once before.
template <class Counts>
double share(const Counts& counts, std::size_t value) {
    const int most = *std::max_element(counts.begin(), counts.end());
    return static_cast<double>(1 + counts[value]) / (1 + most);
}

}  // namespace

void Habits::note(const Traits& text, PartyId party) {
    for (std::size_t issue = 0; issue < terms; ++issue) {
        const std::size_t value = value_of(text, issue);
        ++counts_[issue][value];
        if (texts_now_ > 0 && value_of(last_, issue) == value) ++kept_[issue];
    }
    if (texts_now_ > 0) {
        ++pairs_;
        if (last_.lines == text.lines) ++kept_[terms];
    }
    for (const LineTraits& line : text.lines) {
        LineHabit& habit = lines_[line.challenge];
        ++habit.times;
        ++habit.goals[static_cast<std::size_t>(line.goal)];
    }
    most_paid_ = std::max(most_paid_, text.paid[party.value]);
    ++texts_;
    ++texts_now_;
    last_ = text;
}

void Habits::begin_round() {
    texts_now_ = 0;
    lines_ = {};
    most_paid_ = 0;
}

// What it holds on to weighs up to twice as much.
double Habits::weight(std::size_t issue) const {
    const double kept = pairs_ == 0 ? 0 : static_cast<double>(kept_[issue]) / pairs_;
    return issue_weights[issue] * (1 + kept);
}

// The mean over the challenges of this text and of those of the party's own.
double Habits::likes_lines(const Traits& text) const {
    double sum = 0;
    int all = 0;
    for (const LineTraits& line : text.lines) {
        ++all;
        const LineHabit* habit = lines_.find(line.challenge);
        if (habit == nullptr) continue;
        const double wanted = static_cast<double>(habit->times) / texts_now_;
        sum += (wanted + share(habit->goals, static_cast<std::size_t>(line.goal))) / 2;
    }
    for (const auto& [challenge, habit] : lines_) {
        if (text.line(challenge) != nullptr) continue;
        ++all;
        sum += 1 - static_cast<double>(habit.times) / texts_now_;
    }
    return all == 0 ? 1 : sum / all;
}

double Habits::likes(const Traits& text, PartyId party, Money budget) const {
    double sum = 0;
    double all = 0;
    for (std::size_t issue = 0; issue < terms; ++issue) {
        sum += weight(issue) * share(counts_[issue], value_of(text, issue));
        all += weight(issue);
    }
    if (texts_now_ > 0) {
        sum += weight(terms) * likes_lines(text) +
               likeness_of_payment(text.paid[party.value], most_paid_, budget);
        all += weight(terms) + payment_weight;
    }
    return sum / all;
}

}  // namespace dealtafel::bots
