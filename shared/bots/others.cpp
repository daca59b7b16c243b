#include "bots/others.hpp"

#include <algorithm>
#include <array>

namespace dealtafel::bots {

namespace {

constexpr std::size_t remembered = 3;  // texts of a party, the latest
constexpr double unknown = 0.6;        // how far a deal suits who has shown nothing yet
// How much a change counts that somebody asked for by a stance, and one that nobody asked for.
constexpr double asked_change = 0.12;
constexpr double other_change = 0.03;

bool same_line(const LineTraits* a, const LineTraits* b) {
    if (a == nullptr || b == nullptr) return a == b;
    return a->goal == b->goal && a->partners == b->partners && a->tenths == b->tenths;
}

}  // namespace

void Others::look(const Mind& mind) {
    const std::size_t parties = mind.scenario().parties.size();
    const std::vector<Written>& versions = mind.versions(region_);
    while (versions_.size() < versions.size()) {
        const Written& text = versions[versions_.size()];
        versions_.push_back(traits_of(text.deal, parties));
        if (text.by) liked_[*text.by].push_back(static_cast<int>(versions_.size()));
    }
    open_.reset();
    const rules::TableView* table = mind.table(region_);
    if (table == nullptr) return;
    for (const auto& [party, version] : table->backing) {
        int& before = backed_[party];
        if (before == version || !mind.is_version(region_, version)) continue;
        before = version;
        std::erase(liked_[party], version);
        liked_[party].push_back(version);
    }
    const auto& on_table = mind.region(region_).on_table;
    if (!on_table || !mind.is_version(region_, on_table->version)) return;
    const auto at = static_cast<std::size_t>(on_table->version - 1);
    open_ = Open{on_table->version, versions_[at], table->stances};
}

double Others::answers(const Traits& traits) const {
    if (!open_ || open_->stances.not_yet == 0) return 0;
    const Traits& open = open_->traits;
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

double Others::suits(const Mind& mind, const rules::Deal& deal) const {
    const Traits traits = traits_of(deal, mind.scenario().parties.size());
    IdSet<PartyId> needed = rules::signatories(mind.scenario(), deal);
    needed.erase(mind.me());
    double sum = 0;
    double least = 1;
    for (const PartyId party : needed) {
        const auto liked = liked_.find(party);
        double likes = unknown;
        if (liked != liked_.end() && !liked->second.empty()) {
            likes = 0;
            const std::vector<int>& texts = liked->second;
            const std::size_t first = texts.size() > remembered ? texts.size() - remembered : 0;
            for (std::size_t at = first; at < texts.size(); ++at) {
                const Traits& text = versions_[static_cast<std::size_t>(texts[at] - 1)];
                likes += likeness(traits, text, party, mind.budget(party));
            }
            likes /= static_cast<double>(texts.size() - first);
        }
        sum += likes;
        least = std::min(least, likes);
    }
    const double mean = needed.empty() ? 1 : sum / static_cast<double>(needed.size());
    return (mean + least) / 2 + answers(traits);
}

}  // namespace dealtafel::bots
