#include "bots/others.hpp"

#include <algorithm>
#include <array>

namespace dealtafel::bots {

namespace {

constexpr double unknown = 0.6;        // how far a deal suits who has shown nothing yet
// How much a change counts that somebody asked for by a stance, and one that nobody asked for.
constexpr double asked_change = 0.12;
constexpr double other_change = 0.03;
// What sums of parts of 1 may come to above it.
constexpr double rounding = 1e-9;

bool same_line(const LineTraits* a, const LineTraits* b) {
    if (a == nullptr || b == nullptr) return a == b;
    return a->goal == b->goal && a->partners == b->partners && a->tenths == b->tenths;
}

}  // namespace

void Others::begin_round() {
    versions_.clear();
    alike_.clear();
    regarded_.clear();
    liked_.clear();
    open_.reset();
    for (auto& [party, shown] : shown_) {
        shown.versions.clear();
        shown.latest.clear();
        shown.backed = 0;
        shown.habits.begin_round();
    }
}

void Others::look(const Mind& mind) {
    const std::size_t parties = mind.scenario().parties.size();
    const std::vector<Written>& versions = mind.versions(region_);
    bool moved = budgets_moved(mind);
    while (versions_.size() < versions.size()) {
        const Written& text = versions[versions_.size()];
        versions_.push_back(traits_of(text.deal, parties));
        alike_.emplace_back(versions_.size(), -1.0);
        if (text.by) note(*text.by, static_cast<int>(versions_.size()));
        moved = true;
    }
    open_.reset();
    const rules::TableView* table = mind.table(region_);
    if (table != nullptr) {
        for (const auto& [party, version] : table->backing) {
            int& before = shown_[party].backed;
            if (before == version || !mind.is_version(region_, version)) continue;
            before = version;
            note(party, version);
            moved = true;
        }
        const auto& on_table = mind.region(region_).on_table;
        if (on_table && mind.is_version(region_, on_table->version)) {
            open_ = Open{on_table->version, table->stances};
        }
    }
    if (moved) regard_latest();
}

bool Others::budgets_moved(const Mind& mind) {
    bool moved = false;
    budgets_.resize(mind.scenario().parties.size());
    for (const PartyId party : mind.scenario().all_parties()) {
        Money& before = budgets_[party.value];
        moved = moved || before != mind.budget(party);
        before = mind.budget(party);
    }
    return moved;
}

void Others::note(PartyId party, int version) {
    Shown& shown = shown_[party];
    std::erase(shown.versions, version);
    shown.versions.push_back(version);
    if (habits_weight_ > 0) shown.habits.note(traits_of_version(version), party);
}

void Others::regard_latest() {
    liked_.assign(versions_.size(), std::nullopt);
    regarded_.clear();
    for (auto& [party, shown] : shown_) {
        shown.latest.clear();
        const std::size_t count = shown.versions.size();
        for (std::size_t at = count - std::min(count, remembered); at < count; ++at) {
            const int version = shown.versions[at];
            const auto there = std::find(regarded_.begin(), regarded_.end(), version);
            shown.latest.push_back(static_cast<std::size_t>(there - regarded_.begin()));
            if (there == regarded_.end()) regarded_.push_back(version);
        }
    }
}

const std::vector<int>& Others::shown_by(PartyId party) const {
    static const std::vector<int> none;
    const auto shown = shown_.find(party);
    return shown == shown_.end() ? none : shown->second.versions;
}

double Others::answers(const Traits& traits) const {
    if (!open_ || open_->stances.not_yet == 0) return 0;
    const Traits& open = traits_of_version(open_->version);
    double sum = 0;
    const auto count_of = [&](rules::Obstacle obstacle, std::optional<ChallengeId> challenge) {
        int count = 0;
        for (const rules::ObstacleCount& told : open_->stances.obstacles) {
            if (told.obstacle == obstacle && told.challenge == challenge) count += told.count;
        }
        return count;
    };
    const auto judge = [&](bool changed, int asked) {
        if (changed) sum += asked > 0 ? asked_change * asked : -other_change;
    };
    using rules::Obstacle;
    judge(traits.form != open.form, count_of(Obstacle::form, std::nullopt));
    judge(traits.accountability != open.accountability,
          count_of(Obstacle::accountability, std::nullopt));
    judge(traits.conditions != open.conditions, count_of(Obstacle::conditions, std::nullopt));
    constexpr std::array<Obstacle, 4> clauses = {Obstacle::information, Obstacle::powers,
                                                 Obstacle::coordination, Obstacle::review};
    for (std::size_t at = 0; at < clauses.size(); ++at) {
        judge(traits.clauses[at] != open.clauses[at], count_of(clauses[at], std::nullopt));
    }
    for (const LineTraits& line : open.lines) {
        judge(!same_line(&line, traits.line(line.challenge)),
              count_of(Obstacle::line, line.challenge));
    }
    for (const LineTraits& line : traits.lines) {
        if (open.line(line.challenge) == nullptr) judge(true, 0);
    }
    return sum;
}

// How much those who have to sign it like it: half the mean of all, and half the least.
double Others::likes(const Mind& mind, const Traits& traits, IdSet<PartyId> needed,
                     const Alike& alike) const {
    needed.erase(mind.me());
    double sum = 0;
    double least = 1;
    for (const PartyId party : needed) {
        const auto found = shown_.find(party);
        double likes = unknown;
        if (found != shown_.end()) {
            const Shown& shown = found->second;
            const Money budget = mind.budget(party);
            if (!shown.latest.empty()) likes = 0;
            for (const std::size_t at : shown.latest) {
                const std::int64_t paid = traits_of_version(regarded_[at]).paid[party.value];
                likes += alike[at] + likeness_of_payment(traits.paid[party.value], paid, budget);
            }
            if (!shown.latest.empty()) likes /= static_cast<double>(shown.latest.size());
            if (habits_weight_ > 0 && !shown.habits.empty()) {
                likes = (1 - habits_weight_) * likes +
                        habits_weight_ * shown.habits.likes(traits, party, budget);
            }
        }
        sum += likes;
        least = std::min(least, likes);
    }
    const double mean = needed.empty() ? 1 : sum / static_cast<double>(needed.size());
    return (mean + least) / 2;
}

double Others::suits(const Mind& mind, const Traits& traits, IdSet<PartyId> needed) const {
    Alike alike;
    for (std::size_t at = 0; at < regarded_.size(); ++at) {
        alike[at] = likeness_of_terms(traits, traits_of_version(regarded_[at]));
    }
    return likes(mind, traits, needed, alike) + answers(traits);
}

double Others::suits(const Mind& mind, int version) {
    const Traits& traits = traits_of_version(version);
    std::optional<double>& liked = liked_[static_cast<std::size_t>(version - 1)];
    if (!liked) {
        Alike to_regarded;
        for (std::size_t at = 0; at < regarded_.size(); ++at) {
            to_regarded[at] = alike(version, regarded_[at]);
        }
        const rules::Deal& deal = mind.version(region_, version);
        liked = likes(mind, traits, rules::signatories(mind.scenario(), deal), to_regarded);
    }
    return *liked + answers(traits);
}

double Others::alike(int version, int other) {
    const auto [earlier, later] = std::minmax(version, other);
    double& kept =
        alike_[static_cast<std::size_t>(later - 1)][static_cast<std::size_t>(earlier - 1)];
    if (kept < 0) kept = likeness_of_terms(traits_of_version(later), traits_of_version(earlier));
    return kept;
}

double Others::suits_most() const {
    double most = 1 + rounding;
    if (!open_ || open_->stances.not_yet == 0) return most;
    for (const rules::ObstacleCount& told : open_->stances.obstacles) {
        most += asked_change * told.count;
    }
    return most;
}

}  // namespace dealtafel::bots
