#include "analysis/archive.hpp"

#include <cmath>
#include <utility>

namespace dealtafel::analysis {

namespace {

// Whether a is at least b in everything.
bool covers(const std::vector<double>& a, const std::vector<double>& b) {
    for (std::size_t at = 0; at < a.size(); ++at) {
        if (a[at] < b[at]) return false;
    }
    return true;
}

}  // namespace

Archive::Grains Archive::grains_of(const Judged& judged) const {
    Grains grains;
    grains.reserve(whose_.size());
    for (const PartyId party : whose_) {
        const double points = judged.points[party.value];
        grains.push_back(grain_ > 0 ? std::floor(points / grain_) : points);
    }
    return grains;
}

bool Archive::offer(const Judged& judged) {
    Grains grains = grains_of(judged);
    for (std::size_t at = 0; at < grains_.size(); ++at) {
        if (!covers(grains_[at], grains)) continue;
        // What rejects one deal is likely to reject the next one like it.
        if (at > 0) {
            std::swap(grains_[at], grains_[at / 2]);
            std::swap(deals_[at], deals_[at / 2]);
        }
        return false;
    }
    std::size_t kept = 0;
    for (std::size_t at = 0; at < grains_.size(); ++at) {
        if (covers(grains, grains_[at])) continue;
        if (kept != at) {
            grains_[kept] = std::move(grains_[at]);
            deals_[kept] = std::move(deals_[at]);
        }
        ++kept;
    }
    grains_.resize(kept);
    deals_.resize(kept);
    grains_.push_back(std::move(grains));
    deals_.push_back(judged);
    return true;
}

}  // namespace dealtafel::analysis
