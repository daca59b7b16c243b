#include "rules/selection.hpp"

#include <algorithm>

namespace dealtafel::rules {

void rank(std::vector<Contender>& contenders) {
    std::sort(contenders.begin(), contenders.end(), [](const Contender& a, const Contender& b) {
        return a.score != b.score ? a.score > b.score : a.region < b.region;
    });
}

Money asked_by_selected(const std::vector<Contender>& contenders, RegionId but_for) {
    Money sum;
    for (const Contender& contender : contenders) {
        const bool selected = contender.decided.value_or(false);
        if (selected && contender.region != but_for) sum += contender.asked;
    }
    return sum;
}

IdSet<RegionId> select(const std::vector<Contender>& ranked, Money budget) {
    IdSet<RegionId> selected;
    Money spent = asked_by_selected(ranked, RegionId{});
    for (const Contender& contender : ranked) {
        if (contender.decided) {
            if (*contender.decided) selected.insert(contender.region);
        } else if (spent + contender.asked <= budget) {
            selected.insert(contender.region);
            spent += contender.asked;
        }
    }
    return selected;
}

int against_ranking(const std::vector<Contender>& contenders, IdSet<RegionId> selected,
                    Money budget) {
    Money spent;
    for (const Contender& contender : contenders) {
        if (selected.contains(contender.region)) spent += contender.asked;
    }
    int count = 0;
    for (const Contender& chosen : contenders) {
        if (!selected.contains(chosen.region)) continue;
        const bool deviates = std::any_of(
            contenders.begin(), contenders.end(), [&](const Contender& passed_over) {
                return !selected.contains(passed_over.region) && passed_over.score > chosen.score &&
                       spent - chosen.asked + passed_over.asked <= budget;
            });
        count += deviates ? 1 : 0;
    }
    return count;
}

}  // namespace dealtafel::rules
