// What the others at a table seem to want. A bot knows nobody's interests; it goes by the texts
// that a party wrote or backed, and by what the stances say of the text on the table.
#pragma once

#include "bots/habits.hpp"
#include "bots/mind.hpp"
#include "bots/strategy.hpp"
#include "bots/traits.hpp"

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace dealtafel::bots {

inline constexpr std::size_t remembered = 3;  // texts of a party, the latest

class Others {
public:
    Others(RegionId region, const Strategy& strategy)
        : region_(region), habits_weight_(strategy.goes_by_habits()) {}

    // Forgets the texts of the round before, but not what their authors keep choosing.
    void begin_round();
    // Takes up what the table shows now.
    void look(const Mind& mind);
    // How far a deal is likely to suit all others who would have to sign it, `needed`: 0..1 or a
    // little more, and never more than suits_most().
    double suits(const Mind& mind, const Traits& traits, IdSet<PartyId> needed) const;
    double suits_most() const;
    // The same of a version; it is kept until the table shows another text or backing.
    double suits(const Mind& mind, int version);
    // The versions that a party wrote or backed, in order, those it came back to last.
    const std::vector<int>& shown_by(PartyId party) const;

private:
    // The text on the table, and what the stances say of it.
    struct Open {
        int version = 0;
        rules::StanceCounts stances;
    };
    // What a party has shown.
    struct Shown {
        std::vector<int> versions;
        int backed = 0;
        Habits habits;
        std::vector<std::size_t> latest;  // places in regarded_
    };

    void note(PartyId party, int version);
    void regard_latest();
    bool budgets_moved(const Mind& mind);
    const Traits& traits_of_version(int version) const {
        return versions_[static_cast<std::size_t>(version - 1)];
    }
    // How alike a deal is to each of the regarded ones, by their places.
    using Alike = std::array<double, remembered * ids_max>;
    double likes(const Mind& mind, const Traits& traits, IdSet<PartyId> needed,
                 const Alike& alike) const;
    double alike(int version, int other);
    double answers(const Traits& traits) const;

    RegionId region_;
    double habits_weight_;
    std::vector<Traits> versions_;  // version n at n - 1
    // How alike the terms of two versions are, version n and m, which is not later, at
    // [n - 1][m - 1]; what nobody asked for yet is below 0.
    std::vector<std::vector<double>> alike_;
    std::map<PartyId, Shown> shown_;
    std::vector<int> regarded_;  // the latest versions of all, each once
    std::vector<std::optional<double>> liked_;  // version n at n - 1, as things stand
    std::vector<Money> budgets_;
    std::optional<Open> open_;
};

}  // namespace dealtafel::bots
