#include "rules/deal.hpp"

namespace dealtafel::rules {

Money total(const Line& line) {
    Money sum;
    for (const auto& entry : line.money) sum += entry.value;
    return sum;
}

Money money_of(const Deal& deal, PartyId party) {
    Money sum;
    for (const Line& line : deal.lines) sum += line.money.get(party);
    return sum;
}

IdSet<PartyId> partners_of(const Deal& deal) {
    IdSet<PartyId> partners;
    for (const Line& line : deal.lines) {
        for (const PartyId partner : line.partners) partners.insert(partner);
    }
    return partners;
}

}  // namespace dealtafel::rules
