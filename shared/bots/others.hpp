// What the others at a table seem to want. A bot knows nobody's interests; it goes by the texts
// that a party wrote or backed, and by what the stances say of the text on the table.
#pragma once

#include "bots/mind.hpp"
#include "bots/traits.hpp"

#include <map>
#include <optional>
#include <vector>

namespace dealtafel::bots {

class Others {
public:
    explicit Others(RegionId region) : region_(region) {}

    // Takes up what the table shows now.
    void look(const Mind& mind);
    // How far a deal is likely to suit all others who would have to sign it, 0..1 or a little more.
    double suits(const Mind& mind, const rules::Deal& deal) const;

private:
    // The text on the table, and what the stances say of it.
    struct Open {
        int version = 0;
        Traits traits;
        rules::StanceCounts stances;
    };
    double answers(const Traits& traits) const;

    RegionId region_;
    std::vector<Traits> versions_;                 // version n at n - 1
    std::map<PartyId, std::vector<int>> liked_;    // versions that it wrote or backed, in order
    std::map<PartyId, int> backed_;
    std::optional<Open> open_;
};

}  // namespace dealtafel::bots
