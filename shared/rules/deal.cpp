#include "rules/deal.hpp"

#include <algorithm>

namespace dealtafel::rules {

Money total(const Line& line) {
    Money sum;
    for (const auto& entry : line.money) sum += entry.value;
    return sum;
}

bool is_partner(const Line& line, PartyId party) {
    return std::binary_search(line.partners.begin(), line.partners.end(), party);
}

std::int64_t add_money(Line& line, PartyId party, std::int64_t tenths) {
    const std::int64_t before = line.money.get(party).tenths;
    const std::int64_t after = std::max<std::int64_t>(0, before + tenths);
    if (after == 0) {
        line.money.erase(party);
    } else {
        line.money[party] = Money{after};
    }
    return after - before;
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
