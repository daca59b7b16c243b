// The efficient set: deals of which no other gives everybody at least as much and somebody more.
// A grain above 0 counts points in whole grains, which keeps the set small and well spread
// (Laumanns, Thiele, Deb, Zitzler, "Combining convergence and diversity in evolutionary
// multiobjective optimization", Evolutionary Computation 10, 2002).
#pragma once

#include "analysis/judge.hpp"

#include <vector>

namespace dealtafel::analysis {

class Archive {
public:
    // `whose` points count.
    Archive(IdSet<PartyId> whose, double grain) : whose_(whose), grain_(grain) {}

    // Keeps a deal unless one that is kept is as good for all, and drops what it outdoes.
    bool offer(const Judged& judged);
    const std::vector<Judged>& deals() const { return deals_; }
    bool empty() const { return deals_.empty(); }

private:
    using Grains = std::vector<double>;
    Grains grains_of(const Judged& judged) const;

    IdSet<PartyId> whose_;
    double grain_;
    std::vector<Judged> deals_;
    std::vector<Grains> grains_;  // of the deals, in their order
};

}  // namespace dealtafel::analysis
